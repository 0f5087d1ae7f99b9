//! Why a library could not read something, in words of ours.
//!
//! Libraries speak English and to programmers; their sentences change from one version to the next, and may repeat
//! the bytes that they met.

use crate::rulebook::vocabulary::Words;
use std::io;
use zip::result::ZipError;

/// Why an archive or an entry of one cannot be read.
pub fn of_zip(error: &ZipError) -> Words {
    match error {
        ZipError::Io(error) => of_unpacking(error),
        // The library has one kind for all that is wrong with an archive.
        ZipError::InvalidArchive(said) if said.contains("EOCD") => said_as(
            "mục lục ở cuối tệp thiếu hoặc sai, có thể tải về hoặc sao chép chưa trọn vẹn",
            "the list of contents at its end is missing or wrong, perhaps it was not copied whole",
        ),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            said_as("nội dung có mật khẩu", "it has a password")
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            said_as("nén theo cách mà chương trình không đọc", "it is packed in a way that is not read")
        }
        ZipError::FileNotFound => said_as("thiếu một phần của gói tệp", "a part of the package is missing"),
        _ => said_as("cấu trúc gói tệp bị hỏng", "the structure of the package is damaged"),
    }
}

/// Why packed bytes cannot be unpacked.
pub fn of_unpacking(error: &io::Error) -> Words {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => said_as("dữ liệu bị cắt cụt", "its data end too early"),
        io::ErrorKind::PermissionDenied => said_as("không có quyền đọc", "it may not be read"),
        _ => said_as("dữ liệu nén bị hỏng", "its packed data are damaged"),
    }
}

/// Why XML cannot be read.
pub fn of_xml(error: &roxmltree::Error) -> Words {
    use roxmltree::Error;
    match error {
        Error::UnexpectedCloseTag(..) | Error::UnclosedRootNode | Error::UnexpectedEntityCloseTag(_) => {
            said_as("thẻ mở và thẻ đóng không khớp nhau", "opening and closing tags do not match")
        }
        Error::UnexpectedEndOfStream | Error::NoRootNode => {
            said_as("nội dung kết thúc quá sớm", "it ends too early")
        }
        Error::UnknownNamespace(..)
        | Error::DuplicatedNamespace(..)
        | Error::InvalidXmlPrefixUri(_)
        | Error::UnexpectedXmlUri(_)
        | Error::UnexpectedXmlnsUri(_)
        | Error::InvalidElementNamePrefix(_) => said_as(
            "tiền tố của thẻ chưa khai báo hoặc khai báo sai",
            "the prefix of a tag is not declared, or declared wrongly",
        ),
        Error::DuplicatedAttribute(..) => {
            said_as("một thuộc tính của thẻ ghi hai lần", "an attribute stands twice in one tag")
        }
        Error::UnknownEntityReference(..)
        | Error::MalformedEntityReference(_)
        | Error::EntityReferenceLoop(_) => {
            said_as("dấu “&” không mở ký hiệu hợp lệ nào", "“&” begins nothing that is known")
        }
        Error::NonXmlChar(letter, _) => {
            let code = u32::from(*letter);
            Words {
                vi: format!("có ký tự mà XML không cho phép (U+{code:04X})"),
                en: format!("a character stands there that XML does not allow (U+{code:04X})"),
            }
        }
        Error::DtdDetected => said_as(
            "có khai báo DOCTYPE, không được phép",
            "it declares a document type, which is not allowed",
        ),
        Error::InvalidChar(..)
        | Error::InvalidChar2(..)
        | Error::InvalidName(_)
        | Error::UnknownToken(_)
        | Error::InvalidAttributeValue(_)
        | Error::InvalidString(..) => {
            said_as("thẻ viết sai cú pháp ở chỗ này", "a tag is written wrongly here")
        }
        _ => said_as("cú pháp XML sai", "the XML is written wrongly"),
    }
}

/// That bytes are no letters of an encoding.
pub fn not_encoded(encoding: &str) -> Words {
    Words {
        vi: format!("có byte không thuộc bảng mã {encoding}"),
        en: format!("there are bytes that are not {encoding}"),
    }
}

/// Words in both languages.
pub fn said_as(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the library by which one kind is known apart from the others.
    #[test]
    fn a_package_that_was_not_copied_whole_is_known() {
        let cut =
            zip::ZipArchive::new(io::Cursor::new(b"PK\x03\x04 cut".as_slice())).expect_err("no archive");
        assert!(of_zip(&cut).vi.contains("mục lục"), "{cut}");
    }

    #[test]
    fn faults_of_xml_are_told_by_kind() {
        for (xml, words) in [
            ("<a><b></a>", "không khớp"),
            ("<a", "quá sớm"),
            ("", "quá sớm"),
            ("<x:a/>", "tiền tố"),
            ("<a b='' b=''/>", "hai lần"),
            ("<a>&b;</a>", "“&”"),
            ("<a>\u{1}</a>", "U+0001"),
            ("<!DOCTYPE a><a/>", "DOCTYPE"),
            ("<a b=\n>", "thẻ viết sai"),
        ] {
            let said = of_xml(&roxmltree::Document::parse(xml).expect_err(xml));
            assert!(said.vi.contains(words), "{xml}: {said:?}");
        }
    }
}
