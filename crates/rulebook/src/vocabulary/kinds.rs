//! Kinds of documents, organs and levels, and the stages of a draft.

use serde::{Deserialize, Serialize};

/// Normative (văn bản quy phạm pháp luật) or administrative (văn bản hành chính).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Văn bản quy phạm pháp luật.
    Normative,
    /// Văn bản hành chính.
    Administrative,
}

impl Class {
    /// Both classes.
    pub const ALL: [Self; 2] = [Self::Normative, Self::Administrative];

    /// How files name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normative => "normative",
            Self::Administrative => "administrative",
        }
    }
}

/// How far the draft has come: a blank number is normal in a draft, an error at issue.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Being written.
    #[default]
    Draft,
    /// Being reviewed before it is submitted.
    Review,
    /// About to be signed and numbered.
    Issue,
}

/// Kind of the organ whose power is exercised.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum OrganKind {
    /// Hội đồng nhân dân.
    #[serde(rename = "people's-council")]
    PeoplesCouncil,
    /// Ủy ban nhân dân.
    #[serde(rename = "people's-committee")]
    PeoplesCommittee,
    /// Chủ tịch Ủy ban nhân dân.
    Chair,
    /// Thường trực Hội đồng nhân dân.
    StandingCommittee,
    /// Sở, ban, phòng, văn phòng.
    Department,
    /// Any other.
    Other,
}

/// Level of an organ.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh (until 2025-06-30).
    District,
    /// Xã, phường, thị trấn.
    Commune,
    /// Đặc khu.
    SpecialZone,
    /// Central bodies.
    Central,
    /// Any other, or not to be told.
    Other,
}
