//! What a file is by its name.

use super::names;

/// Extensions of drafts, in small letters.
const DRAFTS: [&str; 7] = ["docx", "docm", "dotx", "dotm", "md", "markdown", "txt"];
/// Extensions of documents that people keep drafts in, but that cannot be read.
const OTHER_DOCUMENTS: [&str; 14] =
    ["doc", "dot", "odt", "rtf", "pdf", "wps", "xls", "xlsx", "ods", "ppt", "pptx", "rar", "7z", "zip"];
/// The extension of dossiers.
const DOSSIER: &str = "zip";
/// The extension of copies that editors keep.
const BACKUP: &str = "bak";

/// What a file is by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A draft that can be read.
    Draft,
    /// A document of a kind that cannot be read (.doc, .pdf).
    OtherDocument,
    /// What stands beside drafts and is none: copies with our remarks, locks of open documents, backups.
    NoDraft,
    /// Anything else.
    Unknown,
}

impl Kind {
    /// What a file of that name, without its folder, is.
    pub fn of(name: &str) -> Self {
        let (_, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let extension = extension.to_lowercase();
        // Word keeps `~$name.docx` beside an open document.
        if name.starts_with("~$") || extension == BACKUP || names::is_copy(name) {
            Self::NoDraft
        } else if DRAFTS.contains(&extension.as_str()) {
            Self::Draft
        } else if OTHER_DOCUMENTS.contains(&extension.as_str()) {
            Self::OtherDocument
        } else {
            Self::Unknown
        }
    }
}

/// Whether a name is that of a dossier.
pub fn is_dossier(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.to_lowercase() == DOSSIER)
}

/// Whether a path within an archive is hidden, or lies in a folder that is.
pub fn is_hidden(path: &str) -> bool {
    path.split('/').any(|step| step.starts_with('.') || step == "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_a_file_is() {
        assert_eq!(Kind::of("Quyết định.DOCX"), Kind::Draft);
        assert_eq!(Kind::of("a.pdf"), Kind::OtherDocument);
        assert_eq!(Kind::of("a.bak"), Kind::NoDraft);
        assert_eq!(Kind::of("~$a.docx"), Kind::NoDraft);
        assert_eq!(Kind::of("a - nhận xét thể thức (2).docx"), Kind::NoDraft);
        assert_eq!(Kind::of("README"), Kind::Unknown);
        assert!(is_dossier("a.ZIP") && !is_dossier("zip"));
        assert!(is_hidden("__MACOSX/a.docx") && is_hidden("a/.b/c") && !is_hidden("a/b.docx"));
    }
}
