//! The report for people.

use super::position::Positions;
use super::snippet;
use super::window::{Row, window};
use super::words::{self, counted};
use super::wrap::wrap;
use super::{Names, Outcome, Reported, Tally};
use crate::check::{Checked, Judged};
use crate::finding::{Finding, LawReference, Severity, Words};
use crate::language::Language;
use unicode_width::UnicodeWidthStr;

/// Widest text that the eye follows from line to line.
const WIDEST: usize = 100;
/// Narrowest text that is laid out; below it rows run over.
const NARROWEST: usize = 40;
/// Indent of what belongs to a finding.
const INDENT: usize = 2;

/// How a report is to look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language that people are spoken to in.
    pub language: Language,
    /// Whether to use ANSI colors.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether to say nothing of files without findings, and of what files were judged by.
    pub quiet: bool,
}

impl Look {
    /// Columns that are laid out.
    pub(super) fn columns(self) -> usize {
        self.width.clamp(NARROWEST, WIDEST)
    }

    fn say<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        self.language.pick(vi, en)
    }

    fn paint(self, text: &str, code: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.paint(text, "1")
    }

    pub(super) fn dim(self, text: &str) -> String {
        if text.is_empty() { String::new() } else { self.paint(text, "2") }
    }

    fn severity(self, text: &str, severity: Severity) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;36",
        };
        self.paint(text, code)
    }

    /// Text below a painted lead word, wrapped and indented.
    fn block(self, lead: &str, text: &str) -> String {
        let first = format!("{}{lead}", " ".repeat(INDENT));
        let rows = wrap(text, &first, INDENT + 2, self.columns());
        match rows.strip_prefix(&first) {
            Some(rest) => format!("{}{}{rest}", " ".repeat(INDENT), self.bold(lead)),
            None => rows,
        }
    }
}

/// The report on one input. Empty for a draft without findings when the look is quiet.
pub fn document(reported: &Reported<'_>, names: &dyn Names, look: Look) -> String {
    match reported.outcome {
        Outcome::Unreadable(reason) => unreadable(reported.path, reason, look),
        Outcome::Checked { checked, .. } if look.quiet && checked.findings.is_empty() => String::new(),
        Outcome::Checked { checked, source } => checked_document(reported.path, checked, source, names, look),
    }
}

fn unreadable(path: &str, reason: &Words, look: Look) -> String {
    let lead = look.say("KHÔNG ĐỌC ĐƯỢC: ", "CANNOT BE READ: ");
    format!("{}{}\n", header(path, look), look.block(lead, reason.in_language(look.language)))
}

/// The path over a line as wide as the report.
fn header(path: &str, look: Look) -> String {
    let path = plain(path);
    let rest = look.columns().saturating_sub(path.width() + 4).max(3);
    format!("{} {} {}\n", look.dim("──"), look.bold(&path), look.dim(&"─".repeat(rest)))
}

/// A name without characters that would steer the terminal.
pub(super) fn plain(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }).collect()
}

fn checked_document(path: &str, checked: &Checked, source: &[u8], names: &dyn Names, look: Look) -> String {
    let mut text = header(path, look);
    if !look.quiet {
        text.push_str(&judged_by(&checked.judged, names, look));
    }
    text.push('\n');
    let positions = Positions::new(&checked.draft, source);
    for finding in &checked.findings {
        text.push_str(&finding_block(path, finding, checked, &positions, names, look));
        text.push('\n');
    }
    if !look.quiet {
        let tally = Tally::of(Outcome::Checked { checked, source });
        let line = document_line(&tally, look);
        if !line.is_empty() {
            text.push_str(&wrap(&line, &" ".repeat(INDENT), INDENT, look.columns()));
            text.push('\n');
        }
    }
    text
}

