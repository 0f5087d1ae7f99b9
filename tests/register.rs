//! How many of the instruments that real documents cite the register knows.
//!
//! The documents are test data that live beside the repository (`../shared`, or the folder named
//! by `THETHUC_SHARED`); without them the test says so and is skipped.

use std::collections::BTreeMap;
use std::path::PathBuf;
use thethuc_core::document::Citation;
use thethuc_core::rulebook::registry::{Fact, Grade, Registered, Registry};

/// Share of the citations that must be known on sources good enough to contradict a draft.
const LEAST: f64 = 0.81;

fn shared() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let folder = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let published = folder.join("corpus/published");
    published.is_dir().then_some(published)
}

/// How sure an entry is: its surest fact.
fn surest(entry: &Registered) -> Option<Grade> {
    let known = Fact::ALL.into_iter().filter(|fact| entry.day(*fact).is_some());
    known.map(|fact| entry.grade(fact)).max()
}

/// Whether a number is that of an organ of the centre: no People's Council or Committee, with a year, and built
/// as numbers are (`30/2020/NĐ-CP`, `72/2025/QH15`). Of a misprint (`79/2025/NĐCP`) nobody can know anything.
fn is_central(number: &str) -> bool {
    let local = ["UBND", "HĐND", "UB-", "-UB"];
    let (year, symbol) =
        number.split_once('/').and_then(|(_, rest)| rest.split_once('/')).unwrap_or_default();
    let has_year = year.len() == 4 && year.parse::<u32>().is_ok();
    let has_term = symbol.rsplit_once("QH").is_some_and(|(_, term)| term.parse::<u32>().is_ok());
    has_year && (has_term || symbol.contains('-')) && !local.iter().any(|mark| number.contains(mark))
}

/// What a dated citation of a central instrument names, and how sure the register is of it. A law is cited by
/// its number, or by its name and date alone; `None` for what is no such citation.
fn looked_up(citation: &Citation, text: &str, registry: &Registry) -> Option<(String, Option<Grade>)> {
    let date = citation.date.as_ref()?.date;
    if let Some(number) = &citation.number {
        let entry = registry.instrument(number);
        return is_central(number).then(|| (number.clone(), entry.and_then(|entry| surest(&entry))));
    }
    if !matches!(citation.kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh") {
        return None;
    }
    let title = citation.title?.of(text);
    let named = registry.titled(&citation.kind, title);
    let own = named.iter().find(|entry| entry.issued == date);
    Some((format!("{} {title}", citation.kind), own.and_then(|entry| surest(entry))))
}

#[test]
fn four_of_five_cited_instruments_are_known() {
    let Some(folder) = shared() else {
        println!("skipped: ../shared/corpus/published is absent");
        return;
    };
    let book = thethuc_law::book();
    let (mut known, mut all) = (BTreeMap::<Grade, usize>::new(), 0);
    let mut unknown = BTreeMap::<String, usize>::new();
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a document of the corpus");
        let draft = thethuc_core::read::read(&path.to_string_lossy(), &bytes).expect("a readable document");
        let document = thethuc_core::recognize::recognize(&draft, book.lexicon());
        let of_corpus = document.citations.iter();
        for (named, grade) in of_corpus.filter_map(|own| looked_up(own, &draft.text, book.registry())) {
            all += 1;
            match grade {
                Some(grade) => *known.entry(grade).or_default() += 1,
                None => *unknown.entry(named).or_default() += 1,
            }
        }
    }
    let good: usize = [Grade::A, Grade::B].iter().filter_map(|grade| known.get(grade)).sum();
    println!("{all} citations, known: {known:?}, unknown: {unknown:?}");
    assert!(all > 1000, "the corpus has {all} citations of dated central instruments");
    let share = good as f64 / f64::from(u32::try_from(all).expect("a count"));
    assert!(share >= LEAST, "{good} of {all} are known on good sources");
}
