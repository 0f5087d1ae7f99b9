//! One document in the page: what the table of files says of it, and what shows when it is opened.

use crate::body::Body;
use crate::row::Row;
use crate::say::Tongue;
use crate::{Drafts, hash, pack, written};
use askama::Template;
use thethuc_core::finding::Words;
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported};

/// A document as a piece of the page.
#[derive(Template)]
#[template(path = "document.html")]
pub struct Page<'a> {
    l: Tongue,
    key: String,
    path: &'a str,
    folder: &'a str,
    name: &'a str,
    digest: Option<String>,
    row: Row,
    is_open: bool,
    /// Why it could not be read.
    error: Option<&'a Words>,
    /// What shows when it is opened.
    inside: Option<String>,
    /// The same, packed.
    packed: Option<String>,
}

impl<'a> Page<'a> {
    /// The piece of a document.
    pub fn of(
        drafts: Drafts,
        document: &'a Document<'_>,
        reported: &Reported<'a>,
        setting: &Setting<'_>,
    ) -> Self {
        let path = reported.path;
        let start = path.rfind('/').map_or(0, |at| at + 1);
        let folder = &path[..start];
        let page = Self {
            l: Tongue(setting.language),
            key: hash::key(path),
            path,
            folder: folder.strip_prefix("./").unwrap_or(folder),
            name: &path[start..],
            digest: None,
            row: Row::unreadable(),
            is_open: drafts == Drafts::Alone,
            error: None,
            inside: None,
            packed: None,
        };
        match reported.outcome {
            Outcome::Unreadable(reason) => Self { error: Some(reason), ..page },
            Outcome::Checked { checked, source } => {
                let inside = written(&Body::of(&page.key, checked, reported.outcome, setting));
                let packed = if drafts == Drafts::Packed { pack::packed(&inside) } else { None };
                let inside = packed.is_none().then_some(inside);
                let digest = Some(hash::of_file(source));
                Self {
                    digest,
                    row: Row::of(document, checked, reported.outcome, setting.language),
                    inside,
                    packed,
                    ..page
                }
            }
        }
    }
}
