//! Faults of the prescribed typography: regimes and provisions that there are none of.

use super::{Report, known_provision, known_regime};
use crate::contents::Contents;

/// The faults of `layout.yaml`.
pub(super) fn faults(contents: &Contents, report: &mut Report<'_>) {
    let Some(layout) = &contents.layout else { return };
    for id in &layout.regimes {
        known_regime(contents, &["regimes"], id, report);
    }
    for id in layout.provisions() {
        known_provision(contents, id, report);
    }
}
