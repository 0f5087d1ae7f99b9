//! The programs for Windows, with icon, version and manifest.

use crate::{Fault, VERSION, icon, paths, succeed};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "x86_64-pc-windows-gnu";
/// Of Debian's gcc-mingw-w64-x86-64.
const WINDRES: &str = "x86_64-w64-mingw32-windres";

/// A program that is handed out.
struct Program {
    package: &'static str,
    /// As cargo names it.
    binary: &'static str,
    /// As people see it.
    file: &'static str,
    /// What Windows shows of it.
    description: &'static str,
}

const PROGRAMS: [Program; 2] = [
    Program {
        package: "thethuc",
        binary: "thethuc",
        file: "thethuc.exe",
        description: "Kiểm tra thể thức dự thảo văn bản (dòng lệnh)",
    },
    Program {
        package: "thethuc-windows",
        binary: "kiem-tra-the-thuc",
        file: "Kiểm tra thể thức.exe",
        description: "Kiểm tra thể thức dự thảo văn bản",
    },
];

/// Builds all programs into a folder and gives their paths.
pub fn build(root: &Path, work: &Path, folder: &Path, profile: &str) -> Result<Vec<PathBuf>, Fault> {
    fs::create_dir_all(work)?;
    fs::write(work.join(icon::FILE), icon::bytes())?;
    PROGRAMS.iter().map(|program| program.build(root, work, folder, profile)).collect()
}

impl Program {
    fn build(&self, root: &Path, work: &Path, folder: &Path, profile: &str) -> Result<PathBuf, Fault> {
        let resource = self.resource(root, work)?;
        let mut cargo = Command::new(env!("CARGO"));
        paths::hide(&mut cargo, TARGET, root);
        cargo.current_dir(root).args(["rustc", "--locked", "--target", TARGET, "--profile", profile]);
        cargo.args(["--package", self.package, "--bin", self.binary, "--"]);
        // What is handed out is not looked into with a debugger, whatever profile it was tried with.
        cargo.args(["-C", "strip=symbols"]);
        succeed(cargo.arg("-C").arg(format!("link-arg={}", resource.display())))?;
        // Cargo's profile `dev` has a folder of another name.
        let own = if profile == "dev" { "debug" } else { profile };
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let built = target.join(TARGET).join(own).join(format!("{}.exe", self.binary));
        let file = folder.join(self.file);
        fs::copy(&built, &file).map_err(|error| format!("{}: {error}", built.display()))?;
        Ok(file)
    }

    /// Icon, version and manifest, as an object that is linked in: crates need no build script for it.
    fn resource(&self, root: &Path, work: &Path) -> Result<PathBuf, Fault> {
        let source = work.join(format!("{}.rc", self.binary));
        fs::write(&source, self.script(&root.join("windows/manifest.xml"), &work.join(icon::FILE)))?;
        let object = work.join(format!("{}.o", self.binary));
        succeed(
            Command::new(WINDRES)
                .args(["--codepage=65001", "-O", "coff", "-i"])
                .arg(&source)
                .arg("-o")
                .arg(&object),
        )?;
        Ok(object)
    }

    fn script(&self, manifest: &Path, icon: &Path) -> String {
        let numbers = VERSION.split('.').chain(["0"]).collect::<Vec<_>>().join(",");
        let Self { description, file, binary, .. } = self;
        let (manifest, icon) = (manifest.display(), icon.display());
        format!(
            r#"1 ICON "{icon}"
1 24 "{manifest}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "042A04B0"
    BEGIN
      VALUE "CompanyName", "thethuc"
      VALUE "FileDescription", "{description}"
      VALUE "FileVersion", "{VERSION}"
      VALUE "InternalName", "{binary}"
      VALUE "LegalCopyright", "MIT OR Apache-2.0"
      VALUE "OriginalFilename", "{file}"
      VALUE "ProductName", "Kiểm tra thể thức"
      VALUE "ProductVersion", "{VERSION}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x042A, 1200
  END
END
"#
        )
    }
}
