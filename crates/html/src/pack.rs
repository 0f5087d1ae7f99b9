//! What is drawn only when somebody opens it: small enough that a page on a thousand drafts stays light.
//!
//! The markup lies compressed (deflate, in Base64) in a `<template>`, where a browser sees but one long word. What
//! drafts have in common is compressed once ([`COMMON`]) and stands before the first of them; each draft goes on
//! from there, as if it were the next words of the same stream. The script puts both together, inflates them and
//! drops what is common.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compress, Compression, FlushCompress, Status};

/// Words and markup that many drafts have, what is most frequent last, as `cargo xtask report-common` cuts them from
/// reports on our own drafts. Any text would do: the better it fits, the smaller the page. Deflate looks back 32 KB
/// and no further.
const COMMON: &str = include_str!("../templates/pack/common.html");

/// How hard to try: beyond this it takes longer and gains a hundredth.
const LEVEL: u32 = 6;

/// What is common, packed, and its length in bytes when it is not; `None` where packing failed, which writing to
/// memory never does.
pub fn common() -> Option<(String, usize)> {
    // Flushed and not finished: whatever follows is part of the same stream.
    deflated(&mut fresh(), COMMON.as_bytes(), FlushCompress::Sync).map(|packed| (packed, COMMON.len()))
}

/// The markup, packed, to go on behind what is common.
pub fn packed(markup: &str) -> Option<String> {
    let mut compress = fresh();
    compress.set_dictionary(COMMON.as_bytes()).ok()?;
    deflated(&mut compress, markup.as_bytes(), FlushCompress::Finish)
}

fn fresh() -> Compress {
    Compress::new(Compression::new(LEVEL), false)
}

fn deflated(compress: &mut Compress, bytes: &[u8], flush: FlushCompress) -> Option<String> {
    // More than deflate ever needs; it takes all at once.
    let mut packed = Vec::with_capacity(bytes.len() + bytes.len() / 8 + 64);
    let status = compress.compress_vec(bytes, &mut packed, flush).ok()?;
    let is_whole = usize::try_from(compress.total_in()).is_ok_and(|read| read == bytes.len());
    (is_whole && status != Status::BufError).then(|| STANDARD.encode(packed))
}
