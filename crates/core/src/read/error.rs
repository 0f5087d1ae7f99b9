//! Why a draft could not be read, in one sentence for its author.
//!
//! The sentences go to people who hold a Word file and no terminal: what is wrong, and what they can do
//! in their own program. Technical reasons are added for those who can use them.

use crate::rulebook::vocabulary::Words;
use crate::text::steering::inert;
use std::fmt;

/// Why a draft could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// No byte at all.
    Empty,
    /// What Word keeps beside an open document, by its name; the payload is the end of the name of that document.
    Lock(String),
    /// The name of the file ends in something that is no kind of draft.
    UnknownKind(String),
    /// The file is another kind of file than its name says; the payload names what it is
    /// (`Excel (.xlsx)`).
    OtherKind(&'static str),
    /// A file of a kind that is not read, rightly named; the payload names the kind.
    NotYetRead(&'static str),
    /// Encrypted with a password.
    Encrypted,
    /// Not a readable zip package; with the technical reason.
    NotAPackage(Words),
    /// No main document part in the package.
    NoDocumentPart,
    /// A part of the package cannot be unpacked; part and technical reason.
    DamagedPart(String, Words),
    /// The XML of a part is broken; part, line, column and technical reason.
    BrokenXml(String, u32, u32, Words),
    /// A limit against harmful files was passed; the payload names it in both languages.
    Limit(Words),
    /// The text is not UTF-8 (nor UTF-16 with a byte-order mark); offset of the first bad byte.
    NotText(usize),
    /// A zero stands among the letters, which no text holds; its offset in bytes.
    ZeroByte(usize),
    /// The front matter is not the YAML that we know; line in the file, and the reason.
    FrontMatter(usize, Words),
}

impl ReadError {
    /// One sentence for the author of the draft: what is wrong and what to do. Names of parts come from the file, and
    /// steer nothing.
    pub fn words(&self) -> Words {
        let Words { vi, en } = self.sentence();
        Words { vi: inert(&vi), en: inert(&en) }
    }

    /// The sentence, with names as the file has them.
    fn sentence(&self) -> Words {
        let (vi, en) = match self {
            Self::Empty => (
                "Tệp rỗng, không có nội dung nào để kiểm tra.".to_owned(),
                "The file is empty; there is nothing to check.".to_owned(),
            ),
            Self::Lock(_) | Self::UnknownKind(_) | Self::OtherKind(_) | Self::NotYetRead(_) => {
                return self.of_kind();
            }
            Self::Encrypted => (
                "Tệp được bảo vệ bằng mật khẩu; hãy gỡ mật khẩu trong Word rồi kiểm tra lại.".to_owned(),
                "The file is protected by a password; remove the password in Word and check it again."
                    .to_owned(),
            ),
            Self::NotAPackage(_) | Self::NoDocumentPart | Self::DamagedPart(..) | Self::BrokenXml(..) => {
                return self.of_package();
            }
            Self::Limit(words) => (
                format!("Tệp vượt giới hạn an toàn: {}; không kiểm tra tệp này.", words.vi),
                format!("The file passes a safety limit: {}; it was not checked.", words.en),
            ),
            Self::NotText(_) | Self::ZeroByte(_) | Self::FrontMatter(..) => return self.of_text(),
        };
        Words { vi, en }
    }

    /// The sentence on a file of a kind that is not read.
    fn of_kind(&self) -> Words {
        let (vi, en) = match self {
            Self::Lock(end) => (
                format!(
                    "Đây là tệp tạm của Word khi một văn bản đang mở, không phải dự thảo; hãy chọn chính văn bản đó, tên tận cùng là “{end}”."
                ),
                format!(
                    "This is what Word keeps beside an open document, and no draft; choose the document itself, whose name ends in “{end}”."
                ),
            ),
            Self::UnknownKind(extension) => (
                format!(
                    "Không đọc được loại tệp “{extension}”; hãy lưu dự thảo dưới dạng .docx, .md hoặc .txt."
                ),
                format!(
                    "Files of the kind “{extension}” cannot be read; save the draft as .docx, .md or .txt."
                ),
            ),
            Self::OtherKind(kind) => (
                format!(
                    "Nội dung tệp là {kind}, không đúng với tên tệp; hãy mở bằng đúng chương trình và lưu lại dưới dạng .docx."
                ),
                format!(
                    "The content is {kind}, which is not what the file name says; open it in its own program and save it as .docx."
                ),
            ),
            Self::NotYetRead(kind) if *kind == "RAR" => (
                "Chưa đọc được tệp nén RAR; hãy giải nén rồi kiểm tra thư mục, hoặc nén lại thành .zip."
                    .to_owned(),
                "RAR archives cannot be read; unpack it and check the folder, or pack it as .zip.".to_owned(),
            ),
            Self::NotYetRead(kind) => (
                format!(
                    "Chưa đọc được loại tệp {kind}; hãy mở bằng chương trình của tệp và lưu lại dự thảo dưới dạng .docx."
                ),
                format!(
                    "Files of the kind {kind} cannot be read; open it in its own program and save it as .docx."
                ),
            ),
            other => return other.sentence(),
        };
        Words { vi, en }
    }

    /// The sentence on a file of text that is none, or on what it states at its head.
    fn of_text(&self) -> Words {
        let (vi, en) = match self {
            Self::NotText(offset) => (
                format!(
                    "Tệp không phải là văn bản UTF-8 (byte thứ {}), có thể là TCVN3, VNI hoặc UTF-16: hãy mở bằng Word hoặc Notepad rồi lưu lại, chọn bảng mã (Encoding) UTF-8.",
                    offset + 1
                ),
                format!("The file is not UTF-8 text (byte {}); save it with the UTF-8 encoding.", offset + 1),
            ),
            Self::ZeroByte(offset) => (
                format!(
                    "Tệp có ký tự rỗng (byte thứ {} bằng 0), văn bản không có ký tự này: tệp bị hỏng hoặc lưu theo bảng mã khác; hãy mở ra và lưu lại với bảng mã UTF-8.",
                    offset + 1
                ),
                format!(
                    "Byte {} of the file is zero, which no text holds: it is damaged or saved in another encoding; open it and save it with the UTF-8 encoding.",
                    offset + 1
                ),
            ),
            Self::FrontMatter(line, reason) => (
                format!("Phần khai báo đầu tệp không hợp lệ ở dòng {line}: {}.", reason.vi),
                format!("The front matter is not valid at line {line}: {}.", reason.en),
            ),
            other => return other.sentence(),
        };
        Words { vi, en }
    }

    /// The sentence on a Word file that is damaged or is none.
    fn of_package(&self) -> Words {
        let (vi, en) = match self {
            Self::NotAPackage(reason) => (
                format!(
                    "Tệp không phải là tệp .docx hợp lệ hoặc đã bị hỏng (chi tiết kỹ thuật: {}); hãy mở bằng Word và lưu lại.",
                    reason.vi
                ),
                format!(
                    "The file is not a valid .docx or is damaged ({}); open it in Word and save it again.",
                    reason.en
                ),
            ),
            Self::NoDocumentPart => (
                "Gói tệp không chứa phần nội dung văn bản Word; hãy lưu lại dự thảo dưới dạng .docx."
                    .to_owned(),
                "The package holds no Word document part; save the draft as .docx again.".to_owned(),
            ),
            Self::DamagedPart(part, reason) => (
                format!(
                    "Không giải nén được phần “{part}” của tệp (chi tiết kỹ thuật: {}); tệp đã bị hỏng, hãy lấy lại bản gốc.",
                    reason.vi
                ),
                format!(
                    "The part “{part}” cannot be unpacked ({}); the file is damaged, get the original again.",
                    reason.en
                ),
            ),
            Self::BrokenXml(part, line, column, reason) => (
                format!(
                    "Phần “{part}” của tệp bị lỗi XML ở dòng {line}, cột {column} (chi tiết kỹ thuật: {}); hãy mở bằng Word để sửa và lưu lại.",
                    reason.vi
                ),
                format!(
                    "The XML of part “{part}” is broken at line {line}, column {column} ({}); let Word repair it and save it again.",
                    reason.en
                ),
            ),
            other => return other.sentence(),
        };
        Words { vi, en }
    }
}

impl fmt::Display for ReadError {
    /// The Vietnamese sentence.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().vi)
    }
}

impl std::error::Error for ReadError {}
