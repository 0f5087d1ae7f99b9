//! New drafts are without fault under their own regime, for every form, class, organ and level.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fmt::Write;
use thethuc::check::{Options, check};
use thethuc::compose::{Layout, write};
use thethuc::document::Class;
use thethuc::finding::Severity;
use thethuc::rules::RuleBook;
use thethuc::skeleton::{Refusal, Request, Sketch, sketch};
use thethuc::text::Date;

/// Organs of every kind and level.
const ORGANS: [&str; 20] = [
    "Hội đồng nhân dân tỉnh An Giao",
    "Thường trực Hội đồng nhân dân tỉnh An Giao",
    "Ủy ban nhân dân tỉnh An Giao",
    "Chủ tịch Ủy ban nhân dân tỉnh An Giao",
    "Ủy ban nhân dân Thành phố Hồ Chí Minh",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giao",
    "Hội đồng nhân dân huyện Bình Khê",
    "Thường trực Hội đồng nhân dân quận 1",
    "Ủy ban nhân dân huyện Bình Khê",
    "Chủ tịch Ủy ban nhân dân huyện Bình Khê",
    "Phòng Lao động - Thương binh và Xã hội huyện Bình Khê",
    "Hội đồng nhân dân xã Hòa An",
    "Thường trực Hội đồng nhân dân phường Đông Tân",
    "Ủy ban nhân dân xã Hòa An",
    "Chủ tịch Ủy ban nhân dân phường 15",
    "Phòng Văn hóa - Xã hội xã Hòa An",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Hòa An",
    "Hội đồng nhân dân đặc khu Côn Sơn",
    "Ủy ban nhân dân đặc khu Côn Sơn",
    "Chủ tịch Ủy ban nhân dân đặc khu Côn Sơn",
];

/// Days of every regime, and of every stretch of it in which other laws are cited or other organs
/// have power.
const DAYS: [&str; 9] = [
    "2018-04-10",
    "2020-05-20",
    "2020-09-01",
    "2022-06-15",
    "2025-03-20",
    "2025-05-20",
    "2025-06-25",
    "2025-08-12",
    "2026-11-23",
];

const CLASSES: [Class; 2] = [Class::Normative, Class::Administrative];

fn request(form: &str, organ: &str, class: Class, day: &str) -> Request {
    Request {
        form: form.to_owned(),
        organ: organ.to_owned(),
        level: None,
        class: Some(class),
        day: day.parse().expect("a day"),
        title: None,
        place: None,
        attached: None,
    }
}

/// The findings on a draft, one a line, with the severity first.
fn findings(book: &RuleBook, file: &str, bytes: &[u8], day: Date, class: Class) -> Vec<String> {
    let options =
        Options { stage: None, as_of: None, today: day, class: None, only: Vec::new(), skip: Vec::new() };
    let checked = check(file, bytes, &options, book).expect("readable");
    let mut found = Vec::new();
    if checked.judged.class != Some(class) || checked.judged.regime.is_none() {
        found.push(format!("judged as {:?} under {:?}", checked.judged.class, checked.judged.regime));
    }
    let is_place = |words: &str| words.contains('[');
    for finding in checked.findings {
        let words = finding.span.of(&checked.draft.text);
        if finding.severity > Severity::Note || !is_place(words) {
            found.push(format!("{:?} {}: {} “{words}”", finding.severity, finding.rule, finding.message.vi));
        }
    }
    found
}

/// The text but for month and year: drafts that differ in nothing else need one check.
fn timeless(request: &Request, sketch: &Sketch) -> String {
    let (year, month) = (request.day.year(), request.day.month());
    let padded = if month < 3 { format!("0{month}") } else { month.to_string() };
    let text = sketch.markdown.replace(&format!("tháng {padded} năm {year}"), "");
    format!("{:?} {}", sketch.class, text.replace(&format!("/{year}/"), "/"))
}

/// All drafts that there can be, with what was asked for.
fn all(book: &RuleBook) -> Vec<(Request, Sketch)> {
    let forms: Vec<String> =
        book.forms().expect("forms").forms.iter().map(|form| form.name.clone()).collect();
    let mut sketches = Vec::new();
    let mut seen = BTreeSet::new();
    for form in &forms {
        for organ in ORGANS {
            for class in CLASSES {
                for day in DAYS {
                    let plain = request(form, organ, class, day);
                    let attached = Request { attached: Some("Quy chế".to_owned()), ..plain.clone() };
                    for request in [plain, attached] {
                        let Ok(sketch) = sketch(book, &request) else { continue };
                        if seen.insert(timeless(&request, &sketch)) {
                            sketches.push((request, sketch));
                        }
                    }
                }
            }
        }
    }
    sketches
}

#[test]
fn every_new_draft_is_clean_under_its_own_regime() {
    let (book, layout) = (RuleBook::embedded(), Layout::embedded().expect("the layout"));
    let sketches = all(&book);
    assert!(sketches.len() > 500, "{} drafts", sketches.len());
    let mut report = String::new();
    let mut faulty = 0;
    for (request, sketch) in &sketches {
        let docx = write(&sketch.draft(&layout).expect("readable")).expect("written");
        let mut found = findings(&book, "new.docx", &docx, request.day, sketch.class);
        found.extend(findings(&book, "new.md", sketch.markdown.as_bytes(), request.day, sketch.class));
        if !found.is_empty() {
            faulty += 1;
            let _ = writeln!(
                report,
                "{} | {} | {:?} | {} | {:?}",
                request.form, request.organ, sketch.class, request.day, request.attached
            );
            for line in found {
                let _ = writeln!(report, "    {line}");
            }
        }
    }
    assert!(faulty == 0, "{faulty} of {} drafts have findings:\n{report}", sketches.len());
}

#[test]
fn every_form_has_a_model_in_every_class_that_it_can_have() {
    let book = RuleBook::embedded();
    let sketches = all(&book);
    for form in &book.forms().expect("forms").forms {
        for class in CLASSES {
            let can = class == Class::Administrative || form.normative;
            let has = sketches.iter().any(|(_, sketch)| sketch.form == form.name && sketch.class == class);
            assert_eq!(can, has, "{} {class:?}", form.name);
        }
    }
}
