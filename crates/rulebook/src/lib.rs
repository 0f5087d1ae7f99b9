//! What the files of `rules/` say: their types, strict reading, and the search for faults.
//!
//! Knows no draft and no file system. Whoever embeds rules when a program is built, and whoever loads
//! rules at run time, has them checked by this code.
//!
//! A fault is told with file, line and column, in both languages:
//!
//! ```
//! use thethuc_rulebook::{RuleBook, RuleFile};
//!
//! let file = RuleFile { path: "format/motto.yaml".to_owned(), text: "severity: grave\n".to_owned() };
//! let faults = RuleBook::of_files(&[file]).err().unwrap_or_default();
//! assert_eq!((faults[0].file.as_str(), faults[0].line, faults[0].column), ("format/motto.yaml", 1, 11));
//! ```

pub mod applies;
pub mod bilingual;
pub mod book;
pub mod check;
pub mod clean;
pub mod config;
pub mod contents;
pub mod count;
pub mod embedded;
pub mod error;
pub mod example;
pub mod files;
pub mod form;
pub mod law;
pub mod layout;
pub mod lexicon;
mod loading;
pub mod locate;
pub mod membership;
pub mod organ;
pub mod origin;
pub mod pattern;
pub mod profile;
pub mod regime;
pub mod registry;
pub mod repair;
pub mod rule;
mod scalar;
pub mod schema;
pub mod selector;
pub mod skeleton;
pub mod spellings;
mod substance;
pub mod suggest;
pub mod template;
pub mod terms;
mod validate;
pub mod value;
pub mod variant;
pub mod vocabulary;
pub mod yaml;

pub use applies::Applies;
pub use bilingual::Bilingual;
pub use book::RuleBook;
pub use check::{Check, Kind, KindOfCheck};
pub use contents::Contents;
pub use error::RuleBookError;
pub use example::Example;
pub use files::{Folder, RuleFile};
pub use form::{AttachedText, Components, Form, Forms, Shape};
pub use law::{Instrument, LawReference, Provision};
pub use layout::{Layout, Look, Role};
pub use lexicon::Lexicon;
pub use organ::{Organs, Power, PowerKey};
pub use origin::{Origin, Origins, PackMark};
pub use pattern::{Grams, Pattern};
pub use regime::{Manner, Regime};
pub use registry::{Registered, Registry};
pub use repair::{Because, FixSpec, Rewrite, Safety};
pub use rule::{Condition, Rule};
pub use selector::{HeaderField, Pick, Selector, UnitFacet};
pub use skeleton::{Guise, OrganGuise, Skeleton, Skeletons};
pub use spellings::Spellings;
pub use template::{Case, Node, Template};
pub use terms::Terms;
pub use variant::{Saying, Variant};
