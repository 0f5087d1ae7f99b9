//! What is damaged: the samples, the bases of the rules, the rules themselves, and the drafts of a corpus where
//! one lies beside the repository.

use std::error::Error;
use std::path::Path;

/// Largest seed, in bytes: large ones take long and show little more.
const LARGEST: u64 = 200_000;
/// Most seeds out of the corpus, of each kind.
const MOST: usize = 150;

/// Seeds by kind.
#[derive(Default)]
pub struct Seeds {
    /// Word documents.
    pub word: Vec<Vec<u8>>,
    /// Drafts in Markdown.
    pub markdown: Vec<Vec<u8>>,
    /// Drafts in plain text.
    pub plain: Vec<Vec<u8>>,
    /// Rule files.
    pub rules: Vec<Vec<u8>>,
    /// Profiles of organs.
    pub profiles: Vec<Vec<u8>>,
}

/// A profile that says all that one can say.
const PROFILE: &str = "organ:\n  name: Ủy ban nhân dân xã Hòa An\n  level: commune\n  signers:\n    - { position: Chủ tịch, name: Nguyễn Văn An }\n    - { position: Phó Chủ tịch, name: Trần Thị Bình }\n";

/// All seeds.
///
/// # Errors
/// The samples or the rules cannot be read.
pub fn all(root: &Path) -> Result<Seeds, Box<dyn Error>> {
    let mut seeds = Seeds::default();
    collect(&root.join("samples"), &mut seeds)?;
    collect(&root.join("rules"), &mut seeds)?;
    let shared = std::env::var_os("THETHUC_SHARED").map_or_else(|| root.join("../shared"), Into::into);
    for folder in ["corpus/hostile", "corpus/cases", "corpus/published"] {
        let folder = shared.join(folder);
        if folder.is_dir() {
            let mut more = Seeds::default();
            collect(&folder, &mut more)?;
            for (own, more) in [
                (&mut seeds.word, more.word),
                (&mut seeds.markdown, more.markdown),
                (&mut seeds.plain, more.plain),
            ] {
                let step = more.len().div_ceil(MOST).max(1);
                own.extend(more.into_iter().step_by(step));
            }
        }
    }
    seeds.plain.extend(seeds.markdown.iter().take(20).cloned().collect::<Vec<_>>());
    let stated = "---\norgan: Ủy ban nhân dân xã Hòa An\nlevel: commune\nclass: normative\nstage: issue\nas-of: 2026-03-01\n---\n\n";
    let with = seeds.markdown.first().map(|own| [stated.as_bytes(), own].concat());
    seeds.markdown.extend(with);
    seeds.profiles.push(PROFILE.as_bytes().to_vec());
    seeds.profiles.push(
        format!("organs:\n{}", PROFILE.replace("organ:\n  name", "  - name").replace("\n  ", "\n    "))
            .into_bytes(),
    );
    Ok(seeds)
}

/// Adds the files below a folder, in the order of their paths.
fn collect(folder: &Path, seeds: &mut Seeds) -> Result<(), Box<dyn Error>> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, seeds)?;
            continue;
        }
        let ending = path.extension().map(|own| own.to_string_lossy().to_lowercase()).unwrap_or_default();
        let kind = match ending.as_str() {
            "docx" => &mut seeds.word,
            "md" => &mut seeds.markdown,
            "txt" => &mut seeds.plain,
            "yaml" => &mut seeds.rules,
            _ => continue,
        };
        if entry.metadata()?.len() <= LARGEST {
            kind.push(std::fs::read(path)?);
        }
    }
    Ok(())
}
