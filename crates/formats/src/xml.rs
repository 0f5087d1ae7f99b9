//! Elements of XML, written so that any reader takes them: drafts hold letters that XML has no way to say.

use quick_xml::escape::escape;

/// What every file begins with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An element without content: its name and its attributes, in order.
pub fn empty(name: &str, attributes: &[(&str, &str)]) -> String {
    format!("<{}/>", inside(name, attributes))
}

/// The opening tag of an element.
pub fn open(name: &str, attributes: &[(&str, &str)]) -> String {
    format!("<{}>", inside(name, attributes))
}

/// An element that holds words.
pub fn holding(name: &str, attributes: &[(&str, &str)], words: &str) -> String {
    format!("{}{}</{name}>", open(name, attributes), text(words))
}

fn inside(name: &str, attributes: &[(&str, &str)]) -> String {
    let each = attributes.iter().flat_map(|(name, value)| {
        // A reader makes a blank of a line break in an attribute, so that it is one here already.
        [
            " ".to_owned(),
            (*name).to_owned(),
            "=\"".to_owned(),
            text(value).replace(['\n', '\t'], " "),
            "\"".to_owned(),
        ]
    });
    std::iter::once(name.to_owned()).chain(each).collect()
}

/// Words as XML holds them. Letters that it cannot hold at all, even escaped, become the sign for such.
fn text(words: &str) -> String {
    let held: String =
        words.chars().map(|letter| if can_stand(letter) { letter } else { '\u{FFFD}' }).collect();
    escape(&held).into_owned()
}

/// The production `Char` of XML 1.0, without the carriage return, which no reader gives back.
const fn can_stand(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{1_0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_in_xml_is_no_fault_of_the_file() {
        let hostile = "a\u{0}\u{1B}[31m\u{FFFE}\r\n\"'<b>&amp;]]>\u{1F600}";
        let written = holding("e", &[("m", hostile)], hostile);
        let document = roxmltree::Document::parse(&written).expect("well-formed");
        let root = document.root_element();
        let wanted = "a\u{FFFD}\u{FFFD}[31m\u{FFFD}\u{FFFD}\n\"'<b>&amp;]]>\u{1F600}";
        assert_eq!(root.text(), Some(wanted));
        assert_eq!(root.attribute("m"), Some(wanted.replace('\n', " ").as_str()));
    }
}
