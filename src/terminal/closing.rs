//! What stands below the last file: the run at a glance.
//!
//! A reader who skips to the end must learn how much was found, where most of it is, and what was not
//! looked at: a count without what was left out would read as clean.

use super::aside::left_out_words;
use super::counts::{capitalized, nothing_words, summary_words};
use super::guide::{cut, padded};
use super::judged::{NOT_JUDGED, run_coverage};
use super::screen::{Extent, INDENT, Screen, plain};
use super::wrap::wrap;
use thethuc_core::checker::Checked;
use thethuc_core::finding::Severity;
use thethuc_core::report::data_day;
use thethuc_core::report::overview::{Judged, Overview};
use thethuc_core::report::{Names, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;
use unicode_width::UnicodeWidthStr;

/// Most rules that are named.
const RULES: usize = 6;
/// Columns between two cells.
const GAP: usize = 2;
/// The severities of the columns.
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// The closing lines. A single file has said all of itself, but for what could not be judged in it.
pub fn closing(overview: &Overview, names: &dyn Names, screen: Screen) -> String {
    let tally = &overview.tally;
    let passed_over = tally.not_drafts + tally.other_documents;
    let is_alone = tally.documents == 1 && passed_over == 0 && screen.extent != Extent::Summary;
    if is_alone {
        let coverage = (screen.extent == Extent::Usual && overview.with_findings > 0)
            .then(|| run_coverage(overview, screen.language));
        let left_out = left_out_words(overview.left_out, screen.language);
        let lines = coverage.flatten().into_iter().chain(left_out);
        return lines.map(|words| wrap(&words, "", 0, screen.columns())).collect();
    }
    let mut blocks =
        vec![files(overview, screen), unjudged(overview, screen), rules(overview, names, screen)];
    blocks.push(sums(overview, names, screen));
    blocks.retain(|block| !block.is_empty());
    let blank = if tally.documents > 0 && screen.extent != Extent::Summary { "\n" } else { "" };
    format!("{blank}{}", blocks.join("\n"))
}

/// The files with findings, the worst first, and how many more there are.
fn files(overview: &Overview, screen: Screen) -> String {
    if overview.worst.is_empty() {
        return String::new();
    }
    let language = screen.language;
    let heads = SEVERITIES.map(|severity| capitalized(&wording::severity(severity, language).to_lowercase()));
    let cells = |tally: &Tally| tally.open().map(|(_, number)| number);
    let numbers: usize = heads.iter().map(|head| head.width() + GAP).sum();
    let room = screen.columns().saturating_sub(INDENT + numbers);
    let widest = overview.worst.iter().map(|file| plain(&file.path).width()).max().unwrap_or(0);
    let width = widest.max(screen.say("Tệp", "File").width()).min(room);
    let row = |name: &str, cells: [String; 3]| {
        let mut row = " ".repeat(INDENT) + &padded(name, width);
        for (cell, head) in cells.iter().zip(&heads) {
            row.push_str(&" ".repeat(GAP + head.width().saturating_sub(cell.width())));
            row.push_str(cell);
        }
        row
    };
    let mut text = screen.bold(&row(screen.say("Tệp", "File"), heads.clone())) + "\n";
    for file in &overview.worst {
        let shown =
            cells(&file.tally).map(|number| if number == 0 { "–".to_owned() } else { number.to_string() });
        text.extend([row(&tail(&plain(&file.path), width), shown), "\n".to_owned()]);
    }
    let more = overview.with_findings - overview.worst.len();
    if more > 0 {
        let more = wording::counted(
            more,
            "tệp khác có phát hiện",
            ["more file with findings", "more files with findings"],
            language,
        );
        text.extend([" ".repeat(INDENT), format!("… {more}\n")]);
    }
    text
}

/// The files that nobody may take for clean.
fn unjudged(overview: &Overview, screen: Screen) -> String {
    if overview.unjudged.is_empty() {
        return String::new();
    }
    let language = screen.language;
    let mut text = screen.bold(language.pick(NOT_JUDGED[0], NOT_JUDGED[1])) + "\n";
    for path in &overview.unjudged {
        let path = tail(&plain(path), screen.columns() - INDENT);
        text.extend([" ".repeat(INDENT), path, "\n".to_owned()]);
    }
    let all = overview.tally.documents - overview.tally.judged();
    let more = all.saturating_sub(overview.unjudged.len());
    if more > 0 {
        let more = wording::counted(more, "tệp khác", ["more file", "more files"], language);
        text.extend([" ".repeat(INDENT), format!("… {more}\n")]);
    }
    text
}

/// The rules that found most, where more than one file was judged.
fn rules(overview: &Overview, names: &dyn Names, screen: Screen) -> String {
    let rules = overview.rules();
    if rules.is_empty() || overview.with_findings < 2 {
        return String::new();
    }
    let language = screen.language;
    let mut text = screen.bold(language.pick("Hay gặp nhất", "Most frequent")) + "\n";
    for (rule, own) in rules.iter().take(RULES) {
        let title =
            names.rule(rule).map(|rule| rule.title.in_language(language).to_owned()).unwrap_or_default();
        let findings = wording::counted(own.findings, "phát hiện", ["finding", "findings"], language);
        let files = wording::counted(own.files, "tệp", ["file", "files"], language);
        let numbers = match language {
            Language::Vi => format!("{findings} ở {files}"),
            Language::En => format!("{findings} in {files}"),
        };
        let lead = format!("{}{}: {numbers}", " ".repeat(INDENT), plain(rule));
        let room = screen.columns().saturating_sub(lead.width() + GAP);
        let title = cut(&plain(&title), room);
        let title =
            if title.is_empty() { title } else { format!("{}{}", " ".repeat(GAP), screen.dim(&title)) };
        text.extend([lead, title, "\n".to_owned()]);
    }
    let more = rules.len().saturating_sub(RULES);
    if more > 0 {
        let more = wording::counted(more, "quy tắc khác", ["more rule", "more rules"], language);
        text.extend([" ".repeat(INDENT), format!("… {more}\n")]);
    }
    text
}

/// How much in all, by what law, how far, and where to read on.
fn sums(overview: &Overview, names: &dyn Names, screen: Screen) -> String {
    let language = screen.language;
    let rows = |words: &str| wrap(words, "", 0, screen.columns());
    let gravest = SEVERITIES.into_iter().find(|severity| overview.tally.at_least(*severity) > 0);
    let painted =
        |row: &str| gravest.map_or_else(|| screen.bold(row), |severity| screen.severity(row, severity));
    let sums = rows(&summary_words(overview, names.data_until(), language));
    let mut text: String = sums.lines().map(|row| painted(row) + "\n").collect();
    let mut more: Vec<String> = Vec::new();
    more.extend(bases(overview, names, language));
    more.extend(run_coverage(overview, language));
    text.extend(more.iter().map(|words| rows(words)));
    if screen.extent == Extent::Summary && overview.with_findings > 0 {
        text.push_str(&rows(language.pick(
            "Xem từng chỗ và cách sửa: kiểm tra riêng một tệp, hoặc thêm --full.",
            "To see each place and how to put it right: check a single file, or add --full.",
        )));
    }
    text
}

/// By what law the files were judged, each regime once with the days of the drafts.
fn bases(overview: &Overview, names: &dyn Names, language: Language) -> Option<String> {
    let each = overview.bases.iter().map(|(basis, own)| {
        let id = basis.regime.as_deref().unwrap_or_default();
        let title = names.regime(id).map(|title| title.in_language(language).to_owned());
        let title = title.unwrap_or_else(|| id.to_owned());
        let files = wording::counted(own.files, "tệp", ["file", "files"], language);
        format!("{title} ({files}, {})", days(own, language))
    });
    let each: Vec<_> = each.collect();
    (!each.is_empty())
        .then(|| format!("{}{}.", language.pick("Kiểm tra theo: ", "Judged by: "), each.join("; ")))
}

/// `ngày 02/3/2026`, `từ ngày 02/3/2026 đến ngày 15/11/2026`.
fn days(own: &Judged, language: Language) -> String {
    let (first, last) = (wording::date(own.first, language), wording::date(own.last, language));
    match language {
        Language::Vi if first == last => format!("ngày {first}"),
        Language::Vi => format!("ngày từ {first} đến {last}"),
        Language::En if first == last => first,
        Language::En => format!("{first} to {last}"),
    }
}

/// The end of a path that is too long: the name of the file is what people know it by.
fn tail(path: &str, columns: usize) -> String {
    if path.width() <= columns {
        return path.to_owned();
    }
    let mut letters: Vec<char> = Vec::new();
    let mut used = 1;
    for letter in path.chars().rev() {
        used += unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0);
        if used > columns {
            break;
        }
        letters.push(letter);
    }
    letters.push('…');
    letters.iter().rev().collect()
}

/// The line of a file in which nothing was found; said only of one that was judged, and never without the
/// day up to which the data reach.
pub fn clean_line(path: &str, checked: &Checked, screen: Screen) -> String {
    let nothing = nothing_words(checked, screen.language);
    let until = checked.reach.data_until.map(|day| format!(" ({})", data_day::until(day, screen.language)));
    let coverage = &checked.coverage;
    let mut judged = super::judged::counted(coverage.evaluated, coverage.applicable, screen.language);
    judged.extend(wording::left_out_by_choice(coverage.unwanted, screen.language));
    let pending = wording::pending_changes(checked.draft.beside.pending(), screen.language);
    let pending = pending.map(|words| format!(" {words}")).unwrap_or_default();
    format!("{}: {nothing}{}; {}.{pending}\n", plain(path), until.unwrap_or_default(), judged.to_lowercase())
}
