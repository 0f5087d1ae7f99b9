//! The licences that go with the programs: ours, and the texts of everything that is in them. Permissive
//! licences ask for nothing else.

use crate::Fault;
use crate::components::Component;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The folder among what is handed out.
const FOLDER: &str = "giay-phep";
/// How files of licences begin, in small letters.
const BEGINNINGS: [&str; 4] = ["license", "licence", "copying", "notice"];

/// Writes them.
///
/// # Errors
/// A crate of others comes without a licence and without a text.
pub fn write(root: &Path, contents: &Path, components: &[Component]) -> Result<(), Fault> {
    let folder = contents.join(FOLDER);
    fs::create_dir_all(&folder)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(name), folder.join(format!("{name}.txt")))?;
    }
    fs::write(folder.join("THIRD-PARTY.txt"), third_party(components)?)?;
    Ok(())
}

/// The list of crates with their licences, then each text once with those that it is for.
fn third_party(components: &[Component]) -> Result<String, Fault> {
    let mut text = String::from("Thành phần của bên thứ ba / Components of others\n\n");
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for own in components.iter().filter(|own| !own.is_own()) {
        let name = format!("{} {}", own.name, own.version);
        if own.licence.is_empty() {
            return Err(format!("{name} does not say under which licence it is").into());
        }
        writeln!(text, "{name}: {}", own.licence)?;
        for licence in texts(&own.folder)? {
            by_text.entry(licence).or_default().push(name.clone());
        }
    }
    for (licence, names) in by_text {
        write!(text, "\n{}\n{}\n\n{}\n", "=".repeat(72), names.join(", "), licence.trim_end())?;
    }
    // Notepad of older Windows knows no other end of a line.
    Ok(text.replace("\r\n", "\n").replace('\n', "\r\n"))
}

/// The texts in the folder of a crate.
fn texts(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if entry.file_type()?.is_file() && BEGINNINGS.iter().any(|own| name.starts_with(own)) {
            all.push(String::from_utf8_lossy(&fs::read(entry.path())?).into_owned());
        }
    }
    all.sort();
    Ok(all)
}
