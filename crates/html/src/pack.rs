//! What is drawn only when somebody opens it: small enough that a page on a thousand drafts stays light.
//!
//! The markup lies compressed (zlib, in Base64) in a `<template>`, where a browser sees but one long word. The
//! script makes it what it was.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// The markup, packed; `None` where packing failed, which writing to memory never does.
pub fn packed(markup: &str) -> Option<String> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(markup.len() / 4), Compression::new(LEVEL));
    encoder.write_all(markup.as_bytes()).ok()?;
    Some(STANDARD.encode(encoder.finish().ok()?))
}

/// How hard to try: beyond this it takes longer and gains a hundredth.
const LEVEL: u32 = 6;
