//! A folder with files of its own for each test, and the program run inside of it.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A decision of a people's committee as people type it, whole but for its details.
pub const DRAFT: &str = include_str!("draft.md");

/// A temporary folder; it goes when the value goes.
pub struct Folder(TempDir);

/// What a run left.
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, content) in files {
            let path = folder.path().join(name);
            let parent = path.parent().expect("inside the folder");
            std::fs::create_dir_all(parent).expect("a folder can be made");
            std::fs::write(&path, content).expect("a file can be written");
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program, to be run in this folder and in Vietnamese, free of the habits of this machine.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thethuc"));
        for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
            command.env_remove(variable);
        }
        command.env("THETHUC_LANG", "vi").current_dir(self.path()).args(arguments);
        command
    }

    /// Runs the program with nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, b"")
    }

    /// Runs the program with these bytes on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that does not read its input may be gone before it is written.
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        let output = child.wait_with_output().expect("the program ends");
        Ended {
            status: output.status.code().expect("not killed by a signal"),
            out: String::from_utf8(output.stdout).expect("output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("output is UTF-8"),
        }
    }
}

impl Ended {
    /// The JSON on standard output.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("one JSON value on standard output")
    }
}

impl fmt::Display for Ended {
    /// The whole of it, for snapshots.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.out)?;
        if !self.err.is_empty() {
            write!(formatter, "----- stderr\n{}", self.err)?;
        }
        write!(formatter, "----- exit {}", self.status)
    }
}
