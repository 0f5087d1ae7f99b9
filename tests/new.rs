//! New drafts are without fault under their own regime, for every form, class, organ and level.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;
use thethuc_compose::write;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::document::Class;
use thethuc_core::finding::Severity;
use thethuc_core::look::sheet;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::{Layout, RuleFile};
use thethuc_core::skeleton::{Refusal, Request, Sketch, sketch};
use thethuc_core::text::Date;

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
    "Thường trực Hội đồng nhân dân phường Đông Vân",
    "Ủy ban nhân dân xã Hòa An",
    "Chủ tịch Ủy ban nhân dân phường 45",
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
fn findings(book: &Arc<RuleBook>, file: &str, bytes: &[u8], day: Date, class: Class) -> Vec<String> {
    let options = Options::on(day);
    let door = Checker::new(Arc::clone(book), options).expect("known names");
    let checked = door.check(file, bytes).expect("readable");
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
fn all(book: &Arc<RuleBook>) -> Vec<(Request, Sketch)> {
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

/// What the check finds in a draft as a Word document and as Markdown; empty if it is clean.
fn faults(book: &Arc<RuleBook>, layout: &Layout, request: &Request, sketch: &Sketch) -> String {
    let docx =
        write(&sketch.draft(layout, book.lexicon()).expect("readable"), &sheet(layout)).expect("written");
    let mut found = findings(book, "new.docx", &docx, request.day, sketch.class);
    found.extend(findings(book, "new.md", sketch.markdown.as_bytes(), request.day, sketch.class));
    if found.is_empty() {
        return String::new();
    }
    let Request { form, organ, day, attached, .. } = request;
    format!("{form} | {organ} | {:?} | {day} | {attached:?}\n    {}\n", sketch.class, found.join("\n    "))
}

#[test]
fn every_new_draft_is_clean_under_its_own_regime() {
    let book = Arc::new(thethuc_law::book());
    let layout = book.layout().expect("a layout");
    let sketches = all(&book);
    assert!(sketches.len() > 500, "{} drafts", sketches.len());
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = |part: &[(Request, Sketch)]| -> String {
        part.iter().map(|(request, sketch)| faults(&book, layout, request, sketch)).collect()
    };
    let report: String = std::thread::scope(|scope| {
        let parts = sketches.chunks(sketches.len().div_ceil(workers));
        let running: Vec<_> = parts.map(|part| scope.spawn(|| share(part))).collect();
        running.into_iter().map(|worker| worker.join().expect("a worker ends")).collect()
    });
    assert!(report.is_empty(), "drafts with findings:\n{report}");
}

/// What is wrong with the places of a draft: each is one pair of brackets around several words (or one of a
/// day or number) on one line, as the check knows them, and nothing else is left open but number and day, which the law leaves blank.
fn misshapen(markdown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for line in markdown.lines() {
        let plain = line.replace("\\[", "").replace("\\]", "");
        let mut rest = plain.as_str();
        let mut outside = String::new();
        while let Some((before, behind)) = rest.split_once('[') {
            outside.push_str(before);
            let Some((place, after)) = behind.split_once(']') else { break };
            let is_worded = place.contains(' ') || ["ngày", "tháng", "năm", "số"].contains(&place);
            if place.contains('[') || !is_worded || place.trim() != place {
                faults.push(line.to_owned());
            }
            rest = after;
        }
        outside.push_str(rest);
        if outside.contains(['[', ']', '…', '_', '<', '{', '}']) && !outside.contains("<br>")
            || outside.contains("...")
        {
            faults.push(line.to_owned());
        }
    }
    faults
}

#[test]
fn every_place_to_fill_in_has_one_shape_and_is_highlighted_in_word() {
    let book = Arc::new(thethuc_law::book());
    let layout = book.layout().expect("a layout");
    let mut checked = BTreeSet::new();
    for (request, sketch) in all(&book) {
        assert_eq!(misshapen(&sketch.markdown), Vec::<String>::new(), "{request:?}");
        if !checked.insert((sketch.form.clone(), sketch.class == Class::Normative)) {
            continue;
        }
        let bytes = write(&sketch.draft(layout, book.lexicon()).expect("readable"), &sheet(layout));
        let again = thethuc_core::read::read("new.docx", &bytes.expect("written")).expect("readable");
        let mut marked = String::new();
        for run in again.paragraphs.iter().flat_map(|paragraph| &paragraph.runs) {
            let words = run.span.of(&again.text);
            let is_place = words.contains(['[', ']']);
            assert_eq!(run.style.highlight.is_some(), is_place || marked.ends_with('['), "{words}");
            if run.style.highlight.is_some() {
                marked.push_str(words);
            }
        }
        assert_eq!(marked.matches('[').count(), sketch.places, "{request:?}");
        assert_eq!(marked.matches(']').count(), sketch.places, "{request:?}");
    }
    assert!(checked.len() > 25);
}

/// The reason for which a draft is refused.
fn refusal(form: &str, organ: &str, class: Class, day: &str) -> Refusal {
    sketch(&thethuc_law::book(), &request(form, organ, class, day)).expect_err("refused")
}

#[test]
fn a_normative_decision_of_a_communes_chair_is_refused_with_what_is_possible() {
    let refusal = refusal("Quyết định", "Chủ tịch UBND xã Hòa An", Class::Normative, "2026-03-02").words();
    for words in [
        "Chủ tịch Ủy ban nhân dân cấp xã không được ban hành Quyết định",
        "Nghị quyết của Hội đồng nhân dân",
        "Quyết định của Ủy ban nhân dân",
        "--class administrative",
    ] {
        assert!(refusal.vi.contains(words), "{}", refusal.vi);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    use Class::{Administrative, Normative};
    let committee = "Ủy ban nhân dân xã Hòa An";
    let day = "2026-03-02";
    let is = |form, organ, class, day, expected: fn(&Refusal) -> bool| {
        let refusal = refusal(form, organ, class, day);
        assert!(expected(&refusal), "{form} {organ} {day}: {refusal:?}");
        assert!(refusal.words().vi.ends_with('.') && refusal.words().en.ends_with('.'));
    };
    is(
        "Quyết địn",
        committee,
        Administrative,
        day,
        |it| matches!(it, Refusal::Form { near: Some(near), .. } if near == "Quyết định"),
    );
    is("Kế hoạch", "Bộ Tư pháp", Administrative, day, |it| matches!(it, Refusal::Organ { .. }));
    is("Kế hoạch", "Ủy ban nhân dân", Administrative, day, |it| matches!(it, Refusal::Unit { .. }));
    is("Kế hoạch", "UBND huyện Bình Khê", Administrative, day, |it| {
        matches!(it, Refusal::NoLevel { .. })
    });
    is("Kế hoạch", "UBND đặc khu Côn Sơn", Administrative, "2024-05-01", |it| {
        matches!(it, Refusal::NoLevel { .. })
    });
    is("Kế hoạch", committee, Normative, day, |it| matches!(it, Refusal::NotNormative { .. }));
    is("Quyết định", committee, Normative, "2015-01-10", |it| matches!(it, Refusal::Regime { .. }));
    is("Quyết định", committee, Normative, "2025-05-10", |it| matches!(it, Refusal::Power { .. }));
    is("Nghị quyết", committee, Normative, day, |it| matches!(it, Refusal::Power { .. }));
    is("Nghị quyết", committee, Administrative, day, |it| matches!(it, Refusal::Model { .. }));
}

#[test]
fn forms_are_named_as_people_name_them() {
    let book = Arc::new(thethuc_law::book());
    let cases = [
        ("quyết định", "Quyết định"),
        ("QĐ", "Quyết định"),
        ("qd", "Quyết định"),
        ("to trinh", "Tờ trình"),
        ("to-trinh", "Tờ trình"),
        ("TTr", "Tờ trình"),
        ("Giấy uỷ quyền", "Giấy ủy quyền"),
        ("Official letter", "Công văn"),
    ];
    for (words, form) in cases {
        let request = request(words, "Ủy ban nhân dân xã Hòa An", Class::Administrative, "2026-03-02");
        assert_eq!(sketch(&book, &request).expect("a draft").form, form, "{words}");
    }
}

#[test]
fn what_the_drafter_states_stands_in_the_draft() {
    let book = Arc::new(thethuc_law::book());
    let plain = request("Quyết định", "ubnd phường 45", Class::Normative, "2026-02-02");
    let title = Some("Ban hành Quy chế quản lý *chợ* | [tạm]".to_owned());
    let stated = Request { title, place: Some("Vân Hạ".to_owned()), ..plain };
    let text = sketch(&book, &stated).expect("a draft").markdown;
    let draft = thethuc_core::read::read("new.md", text.as_bytes()).expect("readable").text;
    for words in [
        "PHƯỜNG 45",
        "/2026/QĐ-UBND",
        "Vân Hạ, ngày     tháng 02 năm 2026",
        "Ban hành Quy chế quản lý *chợ* | [tạm]",
        "ban hành Quyết định ban hành Quy chế quản lý *chợ* | [tạm].",
        "Ban hành kèm theo Quyết định này Quy chế quản lý *chợ* | [tạm].",
        "QUY CHẾ\nQuản lý *chợ* | [tạm]",
        "(Ban hành kèm theo Quyết định số      /2026/QĐ-UBND ngày     tháng 02 năm 2026 của Ủy ban nhân dân Phường 45)",
    ] {
        assert!(draft.contains(words), "no “{words}” in {draft}");
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let book = Arc::new(thethuc_law::book());
    let layout = book.layout().expect("a layout");
    let request = request("Công điện", "Chủ tịch UBND tỉnh An Giao", Class::Administrative, "2026-03-02");
    let bytes = || {
        let sketch = sketch(&book, &request).expect("a draft");
        write(&sketch.draft(layout, book.lexicon()).expect("readable"), &sheet(layout)).expect("written")
    };
    assert!(bytes() == bytes());
}

fn file(path: &str, text: &str) -> RuleFile {
    RuleFile { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn a_folder_of_rules_may_bring_its_own_models() {
    let model = "---\nname: { vi: Mẫu của tỉnh, en: Model of the province }\nforms: [Thông báo]\nclass: administrative\norgans: [people's-committee]\ntitle: Về việc [nội dung]\n---\n{include header}\n**{title}**\n\n{if level=commune}\nThông báo của xã./.\n{else}\nThông báo của tỉnh./.\n{end}\n";
    let book = thethuc_law::book().extended(&[file("skeletons/notice.md", model)]).expect("sound");
    let request = request("Thông báo", "UBND xã Hòa An", Class::Administrative, "2026-03-02");
    let sketch = sketch(&book, &request).expect("a draft");
    assert_eq!(sketch.model.en, "Model of the province");
    assert!(
        sketch.markdown.ends_with("**Về việc [nội dung]**\n\nThông báo của xã./.\n"),
        "{}",
        sketch.markdown
    );
}

#[test]
fn faults_of_models_are_told_with_their_place() {
    let head =
        "---\nname: { vi: A, en: A }\nforms: [Thông báo]\nclass: administrative\norgans: [chair]\n---\n";
    let cases = [
        (format!("{head}A\n{{include heder}}\n"), 8, "header"),
        (format!("{head}A {{titel}}\n"), 7, "title"),
        (format!("{head}{{if level=xã}}\n"), 7, "level=xã"),
        (head.replace("Thông báo", "Thông bao"), 3, "Thông báo"),
        (head.replace("organs", "organ"), 5, "organs"),
        ("A\n".to_owned(), 1, "---"),
    ];
    for (text, line, words) in cases {
        let faults = thethuc_law::book().extended(&[file("skeletons/x.md", &text)]).err().expect("a fault");
        let fault = &faults[0];
        assert_eq!((fault.file.as_str(), fault.line), ("skeletons/x.md", line), "{fault}");
        assert!(fault.to_string().contains(words), "{fault}");
    }
}

#[test]
fn every_form_has_a_model_in_every_class_that_it_can_have() {
    let book = Arc::new(thethuc_law::book());
    let sketches = all(&book);
    for form in &book.forms().expect("forms").forms {
        for class in CLASSES {
            let can = class == Class::Administrative || form.normative;
            let has = sketches.iter().any(|(_, sketch)| sketch.form == form.name && sketch.class == class);
            assert_eq!(can, has, "{} {class:?}", form.name);
        }
    }
}
