//! What the libraries may not call is refused by the lints and not by discipline: each kind of forbidden
//! call is made once, under the configuration of `crates/`, and must be told.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// One forbidden call of each kind, with the path that the lint names.
const CALLS: [(&str, &str); 9] = [
    ("let _ = std::fs::read(\"a\");", "std::fs::read"),
    ("let _ = std::fs::File::open(\"a\");", "std::fs::File::open"),
    ("let _ = std::path::Path::new(\"a\").exists();", "std::path::Path::exists"),
    ("let _ = std::env::var(\"A\");", "std::env::var"),
    ("let _ = std::time::SystemTime::now();", "std::time::SystemTime::now"),
    ("let _ = std::thread::spawn(|| ());", "std::thread::spawn"),
    ("let _ = std::net::TcpStream::connect(\"a\");", "std::net::TcpStream::connect"),
    ("std::process::exit(1);", "std::process::exit"),
    ("println!();", "std::println"),
];

/// The crates that the configuration binds.
const BOUND: [&str; 4] = ["core", "rulebook", "law", "compose"];

/// What the lints say of a source; `None` where this machine has no clippy.
fn lints(source: &str, configuration: &Path) -> Option<String> {
    let folder = std::env::temp_dir().join(format!("forbidden-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("lib.rs");
    fs::write(&file, source).expect("a file");
    let run = Command::new("clippy-driver")
        .env("CLIPPY_CONF_DIR", configuration)
        .args(["--crate-type", "lib", "--edition", "2024", "--emit", "metadata", "--out-dir"])
        .arg(&folder)
        .arg(&file)
        .output();
    let said = run.ok().map(|run| String::from_utf8_lossy(&run.stderr).into_owned());
    fs::remove_dir_all(&folder).expect("the folder goes");
    said
}

#[test]
fn forbidden_calls_are_refused() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let body = CALLS.map(|(call, _)| call).join("\n    ");
    let source = format!("pub fn forbidden() {{\n    {body}\n}}\n");
    let Some(said) = lints(&source, &crates) else {
        println!("skipped: this machine has no clippy");
        return;
    };
    for (_, path) in CALLS {
        assert!(said.contains(&format!("`{path}`")), "{path} is allowed:\n{said}");
    }
}

#[test]
fn no_crate_has_a_configuration_of_its_own() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    for bound in BOUND {
        assert!(crates.join(bound).join("Cargo.toml").exists(), "{bound}");
        for name in ["clippy.toml", ".clippy.toml"] {
            let own = crates.join(bound).join(name);
            assert!(!own.exists(), "{} takes the place of crates/clippy.toml", own.display());
        }
    }
}
