//! A checked draft for the tests of the reports, with findings made by hand.

use thethuc_core::checker::{Checked, Checker, Coverage, Judged, JudgedBy, NotEvaluated, Options};
use thethuc_core::document::{
    Address, Class, ComponentKind, DateFact, Document, Facts, Level, Organ, OrganKind, Stage, Step,
};
use thethuc_core::draft::Draft;
use thethuc_core::finding::{
    Anchor, Certainty, Decision, Evidence, Finding, Fingerprint, LawReference, Place, Reason, Role, Severity,
    Side, State, Unjudged, Words,
};
use thethuc_core::read::read;
use thethuc_core::report::Names;
use thethuc_core::report::model::{Provision, Rule};
use thethuc_core::text::{Date, Span};

/// A decision with a wrong national name, a basis that is long and unsure, and no recipients.
pub const SOURCE: &str = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

QUYẾT ĐỊNH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 được Quốc hội thông qua tại kỳ họp thứ chín và các văn bản có liên quan khác của Chính phủ về phân cấp, phân quyền, phân định thẩm quyền của chính quyền địa phương hai cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp, Bộ Nội vụ và Bộ Tài chính có hiệu lực thi hành

Điều 1. Phạm vi điều chỉnh
";

/// The names of a rule book with one regime and one instrument.
pub struct FewNames;

impl Names for FewNames {
    fn regime(&self, id: &str) -> Option<Words> {
        (id == "administrative-2020").then(|| {
            words(
                "Văn bản hành chính theo Nghị định số 30/2020/NĐ-CP",
                "Administrative documents under Decree 30/2020/NĐ-CP",
            )
        })
    }

    fn instrument(&self, number: &str) -> Option<Words> {
        (number == "30/2020/NĐ-CP").then(|| words("Nghị định về công tác văn thư", "Decree on clerical work"))
    }

    fn rule(&self, id: &str) -> Option<Rule> {
        (id == "format/national-name").then(|| Rule {
            title: words("Quốc hiệu ghi đúng nguyên văn", "The national name is exact"),
            why: None,
            help: Some(words("Gõ lại đúng nguyên văn Quốc hiệu.", "Type the national name exactly.")),
            example: Some("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM".to_owned()),
            contrast: None,
            law: vec![Provision {
                id: "nd30/C-01".to_owned(),
                instrument: "30/2020/NĐ-CP".to_owned(),
                title: words("Nghị định về công tác văn thư", "Decree on clerical work"),
                at: "Phụ lục I, Phần I, Mục II, khoản 1, điểm a".to_owned(),
                evidence: Evidence::Primary,
            }],
            page: Some("docs/rules/format.md#formatnational-name".to_owned()),
        })
    }
}

/// The draft with three findings, one of each severity.
pub fn checked() -> Checked {
    let draft = read("du-thao.md", SOURCE.as_bytes()).expect("a readable draft");
    let findings = vec![wrong_name(&draft), unsure_basis(&draft), missing_recipients(&draft)];
    let options = Options::on(Date::new(2026, 3, 2).expect("a date"));
    let door = Checker::new(thethuc_law::book(), options).expect("no names");
    let mut checked = door.check_draft(draft).expect("no fault");
    checked.document = Document { facts: facts(), ..Document::default() };
    checked.judged = Judged {
        class: Some(Class::Administrative),
        stage: Stage::Draft,
        day: Date::new(2026, 3, 2).expect("a date"),
        regime: Some("administrative-2020".to_owned()),
        profile: None,
        today: Date::new(2026, 3, 2).expect("a date"),
        open_days: None,
        day_is_guessed: false,
        outside: None,
        withholds: false,
    };
    checked.findings = findings;
    checked.unjudged = (1..=12).map(unjudged).collect();
    checked.judged_by = JudgedBy::Regime;
    checked.coverage = Coverage {
        applicable: 143,
        evaluated: 131,
        failed: 3,
        not_evaluated: vec![NotEvaluated { reason: Reason::NoTypography, rules: 12 }],
        unwanted: 0,
    };
    checked
}

/// A rule that Markdown does not tell enough for.
fn unjudged(number: usize) -> Unjudged {
    Unjudged { rule: format!("format/style-{number}"), reasons: Reason::NoTypography.into() }
}

fn facts() -> Facts {
    let organ = Organ {
        kind: OrganKind::PeoplesCommittee,
        level: Level::Commune,
        name: "Ủy ban nhân dân xã Hòa Bình".to_owned(),
    };
    Facts {
        organ: Some((organ, Certainty::Certain)),
        form: Some(("Quyết định".to_owned(), Certainty::Certain)),
        year: Some(2026),
        symbol: Some("QĐ-UBND".to_owned()),
        proposer: Some(("Trưởng phòng Kinh tế".to_owned(), Certainty::Certain)),
        date: DateFact { year: Some(2026), month: Some(3), day: None },
        ..Facts::default()
    }
}

