//! Why there can be no such draft, in one sentence, with what is possible instead.

use crate::document::{Class, Level};
use crate::finding::Words;
use crate::rulebook::vocabulary::Language;
use crate::text::Date;

/// A form that an organ may issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// Name of the form.
    pub form: String,
    /// Name of the kind of organ.
    pub organ: Words,
}

/// Why a draft was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The rule book has no forms or no models.
    Empty,
    /// There is no such form.
    Form {
        /// The words of the caller.
        given: String,
        /// The name that was probably meant.
        near: Option<String>,
        /// All names.
        known: Vec<String>,
    },
    /// The words name no organ of a kind that there is a model for.
    Organ {
        /// The words of the caller.
        given: String,
        /// The kinds of organs.
        known: Vec<Words>,
    },
    /// The name lacks the administrative unit.
    Unit {
        /// The name.
        organ: String,
    },
    /// The stated level is not that of the name.
    Level {
        /// The name.
        organ: String,
        /// The stated level.
        level: Level,
    },
    /// There are no organs of that level on the day.
    NoLevel {
        /// The level.
        level: Level,
        /// First day of such organs.
        from: Option<Date>,
        /// Their last day.
        to: Option<Date>,
    },
    /// The form is never normative.
    NotNormative {
        /// The form.
        form: String,
        /// The forms that can be.
        known: Vec<String>,
    },
    /// The rule book has no law for the class on the day.
    Regime {
        /// The class.
        class: Class,
        /// The day.
        day: Date,
        /// The first day that it has law for.
        first: Option<Date>,
    },
    /// The organ has no power to issue it.
    Power {
        /// The form.
        form: String,
        /// The kind of organ.
        organ: Words,
        /// Its level.
        level: Level,
        /// The day.
        day: Date,
        /// What organs of the level may issue.
        possible: Vec<Possible>,
        /// Whether the act can be an administrative one.
        administrative: bool,
    },
    /// Organs of the kind issue no document of the form.
    Model {
        /// The form.
        form: String,
        /// The kind of organ.
        organ: Words,
        /// The kinds of organs that do.
        organs: Vec<Words>,
    },
    /// The form promulgates no attached text.
    Attached {
        /// The form.
        form: String,
    },
}

impl Refusal {
    /// The sentence, in both languages.
    pub fn words(&self) -> Words {
        match self {
            Self::Empty => both(
                "bộ quy tắc không có mẫu dự thảo nào.".to_owned(),
                "the rule book has no models of drafts.".to_owned(),
            ),
            Self::Form { given, near, known } => form(given, near.as_deref(), known),
            Self::Organ { given, known } => organ(given, known),
            Self::Unit { organ } => both(
                format!("tên cơ quan “{organ}” thiếu tên đơn vị hành chính; ghi ví dụ “{organ} xã Hòa An”."),
                format!(
                    "the organ “{organ}” lacks its administrative unit; write for example “{organ} xã Hòa An”."
                ),
            ),
            Self::Level { organ, level } => wrong_level(organ, *level),
            Self::NoLevel { level, from, to } => no_level(*level, *from, *to),
            Self::NotNormative { form, known } => not_normative(form, known),
            Self::Regime { class, day, first } => regime(*class, *day, *first),
            Self::Power { form, organ, level, day, possible, administrative } => {
                let can = possibilities(form, possible, *administrative);
                power(form, organ, *level, *day, &can)
            }
            Self::Model { form, organ, organs } => both(
                format!(
                    "{} không ban hành {form}; loại văn bản này là của: {}.",
                    organ.vi,
                    list(organs, Language::Vi)
                ),
                format!(
                    "{} issues no {form}; the form belongs to: {}.",
                    organ.en,
                    list(organs, Language::En)
                ),
            ),
            Self::Attached { form } => both(
                format!("{form} không ban hành văn bản kèm theo; bỏ --attach."),
                format!("{form} promulgates no attached text; leave out --attach."),
            ),
        }
    }
}

/// A sentence in both languages.
fn both(vi: String, en: String) -> Words {
    Words { vi, en }
}

/// The words name no form.
fn form(given: &str, near: Option<&str>, known: &[String]) -> Words {
    let near_vi = near.map(|near| format!(" (có phải là “{near}”?)")).unwrap_or_default();
    let near_en = near.map(|near| format!(" (did you mean “{near}”?)")).unwrap_or_default();
    let known = known.join(", ");
    both(
        format!("không có loại văn bản “{given}”{near_vi}. Các loại: {known}."),
        format!("there is no form “{given}”{near_en}. The forms: {known}."),
    )
}

