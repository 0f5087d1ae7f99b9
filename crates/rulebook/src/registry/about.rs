//! `rules/registry/about.yaml`: up to which day the data reach, and where facts come from.

use crate::Bilingual;
use crate::vocabulary::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What holds for the registers as a whole.
///
/// ```
/// use thethuc_rulebook::registry::About;
/// use thethuc_rulebook::vocabulary::Language;
/// use thethuc_rulebook::yaml;
///
/// let about: About = yaml::read("
/// data-until: 2026-11-29
/// sources:
///   ending: { vi: lời văn bãi bỏ của văn bản, en: the ending clause of }
/// ")?;
/// assert_eq!(about.source("ending:2/2025/NĐ-CP", Language::En), "the ending clause of 2/2025/NĐ-CP");
/// assert_eq!(about.source("Công báo số 5", Language::En), "Công báo số 5");
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct About {
    /// The last day whose instruments were looked for. What was issued or ended later is not known.
    pub data_until: Option<Date>,
    /// Words for the keys in the column `source` of sheets.
    #[serde(default)]
    pub sources: BTreeMap<String, Bilingual>,
}

impl About {
    /// The words of a source: those of its key, with the particulars behind them; free words stay as they are.
    pub fn source(&self, source: &str, language: crate::vocabulary::Language) -> String {
        let (key, particulars) = source.split_once(':').unwrap_or((source, ""));
        match self.sources.get(key) {
            None => source.to_owned(),
            Some(words) => {
                format!("{} {particulars}", words.words().in_language(language)).trim_end().to_owned()
            }
        }
    }
}
