//! Remarks in Word files: put in, put in again, and taken out, on samples and on the difficult files
//! beside the repository.
#![allow(clippy::unwrap_used, clippy::expect_used)]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stderr,
    reason = "a test reads files and says what it skips"
)]

use std::fs;
use std::path::{Path, PathBuf};
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::finding::Role;
use thethuc_core::patch::{Author, Extent, Mark, Remark, word};
use thethuc_core::text::Date;

fn author() -> Author {
    Author { name: "Kiểm tra thể thức".to_owned(), initials: "KTTT".to_owned(), moment: None }
}

fn checker() -> Checker {
    Checker::new(thethuc_law::book(), Options::on(Date::new(2026, 11, 29).unwrap())).unwrap()
}

/// A remark for every primary place of every finding.
fn remarks(checked: &Checked) -> Vec<Remark> {
    let head = Remark { mark: Mark::summary(), lines: vec!["Tổng hợp".to_owned()], place: None };
    let each = checked.findings.iter().flat_map(|finding| {
        let places = finding.places.iter().filter(|place| place.role == Role::Primary);
        places.map(|place| Remark {
            mark: Mark::of(&finding.rule, finding.fingerprint),
            lines: vec![format!("PHẢI SỬA: {}", finding.message.vi)],
            place: Some(place.clone()),
        })
    });
    std::iter::once(head).chain(each).take(word::MOST).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "docx") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What must hold of a file with remarks. Says how many were put in; `None` for a file that cannot be read.
fn holds(checker: &Checker, path: &Path) -> Option<usize> {
    let bytes = fs::read(path).unwrap();
    let name = path.display();
    let drafted = checker.check("a.docx", &bytes).ok()?;
    let remarks = remarks(&drafted);
    let annotated = match word::annotate(&bytes, &drafted.draft, &remarks, &author()) {
        Ok(annotated) => annotated,
        Err(word::EditError::NoPlace) => return Some(0),
        Err(error) => panic!("{name}: {error:?}"),
    };
    assert_eq!(annotated, word::annotate(&bytes, &drafted.draft, &remarks, &author()).unwrap(), "{name}");
    let again = checker.check("a.docx", &annotated).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    assert!(again.draft.text == drafted.draft.text, "{name}: the text changed");
    let found = |checked: &Checked| -> Vec<_> {
        checked.findings.iter().map(|own| (own.rule.clone(), own.span, own.fingerprint)).collect()
    };
    assert_eq!(found(&again), found(&drafted), "{name}: the findings changed");
    assert_eq!(word::marks(&annotated).unwrap().len(), remarks.len(), "{name}");
    let cleared = word::clear(&annotated, Extent::Untouched).unwrap();
    assert_eq!((cleared.removed, cleared.answers), (remarks.len(), 0), "{name}");
    assert!(cleared.standing.iter().all(|own| own.mark.is_none()), "{name}");
    assert!(cleared.bytes == bytes, "{name}: the copy without remarks is not the original");
    let clean = checker.check("a.docx", &cleared.bytes).unwrap();
    assert!(clean.draft.text == drafted.draft.text, "{name}: the text changed with the remarks");
    assert_eq!(found(&clean), found(&drafted), "{name}: the findings changed with the remarks");
    Some(remarks.len())
}

#[test]
fn remarks_leave_text_and_findings_as_they_were() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let shared = std::env::var("THETHUC_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared").to_owned());
    let corpora = ["layout", "robustness"].map(|name| Path::new(&shared).join("corpus").join(name));
    let checker = checker();
    for folder in std::iter::once(samples).chain(corpora) {
        if !folder.is_dir() {
            eprintln!("skipped: {} is absent", folder.display());
            continue;
        }
        let all = files(&folder);
        // Hundreds of files in a build that is not optimized: some of them each time are enough.
        let every = if all.len() > 100 { 8 } else { 1 };
        let each: Vec<usize> = all.iter().step_by(every).filter_map(|path| holds(&checker, path)).collect();
        assert!(each.iter().sum::<usize>() > 20, "{}: remarks were put in", folder.display());
        eprintln!("{}: {} files, {} remarks", folder.display(), each.len(), each.iter().sum::<usize>());
    }
}