/// By what law, day and stage the draft was judged; plainly so when there is none.
fn judged_by(judged: &Judged, names: &dyn Names, look: Look) -> String {
    let language = look.language;
    let day = words::date(judged.day, language);
    let Some(class) = judged.class else {
        let unknown = look.say(
            "Không xác định được đây là văn bản quy phạm pháp luật hay văn bản hành chính nên không áp dụng \
             quy tắc nào. Hãy ghi rõ bằng --class normative hoặc --class administrative.",
            "It could not be told whether this is a normative or an administrative document, so no rule was \
             applied. Say which with --class normative or --class administrative.",
        );
        return look.block("", unknown);
    };
    let class = words::class(class, language);
    let Some(regime) = &judged.regime else {
        let none = match language {
            Language::Vi => format!(
                "Bộ quy tắc không có quy định cho {class} vào ngày {day} nên không áp dụng quy tắc nào. \
                 Có thể chọn ngày khác bằng --as-of."
            ),
            Language::En => format!(
                "The rule book has no law for the class “{class}” on {day}, so no rule was applied. Another \
                 day can be chosen with --as-of."
            ),
        };
        return look.block("", &none);
    };
    let title = names.regime(regime);
    let regime = title.as_ref().map_or(regime.as_str(), |title| title.in_language(language));
    let stage = words::stage(judged.stage, language);
    let line = match language {
        Language::Vi => format!("Kiểm tra theo: {class}, {regime}, ngày {day}, {stage}."),
        Language::En => format!("Judged as: {class}, {regime}, {day}, {stage}."),
    };
    let rows = wrap(&line, &" ".repeat(INDENT), INDENT, look.columns());
    rows.lines().flat_map(|row| [look.dim(row), "\n".to_owned()]).collect()
}

fn finding_block(
    path: &str,
    finding: &Finding,
    checked: &Checked,
    positions: &Positions<'_>,
    names: &dyn Names,
    look: Look,
) -> String {
    let (start, _) = positions.of(finding.span);
    let mut text = format!(
        "{} {}  {}\n",
        look.severity(words::severity(finding.severity, look.language), finding.severity),
        look.bold(&finding.rule),
        look.dim(&format!("{}:{}:{}", plain(path), start.line, start.column)),
    );
    let place = format!("{}: ", finding.place.in_language(look.language));
    text.push_str(&look.block(&place, finding.message.in_language(look.language)));
    text.push_str(&picture(finding, checked, positions, look));
    if let Some(help) = &finding.help {
        let lead = look.say("Cách sửa: ", "To put it right: ");
        text.push_str(&look.block(lead, help.in_language(look.language)));
    }
    if !finding.law.is_empty() {
        let law = finding.law.iter().map(|law| law_words(law, names, look.language));
        text.push_str(&look.block(look.say("Căn cứ: ", "Law: "), &law.collect::<Vec<_>>().join("; ")));
    }
    text
}

/// The words of the finding in their paragraph; nothing where the draft has no words.
fn picture(finding: &Finding, checked: &Checked, positions: &Positions<'_>, look: Look) -> String {
    let digits = positions.line(finding.span.end).to_string().len();
    let gutter = INDENT + digits + 4;
    let mut rows = window(&checked.draft.text, finding.span, look.columns().saturating_sub(gutter));
    let number = |row: &Row| {
        let line = if row.begins_line { positions.line(row.span.start).to_string() } else { String::new() };
        format!("{}{line:>digits$} ", " ".repeat(INDENT))
    };
    let gutters: Vec<String> = rows.iter().map(number).collect();
    for row in &mut rows {
        show_automatic_number(row, checked);
    }
    snippet::draw(&rows, &gutters, finding.severity, look.color)
}

/// Puts the number that Word renders before a paragraph, but does not write, before its words.
fn show_automatic_number(row: &mut Row, checked: &Checked) {
    let paragraph = checked.draft.paragraph_at(row.span.start).map(|index| &checked.draft.paragraphs[index]);
    let Some(label) =
        paragraph.filter(|own| own.span.start == row.span.start).and_then(|own| own.label.as_ref())
    else {
        return;
    };
    let lead = format!("{label} ");
    row.text.insert_str(0, &lead);
    row.marked = row.marked.take().map(|marked| marked.start + lead.len()..marked.end + lead.len());
}

