//! What a pipeline is told of a document: its findings, and that it could not be read or judged.
//!
//! That something could not be judged is told as findings are: the run ends with a status of its own then, and
//! a platform that shows nothing beside it would leave people to guess.

use crate::path;
use thethuc_core::checker::JudgedBy;
use thethuc_core::finding::{Decision, Fingerprint, Severity, State};
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::{Document, Finding, SpanJson};
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Outcome, Reported, Tally, citing, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::steering::in_one_line;

/// One thing that a pipeline is told.
pub struct Told<'a> {
    /// The id of the rule, or of what stands in its place ([`Unruled`]).
    pub rule: &'a str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'a str,
    /// What to do.
    pub help: Option<&'a str>,
    /// Where it is, in words; empty for the document as a whole.
    pub place: &'a str,
    /// The law, as people cite it; nothing where there is none.
    pub law: String,
    /// Lines and columns of the file, in characters from 1; `None` for a file that has no lines.
    pub lines: Option<SpanJson>,
    /// What it is known by among all of the document.
    pub fingerprint: Fingerprint,
    /// The finding; `None` for what is said of the document.
    pub finding: Option<&'a Finding<'a>>,
}

/// What is told of a document and is no finding of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unruled {
    /// It could not be read.
    Unreadable,
    /// It was judged by nothing.
    NotJudged,
    /// It was judged by what all classes share only.
    CommonOnly,
}

impl Unruled {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unreadable, Self::NotJudged, Self::CommonOnly];

    /// What stands in the place of a rule. No rule is of this group.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "input/unreadable",
            Self::NotJudged => "input/not-judged",
            Self::CommonOnly => "input/class-unknown",
        }
    }

    /// In a few words.
    pub fn title(self, language: Language) -> &'static str {
        match self {
            Self::Unreadable => language.pick("Tệp không đọc được", "The file cannot be read"),
            Self::NotJudged => language.pick("Chưa kiểm tra được", "Not checked"),
            Self::CommonOnly => language.pick("Chưa rõ là loại văn bản nào", "Class not known"),
        }
    }

    /// What is said where the document itself tells no reason.
    fn message(self, language: Language) -> &'static str {
        match self {
            Self::Unreadable => self.title(language),
            Self::NotJudged => language.pick(
                "Chưa kiểm tra được (không có nghĩa là không có lỗi): không quy tắc nào xét được văn bản này.",
                "Not checked (which does not mean that nothing is wrong): no rule could judge this document.",
            ),
            Self::CommonOnly => language.pick(
                "Mới áp dụng các quy tắc chung: chưa rõ đây là văn bản quy phạm pháp luật hay văn bản hành chính.",
                "Only the common rules were applied: it could not be told whether this is a normative or an administrative document.",
            ),
        }
    }

    /// What to do.
    pub fn help(self, language: Language) -> &'static str {
        match self {
            Self::Unreadable => language.pick(
                "Kiểm tra lại đường dẫn và dùng tệp Word gốc (.docx).",
                "Check the path, and use the original Word file (.docx).",
            ),
            Self::NotJudged => language.pick(
                "Dùng tệp Word gốc có chữ; để biết lý do, chạy “thethuc check” với tệp này.",
                "Use the original Word file with its words; “thethuc check” on this file tells the reason.",
            ),
            Self::CommonOnly => language.pick(
                "Dùng tệp Word gốc, hoặc ghi rõ bằng --class normative hoặc --class administrative.",
                "Use the original Word file, or say which with --class normative or --class administrative.",
            ),
        }
    }

    /// How often it is told in a run.
    pub const fn count(self, tally: &Tally) -> usize {
        match self {
            Self::Unreadable => tally.unreadable,
            Self::NotJudged => tally.unjudged,
            Self::CommonOnly => tally.common_only,
        }
    }

    const fn severity(self) -> Severity {
        match self {
            Self::Unreadable => Severity::Error,
            Self::NotJudged | Self::CommonOnly => Severity::Warning,
        }
    }

    fn of(document: &Document<'_>) -> Option<Self> {
        match document.judged_by {
            None => Some(Self::Unreadable),
            Some(JudgedBy::None) => Some(Self::NotJudged),
            Some(JudgedBy::Common) => Some(Self::CommonOnly),
            Some(JudgedBy::Regime) => None,
        }
    }
}

