//! `thethuc rules init`: a folder of own rules that passes its tests at once.

use super::super::args::RulesInitArgs;
use super::super::bytes::shown;
use super::super::output::{Failure, Output};
use super::super::whole_file::save;
use super::super::{Status, words};
use std::fs;
use thethuc_core::finding::Words;

/// The files, with the place of the folder's own path.
const FILES: [(&str, &str); 3] = [
    ("README.md", include_str!("start/README.md")),
    ("law/quy-dinh-rieng.yaml", include_str!("start/law/quy-dinh-rieng.yaml")),
    ("rieng/dau-moi.yaml", include_str!("start/rieng/dau-moi.yaml")),
];

/// Writes the files.
///
/// # Errors
/// One of them is there already, or the folder cannot be written.
pub fn run(arguments: &RulesInitArgs, output: &mut Output) -> Result<Status, Failure> {
    let folder = &arguments.folder;
    if let Some((name, _)) = FILES.iter().find(|(name, _)| folder.join(name).exists()) {
        let path = shown(&folder.join(name));
        return Err(Failure(words(
            format!("“{path}” đã có nên không ghi gì; hãy chọn thư mục khác."),
            format!("“{path}” exists, so nothing was written; choose another folder."),
        )));
    }
    for (name, text) in FILES {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Failure(not_made(&shown(parent), &error)))?;
        let text = text.replace("{folder}", &shown(folder));
        save(&path, text.as_bytes(), false).map_err(Failure)?;
    }
    let folder = shown(folder);
    let told = words(
        format!(
            "Đã lập “{folder}” với một văn bản và một quy tắc mẫu.\nChạy ví dụ: thethuc rules test --rules {folder} rieng\nThử trên văn bản cũ: thethuc rules try --rules {folder} <thư mục>\n"
        ),
        format!(
            "“{folder}” was begun with an instrument and a sample rule.\nRun its examples: thethuc rules test --rules {folder} rieng\nTry it on old drafts: thethuc rules try --rules {folder} <folder>\n"
        ),
    );
    output.write(told.in_language(output.screen.language))?;
    Ok(Status::Clean)
}

fn not_made(folder: &str, error: &std::io::Error) -> Words {
    words(
        format!("không lập được thư mục “{folder}” ({error}); hãy chọn nơi khác."),
        format!("the folder “{folder}” could not be made ({error}); choose another place."),
    )
}
