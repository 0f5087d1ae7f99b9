//! The command line of thethuc.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
