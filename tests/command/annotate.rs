//! `thethuc annotate`: what stands where afterwards, under which name, and what is never touched.

use super::support::Folder;
use std::fs;

const COPY: &str = "du-thao - nhận xét thể thức.docx";
const CLEAN: &str = "du-thao - bản sạch để trình ký.docx";

/// A folder with a faulty draft of our own.
fn folder() -> Folder {
    let folder = Folder::with(&[]);
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/quyet-dinh-ca-biet-chu-tich-xa-sai.docx");
    fs::copy(sample, folder.path().join("du-thao.docx")).expect("a sample");
    folder
}

fn bytes(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).expect("a file")
}

/// The names in the folder, sorted.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path().join("")).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_stands_beside_the_draft_is_renewed_and_leads_back_to_it() {
    let folder = folder();
    let draft = bytes(&folder, "du-thao.docx");
    let told = folder.run(&["annotate", "du-thao.docx"]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert!(told.out.contains(COPY) && told.out.contains("phải sửa"), "{}", told.out);
    let copy = bytes(&folder, COPY);
    // Again, on the draft and on the copy: the same bytes, and no name upon a name.
    folder.run(&["annotate", "du-thao.docx"]);
    folder.run(&["annotate", COPY]);
    assert!(bytes(&folder, COPY) == copy, "renewed without a reason");
    assert_eq!(names(&folder), [COPY, "du-thao.docx"]);
    let told = folder.run(&["annotate", "--clean", COPY]);
    assert!(told.out.contains("không còn nhận xét nào"), "{}", told.out);
    assert!(bytes(&folder, CLEAN) == draft, "the copy for signing is the draft");
    assert!(bytes(&folder, "du-thao.docx") == draft, "the draft was written to");
}

#[test]
fn a_folder_is_cleaned_by_its_copies() {
    let folder = folder();
    let draft = bytes(&folder, "du-thao.docx");
    let told = folder.run(&["annotate", "--clean", "."]);
    assert_eq!(told.status, 3, "{}", told.err);
    assert!(told.err.contains("không tìm thấy bản có nhận xét nào"), "{}", told.err);
    folder.run(&["annotate", "."]);
    fs::write(folder.path().join("~$-thao - nhận xét thể thức.docx"), "").expect("a lock");
    let told = folder.run(&["annotate", "--clean", "."]);
    assert!(told.status == 0 && told.out.contains("không còn nhận xét nào"), "{}{}", told.out, told.err);
    assert!(bytes(&folder, CLEAN) == draft, "the copy for signing is the draft");
}

#[test]
fn a_name_that_somebody_uses_is_never_taken() {
    let folder = folder();
    fs::write(folder.path().join(COPY), "of somebody else").expect("a file");
    let told = folder.run(&["annotate", "du-thao.docx"]);
    assert!(told.out.contains("(2).docx") && told.out.contains("của người khác"), "{}", told.out);
    assert_eq!(bytes(&folder, COPY), b"of somebody else");
    // A copy that is open in Word.
    let folder = self::folder();
    fs::write(folder.path().join("~$-thao - nhận xét thể thức.docx"), "").expect("a lock");
    let told = folder.run(&["annotate", "du-thao.docx"]);
    assert!(told.out.contains("(2).docx") && told.out.contains("đang mở trong Word"), "{}", told.out);
}

#[test]
fn a_copy_in_which_somebody_went_on_writing_is_not_written_over() {
    let folder = folder();
    folder.run(&["annotate", "du-thao.docx"]);
    // The drafter repairs in the copy, and later somebody annotates the old draft once more.
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/quyet-dinh-ca-biet-chu-tich-xa.docx");
    folder.run(&["annotate", other, "-o", &folder.path().join(COPY).to_string_lossy()]);
    let repaired = bytes(&folder, COPY);
    folder.run(&["annotate", "du-thao.docx"]);
    assert!(bytes(&folder, COPY) == repaired, "the repaired copy was written over");
}

#[test]
fn folders_keep_their_structure_and_copies_are_passed_over() {
    let folder = folder();
    fs::create_dir(folder.path().join("phong")).expect("a folder");
    fs::copy(folder.path().join("du-thao.docx"), folder.path().join("phong/cu.docx")).expect("a copy");
    fs::write(folder.path().join("README.md"), "# Ghi chú\n\nKhông phải dự thảo.\n").expect("a file");
    folder.run(&["annotate", "du-thao.docx"]);
    let told = folder.run(&["annotate", ".", "--out-dir", "ra"]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert_eq!(told.out.lines().count(), 2, "{}", told.out);
    assert!(folder.path().join("ra/du-thao - nhận xét thể thức.docx").is_file());
    assert!(folder.path().join("ra/phong/cu - nhận xét thể thức.docx").is_file());
}

#[test]
fn markdown_has_its_remarks_above_the_paragraphs_and_loses_them_again() {
    let folder = Folder::with(&[]);
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/cong-van-ubnd-phuong-sai.md");
    fs::copy(sample, folder.path().join("cv.md")).expect("a sample");
    let draft = bytes(&folder, "cv.md");
    folder.run(&["annotate", "cv.md"]);
    let copy = String::from_utf8(bytes(&folder, "cv - nhận xét thể thức.md")).expect("text");
    assert!(copy.contains("<!-- thethuc\n1. "), "{copy}");
    let findings =
        |name: &str| folder.run(&["check", name, "--format", "json"]).out.matches("\"rule\"").count();
    assert_eq!(findings("cv.md"), findings("cv - nhận xét thể thức.md"));
    folder.run(&["annotate", "cv - nhận xét thể thức.md"]);
    assert_eq!(bytes(&folder, "cv - nhận xét thể thức.md"), copy.as_bytes());
    folder.run(&["annotate", "--clean", "cv - nhận xét thể thức.md"]);
    assert!(bytes(&folder, "cv - bản sạch để trình ký.md") == draft);
}

#[test]
fn what_has_no_place_for_remarks_is_told_and_stops_nothing_else() {
    let folder = folder();
    fs::write(folder.path().join("vb.txt"), "Văn bản").expect("a file");
    fs::write(folder.path().join("hong.docx"), "PK").expect("a file");
    let told = folder.run(&["annotate", "vb.txt", "hong.docx", "khong-co.docx", "du-thao.docx"]);
    assert_eq!(told.status, 3);
    assert_eq!(told.err.lines().count(), 3, "{}", told.err);
    assert!(told.err.contains("không có chỗ ghi nhận xét"), "{}", told.err);
    assert!(folder.path().join(COPY).is_file());
    let told = folder.run(&["annotate", "du-thao.docx", "-o", "du-thao.docx"]);
    assert!(told.err.contains("tệp gốc luôn được giữ nguyên"), "{}", told.err);
}
