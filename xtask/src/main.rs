//! Makes what is committed and made from something else: `cargo xtask samples`, `cargo xtask book`,
//! `cargo xtask report-schema`, `cargo xtask report-common`, `cargo xtask registry …`, `cargo xtask seeds`; and what
//! is not committed: the page for browsers (`cargo xtask web`) and all that is handed out (`cargo xtask dist`). The
//! tests of this crate hold what is committed against what it makes.
//!
//! The generators use the same core as the program, so what they write can never say something else
//! than it.

mod from_rules;
mod pages;
mod registry;
mod report_common;
mod report_schema;
mod samples;
mod seeds;

use std::error::Error;
use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Does the task that is named; an unknown one is told with those that there are.
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["samples"] => samples::write_all(&root()),
        ["book"] => from_rules::write_all(&root()),
        ["report-schema"] => report_schema::write(&root()),
        ["report-common"] => report_common::write(&root()),
        ["seeds", rest @ ..] => seeds::run(&root(), rest),
        ["registry", rest @ ..] => registry::write_all(&root(), rest),
        ["web", rest @ ..] => apart("xtask-web", rest),
        ["dist", rest @ ..] => apart("xtask-dist", rest),
        _ => {
            Err("cargo xtask samples | book | report-schema | report-common | seeds … | registry … | web | dist …"
                .into())
        }
    }
}

/// Makes the page for browsers, or all that is handed out. What these need nothing else needs, so each stands in a
/// crate of its own, which is built only for this.
fn apart(package: &str, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["run", "--quiet", "--package", package, "--"]).args(arguments);
    if cargo.status()?.success() { Ok(()) } else { Err(format!("{package} did not end well").into()) }
}
