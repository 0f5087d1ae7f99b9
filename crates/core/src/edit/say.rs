//! Edits in words, for the button that makes them.

use super::{Edit, LettersChange, LineChange, PageChange, PageNumberChange, ParagraphChange};
use crate::draft::{Alignment, Capitals, Draft, Orientation, PagePosition};
use crate::finding::Words;
use crate::text::vietnamese::squeeze;

/// Most characters of a draft that a title repeats.
const SHOWN: usize = 40;

/// What a repair does, in a few words: its first edit, and how many like it follow.
pub fn title(draft: &Draft, edits: &[Edit]) -> Words {
    let Some(first) = edits.first() else { return Words::default() };
    let words = one(draft, first);
    match edits.len() - 1 {
        0 => words,
        more => Words {
            vi: format!("{} (và {more} chỗ khác)", words.vi),
            en: format!("{} (and {more} more)", words.en),
        },
    }
}

fn one(draft: &Draft, edit: &Edit) -> Words {
    match edit {
        Edit::Words { span, with } => replaced(span.of(&draft.text), with),
        Edit::Insert { words, .. } => {
            let words = shown(words);
            both(&format!("Thêm dòng “{words}”"), &format!("Add the line “{words}”"))
        }
        Edit::Remove { paragraph } => {
            let own = draft.paragraphs.get(*paragraph).map_or("", |own| own.text(draft));
            let words = shown(own);
            both(&format!("Bỏ dòng “{words}”"), &format!("Remove the line “{words}”"))
        }
        Edit::Split { .. } => both("Tách thành hai đoạn", "Make two paragraphs of it"),
        Edit::Join { .. } => both("Gộp thành một đoạn", "Make one paragraph of both"),
        Edit::Letters { style, .. } => list(("Đặt chữ", "Set the letters"), letters(style)),
        Edit::Paragraph { style, .. } => list(("Đặt đoạn", "Set the paragraph"), paragraph(style)),
        Edit::Page { change, .. } => list(("Đặt trang giấy", "Set the page"), page(change)),
        Edit::PageNumber { change, .. } => list(("Đặt số trang", "Set the page number"), number(change)),
        Edit::Line { change, .. } => match change {
            LineChange::Draw(_) => both("Kẻ đường bên dưới", "Draw the line below"),
            LineChange::Drop => both("Bỏ đường kẻ", "Remove the line"),
            LineChange::Typed => both("Gõ đường kẻ bằng ký tự", "Type the line with characters"),
            LineChange::Length(_) => both("Đặt lại độ dài đường kẻ", "Set the length of the line"),
        },
        Edit::Clean { .. } => both("Làm sạch ký tự không nhìn thấy", "Clean what cannot be seen"),
    }
}

fn replaced(old: &str, new: &str) -> Words {
    let (old, new) = (shown(old), shown(new));
    match (old.is_empty(), new.is_empty()) {
        (true, _) => both(&format!("Thêm “{new}”"), &format!("Add “{new}”")),
        (false, true) => both(&format!("Bỏ “{old}”"), &format!("Remove “{old}”")),
        (false, false) => both(&format!("Thay “{old}” bằng “{new}”"), &format!("Put “{new}” for “{old}”")),
    }
}

/// A lead with what is set; what is not set is not said.
fn list<const N: usize>(lead: (&str, &str), said: [Option<Words>; N]) -> Words {
    let (vi, en): (Vec<_>, Vec<_>) = said.into_iter().flatten().map(|words| (words.vi, words.en)).unzip();
    both(&format!("{} {}", lead.0, vi.join(", ")), &format!("{} {}", lead.1, en.join(", ")))
}

