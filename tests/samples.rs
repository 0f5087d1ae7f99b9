//! The committed samples are those that their sources compose.
#![allow(clippy::expect_used, clippy::case_sensitive_file_extension_comparisons)]

#[path = "../examples/samples/main.rs"]
mod samples;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use thethuc::compose::write;

/// The parts of a package, unpacked: how they are compressed is nobody's business.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("a part");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("unpacked");
            (file.name().to_owned(), content)
        })
        .collect()
}

#[test]
fn the_committed_documents_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let drafts = samples::drafts(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("composed");
    assert!(drafts.len() >= 14);
    for (file, draft) in drafts {
        let bytes = write(&draft).expect("written");
        let committed = fs::read(folder.join(&file)).unwrap_or_default();
        let fresh = !committed.is_empty() && parts(&committed) == parts(&bytes);
        assert!(fresh, "{} is stale: run `cargo run --example samples`", file.display());
    }
}

#[test]
fn every_sample_is_told_of() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    for entry in fs::read_dir(&folder).expect("samples") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let is_draft = name.ends_with(".docx") || (name.ends_with(".md") && name != "README.md");
        assert!(!is_draft || readme.contains(&format!("`{name}`")), "{name} is missing in README.md");
    }
}
