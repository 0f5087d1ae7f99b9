//! What people said in the draft itself of keeping its words: answers to our remarks, comments of their own
//! on the words, and in Markdown a comment above the paragraph.

use crate::draft::{Comment, Draft, Format};
use crate::finding::{Anchor, Finding, Fingerprint, Place, Role, SaidIn, Statement};
use crate::patch::Mark;
use crate::text::vietnamese::squeeze;
use crate::text::{Date, Span};

/// How words begin that keep the draft as it is; what follows is the reason.
const KEEP: [&str; 2] = ["giữ nguyên", "bỏ qua"];

/// What only leads up to a reason.
const NO_REASON: [&str; 4] = ["vì", "do", "lý do", "lí do"];

/// Something said of keeping words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    on: On,
    /// Why, who and when; `None` where no reason is given. Then nothing is decided: nobody could be asked later.
    pub statement: Option<Statement>,
    /// The words, as they stand there.
    pub words: String,
}

/// What it is said of.
#[derive(Clone, Debug, PartialEq)]
enum On {
    /// A finding, by the remark on it that was answered.
    Finding(Fingerprint),
    /// The words that the comment stands on.
    Words(Span),
}

/// What is said in a draft, in the order of its comments.
pub(super) fn said(draft: &Draft) -> Vec<Said> {
    let all = &draft.beside.comments;
    let one = |own: &Comment| {
        let statement = kept(&own.words, own.author.as_deref(), own.date.as_deref())?;
        let answered = own.parent.and_then(|parent| all.get(parent));
        let on = match answered.and_then(|own| mark(&own.words)) {
            Some(mark) => On::Finding(mark),
            None => On::Words(covered(draft, own.span)),
        };
        Some(Said { on, statement, words: squeeze(&own.words) })
    };
    all.iter().filter_map(one).collect()
}

/// The fingerprint in the mark of a remark of ours.
fn mark(words: &str) -> Option<Fingerprint> {
    let lines: Vec<String> = words.lines().map(str::to_owned).collect();
    Mark::read(&lines)?.0.fingerprint.parse().ok()
}

/// The words that a comment is on: those it stands on, or the paragraph at which it stands.
fn covered(draft: &Draft, span: Span) -> Span {
    if !span.is_empty() {
        return span;
    }
    // Between two paragraphs it is above the second one.
    let Some(index) = draft.paragraphs.iter().position(|own| own.span.end > span.start) else { return span };
    let below = &draft.paragraphs[index..];
    let own = below[0].span;
    // In Markdown head, recipients and signature are tables, and a comment stands above them all.
    let table = below[0].cell.map(|cell| cell.table).filter(|_| draft.format == Format::Markdown);
    let is_above =
        |table| index == 0 || draft.paragraphs[index - 1].cell.is_none_or(|cell| cell.table != table);
    let Some(table) = table.filter(|table| is_above(*table)) else { return own };
    let cells = below.iter().take_while(|own| own.cell.is_some_and(|cell| cell.table == table));
    cells.map(|cell| cell.span).fold(own, Span::join)
}

/// What words say of keeping the draft as it is: `None` where they do not speak of it, `Some(None)` where they
/// give no reason.
#[expect(
    clippy::option_option,
    reason = "no such words, words without a reason, and a reason are three things"
)]
pub(crate) fn kept(words: &str, who: Option<&str>, moment: Option<&str>) -> Option<Option<Statement>> {
    let words = squeeze(words);
    let small = words.to_lowercase();
    let keyword = KEEP.into_iter().find(|own| small.starts_with(own))?;
    let rest: String = words.chars().skip(keyword.chars().count()).collect();
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let reason = rest.trim_matches([' ', ':', ',', ';', '.', '-', '–', '…']);
    if reason.is_empty() || NO_REASON.contains(&reason.to_lowercase().as_str()) {
        return Some(None);
    }
    let day: Option<Date> = moment.and_then(|own| own.get(..10)?.parse().ok());
    let who = who.map(str::trim).filter(|own| !own.is_empty()).map(str::to_owned);
    Some(Some(Statement { reason: Some(reason.to_owned()), who, day, source: SaidIn::Comment }))
}

impl Said {
    /// Whether it is on a finding. A comment on words is on what lies in them alone: of a finding with several
    /// places all must be covered, and what concerns the file as a whole lies in no words.
    pub(super) fn fits(&self, finding: &Finding, draft: &Draft) -> bool {
        match self.on {
            On::Finding(own) => own == finding.fingerprint,
            On::Words(words) => {
                let mut primary = finding.places.iter().filter(|own| own.role == Role::Primary).peekable();
                primary.peek().is_some() && primary.all(|place| covers(words, place, draft))
            }
        }
    }
}

fn covers(words: Span, place: &Place, draft: &Draft) -> bool {
    let whole = |paragraph: usize| {
        draft.paragraphs.get(paragraph).is_some_and(|own| {
            let text = own.span.of(&draft.text);
            let start = own.span.start + (text.len() - text.trim_start().len());
            words.start <= start && own.span.start + text.trim_end().len() <= words.end
        })
    };
    match place.anchor {
        Anchor::Words if place.span.is_empty() => words.contains(place.span.start),
        Anchor::Words => words.overlaps(place.span),
        Anchor::Paragraph(paragraph) | Anchor::Gap { paragraph, .. } => whole(paragraph),
        Anchor::Section(_) | Anchor::HeaderPart(_) | Anchor::Document => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_markdown_a_comment_above_a_table_is_on_all_of_its_cells() {
        let text = "<!-- Giữ nguyên vì phôi in sẵn -->\n\n| A<br>B | C |\n| --- | --- |\n| D | E |\n\nF\n";
        let draft = crate::read::read("a.md", text.as_bytes()).expect("readable");
        let all = said(&draft);
        let On::Words(words) = all.first().expect("said").on else { panic!("on words") };
        let held: Vec<bool> = ["A", "B", "C", "D", "E", "F"]
            .map(|letter| draft.text.find(letter).is_some_and(|at| words.contains(at)))
            .into();
        assert_eq!(held, [true, true, true, true, true, false], "{words:?}");
    }

    #[test]
    fn a_reason_keeps_the_words_and_its_lack_does_not() {
        let said = |words| kept(words, Some("Nguyễn Thị Bình"), Some("2026-03-02T08:00:00Z"));
        let own = said("Giữ nguyên vì Chủ tịch đã thống nhất.").flatten().expect("kept");
        assert_eq!(own.reason.as_deref(), Some("vì Chủ tịch đã thống nhất"));
        assert_eq!((own.day, own.who.as_deref()), (Date::new(2026, 3, 2), Some("Nguyễn Thị Bình")));
        assert_eq!(said("BỎ QUA: tên riêng").flatten().expect("kept").reason.as_deref(), Some("tên riêng"));
        assert_eq!(said("Giữ nguyên."), Some(None));
        assert_eq!(said("Giữ nguyên vì …"), Some(None));
        assert_eq!(said("Đã sửa"), None);
        assert_eq!(said("Bỏ quan hệ phối hợp"), None);
    }
}