fn letters(change: &LettersChange) -> [Option<Words>; 8] {
    let named = |value: &Option<String>, lead: (&str, &str)| {
        let value = value.as_ref()?;
        Some(both(&format!("{} {value}", lead.0), &format!("{} {value}", lead.1)))
    };
    [
        measure(change.size, ("cỡ", "size"), ""),
        flag(change.bold, ("đậm", "bold"), ("không đậm", "not bold")),
        flag(change.italic, ("nghiêng", "italic"), ("đứng", "upright")),
        flag(change.underline, ("gạch chân", "underlined"), ("không gạch chân", "not underlined")),
        named(&change.font, ("phông", "font")),
        named(&change.color, ("màu", "colour")),
        change.capitals.map(|own| match own {
            Capitals::All => both("in hoa", "in capitals"),
            Capitals::AsTyped | Capitals::Small => both("in thường", "as typed"),
        }),
        flag(change.highlight, ("tô màu nền", "marked"), ("không tô màu nền", "not marked")),
    ]
}

fn paragraph(change: &ParagraphChange) -> [Option<Words>; 5] {
    [
        change.alignment.map(alignment),
        measure(change.indent_first, ("thụt đầu dòng", "first line indented by"), " mm"),
        measure(change.space_before, ("cách đoạn trên", "space before"), " pt"),
        measure(change.space_after, ("cách đoạn dưới", "space after"), " pt"),
        measure(change.line_spacing, ("giãn dòng", "line spacing"), ""),
    ]
}

fn page(change: &PageChange) -> [Option<Words>; 7] {
    [
        measure(change.width, ("rộng", "width"), " mm"),
        measure(change.height, ("cao", "height"), " mm"),
        change.orientation.map(|own| match own {
            Orientation::Portrait => both("dọc", "upright"),
            Orientation::Landscape => both("ngang", "lying"),
        }),
        measure(change.top, ("lề trên", "top margin"), " mm"),
        measure(change.bottom, ("lề dưới", "bottom margin"), " mm"),
        measure(change.left, ("lề trái", "left margin"), " mm"),
        measure(change.right, ("lề phải", "right margin"), " mm"),
    ]
}

fn number(change: &PageNumberChange) -> [Option<Words>; 11] {
    [
        change.remove.then(|| both("bỏ", "removed")),
        change.position.map(|own| match own {
            PagePosition::Header => both("ở lề trên", "at the top"),
            PagePosition::Footer => both("ở lề dưới", "at the bottom"),
            PagePosition::Body => both("trong văn bản", "in the text"),
        }),
        change.alignment.map(alignment),
        change.beside.as_ref().map(|words| match words.as_str() {
            "" => both("chỉ ghi số", "the number alone"),
            words => both(&format!("kèm “{words}”"), &format!("with “{words}”")),
        }),
        flag(
            change.title_page,
            ("ẩn ở trang đầu", "hidden on page one"),
            ("cả ở trang đầu", "on page one too"),
        ),
        change.restart.then(|| both("đếm lại từ 1", "starting again at 1")),
        change.start.map(|first| both(&format!("đếm từ {first}"), &format!("starting at {first}"))),
        measure(change.size, ("cỡ", "size"), ""),
        flag(change.bold, ("đậm", "bold"), ("không đậm", "not bold")),
        flag(change.italic, ("nghiêng", "italic"), ("đứng", "upright")),
        change.font.as_ref().map(|font| both(&format!("phông {font}"), &format!("font {font}"))),
    ]
}

fn alignment(own: Alignment) -> Words {
    match own {
        Alignment::Left => both("canh trái", "on the left"),
        Alignment::Center => both("canh giữa", "centred"),
        Alignment::Right => both("canh phải", "on the right"),
        Alignment::Justified => both("canh đều hai lề", "justified"),
    }
}

fn flag(value: Option<bool>, yes: (&str, &str), no: (&str, &str)) -> Option<Words> {
    let (vi, en) = if value? { yes } else { no };
    Some(both(vi, en))
}

/// At most one decimal, with the comma of Vietnamese.
fn measure(value: Option<f32>, lead: (&str, &str), unit: &str) -> Option<Words> {
    let en = format!("{}", (value? * 10.0).round() / 10.0);
    Some(both(&format!("{} {}{unit}", lead.0, en.replace('.', ",")), &format!("{} {en}{unit}", lead.1)))
}

fn shown(words: &str) -> String {
    let words = squeeze(words);
    if words.chars().count() <= SHOWN {
        return words;
    }
    let head: String = words.chars().take(SHOWN - 1).collect();
    format!("{}…", head.trim_end())
}

fn both(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}
