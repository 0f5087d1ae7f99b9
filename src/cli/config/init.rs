//! `thethuc init`: asks who the office is and writes a configuration with comments to begin with.

use super::super::args::InitArgs;
use super::super::bytes::shown;
use super::super::output::{Failure, Output, remark};
use super::super::whole_file::save;
use super::super::{Status, book, clock, words};
use std::fmt::Write as _;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::guide::organs::{Meant, Offer, meant};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::config::FILE;
use thethuc_core::rulebook::profile::Signer;
use thethuc_core::text::Date;

/// The files to begin with, with `{organs}` in the place of the organs.
const START: [&str; 2] = [include_str!("start/vi.yaml"), include_str!("start/en.yaml")];

/// An organ with what is known of it.
struct Chosen {
    name: String,
    place: String,
    signers: Vec<Signer>,
}

/// Writes the file.
///
/// # Errors
/// It is there already and nobody said that it may go, it cannot be written, or no organ was named.
pub fn run(arguments: &InitArgs, output: &mut Output) -> Result<Status, Failure> {
    let folder = &arguments.folder;
    let path = if *folder == Path::new(".") { PathBuf::from(FILE) } else { folder.join(FILE) };
    // Nobody is asked for what is then refused.
    if path.exists() && !arguments.force {
        return Err(Failure(there_already(&shown(&path))));
    }
    let (book, today) = (book::load(None).map_err(Failure)?, clock::needed().map_err(Failure)?);
    let office = Office { book: &book, today };
    let organs = if arguments.organs.is_empty() {
        office.asked(output)?
    } else {
        office.stated(arguments, output).map_err(Failure)?
    };
    let language = output.screen.language;
    let text = language.pick(START[0], START[1]).replace("{organs}\n", &yaml(&organs));
    std::fs::create_dir_all(&arguments.folder)
        .map_err(|error| Failure(super::super::bytes::lost(&arguments.folder, &error)))?;
    save(&path, text.as_bytes(), arguments.force).map_err(Failure)?;
    let path = shown(&path);
    let told = words(
        format!(
            "Đã ghi “{path}”. Xem điều gì có hiệu lực: thethuc config show; kiểm tra dự thảo: thethuc check <đường dẫn>\n"
        ),
        format!("Wrote “{path}”. What holds: thethuc config show; to check drafts: thethuc check <path>\n"),
    );
    output.write(told.in_language(language))?;
    Ok(Status::Clean)
}

/// What an office is known by.
struct Office<'b> {
    book: &'b RuleBook,
    today: Date,
}

