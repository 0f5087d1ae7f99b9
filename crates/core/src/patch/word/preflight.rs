//! What a file must not be before somebody writes into it: signed, protected, or a bearer of macros.

use super::EditError;
use crate::finding::Words;
use crate::read::docx::package::Package;
use crate::read::docx::xml;

/// Why a file is left alone unless it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It bears a digital signature, which any change breaks.
    Signed,
    /// Its author restricted editing.
    Protected,
    /// It holds macros.
    Macros,
}

impl Obstacle {
    /// One sentence: what it is, and what to do.
    pub fn words(self) -> Words {
        let (vi, en) = match self {
            Self::Signed => (
                "Tệp đã ký số; ghi nhận xét vào sẽ làm mất hiệu lực chữ ký, nên tệp được giữ nguyên. Cần bản có nhận xét thì yêu cầu lập bản sao không chữ ký.",
                "The file is digitally signed; comments would break the signature, so it was left alone. Ask for a copy without the signature if you need one.",
            ),
            Self::Protected => (
                "Tệp đang bị hạn chế chỉnh sửa (Review › Restrict Editing); hãy bỏ hạn chế trong Word, hoặc yêu cầu lập bản sao.",
                "Editing of the file is restricted (Review › Restrict Editing); lift it in Word, or ask for a copy.",
            ),
            Self::Macros => (
                "Tệp có macro; chương trình không ghi vào tệp có macro. Hãy lưu lại dưới dạng .docx (không macro).",
                "The file holds macros, and the program does not write into such files. Save it as .docx (without macros).",
            ),
        };
        Words { vi: vi.to_owned(), en: en.to_owned() }
    }
}

/// What stands in the way of writing into a file.
///
/// # Errors
/// The file cannot be read as a package.
pub fn obstacles(bytes: &[u8]) -> Result<Vec<Obstacle>, EditError> {
    let mut package = Package::open(bytes)?;
    let mut found = Vec::new();
    let has = |kinds: &[crate::read::docx::package::Relationship], kind: &str| {
        kinds.iter().any(|own| own.kind == kind)
    };
    if has(&package.relationships("")?, "origin") {
        found.push(Obstacle::Signed);
    }
    let main = package.main()?;
    let relations = package.relationships(&main)?;
    if has(&relations, "vbaProject") {
        found.push(Obstacle::Macros);
    }
    let settings = relations.iter().find(|own| own.kind == "settings").map(|own| own.target.clone());
    if let Some(part) = settings.map(|name| package.part(&name)).transpose()?.flatten() {
        let document = xml::parse(&part.name, &part.text)?;
        let protection = xml::child(document.root_element(), "documentProtection");
        let enforced = protection.and_then(|own| xml::attribute(own, "enforcement"));
        if enforced.is_some_and(|value| matches!(value, "1" | "true" | "on")) {
            found.push(Obstacle::Protected);
        }
    }
    Ok(found)
}
