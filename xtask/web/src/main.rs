//! Makes the page for browsers: `cargo xtask web [MODULE.wasm]`.
//!
//! ```text
//! crates/web ── cargo ──▶ module ── wasm-bindgen ──▶ module and its glue ─┐
//! crates/web/page/*.{html,css,js} ────────────────────────────────────────┴─▶ target/page/
//! ```
//!
//! | what | how it is opened |
//! | --- | --- |
//! | `kiem-tra-the-thuc.html` | one file, from a disk, a share or a stick: everything lies in it |
//! | `may-chu/` | several files behind a web server, each held by its digest |
//! | `SHA256SUMS` | by which people compare what they have with what was published |
//!
//! No bundler: the scripts are put together in the order of their names.

mod bind;
mod digest;
mod letters;
mod page;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the page goes, below the root.
const OUT: &str = "target/page";
/// The page as one file.
const PAGE: &str = "kiem-tra-the-thuc.html";
/// The folder for web servers.
const HOSTED: &str = "may-chu";
/// The largest page that is let pass, in bytes: it goes by mail and over slow lines.
const LARGEST: usize = 2_500_000;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let module = match std::env::args().nth(1) {
        Some(path) => PathBuf::from(path),
        None => built(&root)?,
    };
    let out = root.join(OUT);
    let engine = bind::bound(&module, &out.join("module"))?;
    let parts = page::Parts::read(&root.join("crates/web/page"), &engine)?;
    let single = parts.single()?;
    write(&out.join(PAGE), single.as_bytes())?;
    let line = |name: &str, bytes: &[u8]| [&digest::hexadecimal(bytes), "  ", name, "\n"].concat();
    let mut sums = line(PAGE, single.as_bytes());
    for (name, bytes) in parts.hosted()? {
        write(&out.join(HOSTED).join(name), &bytes)?;
        sums.push_str(&line(&format!("{HOSTED}/{name}"), &bytes));
    }
    write(&out.join("SHA256SUMS"), sums.as_bytes())?;
    if single.len() > LARGEST {
        return Err(format!("{PAGE} has {} bytes, more than {LARGEST}", single.len()).into());
    }
    Ok(())
}

/// Builds the module and says where it lies.
fn built(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.current_dir(root).args(["build", "--package", "thethuc-web", "--lib", "--profile", "web"]);
    if !cargo.args(["--target", target]).status()?.success() {
        return Err("the module was not built".into());
    }
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(folder.join(target).join("web/thethuc_web.wasm"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()).into())
}
