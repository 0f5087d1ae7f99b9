//! Paths as platforms want them.

/// Letters of a path that a URI holds as they are, beside letters and digits of ASCII (RFC 3986, unreserved).
const PLAIN: &[u8] = b"-._~/";

/// The path as a repository has it: without the `./` of a folder that was walked.
pub fn in_repository(path: &str) -> &str {
    let mut rest = path;
    while let Some(shorter) = rest.strip_prefix("./") {
        rest = shorter.trim_start_matches('/');
    }
    if rest.is_empty() { path } else { rest }
}

/// The path as a URI, relative where the path is.
pub fn uri(path: &str) -> String {
    let path = in_repository(path);
    let drive = path.split_once(":/").filter(|(name, _)| name.len() == 1);
    let lead = match (path, drive) {
        (_, Some(_)) => "file:///",
        _ if path.starts_with("//") => "file:",
        _ if path.starts_with('/') => "file://",
        _ => "",
    };
    let mut written = String::from(lead);
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.extend(["%", &format!("{byte:02X}")]);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repository_knows_no_dot() {
        for (given, wanted) in [
            ("./a/b.md", "a/b.md"),
            (".//a.md", "a.md"),
            ("../a.md", "../a.md"),
            ("./", "./"),
            ("a.md", "a.md"),
        ] {
            assert_eq!(in_repository(given), wanted);
        }
    }

    #[test]
    fn a_uri_holds_no_letter_that_it_may_not() {
        for (given, wanted) in [
            ("./hồ sơ/tờ trình 1.docx", "h%E1%BB%93%20s%C6%A1/t%E1%BB%9D%20tr%C3%ACnh%201.docx"),
            ("a:b.md", "a%3Ab.md"),
            ("50%#1?.md", "50%25%231%3F.md"),
            ("/home/a.md", "file:///home/a.md"),
            ("C:/hồ/a.md", "file:///C%3A/h%E1%BB%93/a.md"),
            ("//server/share/a.md", "file://server/share/a.md"),
        ] {
            assert_eq!(uri(given), wanted);
        }
    }
}
