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
    fn columns(self) -> usize {
        self.width.clamp(NARROWEST, WIDEST)
    }

    fn say<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        self.language.pick(vi, en)
    }

    fn paint(self, text: &str, code: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(self, text: &str) -> String {
        self.paint(text, "1")
    }

    fn dim(self, text: &str) -> String {
        self.paint(text, "2")
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
fn plain(name: &str) -> String {
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
        text.push_str(&wrap(&document_line(&tally, look), &" ".repeat(INDENT), INDENT, look.columns()));
        text.push('\n');
    }
    text
}

/// By what law, day and stage the draft was judged; plainly so when there is none.
fn judged_by(judged: &Judged, names: &dyn Names, look: Look) -> String {
    let language = look.language;
    let day = words::date(judged.day, language);
    let stage = words::stage(judged.stage, language);
    let Some(class) = judged.class else {
        return look.block("", look.say(
            "Không xác định được đây là văn bản quy phạm pháp luật hay văn bản hành chính nên không áp dụng quy tắc nào. Hãy ghi rõ bằng --class normative hoặc --class administrative.",
            "It could not be told whether this is a normative or an administrative document, so no rule was applied. Say which with --class normative or --class administrative.",
        ));
    };
    let class = words::class(class, language);
    let Some(regime) = &judged.regime else {
        return look.block("", &language.pick(
            format!("Bộ quy tắc không có quy định nào cho {class} vào ngày {day} nên không áp dụng quy tắc nào. Có thể chọn ngày khác bằng --as-of.").as_str(),
            format!("The rule book has no law for an {class} on {day}, so no rule was applied. Another day can be chosen with --as-of.").replace("an normative", "a normative").as_str(),
        ));
    };
    let regime =
        names.regime(regime).map_or_else(|| regime.clone(), |title| title.in_language(language).to_owned());
    let line = match language {
        Language::Vi => format!("Kiểm tra theo: {class}, {regime}, ngày {day}, {stage}."),
        Language::En => format!("Judged as: {class}, {regime}, {day}, {stage}."),
    };
    wrap(&line, &" ".repeat(INDENT), INDENT, look.columns())
        .lines()
        .fold(String::new(), |text, row| text + &look.dim(row) + "\n")
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

/// `2 lỗi, 1 cảnh báo.` for one draft, with the checks that could not be made.
fn document_line(tally: &Tally, look: Look) -> String {
    let found = if tally.findings() == 0 {
        look.say("Không phát hiện vấn đề nào.", "Nothing was found.").to_owned()
    } else {
        format!("{}.", found_words(tally, look.language))
    };
    match skipped_words(tally, look.language) {
        Some(skipped) => format!("{found} {skipped}"),
        None => found,
    }
}

fn found_words(tally: &Tally, language: Language) -> String {
    [
        counted(tally.errors, "lỗi", ["error", "errors"], language),
        counted(tally.warnings, "cảnh báo", ["warning", "warnings"], language),
        counted(tally.notes, "lưu ý", ["note", "notes"], language),
    ]
    .join(", ")
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

/// The closing lines over all inputs.
pub fn summary(tally: &Tally, look: Look) -> String {
    let language = look.language;
    let files = counted(tally.documents, "tệp", ["file", "files"], language);
    let mut lines = vec![match language {
        _ if tally.documents == 0 => look
            .say(
                "Không tìm thấy dự thảo nào (.docx, .md, .txt) để kiểm tra.",
                "No draft (.docx, .md, .txt) was found to check.",
            )
            .to_owned(),
        Language::Vi => format!("Tổng cộng {files}: {}.", found_words(tally, language)),
        Language::En => format!("{files} in all: {}.", found_words(tally, language)),
    }];
    lines.extend(skipped_words(tally, language));
    if tally.unreadable > 0 {
        let unread = counted(tally.unreadable, "tệp không đọc được", ["file", "files"], language);
        lines.push(format!("{unread}{}.", look.say("", " could not be read")));
    }
    if tally.not_drafts > 0 {
        let others = counted(
            tally.not_drafts,
            "tệp không phải dự thảo được bỏ qua",
            ["file that is no draft was", "files that are no drafts were"],
            language,
        );
        lines.push(format!("{others}{}.", look.say("", " passed over")));
    }
    let grave =
        [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.notes, Severity::Note)];
    let rows = wrap(&lines.join(" "), "", 0, look.columns());
    match grave.into_iter().find(|(number, _)| *number > 0) {
        Some((_, severity)) => rows.lines().map(|row| look.severity(row, severity) + "\n").collect(),
        None => rows.lines().map(|row| look.bold(row) + "\n").collect(),
    }
}
