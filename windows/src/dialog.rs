//! The two boxes that the program shows.

use std::path::PathBuf;

/// Lets people choose drafts; nothing where they leave the box.
#[cfg(windows)]
pub fn choose(is_clean: bool) -> Vec<PathBuf> {
    let title = if is_clean {
        "Chọn bản có nhận xét để lấy bản sạch"
    } else {
        "Chọn dự thảo cần kiểm tra"
    };
    let box_of_files = rfd::FileDialog::new()
        .set_title(title)
        .add_filter("Dự thảo (.docx, .md, .txt), hồ sơ .zip", &["docx", "docm", "md", "txt", "zip"])
        .add_filter("Mọi tệp", &["*"]);
    box_of_files.pick_files().unwrap_or_default()
}

/// Says what failed.
#[cfg(windows)]
pub fn tell(words: &str) {
    let box_of_words = rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Warning)
        .set_title("Kiểm tra thể thức")
        .set_description(words);
    box_of_words.show();
}

/// There is no box elsewhere.
#[cfg(not(windows))]
pub fn choose(_is_clean: bool) -> Vec<PathBuf> {
    Vec::new()
}

/// Says what failed where there is no box.
#[cfg(not(windows))]
pub fn tell(words: &str) {
    use std::io::Write;
    // Nobody is left to be told where that fails.
    let _ = writeln!(std::io::stderr(), "{words}");
}
