//! Why there can be no such draft, in one sentence, with what is possible instead.

use crate::document::{Class, Level};
use crate::finding::Words;
use crate::language::Language;
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
        Words { vi: self.vietnamese(), en: self.english() }
    }

    fn vietnamese(&self) -> String {
        match self {
            Self::Empty => "bộ quy tắc không có mẫu dự thảo nào.".to_owned(),
            Self::Form { given, near, known } => {
                let near = near.as_ref().map(|near| format!(" có phải là “{near}”?")).unwrap_or_default();
                format!("không có loại văn bản “{given}”;{near} Các loại: {}.", known.join(", "))
            }
            Self::Organ { given, known } => format!(
                "không hiểu cơ quan “{given}”; ghi đầy đủ tên, ví dụ “Ủy ban nhân dân xã Hòa An”. Có mẫu cho: {}.",
                list(known, Language::Vi)
            ),
            Self::Unit { organ } => {
                format!("tên cơ quan “{organ}” thiếu tên đơn vị hành chính; ghi ví dụ “{organ} xã Hòa An”.")
            }
            Self::Level { organ, level } => format!(
                "“{organ}” không phải là cơ quan {}; bỏ --level hoặc sửa tên cơ quan.",
                level_name(*level).vi
            ),
            Self::NoLevel { level, from, to } => {
                let level = level_name(*level).vi;
                match (from, to) {
                    (_, Some(to)) => format!(
                        "sau ngày {to} không còn cơ quan {level}; ghi --date không muộn hơn ngày đó, hoặc lập dự thảo cho cơ quan cấp tỉnh, cấp xã."
                    ),
                    (Some(from), _) => {
                        format!("trước ngày {from} chưa có cơ quan {level}; ghi --date từ ngày đó.")
                    }
                    _ => format!("không có cơ quan {level}."),
                }
            }
            Self::NotNormative { form, known } => format!(
                "{form} không phải là văn bản quy phạm pháp luật; chỉ có {}. Bỏ --class normative để lập văn bản hành chính.",
                known.join(", ")
            ),
            Self::Regime { class, day, first } => {
                let class = match class {
                    Class::Normative => "văn bản quy phạm pháp luật",
                    Class::Administrative => "văn bản hành chính",
                };
                let first = first.map(|day| format!("; có từ ngày {day}")).unwrap_or_default();
                format!("bộ quy tắc không có quy định về {class} vào ngày {day}{first}.")
            }
            Self::Power { form, organ, level, day, possible, administrative } => {
                let mut can: Vec<String> =
                    possible.iter().map(|can| format!("{} của {}", can.form, can.organ.vi)).collect();
                if *administrative {
                    can.push(format!("{form} hành chính (--class administrative)"));
                }
                let can = if can.is_empty() {
                    String::new()
                } else {
                    format!("; có thể lập: {}", can.join(", "))
                };
                format!(
                    "ngày {day}, {} {} không được ban hành {form} là văn bản quy phạm pháp luật{can}.",
                    organ.vi,
                    level_name(*level).vi
                )
            }
            Self::Model { form, organ, organs } => format!(
                "{} không ban hành {form}; loại văn bản này là của: {}.",
                organ.vi,
                list(organs, Language::Vi)
            ),
            Self::Attached { form } => {
                format!("{form} không ban hành văn bản kèm theo; chỉ nghị quyết, quyết định có --attach.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "the rule book has no models of drafts.".to_owned(),
            Self::Form { given, near, known } => {
                let near = near.as_ref().map(|near| format!(" did you mean “{near}”?")).unwrap_or_default();
                format!("there is no form “{given}”;{near} The forms: {}.", known.join(", "))
            }
            Self::Organ { given, known } => format!(
                "the organ “{given}” is not understood; give its full name, such as “Ủy ban nhân dân xã Hòa An”. There are models for: {}.",
                list(known, Language::En)
            ),
            Self::Unit { organ } => {
                format!(
                    "the organ “{organ}” lacks its administrative unit; write for example “{organ} xã Hòa An”."
                )
            }
            Self::Level { organ, level } => format!(
                "“{organ}” is no organ of {}; leave out --level or mend the name.",
                level_name(*level).en
            ),
            Self::NoLevel { level, from, to } => {
                let level = level_name(*level).en;
                match (from, to) {
                    (_, Some(to)) => format!(
                        "after {to} there are no organs of {level}; give a --date no later than that, or draft for a province or a commune."
                    ),
                    (Some(from), _) => format!(
                        "before {from} there are no organs of {level}; give a --date from that day on."
                    ),
                    _ => format!("there are no organs of {level}."),
                }
            }
            Self::NotNormative { form, known } => format!(
                "{form} is no normative document; only {} can be. Leave out --class normative for an administrative one.",
                known.join(", ")
            ),
            Self::Regime { class, day, first } => {
                let class = match class {
                    Class::Normative => "normative",
                    Class::Administrative => "administrative",
                };
                let first = first.map(|day| format!("; it begins on {day}")).unwrap_or_default();
                format!("the rule book has no law for {class} documents on {day}{first}.")
            }
            Self::Power { form, organ, level, day, possible, administrative } => {
                let mut can: Vec<String> =
                    possible.iter().map(|can| format!("{} of {}", can.form, can.organ.en)).collect();
                if *administrative {
                    can.push(format!("an administrative {form} (--class administrative)"));
                }
                let can =
                    if can.is_empty() { String::new() } else { format!("; possible: {}", can.join(", ")) };
                format!(
                    "on {day} {} of {} has no power to issue a normative {form}{can}.",
                    organ.en,
                    level_name(*level).en
                )
            }
            Self::Model { form, organ, organs } => {
                format!("{} issues no {form}; the form belongs to: {}.", organ.en, list(organs, Language::En))
            }
            Self::Attached { form } => {
                format!("{form} promulgates no attached text; only resolutions and decisions take --attach.")
            }
        }
    }
}

fn list(words: &[Words], language: Language) -> String {
    words.iter().map(|own| own.in_language(language)).collect::<Vec<_>>().join(", ")
}

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
