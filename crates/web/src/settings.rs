//! What people set on the page, and the file in which they keep it.

use crate::holding::Placed;
use serde::{Deserialize, Serialize};
use thethuc_core::configured::Asked;
use thethuc_core::document::{Class, Stage};
use thethuc_core::files::copies::AUTHOR;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::profile::OrganProfile;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;

/// The keys of a `thethuc.yaml` that are no part of a profile of organs, but settings of the page.
const KEYS: [&str; 4] = ["stage", "class", "as-of", "language"];

/// What people set, as the page keeps it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settings {
    /// The language of everything.
    pub language: Language,
    /// The stage of drafts.
    pub stage: Option<Stage>,
    /// The day whose law is applied, as people type it.
    pub as_of: Option<String>,
    /// The class of drafts.
    pub class: Option<Class>,
    /// Who reviews: the author of remarks.
    pub reviewer: String,
    /// The profile of organs, as the text of a `thethuc.yaml`.
    pub profile: String,
}

impl Settings {
    /// Reads what the page keeps.
    ///
    /// # Errors
    /// It is not what a page keeps.
    pub fn read(json: &str) -> Result<Self, Words> {
        serde_json::from_str(json).map_err(|error| Words {
            vi: "thiết lập không đọc được".to_owned(),
            en: format!("the settings cannot be read ({error})"),
        })
    }

    /// Reads a `thethuc.yaml`: what of it is kept as settings. Words of drafts may stand in the rest, so that is not
    /// kept anywhere.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn of_file(text: &str) -> Result<FromFile, Words> {
        let (mut own, rest) = Self::parted(text);
        let placed = Placed::read("", &rest)?;
        own.insert("profile".to_owned(), organs_alone(&placed).into());
        let settings = serde_json::from_value::<Self>(own.into()).map_err(|error| {
            // The whole file says it better: the line, and what may stand there.
            Placed::read("", text).err().unwrap_or_else(|| Words {
                vi: "thethuc.yaml: giá trị không dùng được".to_owned(),
                en: format!("thethuc.yaml: a value that cannot be used ({error})"),
            })
        })?;
        settings.asked()?;
        Ok(FromFile { settings, says_more: placed.config().judges() })
    }

    /// Parts the settings of the page from the rest of a `thethuc.yaml`. Lines of the rest keep their numbers, so
    /// that faults are told where they stand.
    pub fn parted(text: &str) -> (serde_json::Map<String, serde_json::Value>, String) {
        let text = text.trim_start_matches('\u{feff}');
        let mut own = serde_json::Map::new();
        let mut rest = String::new();
        for line in text.lines() {
            match own_key(line) {
                Some((key, value)) => drop(own.insert(key.to_owned(), value.into())),
                None => rest.push_str(line),
            }
            rest.push('\n');
        }
        let is_bare = rest.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        (own, if is_bare { "{}".to_owned() } else { rest })
    }

    /// The settings as a `thethuc.yaml`, with the rest of one that was given.
    pub fn file(&self, given: Option<&Placed>) -> String {
        let mut text = String::new();
        let mut add = |own: &str| {
            if !own.trim().is_empty() {
                text.extend([own.trim(), "\n"]);
            }
        };
        add(&self.profile);
        if let Some(given) = given {
            add(&blocks(given.text())
                .filter(|(key, _)| !ORGANS.contains(key))
                .map(|(_, own)| own)
                .collect::<String>());
        }
        let own = serde_json::to_value(self).unwrap_or_default();
        let day = self.as_of.as_deref().and_then(|text| day(text).ok()).map(|day| day.to_string());
        for key in KEYS {
            let value = match key {
                "as-of" => day.as_deref(),
                "language" if self.language == Language::default() => None,
                _ => own[key].as_str(),
            };
            if let Some(value) = value {
                text.extend([key, ": ", value, "\n"]);
            }
        }
        text
    }

    /// The names of the organs that are set.
    pub fn organ_names(&self) -> Vec<String> {
        let organs = self.placed().ok().flatten().and_then(|own| own.config().profile());
        organs.map(|own| own.all().map(|organ| organ.name.clone()).collect()).unwrap_or_default()
    }

    /// The name in which remarks are made.
    pub fn author(&self) -> &str {
        let own = self.reviewer.trim();
        if own.is_empty() { AUTHOR } else { own }
    }

    /// What people ask for, before every configuration.
    ///
    /// # Errors
    /// A day that is none.
    pub fn asked(&self) -> Result<Asked, Words> {
        let as_of = self.as_of.as_deref().map(day).transpose()?;
        Ok(Asked { stage: self.stage, class: self.class, as_of, ..Asked::default() })
    }

    /// What is set of organs, where anything is.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn placed(&self) -> Result<Option<Placed>, Words> {
        if self.profile.trim().is_empty() {
            return Ok(None);
        }
        Placed::read("", &self.profile).map(Some)
    }
}

/// What a `thethuc.yaml` holds.
#[derive(Debug, Serialize)]
pub struct FromFile {
    /// What is kept.
    #[serde(flatten)]
    pub settings: Settings,
    /// Whether it says more, which holds until the page is closed.
    pub says_more: bool,
}

/// The keys of organs.
const ORGANS: [&str; 2] = ["organ", "organs"];

