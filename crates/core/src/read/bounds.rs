//! Bounds that hold for every kind of draft, or for text and Markdown alone. Each is far above what real drafts
//! need.

use super::ReadError;
use crate::draft::Draft;
use crate::rulebook::vocabulary::Words;
use crate::text::{Oddity, OddityKind};

/// Greatest size of a draft in Markdown or plain text, and of the words of a Word document, in bytes (4 MiB).
pub const TEXT_BYTES: usize = 4 << 20;
/// Greatest number of paragraphs of a draft. Of Markdown and plain text the lines that are not blank are counted before
/// they are read, and all paragraphs then, for a line may hold many.
pub const PARAGRAPHS: usize = 60_000;
/// Greatest number of bars between the cells of tables of Markdown.
pub const CELL_BARS: usize = 200_000;
/// Greatest number of characters without width and of control characters: each is noted with its place.
pub const HIDDEN: usize = 100_000;
/// Greatest size of front matter, in bytes (64 KiB).
pub const FRONT_MATTER_BYTES: usize = 64 << 10;

/// Holds the text of a draft against the bounds before it is read.
///
/// # Errors
///
/// The bound that is passed first.
pub fn of_text(text: &str) -> Result<(), ReadError> {
    of_length(text.len())?;
    if text.lines().filter(|line| !line.trim().is_empty()).nth(PARAGRAPHS).is_some() {
        return Err(too_many_paragraphs());
    }
    if text.bytes().filter(|&byte| byte == b'|').nth(CELL_BARS).is_some() {
        return Err(limit(
            format!("bảng có hơn {CELL_BARS} vạch ngăn ô"),
            format!("the tables have more than {CELL_BARS} bars between cells"),
        ));
    }
    Ok(())
}

/// Holds the length of a text in bytes against [`TEXT_BYTES`].
///
/// # Errors
///
/// It is longer.
pub fn of_length(bytes: usize) -> Result<(), ReadError> {
    let mib = TEXT_BYTES >> 20;
    if bytes > TEXT_BYTES {
        return Err(limit(
            format!("lời văn dài hơn {mib} MiB"),
            format!("the text is longer than {mib} MiB"),
        ));
    }
    Ok(())
}

/// Holds a draft against [`PARAGRAPHS`] and [`HIDDEN`].
///
/// # Errors
///
/// There are more.
pub fn of_draft(draft: &Draft) -> Result<(), ReadError> {
    if draft.paragraphs.len() > PARAGRAPHS {
        return Err(too_many_paragraphs());
    }
    let is_hidden = |oddity: &&Oddity| oddity.kind != OddityKind::Decomposed;
    if draft.oddities.iter().filter(is_hidden).nth(HIDDEN).is_some() {
        return Err(limit(
            format!("văn bản có hơn {HIDDEN} ký tự ẩn (không có độ rộng hoặc điều khiển)"),
            format!("there are more than {HIDDEN} hidden characters (without width, or controls)"),
        ));
    }
    Ok(())
}

/// The error for more than [`PARAGRAPHS`] paragraphs.
pub fn too_many_paragraphs() -> ReadError {
    limit(format!("văn bản có hơn {PARAGRAPHS} đoạn"), format!("there are more than {PARAGRAPHS} paragraphs"))
}

/// The error for front matter above [`FRONT_MATTER_BYTES`].
pub fn front_matter_too_long() -> ReadError {
    let kib = FRONT_MATTER_BYTES >> 10;
    ReadError::FrontMatter(
        1,
        Words {
            vi: format!("phần khai báo dài hơn {kib} KiB"), en: format!("it is longer than {kib} KiB")
        },
    )
}

/// The error for a bound, named in both languages.
fn limit(vi: String, en: String) -> ReadError {
    ReadError::Limit(Words { vi, en })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_bounded_before_it_is_read() {
        assert_eq!(of_text(&"x\n\n".repeat(PARAGRAPHS)), Ok(()));
        assert_eq!(of_text(&"x\n".repeat(PARAGRAPHS + 1)), Err(too_many_paragraphs()));
        let cells = format!("a{}\n", "<br>a".repeat(PARAGRAPHS));
        assert_eq!(crate::read::read("a.md", cells.as_bytes()).err(), Some(too_many_paragraphs()));
        assert!(matches!(of_text(&"|".repeat(CELL_BARS + 1)), Err(ReadError::Limit(_))));
        assert!(matches!(of_text(&" ".repeat(TEXT_BYTES + 1)), Err(ReadError::Limit(_))));
    }
}
