//! The command line of thethuc.
//!
//! It holds what the libraries may not: arguments, folders, the clock, the environment, printing.
//! Of the law it knows nothing; that stands in `thethuc-law`, and what is made of it in
//! `thethuc-core`.

mod cli;
mod terminal;

/// Expressions are built from many small pieces of memory, and building them is most of the work
/// for one draft.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit status is that of [`cli::main`]: 0 clean, 1 findings, 2 wrong use, 3 unreadable input.
fn main() -> std::process::ExitCode {
    cli::main()
}
