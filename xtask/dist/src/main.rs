//! `cargo xtask dist`: everything that is handed out, made on a Debian machine from a checkout.
//!
//! Programs for Windows with their icon and version, the installer, the portable .zip, the page, the list of
//! what is in them and the digests. What is signed is signed by a command of whoever has the key, between program
//! and installer, so that the installer holds signed programs.

mod components;
mod icon;
mod licences;
mod manual;
mod packed;
mod paths;
mod programs;
mod sbom;
mod sums;
mod wishes;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wishes::Wishes;

/// What may go wrong, in words.
pub type Fault = Box<dyn Error>;

/// The version of everything that is handed out.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The page, as `cargo xtask web` makes it.
const PAGE: &str = "kiem-tra-the-thuc.html";
/// What is made on the way, below the folder of what is handed out.
const WORK: &str = "trung-gian";
/// What the module in the page is built for.
const PAGE_TARGET: &str = "wasm32-unknown-unknown";

fn main() -> Result<(), Fault> {
    let wishes = Wishes::of(std::env::args().skip(1))?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let out = wishes.out.clone().unwrap_or_else(|| root.join("target/dist"));
    let contents = out.join("noi-dung");
    if contents.exists() {
        fs::remove_dir_all(&contents)?;
    }
    fs::create_dir_all(&contents)?;
    let work = out.join(WORK);
    for program in programs::build(&root, &work, &contents, &wishes.profile)? {
        sign(&wishes, &program)?;
    }
    let page = if wishes.with_page { Some(page(&root)?) } else { None };
    if let Some(page) = &page {
        fs::copy(page, contents.join(PAGE))?;
        fs::copy(page, out.join(PAGE))?;
    }
    manual::write(&root, &contents)?;
    let components = components::of(&root)?;
    licences::write(&root, &contents, &components)?;
    let bom = format!("thethuc-{VERSION}.cdx.json");
    fs::write(out.join(&bom), sbom::text(&components)?)?;
    let installer = installer(&root, &out, &contents, &wishes)?;
    sign(&wishes, &installer)?;
    let portable = out.join(format!("thethuc-{VERSION}-windows-x86_64.zip"));
    packed::write(&contents, &portable)?;
    let mut handed_out = vec![installer, portable, out.join(bom)];
    handed_out.extend(page.map(|_| out.join(PAGE)));
    sums::write(&out.join("SHA256SUMS"), &handed_out)
}

/// Runs a command that must succeed.
fn succeed(command: &mut Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}").into()) }
}

/// Has a file signed in its place, where that is wanted. The command gets the path as its last argument.
fn sign(wishes: &Wishes, file: &Path) -> Result<(), Fault> {
    let Some(command) = &wishes.sign else { return Ok(()) };
    succeed(Command::new("sh").arg("-c").arg(format!("{command} \"$1\"")).arg("sign").arg(file))
}

/// The page, made anew: it must hold the same rules as the programs.
fn page(root: &Path) -> Result<PathBuf, Fault> {
    let mut cargo = Command::new(env!("CARGO"));
    paths::hide(&mut cargo, PAGE_TARGET, root);
    succeed(cargo.current_dir(root).args(["xtask", "web"]))?;
    Ok(root.join("target/page").join(PAGE))
}

/// The installer, with an uninstaller that is signed too.
fn installer(root: &Path, out: &Path, contents: &Path, wishes: &Wishes) -> Result<PathBuf, Fault> {
    let file = out.join(format!("thethuc-{VERSION}-setup.exe"));
    let mut nsis = Command::new("makensis");
    nsis.current_dir(root.join("windows")).args(["-V2", "-INPUTCHARSET", "UTF8"]);
    nsis.arg(format!("-DVERSION={VERSION}"));
    nsis.arg(format!("-DCONTENTS={}", contents.display()));
    nsis.arg(format!("-DOUT={}", file.display()));
    nsis.arg(format!("-DICON={}", out.join(WORK).join(icon::FILE).display()));
    if wishes.profile != wishes::HANDED_OUT {
        // Packing well takes minutes.
        nsis.arg("-DQUICK");
    }
    if wishes.with_page {
        nsis.arg(format!("-DPAGE={PAGE}"));
    }
    if let Some(command) = &wishes.sign {
        nsis.arg(format!("-DSIGN={command}"));
    }
    succeed(nsis.arg("installer.nsi"))?;
    Ok(file)
}