impl Office<'_> {
    /// The organs of the command line. What the register does not know is told and taken as it stands.
    fn stated(&self, arguments: &InitArgs, output: &Output) -> Result<Vec<Chosen>, Words> {
        let mut all = Vec::new();
        for (index, name) in arguments.organs.iter().enumerate() {
            let offer = match meant(self.book, name, self.today) {
                Meant::Known(offer) => offer,
                Meant::Unknown(offer, others) => {
                    let told = unknown(&offer, &others);
                    remark(told.in_language(output.screen.language), output.screen.language);
                    offer
                }
                Meant::Unnamed(others) => return Err(unnamed(name, &others)),
            };
            let signers: Result<Vec<Signer>, Words> = match index {
                0 => arguments.signers.iter().map(|own| signer(own)).collect(),
                _ => Ok(Vec::new()),
            };
            let place = arguments.place.clone().unwrap_or(offer.place);
            all.push(Chosen { name: offer.name, place, signers: signers? });
        }
        Ok(all)
    }

    /// The organs that a person names on standard input, one after the other.
    fn asked(&self, output: &mut Output) -> Result<Vec<Chosen>, Failure> {
        let mut all: Vec<Chosen> = Vec::new();
        loop {
            let question = if all.is_empty() {
                words(
                    "Cơ quan ban hành (ví dụ: UBND xã Đồng Hạc): ",
                    "Issuing organ (such as UBND xã Đồng Hạc): ",
                )
            } else {
                words(
                    "Cơ quan khác cũng có dự thảo ở đây (Enter: không có): ",
                    "Another organ whose drafts lie here (Enter: none): ",
                )
            };
            let Some(offer) = self.organ(&question, all.is_empty(), output)? else { break };
            let question = words(
                format!("  Địa danh ghi trước ngày tháng [{}]: ", offer.place),
                format!("  Place before the date [{}]: ", offer.place),
            );
            let place = answer(&question, output)?.filter(|own| !own.is_empty()).unwrap_or(offer.place);
            let signers = signers(output)?;
            all.push(Chosen { name: offer.name, place, signers });
        }
        if all.is_empty() { Err(Failure(nobody())) } else { Ok(all) }
    }

    /// One organ; none where the person names none. What is not known is offered or asked again, but what a
    /// person says twice is taken.
    fn organ(
        &self,
        question: &Words,
        is_needed: bool,
        output: &mut Output,
    ) -> Result<Option<Offer>, Failure> {
        let mut offers: Vec<Offer> = Vec::new();
        let mut doubted = String::new();
        loop {
            let Some(said) = answer(question, output)? else { return Ok(None) };
            let number = said.parse::<usize>().ok().and_then(|own| own.checked_sub(1));
            if let Some(offer) = number.and_then(|own| offers.get(own)) {
                return Ok(Some(offer.clone()));
            }
            if said.is_empty() && !is_needed {
                return Ok(None);
            }
            let told = match meant(self.book, &said, self.today) {
                Meant::Known(offer) => {
                    let (name, above) = (&offer.name, within(&offer));
                    output.write(&format!("  → {name}{above}\n"))?;
                    return Ok(Some(offer));
                }
                Meant::Unknown(offer, _) if doubted == said => return Ok(Some(offer)),
                Meant::Unknown(offer, others) => {
                    offers = others;
                    let Words { vi, en } = unknown(&offer, &offers);
                    doubted.clone_from(&said);
                    words(
                        format!("{vi} Gõ số để chọn, tên khác, hoặc gõ lại tên này để giữ."),
                        format!("{en} Type a number, another name, or this one again to keep it."),
                    )
                }
                Meant::Unnamed(others) => {
                    offers = others;
                    unnamed(&said, &offers)
                }
            };
            output.write(&format!("  {}\n", told.in_language(output.screen.language)))?;
            for (index, offer) in offers.iter().enumerate() {
                output.write(&format!("  {}. {}{}\n", index + 1, offer.name, within(offer)))?;
            }
        }
    }
}

/// Who signs, one after the other.
fn signers(output: &mut Output) -> Result<Vec<Signer>, Failure> {
    let question = words(
        "  Người ký, ví dụ Chủ tịch: Nguyễn Văn An (Enter: thôi): ",
        "  Who signs, such as Chủ tịch: Nguyễn Văn An (Enter: no more): ",
    );
    let mut all = Vec::new();
    while let Some(said) = answer(&question, output)?.filter(|own| !own.is_empty()) {
        match signer(&said) {
            Ok(own) => all.push(own),
            Err(told) => output.write(&format!("  {}\n", told.in_language(output.screen.language)))?,
        }
    }
    Ok(all)
}

/// Asks, and gives the line that is answered; none where nobody answers any more.
fn answer(question: &Words, output: &mut Output) -> Result<Option<String>, Failure> {
    output.write(question.in_language(output.screen.language))?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line)? == 0 {
        output.write("\n")?;
        return Ok(None);
    }
    Ok(Some(line.trim().to_owned()))
}

/// `Chủ tịch: Nguyễn Văn An`; a position alone is that of whoever holds it.
fn signer(said: &str) -> Result<Signer, Words> {
    let (position, name) = said.split_once(':').unwrap_or((said, ""));
    let name = Some(name.trim().to_owned()).filter(|own| !own.is_empty());
    let position = position.trim().to_owned();
    if position.is_empty() {
        return Err(words(
            format!("“{said}”: cần chức vụ trước dấu hai chấm, ví dụ “Chủ tịch: Nguyễn Văn An”."),
            format!("“{said}”: a position is needed before the colon, such as “Chủ tịch: Nguyễn Văn An”."),
        ));
    }
    Ok(Signer { position, name })
}

/// The units above, in brackets.
fn within(offer: &Offer) -> String {
    if offer.above.is_empty() { String::new() } else { format!(" ({})", offer.above.join(", ")) }
}

