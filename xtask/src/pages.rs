//! The pages of `docs/rules/`: every rule in Vietnamese, with its English beside it.
//!
//! They are for lawyers who have no terminal. What they say comes from the rules alone; no
//! page is written by hand, and a test fails where one is stale.

use thethuc_core::guide::coverage::Counts;
use thethuc_core::guide::explanation::ExplainedProvision;
use thethuc_core::guide::table::group as group_of;
use thethuc_core::guide::{Coverage, Explanation, Row};
use thethuc_core::report::guide::say;
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::trial::Demonstration;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its file name.
    pub name: String,
    /// Its Markdown.
    pub text: String,
}

/// Warns whoever opens a page to edit it; Markdown does not show it.
const NOTE: &str = "<!-- Từ thư mục rules/, bằng / from rules/, by: cargo xtask book -->\n";

/// The page of contents, and one page for each group of rules. `explain` explains a rule.
pub fn pages(rows: &[Row], coverage: &Coverage, explain: &dyn Fn(&str) -> Option<Explanation>) -> Vec<Page> {
    let mut groups: Vec<&str> = rows.iter().map(|row| group_of(&row.rule)).collect();
    groups.dedup();
    let mut pages = vec![contents(&groups, rows, coverage)];
    for group in groups {
        let own = rows.iter().filter(|row| group_of(&row.rule) == group);
        let explained: Vec<_> = own.filter_map(|row| explain(&row.rule)).collect();
        pages.push(page(group, &explained));
    }
    pages
}

/// The page of contents: a table of rules for each group, then how far each instrument is covered.
fn contents(groups: &[&str], rows: &[Row], coverage: &Coverage) -> Page {
    let mut text = format!(
        "# Quy tắc / Rules\n\n{NOTE}\nMỗi quy tắc cũng được giải thích bằng `thethuc explain <quy tắc>`.\n\n\
         *Every rule is also explained by `thethuc explain <rule>`.*\n"
    );
    for group in groups {
        let (vi, en) = (say::group(group, Language::Vi), say::group(group, Language::En));
        text.extend([format!(
            "\n## [{vi} / {en}]({group}.md)\n\n| quy tắc | mức độ | yêu cầu | |\n| --- | --- | --- | --- |\n"
        )]);
        for row in rows.iter().filter(|row| group_of(&row.rule) == *group) {
            let severity = say::severity(Some(row.severity), Language::Vi);
            text.extend([format!(
                "| [`{}`]({group}.md#{}) | {severity} | {} | *{}* |\n",
                row.rule,
                anchor(&row.rule),
                cell(&row.title.vi),
                cell(&row.title.en)
            )]);
        }
    }
    text.push_str(
        "\n## Quy định đã có quy tắc / Coverage of the law\n\n| văn bản / instrument | đã có quy tắc / covered | \
         chưa có / not covered | không kiểm tra được / not checkable | tỷ lệ / share |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for own in &coverage.instruments {
        let name = say::instrument(own, Language::Vi);
        text.push_str(&counts_row(&cell(&name), &own.counts));
    }
    text.push_str(&counts_row("**Tổng cộng / In all**", &coverage.total));
    Page { name: "README.md".to_owned(), text }
}

/// One row of the table of coverage; the share is that of covered among checkable provisions, in
/// percent.
fn counts_row(name: &str, counts: &Counts) -> String {
    let Counts { covered, uncovered, not_checkable, percent } = counts;
    let share = wording::percent(*percent, Language::Vi);
    format!("| {name} | {covered} | {uncovered} | {not_checkable} | {share} |\n")
}

/// The anchor of a heading that is a rule id.
fn anchor(rule: &str) -> String {
    rule.chars().filter(|letter| *letter != '/').collect()
}

/// Words inside a cell of a Markdown table.
fn cell(words: &str) -> String {
    escaped(words).replace('|', "\\|").replace('\n', " ")
}

/// The page of one group with all its rules.
fn page(group: &str, explained: &[Explanation]) -> Page {
    let (vi, en) = (say::group(group, Language::Vi), say::group(group, Language::En));
    let mut text = format!("# {vi}\n\n*{en}*\n\n{NOTE}");
    for own in explained {
        text.push_str(&rule(own));
    }
    Page { name: format!("{group}.md"), text }
}

/// One rule: what it demands, by which provisions, why, then for each case of its variants an
/// example and what to do.
fn rule(own: &Explanation) -> String {
    let mut text =
        format!("\n## `{}`\n\n**{}**\\\n*{}*\n\n", own.rule, escaped(&own.title.vi), escaped(&own.title.en));
    text.extend(say::severities(own, Language::Vi).iter().map(|severity| format!("- {severity}\n")));
    text.extend(
        say::documents(&own.applies, Language::Vi).map(|documents| format!("- Phạm vi: {documents}\n")),
    );
    text.push_str("\nPháp luật yêu cầu / *What the law demands*:\n\n");
    for provision in &own.law {
        text.push_str(&demand(provision));
    }
    if let Some(why) = &own.why {
        text.extend([format!("\nVì sao: {}\n\n*Why: {}*\n", escaped(&why.vi), escaped(&why.en))]);
    }
    for case in &own.cases {
        if let (Some(vi), Some(en)) = (say::regimes(case, Language::Vi), say::regimes(case, Language::En)) {
            text.extend([format!("\n### {}\n\n*{}*\n", escaped(&vi), escaped(&en))]);
        }
        if let Some(example) = &case.example {
            text.push_str(&shown(example));
        }
        if let Some(help) = &case.help {
            text.extend([format!("\nCách sửa: {}\\\n*{}*\n", escaped(&help.vi), escaped(&help.en))]);
        }
    }
    if let Some(fix) = own.fix {
        let (vi, en) = (say::fix(fix, Language::Vi), say::fix(fix, Language::En));
        text.extend([format!("\n{vi}\\\n*{en}*\n")]);
    }
    text
}

/// One provision, cited as the law wants it, with its demand in both languages.
fn demand(own: &ExplainedProvision) -> String {
    let cited = say::provision(own, Language::Vi);
    format!(
        "- {cited} [`{}`]: {}\\\n  *{}*\n",
        own.id,
        escaped(&own.requirement.vi),
        escaped(&own.requirement.en)
    )
}

/// Right and wrong beside each other, with what the rule says of it.
fn shown(example: &Demonstration) -> String {
    let side = |side| {
        let lines = say::side_lines(side, Language::Vi);
        lines.iter().map(|line| cell(line)).collect::<Vec<_>>().join("<br>")
    };
    let message = &example.finding.message;
    format!(
        "\n| đúng / *right* | sai / *wrong* |\n| --- | --- |\n| {} | {} |\n\nBáo: {}\\\n*{}*\n",
        side(&example.right),
        side(&example.wrong),
        escaped(&message.vi),
        escaped(&message.en)
    )
}

/// Words of a draft that are not to be read as Markdown.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if "\\`*_<>[]#".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
