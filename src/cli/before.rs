//! The earlier states of drafts, checked like the present ones: by the same rules, options and day.

use super::config::holding::Holding;
use super::inputs::Input;
use super::since::{Earlier, Since};
use super::words;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use thethuc_core::checker::guarded;
use thethuc_core::finding::Words;
use thethuc_core::triage::{Identity, KnownDocument};

/// What was found in earlier states.
pub struct Before<'a> {
    since: &'a Since,
    /// Drafts that are there no more, checked when a new one is met first.
    gone: OnceLock<Vec<KnownDocument>>,
    /// Earlier states that could not be had or read.
    lost: AtomicUsize,
}

impl<'a> Before<'a> {
    /// The states of a revision.
    pub const fn of(since: &'a Since) -> Self {
        Self { since, gone: OnceLock::new(), lost: AtomicUsize::new(0) }
    }

    /// What was found in the earlier state of a draft; none where it is new, or its earlier state is lost. One that
    /// git takes for new may have been moved and changed at once: then it is known by its number, or its bytes.
    pub fn known(&self, holding: &Holding, input: &Input, identity: &Identity) -> Option<KnownDocument> {
        match self.since.earlier(input) {
            Ok(Some(earlier)) => {
                let known = checked(holding, &earlier);
                if known.is_none() {
                    self.lost.fetch_add(1, Ordering::Relaxed);
                }
                known
            }
            Ok(None) => {
                let gone = self
                    .gone
                    .get_or_init(|| self.since.gone().filter_map(|own| checked(holding, &own)).collect());
                let index = identity.position_among(gone.iter().map(|own| &own.document), |_| false)?;
                gone.get(index).cloned()
            }
            Err(_) => {
                self.lost.fetch_add(1, Ordering::Relaxed);
                None
            }
        }
    }

    /// That some earlier states are lost.
    pub fn told(&self) -> Option<Words> {
        let lost = self.lost.load(Ordering::Relaxed);
        (lost > 0).then(|| {
            words(
                format!("không đọc được bản cũ của {lost} dự thảo, nên mọi phát hiện ở đó được coi là mới."),
                format!("the earlier states of {lost} drafts could not be read, so all that is found in them counts as new."),
            )
        })
    }
}

/// What is found in an earlier state.
fn checked(holding: &Holding, earlier: &Earlier) -> Option<KnownDocument> {
    let check = || holding.checker.check_for(holding.profile.clone(), &earlier.path, &earlier.bytes);
    let checked = guarded(check).ok()?.ok()?;
    let identity = Identity::of(&earlier.path, &checked, &earlier.bytes);
    Some(KnownDocument::of(identity, &checked.findings))
}
