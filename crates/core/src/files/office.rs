//! An office pack: the rules, data and organs of a province or an office as one file, which program and page take
//! as it is.
//!
//! It is a zip archive: [`MANIFEST`] says what it is, `rules/` holds own rules, [`REGISTRY`] newer data, and
//! `thethuc.yaml` what the office says of its organs. Equal contents give equal bytes. Who gave it out is said,
//! not proved: its digest is what an office compares.

use super::dossier::{self, Entry, Refused};
use crate::finding::Words;
use crate::rulebook::config::{Config, FILE};
use crate::rulebook::registry::Pack;
use crate::rulebook::{Folder, PackMark, RuleBook, RuleBookError, RuleFile};
use crate::text::Date;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The file by which a pack is known.
pub const MANIFEST: &str = "thethuc-pack.json";
/// The data, as a sheet or as `thethuc registry build` writes them.
const REGISTRY: &str = "registry.csv";
/// The folder of rules.
const RULES: &str = "rules/";
/// The form of the manifest; keys are added to it, none is renamed or changed in meaning.
const SCHEMA: &str = "thethuc/pack/v1";
/// Longest name of a pack or an issuer, in characters: both stand in one line of a report.
const LONGEST: usize = 120;

/// What the manifest says.
#[derive(Serialize, Deserialize)]
struct Manifest {
    schema: String,
    name: String,
    issuer: String,
    day: Date,
}

/// What goes into a pack.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Own rules, by their paths below their folder.
    pub rules: Vec<RuleFile>,
    /// Newer data.
    pub registry: Option<RuleFile>,
    /// What the office says of its organs and its checks, as a `thethuc.yaml`.
    pub profile: Option<String>,
}

/// A pack that was read.
#[derive(Clone, Debug)]
pub struct OfficePack {
    /// What it is known by.
    pub mark: PackMark,
    /// What the office says of its organs and its checks, where it says anything.
    pub config: Option<(String, Config)>,
    rules: Folder,
    registry: Option<RuleFile>,
}

/// The bytes of a pack.
///
/// # Errors
/// A name that is empty or too long, or an archive that cannot be written.
pub fn written(name: &str, issuer: &str, day: Date, parts: &Parts) -> Result<Vec<u8>, Words> {
    for (own, vi, en) in [(name, "tên gói", "the name"), (issuer, "đơn vị phát hành", "the issuer")] {
        if !is_name(own) {
            return Err(Words {
                vi: format!("{vi} phải có từ 1 đến {LONGEST} ký tự, trên một dòng."),
                en: format!("{en} must have 1 to {LONGEST} characters on one line."),
            });
        }
    }
    let said = Manifest {
        schema: SCHEMA.to_owned(),
        name: name.trim().to_owned(),
        issuer: issuer.trim().to_owned(),
        day,
    };
    // Only a map with keys that are no strings could make this an error.
    let manifest = serde_json::to_string_pretty(&said).unwrap_or_default() + "\n";
    archive(&manifest, parts).map_err(|error| Words {
        vi: "không đóng được gói.".to_owned(),
        en: format!("the pack could not be put together ({error})."),
    })
}

/// Whether words may stand in one line of a report.
fn is_name(words: &str) -> bool {
    !words.trim().is_empty() && words.chars().count() <= LONGEST && !words.chars().any(char::is_control)
}

