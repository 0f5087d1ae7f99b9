//! What a draft says of itself, for the places `{…}` of steps: a fault of dates or names has to fit the
//! draft that it is planted in.

use super::base::About;
use regex::{Captures, Regex};
use thethuc_core::text::Date;

/// The variables of a draft.
pub struct Variables {
    /// Day of signing.
    day: Date,
    /// Name and words.
    known: Vec<(&'static str, String)>,
    /// What a place looks like.
    place: Regex,
}

impl Variables {
    /// Reads them from the text of a clean draft.
    ///
    /// # Errors
    /// An expression that is none: a fault of this file.
    pub fn of(text: &str, about: &About) -> Result<Self, regex::Error> {
        let first = |pattern: &str| -> Result<Option<String>, regex::Error> {
            let found = Regex::new(pattern)?.captures(text);
            Ok(found.and_then(|found| Some(found.get(1)?.as_str().to_owned())))
        };
        let mut known = vec![
            ("form", about.form.clone()),
            ("form_lower", about.form.to_lowercase()),
            ("FORM", about.form.to_uppercase()),
            ("year", about.day.year().to_string()),
        ];
        for (name, pattern) in [
            ("name", r"(?m)^(\p{Lu}[^:\d\n]+), ngày \d"),
            ("number", r"(?m)^Số: (\d+)/"),
            ("symbol", r"(?m)^Số: \d+/(?:\d{4}/)?(\S+)$"),
            ("designation", r"(?m)^Số: (\S+)$"),
            ("UNIT", r"(?m)^(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\n(.+)$"),
            ("ORGAN", r"(?m)^(ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)$"),
            ("signer", r"(?m)^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHỦ TỌA)\n(.+)$"),
        ] {
            known.extend(first(pattern)?.map(|words| (name, words)));
        }
        let act = text.split("Nơi nhận").next().unwrap_or(text);
        let articles = Regex::new(r"(?m)^Điều (\d+)\.")?;
        known.extend(articles.captures_iter(act).last().map(|own| ("last", own[1].to_owned())));
        let mut own = Self { day: about.day, known, place: Regex::new(r"\{([A-Za-z_]+)([+-]\d+)?\}")? };
        own.name_the_unit();
        Ok(own)
    }

    /// `XÃ VÂN HẠ` and `Vân Hạ` make `xã Vân Hạ`.
    fn name_the_unit(&mut self) {
        let (Some(unit), Some(name)) = (self.value("UNIT"), self.value("name")) else { return };
        let Some(word) = unit.to_lowercase().strip_suffix(&name.to_lowercase()).map(str::to_owned) else {
            return;
        };
        let (word, name) = (word.trim().to_owned(), name.to_owned());
        let organ = match self.value("ORGAN") {
            Some("HỘI ĐỒNG NHÂN DÂN") => "Hội đồng nhân dân",
            _ => "Ủy ban nhân dân",
        };
        self.known.push(("organ", format!("{organ} {word} {name}")));
        self.known.push(("unit", format!("{word} {name}")));
        self.known.push(("word", word));
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.known.iter().find(|(own, _)| *own == name).map(|(_, words)| words.as_str())
    }

    /// The words with their places filled in; `None` where the draft does not know one of them. `quoted` are
    /// words within an expression.
    pub fn fill(&self, words: &str, quoted: bool) -> Option<String> {
        let mut is_known = true;
        let filled = self.place.replace_all(words, |place: &Captures<'_>| {
            let shift = place.get(2).and_then(|own| own.as_str().parse().ok()).unwrap_or(0);
            let value = self.shifted(&place[1], shift);
            is_known &= value.is_some();
            let value = value.unwrap_or_default();
            if quoted { regex::escape(&value) } else { value }
        });
        let filled = filled.into_owned();
        is_known.then_some(filled)
    }

    /// A day after or before signing, a number more or less; other words as they are.
    fn shifted(&self, name: &str, shift: i64) -> Option<String> {
        let day = || Date::from_day_number(self.day.day_number() + shift);
        match name {
            "signed" => day().map(spoken),
            "slashed" => day().map(Date::vietnamese),
            "day" => Some(format!("{:02}", day()?.day())),
            "month" => Some(spoken_month(day()?)),
            _ if shift == 0 => self.value(name).map(str::to_owned),
            _ => Some((self.value(name)?.parse::<i64>().ok()? + shift).to_string()),
        }
    }
}

/// `ngày 05 tháng 01 năm 2026`.
fn spoken(day: Date) -> String {
    format!("ngày {:02} tháng {} năm {}", day.day(), spoken_month(day), day.year())
}

/// The first two months have a zero before them.
fn spoken_month(day: Date) -> String {
    if day.month() < 3 { format!("{:02}", day.month()) } else { day.month().to_string() }
}
