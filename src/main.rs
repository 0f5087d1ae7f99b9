//! The command line of thethuc.

mod cli;
mod terminal;

/// Expressions are built from many small pieces of memory, and building them is most of the work
/// for one draft.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
