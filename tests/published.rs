//! Recognition against real issued documents with known facts.
//!
//! The documents are test data that live beside the repository (`../shared`, or the folder named
//! by `THETHUC_SHARED`); without them the test says so and is skipped.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use thethuc_core::document::{Class, Document, OrganKind};
use thethuc_core::text::vietnamese::name_key;

/// Share of filled cells of each column that must agree.
const LEAST: f64 = 0.98;

fn shared() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let folder = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let published = folder.join("corpus/published");
    published.is_dir().then_some(published)
}

#[test]
fn facts_agree_with_the_known_ones() {
    let Some(folder) = shared() else {
        println!("skipped: ../shared/corpus/published is absent");
        return;
    };
    let book = thethuc_law::book();
    let gold = std::fs::read_to_string(folder.join("gold.tsv")).expect("gold.tsv is readable");
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut disagreements = String::new();
    for row in gold.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let bytes = std::fs::read(folder.join(cells[0])).expect("a document of the corpus");
        let draft = thethuc_core::read::read(cells[0], &bytes).expect("a readable document");
        let document = thethuc_core::recognize::recognize(&draft, book.lexicon());
        for (column, expected, found) in compare(&cells, &document) {
            if expected.is_empty() {
                continue;
            }
            let (agreed, all) = tally.entry(column).or_default();
            *all += 1;
            if expected == found {
                *agreed += 1;
            } else {
                let _ = writeln!(
                    disagreements,
                    "{}: {column}: known “{expected}”, recognized “{found}”",
                    cells[0]
                );
            }
        }
    }
    println!("{disagreements}");
    for (column, (agreed, all)) in &tally {
        println!("{column}: {agreed} of {all}");
        assert!(*agreed as f64 >= LEAST * *all as f64, "{column}: {agreed} of {all}\n{disagreements}");
    }
    assert_eq!(tally.len(), 9, "all columns were compared");
}

/// Column, known value and recognized value of each fact. Organ is the one printed in the header.
fn compare(cells: &[&str], document: &Document) -> Vec<(&'static str, String, String)> {
    let facts = &document.facts;
    let act = document.act();
    let number = [facts.number.clone(), facts.symbol_year.map(|year| year.to_string()), facts.symbol.clone()];
    let number: Vec<String> = number.into_iter().flatten().collect();
    let printed = act.and_then(|act| act.header.organ_named.clone());
    let lines = act.and_then(|act| act.signature()).map_or_else(String::new, |signature| {
        signature.lines.iter().map(|line| line.line.value.clone()).collect::<Vec<_>>().join(" / ")
    });
    let class = facts.class.map_or("", |(class, _)| match class {
        Class::Normative => "normative",
        Class::Administrative => "administrative",
    });
    vec![
        ("number", cells[1].to_owned(), number.join("/")),
        ("form", cells[2].to_owned(), facts.form.clone().map_or_else(String::new, |(form, _)| form)),
        ("class", cells[3].to_owned(), class.to_owned()),
        ("date", cells[6].to_owned(), facts.date.whole().map_or_else(String::new, |date| date.to_string())),
        (
            "organ kind",
            kind_in_words(cells[4]),
            printed.as_ref().map_or_else(String::new, |organ| format!("{:?}", organ.kind)),
        ),
        (
            "organ level",
            "Province".to_owned(),
            printed.as_ref().map_or_else(String::new, |organ| format!("{:?}", organ.level)),
        ),
        ("organ name", name_key(cells[4]), printed.map_or_else(String::new, |organ| name_key(&organ.name))),
        (
            "province",
            name_key(cells[5]),
            name_key(facts.place.as_deref().unwrap_or_default().trim_start_matches("Thành phố ")),
        ),
        ("signature", squeeze(cells[7]), squeeze(&lines)),
    ]
}

fn kind_in_words(organ: &str) -> String {
    let key = name_key(organ);
    let kind = if key.starts_with("chu") {
        OrganKind::Chair
    } else if key.starts_with("hội") || key.starts_with("hôi") {
        OrganKind::PeoplesCouncil
    } else {
        OrganKind::PeoplesCommittee
    };
    format!("{kind:?}")
}

fn squeeze(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