fn law_words(law: &LawReference, names: &dyn Names, language: Language) -> String {
    let instrument = names.instrument(&law.instrument);
    let instrument = instrument.as_ref().map_or(law.instrument.as_str(), |name| name.in_language(language));
    let source = match words::evidence(law.evidence, language) {
        Some(source) => format!(" ({source})"),
        None => String::new(),
    };
    let separator = if law.at.is_empty() { "" } else { " " };
    format!("{}{separator}{instrument}{source}", law.at)
}

/// `2 lỗi, 1 cảnh báo.` for one draft, with the checks that could not be made; nothing where no
/// rule was applied.
fn document_line(tally: &Tally, look: Look) -> String {
    if tally.unjudged > 0 && tally.findings() == 0 {
        return String::new();
    }
    let found = format!("{}.", capitalized(&found_words(tally, look.language)));
    match skipped_words(tally, look.language) {
        Some(skipped) => format!("{found} {skipped}"),
        None => found,
    }
}

fn found_words(tally: &Tally, language: Language) -> String {
    let found = [
        (tally.errors, "lỗi", ["error", "errors"]),
        (tally.warnings, "cảnh báo", ["warning", "warnings"]),
        (tally.notes, "lưu ý", ["note", "notes"]),
    ];
    let found = found.into_iter().filter(|(number, ..)| *number > 0);
    let found: Vec<_> = found.map(|(number, vi, en)| counted(number, vi, en, language)).collect();
    if found.is_empty() {
        return language.pick("không phát hiện vấn đề nào", "nothing was found").to_owned();
    }
    found.join(", ")
}

/// The sentence with a capital at its head.
fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn skipped_words(tally: &Tally, language: Language) -> Option<String> {
    let number = tally.skipped_checks;
    (number > 0).then(|| match language {
        Language::Vi => format!("Bỏ qua {number} phép kiểm tra vì tệp không cho biết đủ thông tin."),
        Language::En => {
            let checks = counted(number, "", ["check was", "checks were"], language);
            format!("{checks} skipped because the file does not tell enough.")
        }
    })
}

/// The closing lines over all inputs; nothing for a single draft, whose own report says it all.
pub fn summary(tally: &Tally, look: Look) -> String {
    let passed_over = tally.not_drafts + tally.other_documents;
    if tally.documents == 1 && tally.unreadable == 0 && passed_over == 0 {
        return String::new();
    }
    let rows = wrap(&summary_words(tally, look.language), "", 0, look.columns());
    let grave =
        [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.notes, Severity::Note)];
    let gravest = grave.into_iter().find(|(number, _)| *number > 0).map(|(_, severity)| severity);
    let painted = |row: &str| gravest.map_or_else(|| look.bold(row), |severity| look.severity(row, severity));
    rows.lines().map(|row| painted(row) + "\n").collect()
}

fn summary_words(tally: &Tally, language: Language) -> String {
    let mut sentences = vec![all_words(tally, language)];
    sentences.extend(skipped_words(tally, language));
    if tally.unjudged > 0 {
        let files = counted(tally.unjudged, "tệp", ["file was", "files were"], language);
        let why = language.pick("không có quy định nào để áp dụng", "not judged by any law");
        sentences.push(format!("{files} {why}."));
    }
    if tally.unreadable > 0 {
        let files = counted(tally.unreadable, "tệp", ["file", "files"], language);
        sentences.push(format!("{files} {}.", language.pick("không đọc được", "could not be read")));
    }
    if tally.not_drafts > 0 {
        let en = ["file that is no draft was", "files that are no drafts were"];
        let files = counted(tally.not_drafts, "tệp không phải dự thảo", en, language);
        sentences.push(format!("{files} {}.", language.pick("được bỏ qua", "passed over")));
    }
    if tally.other_documents > 0 {
        sentences.push(other_documents(tally.other_documents, language));
    }
    sentences.join(" ")
}