fn unknown(offer: &Offer, others: &[Offer]) -> Words {
    let names: Vec<&str> = others.iter().map(|own| own.name.as_str()).collect();
    let (vi, en) = match names.join("; ") {
        list if list.is_empty() => (String::new(), String::new()),
        list => (format!(" Có: {list}."), format!(" There is: {list}.")),
    };
    words(
        format!("Danh mục đơn vị hành chính chưa có “{}” (danh mục có thể còn thiếu).{vi}", offer.name),
        format!("The register of units has no “{}” (it may have gaps).{en}", offer.name),
    )
}

fn unnamed(said: &str, others: &[Offer]) -> Words {
    let names: Vec<&str> = others.iter().map(|own| own.name.as_str()).collect();
    let (vi, en) = match names.join("; ") {
        list if list.is_empty() => (String::new(), String::new()),
        list => (format!(" Có phải là: {list}?"), format!(" Is it one of: {list}?")),
    };
    words(
        format!("“{said}” chưa phải là tên cơ quan, ví dụ “Ủy ban nhân dân xã Đồng Hạc”.{vi}"),
        format!("“{said}” is no name of an organ, such as “Ủy ban nhân dân xã Đồng Hạc”.{en}"),
    )
}

fn nobody() -> Words {
    words(
        "chưa có tên cơ quan nên không ghi gì; hãy trả lời câu hỏi, hoặc ghi --organ \"UBND xã …\".",
        "no organ was named, so nothing was written; answer the question, or give --organ \"UBND xã …\".",
    )
}

fn there_already(path: &str) -> Words {
    words(
        format!("tệp “{path}” đã có; hãy sửa tệp đó, hoặc thêm --force để ghi đè."),
        format!("the file “{path}” exists; change that one, or add --force to write over it."),
    )
}

/// The organs as a file says them.
fn yaml(organs: &[Chosen]) -> String {
    let mut text = "organs:\n".to_owned();
    for organ in organs {
        let _ = writeln!(text, "- name: {}", quoted(&organ.name));
        if !organ.place.is_empty() {
            let _ = writeln!(text, "  place: {}", quoted(&organ.place));
        }
        if !organ.signers.is_empty() {
            text.push_str("  signers:\n");
        }
        for signer in &organ.signers {
            let name = signer.name.as_ref().map(|own| format!(", name: {}", quoted(own))).unwrap_or_default();
            let _ = writeln!(text, "  - {{ position: {}{name} }}", quoted(&signer.position));
        }
    }
    text
}

/// Words as a scalar of YAML: bare where they are letters and blanks alone, else between quotation marks, as
/// JSON has it.
fn quoted(words: &str) -> String {
    const MEANT: [&str; 7] = ["true", "false", "yes", "no", "on", "off", "null"];
    let is_bare = words.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.'))
        && words.starts_with(char::is_alphabetic)
        && !words.ends_with(' ');
    if is_bare && !MEANT.contains(&words.to_lowercase().as_str()) {
        return words.to_owned();
    }
    let mut text = "\"".to_owned();
    for letter in words.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '"' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
    text + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use thethuc_core::rulebook::config::Config;

    #[test]
    fn what_is_written_is_read_as_it_was_said() {
        let chosen = Chosen {
            name: "Ủy ban nhân dân xã A: \"b\" #c".to_owned(),
            place: "Phường 15".to_owned(),
            signers: vec![Signer { position: "Chủ tịch".to_owned(), name: Some("No".to_owned()) }],
        };
        for start in START {
            let text = start.replace("{organs}\n", &yaml(std::slice::from_ref(&chosen)));
            let config = Config::read(&text).expect("a configuration");
            let organ = &config.organs[0];
            assert_eq!(
                (organ.name.as_str(), organ.place.as_deref()),
                (chosen.name.as_str(), Some("Phường 15"))
            );
            assert_eq!(organ.signers, chosen.signers);
            // What stands there as an example could be used as it is.
            let used: Vec<&str> = text
                .lines()
                .map(|line| line.strip_prefix("# ").filter(|own| is_key(own)).unwrap_or(line))
                .collect();
            Config::read(&used.join("\n")).expect("all of it is in order");
        }
    }

    /// Whether a comment is a line of the configuration that was taken out.
    fn is_key(line: &str) -> bool {
        let line = line.trim_start_matches(['-', ' ']);
        line.split_once(':')
            .is_some_and(|(word, _)| word.bytes().all(|own| own.is_ascii_lowercase() || own == b'-'))
    }
}
