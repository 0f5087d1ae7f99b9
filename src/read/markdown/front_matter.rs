//! The YAML between `---` lines at the head of the file.

use crate::draft::FrontMatter;
use crate::read::ReadError;

/// Splits the front matter from the body: the YAML, and the offset at which the body begins.
/// A `---` that is followed by no `key: value` line is a rule line, not front matter.
pub fn split(source: &str) -> Result<(Option<FrontMatter>, usize), ReadError> {
    let offset = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut lines = source[offset..].split_inclusive('\n');
    let Some(first) = lines.next() else { return Ok((None, 0)) };
    if first.trim_end() != "---" {
        return Ok((None, 0));
    }
    let start = offset + first.len();
    let mut end = start;
    let mut stated = false;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            let matter = FrontMatter { yaml: source[start..end].to_owned(), first_line: 1 };
            return Ok(if stated { (Some(matter), end + line.len()) } else { (None, 0) });
        }
        stated |= is_key(line);
        if !stated && !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return Ok((None, 0));
        }
        end += line.len();
    }
    if stated {
        return Err(ReadError::FrontMatter(
            1,
            "thiếu dòng “---” kết thúc (the closing “---” is missing)".to_owned(),
        ));
    }
    Ok((None, 0))
}

fn is_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once(':') else { return false };
    !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter == '_')
}