/// The words name no organ that there is a model for.
fn organ(given: &str, known: &[Words]) -> Words {
    both(
        format!(
            "không hiểu cơ quan “{given}”; ghi đầy đủ tên, ví dụ “Ủy ban nhân dân xã Hòa An”. Có mẫu cho: {}.",
            list(known, Language::Vi)
        ),
        format!(
            "the organ “{given}” is not understood; give its full name, such as “Ủy ban nhân dân xã Hòa An”. \
             There are models for: {}.",
            list(known, Language::En)
        ),
    )
}

/// The stated level contradicts the name.
fn wrong_level(organ: &str, level: Level) -> Words {
    let level = level_name(level);
    both(
        format!("“{organ}” không phải là cơ quan {}; bỏ --level hoặc sửa tên cơ quan.", level.vi),
        format!("“{organ}” is no organ of {}; leave out --level or mend the name.", level.en),
    )
}

/// No organs of the level on the day.
fn no_level(level: Level, from: Option<Date>, to: Option<Date>) -> Words {
    let Words { vi, en } = level_name(level);
    match (from, to) {
        (_, Some(to)) => both(
            format!(
                "sau ngày {} không còn cơ quan {vi}; ghi --date không muộn hơn ngày đó, hoặc lập dự thảo cho cơ \
                 quan cấp tỉnh, cấp xã.",
                to.vietnamese()
            ),
            format!(
                "after {to} there are no organs of {en}; give a --date no later than that, or draft for a province \
                 or a commune."
            ),
        ),
        (Some(from), None) => both(
            format!("trước ngày {} chưa có cơ quan {vi}; ghi --date từ ngày đó.", from.vietnamese()),
            format!("before {from} there are no organs of {en}; give a --date from that day on."),
        ),
        (None, None) => both(format!("không có cơ quan {vi}."), format!("there are no organs of {en}.")),
    }
}

/// The form cannot be normative.
fn not_normative(form: &str, known: &[String]) -> Words {
    let known = known.join(", ");
    both(
        format!(
            "{form} không phải là văn bản quy phạm pháp luật; chỉ có {known}. Bỏ --class normative để lập văn bản \
             hành chính."
        ),
        format!(
            "{form} is no normative document; only {known} can be. Leave out --class normative for an \
             administrative one."
        ),
    )
}

/// No law for the class on the day.
fn regime(class: Class, day: Date, first: Option<Date>) -> Words {
    let (vi, en) = match class {
        Class::Normative => ("văn bản quy phạm pháp luật", "normative"),
        Class::Administrative => ("văn bản hành chính", "administrative"),
    };
    let from_vi = first.map(|day| format!("; có từ ngày {}", day.vietnamese())).unwrap_or_default();
    let from_en = first.map(|day| format!("; it begins on {day}")).unwrap_or_default();
    both(
        format!("bộ quy tắc không có quy định về {vi} vào ngày {}{from_vi}.", day.vietnamese()),
        format!("the rule book has no law for {en} documents on {day}{from_en}."),
    )
}

/// What can be drafted instead.
fn possibilities(form: &str, possible: &[Possible], administrative: bool) -> Words {
    let mut can = Words::default();
    let mut add = |vi: String, en: String| {
        for (all, one, lead) in [(&mut can.vi, vi, "; có thể lập: "), (&mut can.en, en, "; possible: ")]
        {
            all.push_str(if all.is_empty() { lead } else { ", " });
            all.push_str(&one);
        }
    };
    for Possible { form, organ } in possible {
        add(format!("{form} của {}", organ.vi), format!("{form} of {}", organ.en));
    }
    if administrative {
        add(
            format!("{form} hành chính (--class administrative)"),
            format!("an administrative {form} (--class administrative)"),
        );
    }
    can
}

/// The organ may not issue the form; `can` is what may be done instead.
fn power(form: &str, organ: &Words, level: Level, day: Date, can: &Words) -> Words {
    let level = level_name(level);
    both(
        format!(
            "ngày {}, {} {} không được ban hành {form} là văn bản quy phạm pháp luật{}.",
            day.vietnamese(),
            organ.vi,
            level.vi,
            can.vi
        ),
        format!("on {day} {} of {} has no power to issue a normative {form}{}.", organ.en, level.en, can.en),
    )
}

/// Names in one language, joined by commas.
fn list(words: &[Words], language: Language) -> String {
    words.iter().map(|own| own.in_language(language)).collect::<Vec<_>>().join(", ")
}

/// What people call a level.
fn level_name(level: Level) -> Words {
    let (vi, en) = match level {
        Level::Province => ("cấp tỉnh", "a province"),
        Level::District => ("cấp huyện", "a district"),
        Level::Commune => ("cấp xã", "a commune"),
        Level::SpecialZone => ("đặc khu", "a special zone"),
        Level::Central => ("trung ương", "the centre"),
        Level::Other => ("không rõ cấp", "an unknown level"),
    };
    Words { vi: vi.to_owned(), en: en.to_owned() }
}
