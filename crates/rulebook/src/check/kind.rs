//! What a kind of check is, and how the list of all kinds becomes types.

use crate::vocabulary::Words;

/// A kind of check, implemented by what a rule file says under its key. No question has an answer by
/// default: whoever adds a kind answers each of them, beside the type.
pub trait KindOfCheck {
    /// Its key in rule files.
    const NAME: &'static str;

    /// The `{variables}` that its hits give to messages, besides those of every finding.
    fn gives(&self) -> Vec<String>;

    /// Whether it judges all nodes of a selection together, and not each by itself.
    fn is_collective(&self) -> bool;

    /// What it can compute that would put things right. What `{expected}` says is often no replacement:
    /// limits, alternatives, a description.
    fn writes(&self) -> Writes;

    /// What is wrong with the entry, where `serde` cannot see it.
    fn fault(&self) -> Option<Words>;
}

/// What a check can write, besides what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Writes {
    /// Nothing: what is right is not known, or known to people alone.
    Nothing,
    /// Nothing by itself, but the rule states what it says, and may write that.
    Stated,
    /// Changes of looks, pages and lines, or words that go.
    Changes,
    /// The very words, which `replace-with: expected` puts there.
    Words,
}

impl Writes {
    /// Words where there are some.
    pub(super) const fn words_if(known: bool) -> Self {
        if known { Self::Words } else { Self::Nothing }
    }
}

/// Names of variables, as [`KindOfCheck::gives`] returns them.
pub(super) fn named<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

/// The fault of an entry that says nothing to test.
pub(super) fn tests_nothing<K: KindOfCheck>(is_empty: bool) -> Option<Words> {
    is_empty.then(|| Words {
        vi: format!("“{}” không nêu điều gì để kiểm tra", K::NAME),
        en: format!("“{}” tests nothing", K::NAME),
    })
}

/// Makes of the list of kinds the struct `Check` that rule files are read into, the enum [`Kind`] of
/// what one of its keys says, and the way from a kind to its own [`KindOfCheck`]. A kind that combines
/// other checks names them (`nested`).
macro_rules! list_of_kinds {
    (
        combining { $($(#[$note:meta])* $set:ident: $Set:ident($Nest:ty),)+ }
        judging { $($(#[$doc:meta])* $key:ident: $Kind:ident($Entry:ty),)+ }
    ) => {
        /// A check: every key that is given must pass.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[derive(schemars::JsonSchema)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
        pub struct Check {
            $($(#[$note])* pub $set: Option<$Nest>,)+
            $($(#[$doc])* pub $key: Option<$Entry>,)+
        }

        impl Check {
            /// The kinds that are given, in the order of the list.
            pub fn kinds(&self) -> impl Iterator<Item = Kind<'_>> {
                [
                    $(self.$set.as_ref().map(Kind::$Set),)+
                    $(self.$key.as_ref().map(Kind::$Kind),)+
                ]
                .into_iter()
                .flatten()
            }
        }

        /// One kind of check with what the rule says of it.
        #[derive(Clone, Copy, Debug)]
        pub enum Kind<'a> {
            $($(#[$note])* $Set(&'a $Nest),)+
            $($(#[$doc])* $Kind(&'a $Entry),)+
        }

        impl<'a> Kind<'a> {
            /// The names of all kinds.
            pub const NAMES: &'static [&'static str] = &[
                $(<$Nest as KindOfCheck>::NAME,)+
                $(<$Entry as KindOfCheck>::NAME,)+
            ];

            /// The checks that the kind combines.
            pub fn nested(self) -> Vec<&'a Check> {
                match self {
                    $(Self::$Set(entry) => entry.nested(),)+
                    $(Self::$Kind(_) => Vec::new(),)+
                }
            }

            /// See [`KindOfCheck::NAME`].
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Set(_) => <$Nest as KindOfCheck>::NAME,)+
                    $(Self::$Kind(_) => <$Entry as KindOfCheck>::NAME,)+
                }
            }

            /// See [`KindOfCheck::gives`].
            pub fn gives(self) -> Vec<String> {
                list_of_kinds!(@ask self, gives, $($Set)+ $($Kind)+)
            }

            /// See [`KindOfCheck::is_collective`].
            pub fn is_collective(self) -> bool {
                list_of_kinds!(@ask self, is_collective, $($Set)+ $($Kind)+)
            }

            /// See [`KindOfCheck::writes`].
            pub fn writes(self) -> Writes {
                list_of_kinds!(@ask self, writes, $($Set)+ $($Kind)+)
            }

            /// See [`KindOfCheck::fault`].
            pub fn fault(self) -> Option<Words> {
                list_of_kinds!(@ask self, fault, $($Set)+ $($Kind)+)
            }
        }
    };
    (@ask $kind:expr, $question:ident, $($Kind:ident)+) => {
        match $kind {
            $(Self::$Kind(entry) => entry.$question(),)+
        }
    };
}
pub(super) use list_of_kinds;
