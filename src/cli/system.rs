//! Why the system refused, in words for people: what it says itself is English.

use std::io;

/// The reason in Vietnamese, to stand in brackets. English sentences quote the system itself.
pub fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "không có đường dẫn này",
        io::ErrorKind::PermissionDenied => "không có quyền",
        io::ErrorKind::AlreadyExists => "đã có tệp mang tên này",
        io::ErrorKind::StorageFull => "ổ đĩa đã đầy",
        io::ErrorKind::QuotaExceeded => "đã hết dung lượng được cấp",
        io::ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        io::ErrorKind::NotADirectory => "một phần của đường dẫn không phải là thư mục",
        io::ErrorKind::IsADirectory => "đây là thư mục",
        io::ErrorKind::InvalidFilename => "tên quá dài hoặc có ký tự không được phép",
        io::ErrorKind::InvalidInput => "đây không phải là tệp thường",
        io::ErrorKind::InvalidData => "nội dung không đọc được",
        io::ErrorKind::FileTooLarge => "tệp quá lớn",
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "chương trình khác đang giữ",
        io::ErrorKind::BrokenPipe => "nơi nhận đã đóng",
        io::ErrorKind::UnexpectedEof => "dữ liệu bị cắt cụt",
        io::ErrorKind::OutOfMemory => "hết bộ nhớ",
        io::ErrorKind::TimedOut | io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
            "ổ đĩa mạng không trả lời"
        }
        _ => {
            return error.raw_os_error().map_or_else(
                || "hệ thống từ chối".to_owned(),
                |number| format!("hệ thống từ chối, mã {number}"),
            );
        }
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_reason_is_the_words_of_the_system() {
        let known = reason(&io::Error::from_raw_os_error(2));
        assert_eq!(known, "không có đường dẫn này");
        for number in 1..130 {
            let error = io::Error::from_raw_os_error(number);
            assert!(!error.to_string().contains(&reason(&error)), "{error}");
            assert!(!reason(&error).contains("error"), "{error}");
        }
    }
}