fn archive(manifest: &str, parts: &Parts) -> ZipResult<Vec<u8>> {
    let mut files = vec![(MANIFEST.to_owned(), manifest)];
    files.extend(parts.profile.as_deref().map(|text| (FILE.to_owned(), text)));
    files.extend(parts.registry.as_ref().map(|file| (REGISTRY.to_owned(), file.text.as_str())));
    let mut rules: Vec<_> =
        parts.rules.iter().map(|file| (format!("{RULES}{}", file.path), file.text.as_str())).collect();
    rules.sort();
    files.extend(rules);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // No file has a time, so that equal contents give equal bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (path, text) in files {
        writer.start_file(path, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The element of a page before which the pack stands, and the one that holds it.
const MODULE: &str = "<script type=\"text/plain\" id=\"module\"";
const ELEMENT: &str = "<script type=\"text/plain\" id=\"pack\">";
const ELEMENT_END: &str = "</script>\n";

/// A page for browsers with a pack inside, in the place of one that it had before. Text of this kind runs
/// nowhere, so the page's own policy lets it be.
///
/// # Errors
/// It is no page of ours.
pub fn in_page(page: &str, bytes: &[u8]) -> Result<String, Words> {
    let no_page = || Words {
        vi: "tệp --page không phải là trang kiểm tra (kiem-tra-the-thuc.html) của chương trình.".to_owned(),
        en: "the file of --page is no page (kiem-tra-the-thuc.html) of the program.".to_owned(),
    };
    let plain = match page.split_once(ELEMENT) {
        Some((before, rest)) => [before, rest.split_once(ELEMENT_END).ok_or_else(no_page)?.1].concat(),
        None => page.to_owned(),
    };
    let (before, after) = plain.split_once(MODULE).ok_or_else(no_page)?;
    Ok([before, ELEMENT, &STANDARD.encode(bytes), ELEMENT_END, MODULE, after].concat())
}

/// Whether an archive is a pack, by the files that lie in it.
pub fn is_pack(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| entry.name == MANIFEST)
}

impl OfficePack {
    /// Reads a pack; `shown` is what people call it.
    ///
    /// # Errors
    /// It is no pack, of a form that is not known here, damaged, or passes a limit of archives.
    pub fn read(shown: &str, bytes: &[u8]) -> Result<Self, Words> {
        let entries = dossier::entries(shown, Cursor::new(bytes)).map_err(|own| said(shown, own))?;
        let entries = entries.filter(|own| is_pack(own)).ok_or_else(|| no_pack(shown))?;
        let (mut manifest, mut config, mut registry) = (None, None, None);
        let mut rules = Folder::default();
        let is_part = |name: &str| [MANIFEST, FILE, REGISTRY].contains(&name) || name.starts_with(RULES);
        for entry in entries.iter().filter(|entry| is_part(&entry.name)) {
            let bytes = dossier::bytes(shown, Cursor::new(bytes), entry).map_err(|own| said(shown, own))?;
            let name = entry.name.as_str();
            let file = RuleFile::of_bytes(&format!("{shown}/{name}"), bytes);
            match name {
                MANIFEST => {
                    manifest = file.ok().and_then(|file| serde_json::from_str::<Manifest>(&file.text).ok());
                }
                FILE => config = Some(configuration(shown, file.map_err(|fault| told(&[fault]))?)?),
                REGISTRY => registry = Some(file.map_err(|fault| told(&[fault]))?),
                _ => match (name.strip_prefix(RULES).filter(|path| RuleFile::is_one(path)), file) {
                    (Some(path), Ok(file)) => rules.files.push(RuleFile { path: path.to_owned(), ..file }),
                    (Some(_), Err(fault)) => rules.lost.push(fault),
                    (None, _) => {}
                },
            }
        }
        let is_known = |own: &Manifest| own.schema == SCHEMA && is_name(&own.name) && is_name(&own.issuer);
        let own = manifest.filter(is_known).ok_or_else(|| other_form(shown))?;
        let mark = PackMark { name: own.name, issuer: own.issuer, day: own.day, digest: digest(bytes) };
        Ok(Self { mark, config, rules, registry })
    }

    /// A rule book with what the pack holds.
    ///
    /// # Errors
    /// All faults of its rules and data.
    pub fn added(&self, book: &RuleBook) -> Result<RuleBook, Vec<RuleBookError>> {
        let mut made = book.with_own(&self.rules)?;
        if let Some(file) = &self.registry {
            made = made.with_pack(Pack::of_file(file)?);
        }
        Ok(made.marked(self.mark.clone()))
    }
}

/// What the office says of itself. Paths lead nowhere from within a pack, so none may stand there.
fn configuration(shown: &str, file: RuleFile) -> Result<(String, Config), Words> {
    let config = Config::read(&file.text).map_err(|fault| Words {
        vi: format!("“{shown}/{FILE}”, dòng {}: {}.", fault.line, fault.words.vi),
        en: format!("“{shown}/{FILE}”, line {}: {}.", fault.line, fault.words.en),
    })?;
    let leading = config.leading_elsewhere().join(", ");
    if leading.is_empty() {
        return Ok((file.text, config));
    }
    Err(Words {
        vi: format!(
            "“{shown}/{FILE}” dẫn tới tệp khác ({leading}); trong gói chỉ ghi cơ quan và cách kiểm tra."
        ),
        en: format!(
            "“{shown}/{FILE}” leads to other files ({leading}); in a pack it says who the organs are and how to check."
        ),
    })
}

/// SHA-256 of bytes, hexadecimal.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // A string takes everything.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Faults of files as one text, a line each.
pub fn told(faults: &[RuleBookError]) -> Words {
    let line =
        |own: &RuleBookError, words: &str| format!("\n{}:{}:{}: {words}", own.file, own.line, own.column);
    Words {
        vi: faults.iter().map(|own| line(own, &own.words.vi)).collect(),
        en: faults.iter().map(|own| line(own, &own.words.en)).collect(),
    }
}

fn said(shown: &str, refused: Refused) -> Words {
    match refused {
        Refused::Because(words) => words,
        Refused::Io(error) => Words {
            vi: format!("không đọc được gói “{shown}”."),
            en: format!("the pack “{shown}” cannot be read ({error})."),
        },
    }
}

fn no_pack(shown: &str) -> Words {
    Words {
        vi: format!("“{shown}” không phải là gói do lệnh thethuc pack tạo ra."),
        en: format!("“{shown}” is no pack as thethuc pack makes it."),
    }
}

fn other_form(shown: &str) -> Words {
    Words {
        vi: format!(
            "“{shown}” là gói bị hỏng hoặc của bản chương trình mới hơn; hãy lấy lại gói, hoặc dùng bản chương trình mới hơn."
        ),
        en: format!(
            "“{shown}” is a damaged pack, or one for a newer program; get the pack again, or a newer program."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = "# data-until: 2027-03-31\nnumber,kind,issuer,title,issued,effective,expired,replaced_by,confidence,source\n1/2027/NĐ-CP,Nghị định,Chính phủ,về,2027-01-05,,,,A,Công báo\n";

    fn parts() -> Parts {
        let rule = "title: { vi: Riêng, en: Own }\nlaw: [nd30/C-01]\nseverity: warning\nselect: header.national_name\ncheck: { text: { equals: CỘNG HÒA } }\nmessage: { vi: \"Riêng {found}.\", en: \"Own {found}.\" }\nhelp: { vi: Sửa., en: Mend. }\nfix: { safety: never, because: person-knows }\nexamples:\n  - from: decision-admin-commune-2026\n    set: { header.national_name: CỘNG }\n";
        Parts {
            rules: vec![RuleFile { path: "rieng/quoc-hieu.yaml".to_owned(), text: rule.to_owned() }],
            registry: Some(RuleFile { path: "moi.csv".to_owned(), text: ROW.to_owned() }),
            profile: Some("organ: { name: Ủy ban nhân dân tỉnh Thử }\nstage: issue\n".to_owned()),
        }
    }

    fn bytes(parts: &Parts) -> Vec<u8> {
        written("Gói thử", "Sở Nội vụ", Date::new(2026, 11, 29).expect("a day"), parts).expect("a pack")
    }

    #[test]
    fn a_pack_is_read_as_it_was_written() {
        let made = bytes(&parts());
        assert_eq!(made, bytes(&parts()), "equal contents give equal bytes");
        let pack = OfficePack::read("goi.zip", &made).expect("a pack");
        assert_eq!((pack.mark.name.as_str(), pack.mark.issuer.as_str()), ("Gói thử", "Sở Nội vụ"));
        assert_eq!((pack.mark.day.to_string().as_str(), pack.mark.digest.len()), ("2026-11-29", 64));
        let book = pack.added(&thethuc_law::book()).expect("a book");
        assert!(book.rule("rieng/quoc-hieu").is_some());
        assert_eq!(book.registry().data_until(), Date::new(2027, 3, 31));
        assert_eq!(book.origins().packs(), std::slice::from_ref(&pack.mark));
        let later = book.with_own(&Folder::default()).expect("a book");
        assert_eq!(later.origins().packs().len(), 1, "what is added later leaves the mark");
        assert_eq!(pack.config.and_then(|(_, own)| own.profile()).map(|own| own.all().count()), Some(1));
    }

    #[test]
    fn a_page_holds_one_pack() {
        let page = format!("<body>\n{MODULE}>abc</script>\n</body>");
        let with = in_page(&page, b"first").expect("a page");
        assert!(with.contains(&format!("{ELEMENT}Zmlyc3Q={ELEMENT_END}{MODULE}")));
        let again = in_page(&with, b"second").expect("a page");
        assert!(again.contains("c2Vjb25k") && again.matches(ELEMENT).count() == 1);
        assert_eq!(again.len(), page.len() + ELEMENT.len() + 8 + ELEMENT_END.len());
        assert!(in_page("<html></html>", b"x").is_err());
    }

    #[test]
    fn what_is_no_pack_is_told() {
        let fault = |bytes: &[u8]| OfficePack::read("goi.zip", bytes).expect_err("no pack").vi;
        assert!(fault(b"no archive").contains("goi.zip"));
        let elsewhere =
            Parts { profile: Some("rules: [a]\ndecisions: [b]\n".to_owned()), ..Parts::default() };
        assert!(fault(&bytes(&elsewhere)).contains("(rules, decisions)"));
        let wrong = Parts { profile: Some("organ:\n  nam: x\n".to_owned()), ..Parts::default() };
        assert!(fault(&bytes(&wrong)).contains("dòng 2"));
        let day = Date::new(2026, 11, 29).expect("a day");
        assert!(written(" ", "Sở", day, &Parts::default()).is_err());
        assert!(written("a\nb", "Sở", day, &Parts::default()).is_err());
    }

    #[test]
    fn faults_of_rules_are_told_with_their_place() {
        let rules = vec![RuleFile { path: "rieng/a.yaml".to_owned(), text: "titel: x\n".to_owned() }];
        let pack = OfficePack::read("goi.zip", &bytes(&Parts { rules, ..Parts::default() })).expect("a pack");
        let faults = pack.added(&thethuc_law::book()).err().expect("faults");
        assert!(told(&faults).vi.contains("rieng/a.yaml:1:1"), "{faults:?}");
    }
}
