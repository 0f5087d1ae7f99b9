//! `thethuc show`.

use super::support::{DRAFT, Folder};

#[test]
fn the_structure_is_shown_as_a_tree_and_as_json() {
    let folder = Folder::with(&[("dự-thảo.md", DRAFT)]);
    insta::assert_snapshot!("tree", folder.run(&["show", "dự-thảo.md"]));
    let json = folder.run(&["show", "dự-thảo.md", "--format", "json"]).json();
    assert_eq!(json["schema"], "thethuc/structure/v1");
    assert_eq!(json["facts"]["symbol"], "QĐ-UBND");
    assert_eq!(json["parts"][0]["units"][2]["number"], "3");
}

#[test]
fn a_folder_or_nothing_cannot_be_shown() {
    let folder = Folder::with(&[("rỗng.md", "")]);
    for (file, words) in [(".", "là thư mục"), ("thiếu.docx", "Không tìm thấy"), ("rỗng.md", "Tệp rỗng")]
    {
        let ended = folder.run(&["show", file]);
        assert_eq!(ended.status, 3, "{ended}");
        assert!(ended.err.contains(words) && ended.err.contains(file), "{ended}");
        assert!(ended.out.is_empty());
    }
}
