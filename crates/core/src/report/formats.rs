//! The forms that a report can take, by name: one file each, and faces add their own.

use super::format::Format;
use super::json::Json;
use super::jsonl::JsonLines;

/// The forms by name.
pub struct Formats(Vec<Box<dyn Format>>);

impl Default for Formats {
    /// Those that need no face.
    fn default() -> Self {
        Self(vec![Box::new(Json), Box::new(JsonLines)])
    }
}

impl Formats {
    /// Adds a form, which goes before one of the same name.
    #[must_use]
    pub fn with(mut self, format: impl Format + 'static) -> Self {
        self.0.insert(0, Box::new(format));
        self
    }

    /// The names, each once.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for name in self.0.iter().map(|format| format.name()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The form of that name.
    pub fn take(self, name: &str) -> Option<Box<dyn Format>> {
        self.0.into_iter().find(|format| format.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::super::format::Setting;
    use super::super::model::Document;
    use super::super::{Outcome, Reported};
    use super::*;
    use crate::rulebook::vocabulary::Language;

    /// A form of a face, under a name that is taken.
    struct Own;

    impl Format for Own {
        fn name(&self) -> &'static str {
            "json"
        }

        fn piece(&self, document: &Document<'_>, _: &Reported<'_>, _: &Setting<'_>) -> String {
            document.path.to_owned()
        }
    }

    #[test]
    fn a_face_adds_forms_and_may_replace_one() {
        assert_eq!(Formats::default().with(Own).names(), ["json", "jsonl"]);
        let reason = crate::finding::Words::default();
        let reported = Reported { path: "a.md", outcome: Outcome::Unreadable(&reason) };
        let document = Document::of(&reported);
        let book = thethuc_law::book();
        let setting = Setting { language: Language::Vi, names: &book, replacing: &[] };
        let written = |formats: Formats| {
            formats.take("json").map(|format| format.piece(&document, &reported, &setting))
        };
        assert_eq!(written(Formats::default().with(Own)).as_deref(), Some("a.md"));
        assert_ne!(written(Formats::default()).as_deref(), Some("a.md"));
        assert!(Formats::default().take("xml").is_none());
    }
}
