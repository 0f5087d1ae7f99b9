//! `thethuc open`: what stands where afterwards, what is told at the head of the report, and what is opened.
#![cfg(unix)]

use super::support::{Ended, Folder};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/quyet-dinh-ca-biet-chu-tich-xa-sai.docx");
const REPORT: &str = "du-thao - báo cáo thể thức.html";
const COPY: &str = "du-thao - nhận xét thể thức.docx";

/// A user with a home, a folder for passing things, a folder of drafts, and a desktop that notes what it opens.
struct Desk(Folder);

impl Desk {
    fn new() -> Self {
        let desk = Self(Folder::with(&[
            ("bin/xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/opened\"\n"),
            ("tam/.keep", ""),
        ]));
        fs::set_permissions(desk.at("bin/xdg-open"), fs::Permissions::from_mode(0o755)).expect("a program");
        desk.draft("van-ban/du-thao.docx");
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A faulty draft of our own, in a folder that is made.
    fn draft(&self, name: &str) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::copy(SAMPLE, path).expect("a sample");
    }

    /// The program on this desk; the folder for passing things is not the one in which the desk stands.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.0.command(&[&["open"], arguments].concat());
        let path = format!("{}:{}", self.at("bin").display(), std::env::var("PATH").unwrap_or_default());
        command.env("HOME", self.0.path()).env("PATH", path).env("TMPDIR", self.at("tam"));
        command.env_remove("XDG_CONFIG_HOME").env_remove("XDG_CACHE_HOME");
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        ended(&mut self.command(arguments))
    }

    /// What was opened, in order. The desktop is not waited for, so a moment may pass.
    fn opened(&self, number: usize) -> Vec<String> {
        for _ in 0..100 {
            let lines = fs::read_to_string(self.at("opened")).unwrap_or_default();
            if lines.lines().count() >= number {
                return lines.lines().map(str::to_owned).collect();
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("nothing was opened");
    }

    /// The names in a folder, sorted.
    fn names(&self, folder: &str) -> Vec<String> {
        names(&self.at(folder))
    }

    /// The folder of the day in the user's documents.
    fn documents(&self) -> PathBuf {
        let kept = self.at("Documents/Kiểm tra thể thức");
        let days = names(&kept);
        assert_eq!(days.len(), 1, "{days:?}");
        kept.join(&days[0])
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn ended(command: &mut Command) -> Ended {
    let output = command.stdin(Stdio::null()).output().expect("the program ends");
    Ended {
        status: output.status.code().expect("not killed"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

#[test]
fn report_and_copy_stand_beside_the_draft_and_the_report_is_opened() {
    let desk = Desk::new();
    let told = desk.run(&["van-ban/du-thao.docx"]);
    assert_eq!((told.status, told.err.as_str()), (1, ""));
    assert_eq!(desk.names("van-ban"), [REPORT, COPY, "du-thao.docx"]);
    let report = desk.at("van-ban").join(REPORT);
    assert_eq!(desk.opened(1), [report.to_string_lossy()]);
    let page = fs::read_to_string(&report).expect("a page");
    assert!(
        page.contains("Bản có nhận xét để sửa trong Word: “du-thao - nhận xét thể thức.docx”"),
        "not told"
    );
    assert!(
        fs::read(desk.at("van-ban/du-thao.docx")).expect("a draft") == fs::read(SAMPLE).expect("a sample")
    );
    // Again: both are renewed, whatever was chosen, and nothing is named upon a name.
    desk.run(&["--no-open", "van-ban/du-thao.docx"]);
    desk.run(&["--no-open", &format!("van-ban/{COPY}")]);
    assert_eq!(desk.names("van-ban"), [REPORT, COPY, "du-thao.docx"]);
    assert_eq!(desk.opened(1).len(), 1);
}

#[test]
fn the_copy_for_signing_is_the_draft_and_its_folder_is_opened() {
    let desk = Desk::new();
    desk.run(&["--no-open", "van-ban/du-thao.docx"]);
    let told = desk.run(&["--clean", &format!("van-ban/{COPY}")]);
    assert_eq!(told.status, 0, "{}", told.err);
    let clean = desk.at("van-ban/du-thao - bản sạch để trình ký.docx");
    assert!(fs::read(clean).expect("a copy") == fs::read(SAMPLE).expect("a sample"));
    assert_eq!(desk.opened(1), [desk.at("van-ban").to_string_lossy()]);
}

#[test]
fn a_folder_and_several_files_have_one_report() {
    let desk = Desk::new();
    desk.draft("van-ban/to-trinh.docx");
    let told = desk.run(&["van-ban"]);
    assert_eq!(told.status, 1, "{}", told.err);
    // Nobody asked for a copy of each draft in a folder.
    assert_eq!(desk.names("van-ban"), ["du-thao.docx", "to-trinh.docx", "van-ban - báo cáo thể thức.html"]);
    let told = desk.run(&["van-ban/du-thao.docx", "van-ban/to-trinh.docx"]);
    assert_eq!(told.status, 1, "{}", told.err);
    let both = "van-ban/du-thao và 1 tệp khác - báo cáo thể thức.html";
    assert!(desk.at(both).is_file() && desk.at("van-ban").join(COPY).is_file());
    assert_eq!(desk.opened(2).len(), 2);
    // From several folders: to the documents.
    desk.draft("khac/cv.docx");
    desk.run(&["--no-open", "van-ban/du-thao.docx", "khac/cv.docx"]);
    assert_eq!(names(&desk.documents()), ["du-thao và 1 tệp khác - báo cáo thể thức.html"]);
    assert!(desk.at("khac/cv - nhận xét thể thức.docx").is_file());
}

#[test]
fn the_configuration_says_which_drafts_have_copies() {
    let desk = Desk::new();
    fs::write(desk.at("van-ban/thethuc.yaml"), "copies: none\n").expect("a file");
    desk.run(&["--no-open", "van-ban/du-thao.docx"]);
    assert!(!desk.at("van-ban").join(COPY).exists());
    fs::write(desk.at("van-ban/thethuc.yaml"), "copies: all\n").expect("a file");
    desk.run(&["--no-open", "van-ban"]);
    assert!(desk.at("van-ban").join(COPY).is_file());
}

#[test]
fn what_was_opened_from_a_mail_or_an_archive_leaves_nothing_there() {
    let desk = Desk::new();
    desk.draft("tam/Rar$DIa1/du-thao.docx");
    desk.draft("INetCache/Content.Outlook/AB/du-thao.docx");
    desk.run(&["tam/Rar$DIa1/du-thao.docx"]);
    desk.run(&["INetCache/Content.Outlook/AB/du-thao.docx"]);
    assert_eq!(desk.names("tam/Rar$DIa1"), ["du-thao.docx"]);
    assert_eq!(desk.names("INetCache/Content.Outlook/AB"), ["du-thao.docx"]);
    let kept = desk.documents();
    // The second draft may be another one of that name: its report takes the place of none.
    let reports = ["du-thao - báo cáo thể thức (2).html", "du-thao - báo cáo thể thức.html", COPY];
    assert_eq!(names(&kept), reports);
    let page = fs::read_to_string(kept.join(REPORT)).expect("a page");
    assert!(page.contains("Kết quả được lưu ở “") && page.contains("mở từ thư"), "not told");
    assert_eq!(desk.opened(2)[0], kept.join(REPORT).to_string_lossy());
}

#[test]
fn an_archive_has_its_report_among_the_documents() {
    let desk = Desk::new();
    let file = fs::File::create(desk.at("van-ban/ho-so.zip")).expect("a file");
    let mut zip = zip::ZipWriter::new(file);
    zip.start_file("vb/du-thao.docx", zip::write::SimpleFileOptions::default()).expect("an entry");
    std::io::Write::write_all(&mut zip, &fs::read(SAMPLE).expect("a sample")).expect("bytes");
    zip.finish().expect("an archive");
    fs::write(desk.at("van-ban/thethuc.yaml"), "copies: all\n").expect("a file");
    let told = desk.run(&["--no-open", "van-ban/ho-so.zip"]);
    assert_eq!(told.status, 1, "{}", told.err);
    assert_eq!(names(&desk.documents()), [COPY, "ho-so - báo cáo thể thức.html"]);
    assert_eq!(desk.names("van-ban"), ["du-thao.docx", "ho-so.zip", "thethuc.yaml"]);
}

/// Root writes everywhere, so it becomes somebody else for this.
#[test]
fn where_nothing_can_be_written_the_results_go_to_the_documents() {
    let desk = Desk::new();
    for folder in ["", "bin", "tam", "van-ban"] {
        fs::set_permissions(desk.at(folder), fs::Permissions::from_mode(0o777)).expect("rights");
    }
    fs::set_permissions(desk.at("van-ban"), fs::Permissions::from_mode(0o555)).expect("rights");
    let is_root = fs::write(desk.at("van-ban/x"), "").is_ok();
    let mut command = desk.command(&["--no-open", "van-ban/du-thao.docx"]);
    if is_root {
        fs::remove_file(desk.at("van-ban/x")).expect("a file");
        // The program lies where others may not look, so a copy of it is taken.
        let program = desk.at("thethuc");
        fs::copy(env!("CARGO_BIN_EXE_thethuc"), &program).expect("a copy");
        let mut other = Command::new("setpriv");
        other
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(program)
            .args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => other.env(name, value),
                None => other.env_remove(name),
            };
        }
        other.current_dir(desk.0.path());
        command = other;
    }
    let told = ended(&mut command);
    assert_eq!(told.status, 1, "{}", told.err);
    assert_eq!(desk.names("van-ban"), ["du-thao.docx"]);
    let kept = desk.documents();
    assert_eq!(names(&kept), [REPORT, COPY]);
    let page = fs::read_to_string(kept.join(REPORT)).expect("a page");
    assert!(page.contains("không ghi được vào thư mục của dự thảo"), "not told");
}

#[test]
fn a_file_of_somebody_is_never_taken_for_a_report() {
    let desk = Desk::new();
    fs::write(desk.at("van-ban").join(REPORT), "<p>của tôi</p>").expect("a file");
    desk.run(&["--no-open", "van-ban/du-thao.docx"]);
    assert_eq!(fs::read_to_string(desk.at("van-ban").join(REPORT)).expect("a file"), "<p>của tôi</p>");
    assert!(desk.at("van-ban/du-thao - báo cáo thể thức (2).html").is_file());
}

#[test]
fn several_people_at_once_lose_nothing_to_each_other() {
    let desk = Desk::new();
    let started: Vec<_> = (0..4)
        .map(|_| {
            let mut command = desk.command(&["--no-open", "van-ban/du-thao.docx"]);
            command
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it starts")
        })
        .collect();
    for child in started {
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for name in desk.names("van-ban") {
        assert!(!name.contains(".tmp"), "{name} was left");
        assert!(fs::metadata(desk.at("van-ban").join(&name)).expect("a file").len() > 0, "{name} is empty");
    }
}

#[test]
fn names_and_paths_of_any_length_and_letters_have_results() {
    let desk = Desk::new();
    let long = format!("van-ban/{}.docx", "Quyết định số 1 (bản cuối), ".repeat(6));
    desk.draft(&long);
    let told = desk.run(&["--no-open", &long]);
    assert_eq!(told.status, 1, "{}", told.err);
    assert_eq!(desk.names("van-ban").len(), 4);
}

#[test]
fn what_failed_is_told_and_nothing_empty_is_left() {
    let desk = Desk::new();
    fs::create_dir(desk.at("trong")).expect("a folder");
    let told = desk.run(&["trong"]);
    assert!(told.status == 2 && told.err.contains("không có dự thảo nào"), "{}", told.err);
    assert!(desk.names("trong").is_empty());
    assert_eq!(desk.run(&[]).status, 2);
    // No desktop: the results are there all the same.
    fs::remove_file(desk.at("bin/xdg-open")).expect("a file");
    let mut command = desk.command(&["van-ban/du-thao.docx"]);
    let told = ended(command.env("PATH", desk.at("bin")));
    assert!(told.status == 2 && told.err.contains("hãy mở “"), "{}", told.err);
    assert!(desk.at("van-ban").join(REPORT).is_file());
    // What cannot be read is in the report, and is told nowhere else.
    fs::write(desk.at("van-ban/cu.doc"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").expect("a file");
    fs::write(desk.at("van-ban/~$-thao.docx"), "x").expect("a file");
    for (name, words) in [("van-ban/cu.doc", ".docx"), ("van-ban/~$-thao.docx", "tệp tạm của Word")] {
        let told = desk.run(&["--no-open", name]);
        assert_eq!((told.status, told.err.as_str()), (3, ""), "{name}");
        let report = format!("{} - báo cáo thể thức.html", name.rsplit_once('.').expect("an extension").0);
        let page = fs::read_to_string(desk.at(&report)).expect("a page");
        assert!(page.contains(words), "{name}");
    }
}

#[test]
fn a_list_names_files_as_arguments_do() {
    let desk = Desk::new();
    let list = desk.at("danh-sach");
    fs::write(&list, format!("{}\0", desk.at("van-ban/du-thao.docx").display())).expect("a list");
    let told = desk.run(&["--no-open", "--files-from", "danh-sach"]);
    assert_eq!(told.status, 1, "{}", told.err);
    assert!(desk.at("van-ban").join(COPY).is_file());
}

/// A configuration beside the program binds all who use that program.
#[test]
fn what_lies_beside_the_program_is_above_all_others() {
    let folder = Folder::with(&[
        ("may/thethuc.yaml", "trust: own\nstage: issue\n"),
        ("vb/thethuc.yaml", "severity: { format/national-name: note }\nskip: [format]\nfail-on: never\n"),
    ]);
    fs::copy(SAMPLE, folder.path().join("vb/du-thao.docx")).expect("a sample");
    let program = folder.path().join("may/thethuc");
    fs::copy(env!("CARGO_BIN_EXE_thethuc"), &program).expect("a copy");
    let errors = |program: &Path, more: &[&str]| {
        let mut command = Command::new(program);
        command.env("THETHUC_LANG", "vi").current_dir(folder.path());
        let told = ended(command.args(["check", "vb/du-thao.docx", "--format", "json"]).args(more));
        let errors = told.json()["summary"]["errors"].as_u64().expect("a number");
        (told.status, errors)
    };
    let free = Path::new(env!("CARGO_BIN_EXE_thethuc"));
    let bound = errors(&program, &[]);
    assert!(bound.1 > errors(free, &[]).1, "the drafter's file weakened it");
    assert_eq!((bound.0, errors(free, &[]).0), (1, 0));
    for more in [&["--trust", "all"][..], &["--no-config"], &["--config", "vb/thethuc.yaml"]] {
        assert_eq!(errors(&program, more), bound, "{more:?}");
    }
}
