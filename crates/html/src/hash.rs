//! Digests: of files for people who compare them, of style and script for the browser that lets them run.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Bytes of the digest that a document goes by in links of its page.
const KEY: usize = 6;

/// SHA-256 of a file, as `certutil` and `sha256sum` print it.
pub fn of_file(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// What a document goes by in links: a piece knows nothing of the others but its own path.
pub fn key(path: &str) -> String {
    format!("d{}", hexadecimal(&Sha256::digest(path.as_bytes())[..KEY]))
}

/// The source of a policy that lets just this text run.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // A string takes everything.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_written_as_others_write_them() {
        assert_eq!(of_file(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert_eq!(key("abc"), "dba7816bf8f01");
    }
}
