//! Some files, by their paths below a folder.

use crate::rulebook::config::PathPattern;

/// Files below a folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The folder, with forward slashes, as the paths of documents begin; empty for all.
    pub folder: String,
    /// Which of its files, any of these; all where there are none.
    pub patterns: Vec<PathPattern>,
}

impl Area {
    /// Whether a document lies in it.
    pub fn holds(&self, path: &str) -> bool {
        // The root of a file system ends in the stroke that all others lack.
        let below = match self.folder.trim_end_matches('/') {
            "" => Some(path.strip_prefix('/').unwrap_or(path)),
            folder => path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
        };
        below.is_some_and(|own| {
            self.patterns.is_empty() || self.patterns.iter().any(|pattern| pattern.holds(own))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_count_from_the_folder() {
        let pattern = PathPattern::new("phong").expect("a pattern");
        let area = Area { folder: "/kho".to_owned(), patterns: vec![pattern] };
        assert!(area.holds("/kho/phong/a.md"));
        assert!(!area.holds("/kho/a.md") && !area.holds("/kho-cu/phong/a.md") && !area.holds("phong/a.md"));
        assert!(Area { folder: String::new(), patterns: Vec::new() }.holds("a.md"));
        let pattern = PathPattern::new("kho/a.md").expect("a pattern");
        assert!(Area { folder: "/".to_owned(), patterns: vec![pattern] }.holds("/kho/a.md"));
    }
}