fn all_words(tally: &Tally, language: Language) -> String {
    if tally.documents == 0 {
        let vi = "Không tìm thấy dự thảo nào (.docx, .md, .txt) để kiểm tra.";
        return language.pick(vi, "No draft (.docx, .md, .txt) was found to check.").to_owned();
    }
    let files = counted(tally.documents, "tệp", ["file", "files"], language);
    let files = match language {
        Language::Vi => format!("Tổng cộng {files}"),
        Language::En => format!("{files} in all"),
    };
    let is_any_judged = tally.documents > tally.unreadable + tally.unjudged;
    if !is_any_judged && tally.findings() == 0 {
        return format!("{files}.");
    }
    format!("{files}: {}.", found_words(tally, language))
}

fn other_documents(number: usize, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "{number} tệp .doc, .docm, .odt, .rtf hoặc .pdf chưa được kiểm tra; hãy lưu lại thành .docx."
        ),
        Language::En => {
            let were = counted(
                number,
                "",
                [".doc, .docm, .odt, .rtf or .pdf file was", ".doc, .docm, .odt, .rtf or .pdf files were"],
                language,
            );
            format!("{were} not checked; save as .docx.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{FewNames, SOURCE, checked, words};
    use super::*;

    const LOOK: Look = Look { language: Language::Vi, color: false, width: 80, quiet: false };

    fn shown(checked: &Checked, look: Look) -> String {
        let outcome = Outcome::Checked { checked, source: SOURCE.as_bytes() };
        let document = document(&Reported { path: "thu-muc/du-thao.md", outcome }, &FewNames, look);
        document + &summary(&Tally::of(outcome), look)
    }

    #[test]
    fn a_draft_with_findings() {
        insta::assert_snapshot!("narrow", shown(&checked(), Look { width: 60, ..LOOK }));
        insta::assert_snapshot!("vietnamese", shown(&checked(), LOOK));
        insta::assert_snapshot!(
            "wide-english",
            shown(&checked(), Look { width: 120, language: Language::En, ..LOOK })
        );
        insta::assert_snapshot!(
            "colors",
            shown(&checked(), Look { color: true, ..LOOK }).replace('\u{1b}', "␛")
        );
    }

    #[test]
    fn a_draft_without_a_regime_says_so() {
        let mut checked = checked();
        checked.findings.clear();
        checked.judged.regime = None;
        let without_law = shown(&checked, LOOK);
        checked.judged.class = None;
        insta::assert_snapshot!(
            "no-regime",
            without_law + &shown(&checked, Look { language: Language::En, ..LOOK })
        );
    }

    #[test]
    fn a_quiet_look_is_silent_about_clean_drafts() {
        let mut checked = checked();
        checked.findings.clear();
        let outcome = Outcome::Checked { checked: &checked, source: SOURCE.as_bytes() };
        let quiet = Look { quiet: true, ..LOOK };
        assert_eq!(document(&Reported { path: "a.md", outcome }, &FewNames, quiet), "");
    }

    #[test]
    fn rows_keep_to_the_width() {
        for width in [60, 80, 100] {
            for row in shown(&checked(), Look { width, ..LOOK }).lines() {
                assert!(row.width() <= width, "{row:?} is wider than {width}");
            }
        }
    }

    #[test]
    fn names_cannot_steer_the_terminal() {
        let reason = words("không tìm thấy tệp.", "not found.");
        let reported = Reported { path: "a\u{1b}[2J.md", outcome: Outcome::Unreadable(&reason) };
        assert!(!document(&reported, &FewNames, LOOK).contains('\u{1b}'));
    }

    #[test]
    fn plurals_follow_the_language() {
        let tally = Tally {
            documents: 1,
            unreadable: 1,
            not_drafts: 2,
            skipped_checks: 1,
            other_documents: 1,
            ..Tally::default()
        };
        insta::assert_snapshot!(
            summary(&tally, Look { language: Language::En, ..LOOK }) + &summary(&tally, LOOK)
        );
    }
}
