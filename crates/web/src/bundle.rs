//! Several copies as one archive, and their names.

use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive that is being filled. Equal copies give equal bytes: no file has a time.
pub struct Bundle(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Bundle {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Bundle {
    /// Adds a file. Word files are packed already.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        self.0.start_file(path, options)?;
        Ok(self.0.write_all(bytes)?)
    }

    /// The bytes of the archive.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

/// The name of a file without its folder.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The path of a copy: folder and extension of the draft, and its name as `named` changes it.
pub fn beside(path: &str, named: &dyn Fn(&str) -> String) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let (stem, end) = match name.rfind('.').filter(|at| *at > 0) {
        Some(at) => name.split_at(at),
        None => (name, ""),
    };
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}{}{end}", named(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use thethuc_core::files::names::{for_signing, with_remarks};

    #[test]
    fn copies_keep_folder_and_extension() {
        assert_eq!(beside("a/b/Quyết định.docx", &with_remarks), "a/b/Quyết định - nhận xét thể thức.docx");
        assert_eq!(
            beside("Quyết định - nhận xét thể thức (2).docx", &for_signing),
            "Quyết định - bản sạch để trình ký.docx"
        );
    }

    #[test]
    fn what_is_put_in_comes_out() {
        let mut bundle = Bundle::default();
        bundle.add("a/Đề án.docx", b"words").expect("added");
        let bytes = bundle.finish().expect("finished");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut words = String::new();
        archive.by_name("a/Đề án.docx").expect("the file").read_to_string(&mut words).expect("text");
        assert_eq!(words, "words");
    }
}
