//! The zip around the parts: what is not changed is copied as it is packed.

use super::EditError;
use crate::read::cause;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What becomes of parts, by the name that the package writes: other bytes, or `None` for one that goes.
pub type Changes = BTreeMap<String, Option<Vec<u8>>>;

/// The package with changed parts. The others keep their packed bytes, all keep their order, and new ones
/// stand at the end in order of their names; no clock is asked, so equal changes give equal bytes.
///
/// # Errors
/// The package is damaged.
pub fn rewrite(bytes: &[u8], mut changes: Changes) -> Result<Vec<u8>, EditError> {
    let damaged = |error: zip::result::ZipError| EditError::Package(cause::of_zip(&error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + bytes.len() / 8)));
    writer.set_raw_comment(archive.comment().into()).map_err(damaged)?;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(damaged)?;
        match changes.remove(file.name().trim_start_matches('/')) {
            Some(Some(content)) => {
                let name = file.name().to_owned();
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(file.last_modified().unwrap_or_default());
                drop(file);
                write(&mut writer, &name, options, &content)?;
            }
            Some(None) => {}
            None => writer.raw_copy_file(file).map_err(damaged)?,
        }
    }
    for (name, content) in changes {
        if let Some(content) = content {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            write(&mut writer, &name, options, &content)?;
        }
    }
    Ok(writer.finish().map_err(damaged)?.into_inner())
}

fn write(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    options: SimpleFileOptions,
    bytes: &[u8],
) -> Result<(), EditError> {
    writer.start_file(name, options).map_err(|error| EditError::Package(cause::of_zip(&error)))?;
    writer.write_all(bytes).map_err(|error| EditError::Package(cause::of_unpacking(&error)))
}