/// All that is told of a document, what is said of the whole of it first.
pub fn told<'a>(document: &'a Document<'a>, reported: &Reported<'_>, setting: &Setting<'_>) -> Vec<Told<'a>> {
    let language = setting.language;
    let has_lines = has_lines(reported);
    let whole = Unruled::of(document).map(|own| Told {
        rule: own.id(),
        severity: own.severity(),
        message: document.error.as_deref().map_or(own.message(language), |words| words.in_language(language)),
        help: Some(own.help(language)).filter(|_| document.error.is_none()),
        place: "",
        law: String::new(),
        lines: None,
        fingerprint: Fingerprint::of([own.id()]),
        finding: None,
    });
    let findings = document.findings.iter().map(|own| Told {
        rule: own.rule,
        severity: own.severity,
        message: own.message.in_language(language),
        help: own.help.as_deref().map(|words| words.in_language(language)),
        place: own.place.in_language(language),
        law: citing::law(own.law, setting.names, language),
        lines: has_lines.then_some(own.look_at),
        fingerprint: own.fingerprint,
        finding: Some(own),
    });
    whole.into_iter().chain(findings).collect()
}

/// Whether lines and columns of the report are those of the file.
pub fn has_lines(reported: &Reported<'_>) -> bool {
    match reported.outcome {
        Outcome::Checked { checked, source } => Positions::new(&checked.draft, source).are_of_the_file(),
        Outcome::Unreadable(_) => false,
    }
}

impl Told<'_> {
    /// Whether it fails no run: people decided on it, or it was there before.
    pub fn is_set_aside(&self) -> bool {
        self.finding.is_some_and(|own| *own.decision != Decision::Open || own.state == State::Known)
    }

    /// All of it in one line: where, what is wrong, what to do, by which law.
    pub fn sentence(&self) -> String {
        let mut line = String::new();
        if !self.place.is_empty() {
            line.extend([self.place, ": "]);
        }
        line.push_str(self.message);
        if let Some(help) = self.help {
            line.extend([" ", help]);
        }
        if !self.law.is_empty() {
            line.extend([" (", &self.law, ")"]);
        }
        in_one_line(&line).into_owned()
    }

    /// A fingerprint that nothing else in a report has: that in the document knows nothing of others.
    pub fn fingerprint_in_report(&self, path: &str) -> Fingerprint {
        Fingerprint::of([path::in_repository(path), &self.fingerprint.to_string()])
    }

    /// What the rule demands, in a few words.
    pub fn title(&self, setting: &Setting<'_>) -> String {
        let unruled = Unruled::ALL.into_iter().find(|own| own.id() == self.rule);
        if let Some(own) = unruled.filter(|_| self.finding.is_none()) {
            return own.title(setting.language).to_owned();
        }
        let rule = setting.names.rule(self.rule);
        rule.map_or_else(|| self.rule.to_owned(), |rule| rule.title.in_language(setting.language).to_owned())
    }
}

/// Why a finding is set aside, in words; `None` for one that counts.
pub fn set_aside(finding: &Finding<'_>, language: Language) -> Option<String> {
    let (lead, statement) = match finding.decision {
        Decision::Kept(statement) => (language.pick("Giữ nguyên", "Kept"), Some(statement)),
        Decision::Wrong(statement) => {
            (language.pick("Máy nhận xét sai", "The finding is wrong"), Some(statement))
        }
        Decision::Open if finding.state == State::Known => {
            (language.pick("Đã có từ trước", "Known before"), None)
        }
        Decision::Open => return None,
    };
    let reason = statement.and_then(|own| own.reason.as_deref());
    let who = statement.and_then(|own| own.who.clone());
    let day = statement.and_then(|own| own.day).map(|day| wording::date(day, language));
    let said: Vec<String> = who.into_iter().chain(day).collect();
    let mut line = lead.to_owned();
    if let Some(reason) = reason {
        line.extend([": ", reason]);
    }
    if !said.is_empty() {
        line.extend([" (", &said.join(", "), ")"]);
    }
    Some(in_one_line(&line).into_owned())
}

/// What was found before in a document and is there no more: `Đã khắc phục: 1 phát hiện (format/motto)`.
pub fn repaired(document: &Document<'_>, language: Language) -> Option<String> {
    let gone = document.gone.iter().map(|own| (own.rule, own.count));
    let words = wording::repaired(gone, language)?;
    Some(format!("{}: {words}", language.pick("Đã khắc phục", "Repaired")))
}

/// What is said of a run that found no draft.
pub fn nothing_found(tally: &Tally, language: Language) -> Option<&'static str> {
    tally.is_of_nothing().then(|| {
        language.pick(
            "Không tìm thấy dự thảo nào (.docx, .md, .txt) để kiểm tra; hãy kiểm tra lại đường dẫn.",
            "No drafts (.docx, .md, .txt) were found; check the path.",
        )
    })
}