/// The blocks of a YAML text that begin with a key of the file, each with that key; what stands before the first has
/// none.
fn blocks(text: &str) -> impl Iterator<Item = (&str, &str)> {
    fn begins(line: &str) -> Option<(&str, &str)> {
        line.split_once(':').filter(|_| line.starts_with(|first: char| first.is_ascii_alphabetic()))
    }
    let mut starts: Vec<(&str, usize)> = vec![("", 0)];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        starts.extend(begins(line).map(|(key, _)| (key, at)));
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(_, start)| *start).chain([at]).collect();
    starts.into_iter().zip(ends).map(|((key, start), end)| (key, &text[start..end]))
}

/// What a configuration says of organs, as text; of one that is not written block by block their names.
fn organs_alone(placed: &Placed) -> String {
    let Some(profile) = placed.config().profile() else { return String::new() };
    let cut: String =
        blocks(placed.text()).filter(|(key, _)| ORGANS.contains(key)).map(|(_, own)| own).collect();
    if Placed::read("", &cut).ok().and_then(|own| own.config().profile()).as_ref() == Some(&profile) {
        return cut;
    }
    let name = |organ: &OrganProfile| format!("- name: {}\n", serde_json::Value::from(organ.name.as_str()));
    format!("organs:\n{}", profile.all().map(name).collect::<String>())
}

/// A line that holds a setting of the page.
fn own_key(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let value = value.split(" #").next().unwrap_or_default();
    KEYS.contains(&key).then(|| (key, value.trim().trim_matches(['"', '\''])))
}

/// A day as people type it.
///
/// # Errors
/// Says how days are written.
pub fn day(text: &str) -> Result<Date, Words> {
    Date::typed(text.trim()).map_err(|_| Words {
        vi: format!("ngày “{text}” không có trong lịch; hãy ghi như 02/3/2026"),
        en: format!("“{text}” is no day of the calendar; write it like 02/3/2026"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_file(text: &str) -> Settings {
        Settings::of_file(text).expect("settings").settings
    }

    #[test]
    fn what_is_set_reaches_the_checker() {
        let json = r#"{"language":"en","stage":"issue","as-of":"02/3/2026","class":"administrative",
            "profile":"organ: { name: Ủy ban nhân dân xã Hòa An }"}"#;
        let settings = Settings::read(json).expect("settings");
        let asked = settings.asked().expect("a wish");
        assert_eq!(asked.as_of, Date::new(2026, 3, 2));
        assert_eq!((asked.stage, asked.class), (Some(Stage::Issue), Some(Class::Administrative)));
        assert_eq!(settings.organ_names(), ["Ủy ban nhân dân xã Hòa An"]);
        assert_eq!(settings.author(), AUTHOR);
    }

    #[test]
    fn what_is_saved_is_read_back() {
        let own = Settings {
            stage: Some(Stage::Issue),
            as_of: Some("02/3/2026".to_owned()),
            class: Some(Class::Administrative),
            profile: "organ:\n  name: \"Ủy ban nhân dân xã Hòa An\"\n".to_owned(),
            ..Settings::default()
        };
        let text = own.file(None);
        assert!(text.contains("as-of: 2026-03-02") && text.contains("stage: issue"), "{text}");
        let again = of_file(&text);
        assert_eq!((again.stage, again.class), (own.stage, own.class));
        assert_eq!(again.asked().expect("a wish").as_of, own.asked().expect("a wish").as_of);
        assert_eq!(again.file(None), text);
        assert_eq!(again.organ_names(), ["Ủy ban nhân dân xã Hòa An"]);
        assert_eq!(of_file("# nothing\n"), Settings::default());
    }

    #[test]
    fn of_a_whole_file_only_organs_are_kept_and_the_rest_is_saved_again() {
        let text = "organ:\n  name: Ủy ban nhân dân xã Hòa An\n  signers:\n  - { position: Chủ tịch }\nsilence:\n\
            - rule: format/motto\n  words: lời văn của dự thảo\n  reason: phôi in sẵn\nstage: issue\n";
        let own = Settings::of_file(text).expect("settings");
        assert!(own.says_more && own.settings.profile.contains("signers"));
        assert!(!serde_json::to_string(&own).expect("json").contains("lời văn của dự thảo"));
        let (_, rest) = Settings::parted(text);
        let given = Placed::read("", &rest).expect("a configuration");
        let saved = own.settings.file(Some(&given));
        assert!(saved.contains("lời văn của dự thảo") && saved.matches("organ:").count() == 1, "{saved}");
        assert!(Settings::of_file(&saved).expect("settings").says_more);
        let flow = of_file("{ organ: { name: Ủy ban nhân dân xã Hòa An }, skip: [language] }\n");
        assert_eq!(flow.organ_names(), ["Ủy ban nhân dân xã Hòa An"]);
        assert!(!flow.profile.contains("skip"));
    }

    #[test]
    fn faults_of_a_file_stand_in_their_line() {
        let wrong = |text: &str| Settings::of_file(text).expect_err("wrong").vi;
        assert!(wrong("stage: draft\norgan:\n  nam: x\n").contains("thethuc.yaml:3:3"));
        assert!(wrong("stage: soon\n").contains("thethuc.yaml:1:8: không có “soon”"));
        assert!(wrong("as-of: 31/02/2026\n").contains("31/02/2026"));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let wrong = |json: &str| {
            Settings::read(json)
                .and_then(|own| own.asked().and_then(|_| own.placed()))
                .err()
                .expect("wrong")
                .vi
        };
        assert!(wrong(r#"{"as-of":"31/02/2026"}"#).contains("31/02/2026"));
        assert!(wrong(r#"{"profile":"organ:\n  nam: x\n"}"#).contains("thethuc.yaml:2:3"));
        assert!(wrong("1").contains("thiết lập"));
    }
}
