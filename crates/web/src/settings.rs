//! What people set on the page, and the file in which they keep it.

use serde::{Deserialize, Serialize};
use std::sync::Arc;
use thethuc_core::checker::Options;
use thethuc_core::document::{Class, Stage};
use thethuc_core::files::copies::AUTHOR;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::Config;
use thethuc_core::rulebook::profile::Profile;
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

    /// Reads a `thethuc.yaml`.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn of_file(text: &str, today: Date) -> Result<Self, Words> {
        let text = text.trim_start_matches('\u{feff}');
        let mut own = serde_json::Map::new();
        let mut rest = String::new();
        // Lines keep their numbers, so that faults are told where they stand.
        for line in text.lines() {
            match own_key(line) {
                Some((key, value)) => drop(own.insert(key.to_owned(), value.into())),
                None => rest.push_str(line),
            }
            rest.push('\n');
        }
        let is_bare = rest.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        let rest = if is_bare { String::new() } else { rest };
        own.insert("profile".to_owned(), rest.into());
        let own = serde_json::from_value::<Self>(own.into()).map_err(|error| Words {
            vi: "thethuc.yaml: giá trị không dùng được".to_owned(),
            en: format!("thethuc.yaml: a value that cannot be used ({error})"),
        })?;
        own.options(today).map(|_| own)
    }

    /// The settings as a `thethuc.yaml`.
    pub fn file(&self) -> String {
        let mut text = String::new();
        if !self.profile.trim().is_empty() {
            text.push_str(self.profile.trim());
            text.push('\n');
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
        let organs = self.organs().ok().flatten();
        organs.map(|own| own.all().map(|organ| organ.name.clone()).collect()).unwrap_or_default()
    }

    /// The name in which remarks are made.
    pub fn author(&self) -> &str {
        let own = self.reviewer.trim();
        if own.is_empty() { AUTHOR } else { own }
    }

    /// What the checker is to do.
    ///
    /// # Errors
    /// A day that is none, or a faulty profile.
    pub fn options(&self, today: Date) -> Result<Options, Words> {
        let mut options = Options::on(today);
        options.stage = self.stage;
        options.class = self.class;
        options.as_of = self.as_of.as_deref().map(day).transpose()?;
        options.profile = self.organs()?.map(Arc::new);
        Ok(options)
    }

    /// The profile, where one is set.
    fn organs(&self) -> Result<Option<Profile>, Words> {
        if self.profile.trim().is_empty() {
            return Ok(None);
        }
        profile(&self.profile)
    }
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

/// The organs of a `thethuc.yaml`, where it names any.
///
/// # Errors
/// What is wrong with it, with line and column.
pub fn profile(text: &str) -> Result<Option<Profile>, Words> {
    Config::read(text).map(|own| own.profile()).map_err(|fault| {
        let place = format!("thethuc.yaml:{}:{}", fault.line, fault.column);
        Words { vi: format!("{place}: {}", fault.words.vi), en: format!("{place}: {}", fault.words.en) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_reaches_the_checker() {
        let json = r#"{"language":"en","stage":"issue","as-of":"02/3/2026","class":"administrative",
            "profile":"organ: { name: Ủy ban nhân dân xã Hòa An }"}"#;
        let settings = Settings::read(json).expect("settings");
        let options = settings.options(Date::new(2026, 11, 29).expect("a day")).expect("options");
        assert_eq!(options.as_of, Date::new(2026, 3, 2));
        assert_eq!((options.stage, options.class), (Some(Stage::Issue), Some(Class::Administrative)));
        assert_eq!(options.profile.map(|own| own.all().count()), Some(1));
        assert_eq!(settings.author(), AUTHOR);
    }

    #[test]
    fn what_is_saved_is_read_back() {
        let today = Date::new(2026, 11, 29).expect("a day");
        let own = Settings {
            stage: Some(Stage::Issue),
            as_of: Some("02/3/2026".to_owned()),
            class: Some(Class::Administrative),
            profile: "organ:\n  name: \"Ủy ban nhân dân xã Hòa An\"\n".to_owned(),
            ..Settings::default()
        };
        let text = own.file();
        assert!(text.contains("as-of: 2026-03-02") && text.contains("stage: issue"), "{text}");
        let again = Settings::of_file(&text, today).expect("settings");
        let said = |own: &Settings| {
            let options = own.options(today).expect("options");
            (options.stage, options.as_of, options.class, options.profile)
        };
        assert_eq!(said(&again), said(&own));
        assert_eq!(again.file(), text);
        assert_eq!(again.organ_names(), ["Ủy ban nhân dân xã Hòa An"]);
        assert_eq!(Settings::of_file("# nothing\n", today), Ok(Settings::default()));
    }

    #[test]
    fn faults_of_a_file_stand_in_their_line() {
        let today = Date::new(2026, 11, 29).expect("a day");
        let wrong = |text: &str| Settings::of_file(text, today).expect_err("wrong").vi;
        assert!(wrong("stage: draft\norgan:\n  nam: x\n").contains("thethuc.yaml:3:3"));
        assert!(wrong("stage: soon\n").contains("soon"));
        assert!(wrong("as-of: 31/02/2026\n").contains("31/02/2026"));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let today = Date::new(2026, 11, 29).expect("a day");
        let wrong =
            |json: &str| Settings::read(json).and_then(|own| own.options(today)).expect_err("wrong").vi;
        assert!(wrong(r#"{"as-of":"31/02/2026"}"#).contains("31/02/2026"));
        assert!(wrong(r#"{"profile":"organ:\n  nam: x\n"}"#).contains("thethuc.yaml:2:3"));
        assert!(wrong("1").contains("thiết lập"));
    }
}