pub fn words(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// The words of the draft from `first` to the end of `last`.
fn span(draft: &Draft, first: &str, last: &str) -> Span {
    let start = draft.text.find(first).expect("the first words");
    let end = start + draft.text[start..].find(last).expect("the last words") + last.len();
    Span::new(start, end)
}

fn law(at: &str, evidence: Evidence) -> Vec<LawReference> {
    vec![LawReference { instrument: "30/2020/NĐ-CP".to_owned(), at: at.to_owned(), evidence }]
}

fn wrong_name(draft: &Draft) -> Finding {
    let wrong = span(draft, "CỘNG HOÀ", "VIỆT NAM");
    Finding {
        rule: "format/national-name".to_owned(),
        severity: Severity::Error,
        cap: Severity::Error,
        certainty: Certainty::Certain,
        message: words(
            "Quốc hiệu ghi “CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM”, phải ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.",
            "The national name reads “CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM”; it must read “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.",
        ),
        found: None,
        help: Some(words("Gõ lại đúng nguyên văn Quốc hiệu.", "Type the national name exactly.")),
        place: words("Phần mở đầu, Quốc hiệu", "Header, national name"),
        address: Address::of(vec![Step::Component(ComponentKind::NationalName, 1)]),
        places: vec![Place {
            role: Role::Primary,
            anchor: Anchor::Words,
            span: wrong,
            address: Address::of(vec![Step::Component(ComponentKind::NationalName, 1)]),
        }],
        fingerprint: Fingerprint::of(["format/national-name"]),
        span: wrong,
        law: law("Phụ lục I, Phần I, Mục II, khoản 1, điểm a", Evidence::Primary),
        fixes: vec![thethuc_core::finding::Fix {
            title: words("Thay “CỘNG HOÀ” bằng “CỘNG HÒA”", "Put “CỘNG HÒA” for “CỘNG HOÀ”"),
            safety: thethuc_core::rulebook::Safety::Safe,
            edits: vec![thethuc_core::edit::Edit::Words { span: wrong, with: "CỘNG HÒA".to_owned() }],
        }],
        decision: Decision::Open,
        claim: None,
        state: State::New,
    }
}

fn unsure_basis(draft: &Draft) -> Finding {
    Finding {
        rule: "reference/citation-number".to_owned(),
        severity: Severity::Warning,
        cap: Severity::Warning,
        certainty: Certainty::Guessed,
        message: words("Căn cứ không ghi số, ký hiệu của văn bản.", "The basis gives no number and symbol."),
        found: None,
        help: None,
        place: words("Căn cứ thứ 1", "Basis 1"),
        address: Address::of(vec![Step::Component(ComponentKind::Basis, 1)]),
        places: vec![Place {
            role: Role::Primary,
            anchor: Anchor::Words,
            span: span(draft, "của Chính phủ về phân cấp", "Bộ Nội vụ"),
            address: Address::of(vec![Step::Component(ComponentKind::Basis, 1)]),
        }],
        fingerprint: Fingerprint::of(["reference/citation-number"]),
        span: span(draft, "của Chính phủ về phân cấp", "Bộ Nội vụ"),
        law: law("Phụ lục I, Phần I, Mục II, khoản 6, điểm b", Evidence::Secondary),
        fixes: Vec::new(),
        decision: Decision::Open,
        claim: None,
        state: State::New,
    }
}

fn missing_recipients(draft: &Draft) -> Finding {
    let last = draft.paragraphs.len() - 1;
    Finding {
        rule: "section/recipients".to_owned(),
        severity: Severity::Note,
        cap: Severity::Note,
        certainty: Certainty::Certain,
        message: words("Không thấy phần “Nơi nhận”.", "There is no “Nơi nhận” block."),
        found: None,
        help: Some(words("Thêm “Nơi nhận:” sau Điều cuối cùng.", "Add “Nơi nhận:” after the last article.")),
        place: words("Văn bản", "Document"),
        address: Address::of(vec![Step::Document]),
        places: vec![Place {
            role: Role::Primary,
            anchor: Anchor::Gap { paragraph: last, side: Side::After },
            span: Span::at(draft.paragraphs[last].span.end),
            address: Address::of(vec![Step::Document]),
        }],
        fingerprint: Fingerprint::of(["section/recipients"]),
        span: Span::at(span(draft, "QUYẾT ĐỊNH", "ĐỊNH").start),
        law: Vec::new(),
        fixes: Vec::new(),
        decision: Decision::Open,
        claim: None,
        state: State::New,
    }
}
