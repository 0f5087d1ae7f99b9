//! What may be repaired: the policy of a rule, and the reasons why some things never are.
//!
//! What decides *which* thing is meant (names, numbers, dates, bases, powers, signers) is for a person;
//! how it is written and how it looks may be repaired. A rule file says which of the two its finding is.

use crate::pattern::Pattern;
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// What `replace-with` says where the check itself computes the words.
pub const EXPECTED: &str = "expected";

/// What a rule says of repairs (`fix`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FixSpec {
    /// Whether it may be applied without asking, with asking, or never.
    pub safety: Safety,
    /// Why it is so; needed where nothing is ever repaired.
    pub because: Option<Because>,
    /// Words to write with `{variables}`, or `expected` for those that the check computes; if not given,
    /// whatever the check computes: words, looks, pages.
    pub replace_with: Option<String>,
    /// How the marked words are written anew: the first entry whose expression they match. Words that match
    /// none have no repair.
    #[serde(default)]
    pub rewrite: Vec<Rewrite>,
}

/// One way of writing the marked words anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rewrite {
    /// What the words are.
    pub pattern: Pattern,
    /// What takes their place; `$1` or `$name` for a group.
    pub replace: String,
}

impl FixSpec {
    /// The marked words written anew; `None` where no entry fits them, or where they are right already.
    pub fn rewritten(&self, words: &str) -> Option<String> {
        let written = self.rewrite.iter().find_map(|own| {
            let captures = own.pattern.regex_for(words)?.captures(words)?;
            let mut written = words[..captures.get(0)?.start()].to_owned();
            captures.expand(&own.replace, &mut written);
            written.push_str(&words[captures.get(0)?.end()..]);
            Some(written)
        });
        written.filter(|written| written != words)
    }
}

/// Whether a repair may be applied without asking.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// It never changes what the document says.
    Safe,
    /// A person must look at it.
    Ask,
    /// There is none: a person must write it.
    Never,
}

/// The table of reasons: the name in rule files, and its sentence in both languages.
macro_rules! reasons {
    ($($(#[$doc:meta])* $Name:ident: ($vi:literal, $en:literal),)+) => {
        /// Why a finding is not repaired by a machine, or not without asking.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[derive(schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Because {
            $($(#[$doc])* $Name,)+
        }

        impl Because {
            /// All reasons.
            pub const ALL: &'static [Self] = &[$(Self::$Name,)+];

            /// The sentence for people.
            pub fn words(self) -> Words {
                let (vi, en) = match self {
                    $(Self::$Name => ($vi, $en),)+
                };
                Words { vi: vi.to_owned(), en: en.to_owned() }
            }
        }
    };
}

reasons! {
    /// Other words would say another thing.
    Meaning: (
        "Sửa chỗ này là thay đổi nội dung văn bản, nên người soạn thảo phải tự quyết định.",
        "To change this is to change what the document says, so its author must decide."
    ),
    /// Which number, date or name is the right one.
    PersonKnows: (
        "Số, ngày, tên hoặc đơn vị nào mới đúng thì chỉ người soạn thảo biết.",
        "Only the author knows which number, date, name or unit is the right one."
    ),
    /// A text that is missing.
    TextToBeWritten: (
        "Nội dung còn thiếu phải do người soạn thảo viết.",
        "What is missing has to be written by the author."
    ),
    /// Units or components that stand elsewhere or are numbered otherwise.
    Structure: (
        "Chuyển chỗ, tách, gộp hoặc đánh lại số sẽ ảnh hưởng đến các chỗ dẫn chiếu; người soạn thảo phải tự làm.",
        "Moving, splitting, joining or renumbering touches what refers to it; the author must do it."
    ),
    /// Who may issue, decide or sign.
    Authority: (
        "Ai ban hành, ai ký và theo thẩm quyền nào thì máy không được quyết định thay.",
        "Who issues, who signs and by which power is not for a machine to decide."
    ),
    /// The basis or the instrument that is cited.
    Basis: (
        "Căn cứ và văn bản viện dẫn phải được người soạn thảo đối chiếu và chọn lại.",
        "Bases and cited instruments have to be checked and chosen by the author."
    ),
    /// Filled in when the document is issued.
    FilledAtIssue: (
        "Phần để trống được văn thư điền khi ban hành.",
        "The blank is filled in by the clerk when the document is issued."
    ),
    /// Several ways to put it right.
    SeveralWays: (
        "Có nhiều cách sửa đúng; người soạn thảo phải chọn một cách.",
        "There are several right ways; the author must choose one."
    ),
    /// Only the whole sentence tells.
    Reading: (
        "Phải đọc cả câu mới biết nên sửa thế nào.",
        "One has to read the sentence to know what to write."
    ),
    /// Letters of a font that cannot be read.
    Unreadable: (
        "Chữ gõ bằng bảng mã hoặc phông riêng phải được chuyển mã cả văn bản rồi đọc soát lại.",
        "Letters of another encoding or font need a conversion of the whole document and a reading afterwards."
    ),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    #[test]
    fn the_policy_is_read_as_it_stands() {
        let never: FixSpec = yaml::read("{ safety: never, because: person-knows }").expect("a policy");
        assert_eq!((never.safety, never.because), (Safety::Never, Some(Because::PersonKnows)));
        let safe: FixSpec = yaml::read("{ safety: safe, replace-with: expected }").expect("a policy");
        assert_eq!(safe.replace_with.as_deref(), Some(EXPECTED));
    }

    #[test]
    fn words_are_written_anew_by_the_first_entry_that_fits() {
        let yaml = r"{ safety: safe, rewrite: [{ pattern: '^[.,]$', replace: ; }, { pattern: '^(\w)$', replace: '$1;' }] }";
        let fix: FixSpec = yaml::read(yaml).expect("a policy");
        assert_eq!(fix.rewritten(",").as_deref(), Some(";"));
        assert_eq!(fix.rewritten("n").as_deref(), Some("n;"));
        assert_eq!(fix.rewritten("–"), None);
    }

    #[test]
    fn every_reason_is_a_sentence_of_its_own() {
        let mut sentences: Vec<String> = Because::ALL.iter().map(|own| own.words().vi).collect();
        assert!(sentences.iter().all(|words| words.ends_with('.')));
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), Because::ALL.len());
    }
}
