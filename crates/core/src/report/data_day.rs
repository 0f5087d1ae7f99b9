//! What reports say of the day up to which the data on instruments reach.

use super::wording;
use crate::checker::Checked;
use crate::rulebook::vocabulary::Language;
use crate::text::Date;

/// Letters of a cited instrument that are repeated.
const LONGEST: usize = 120;

/// The day in the middle of a sentence: `dữ liệu hiệu lực văn bản đến 29/11/2026`.
pub fn until(day: Date, language: Language) -> String {
    let day = wording::date(day, language);
    match language {
        Language::Vi => format!("dữ liệu hiệu lực văn bản đến {day}"),
        Language::En => format!("data on the force of instruments up to {day}"),
    }
}

/// The day as a sentence.
pub fn sentence(day: Date, language: Language) -> String {
    let words = until(day, language);
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).chain(['.']).collect()
}

/// Days behind a draft up to which the data need no remedy.
const SOME_WEEKS: i64 = 45;

/// What is said of a draft that is younger than the data, the instruments to look up behind it; nothing of any
/// other.
pub fn exceeded(checked: &Checked, language: Language) -> Option<String> {
    let reach = &checked.reach;
    let until = wording::date(reach.data_until.filter(|_| reach.is_exceeded)?, language);
    let day = wording::date(checked.judged.day, language);
    let is_written = checked.document.facts.date.whole() == Some(checked.judged.day);
    let lead = match (is_written, language) {
        (true, Language::Vi) => format!("Dự thảo ghi ngày {day}"),
        (false, Language::Vi) => format!("Kiểm tra theo ngày {day}"),
        (true, Language::En) => format!("The draft is dated {day}"),
        (false, Language::En) => format!("The draft is judged by the law of {day}"),
    };
    // Some weeks behind is how data are; a slip of the year is further away.
    let behind = reach.data_until.map_or(0, |until| checked.judged.day.days_since(until));
    let remedy = match language {
        _ if behind <= SOME_WEEKS => "",
        Language::Vi => {
            " Gõ nhầm năm thì sửa lại ngày; nếu không, đề nghị bộ phận công nghệ thông tin cấp gói dữ liệu mới \
             (--registry)."
        }
        Language::En => {
            " If the year is a slip, put it right; otherwise ask your IT department for a newer pack of data \
             (--registry)."
        }
    };
    let listed = to_look_up(checked);
    let count = listed.len();
    let bases = match language {
        _ if count == 0 => String::new(),
        Language::Vi => format!(
            " {count} căn cứ dưới đây có thể đã được sửa đổi, thay thế; hãy tra lại trên Cơ sở dữ liệu quốc gia về \
             pháp luật: {}.",
            listed.join("; ")
        ),
        Language::En => format!(
            " The bases below ({count}) may have been amended or replaced; look them up in the national database of \
             legal documents: {}.",
            listed.join("; ")
        ),
    };
    Some(match language {
        Language::Vi => format!(
            "{lead}; dữ liệu hiệu lực văn bản chỉ đến {until}. Thể thức đã kiểm tra theo quy định biết đến ngày \
             đó.{bases}{remedy}"
        ),
        Language::En => format!(
            "{lead}; the data on the force of instruments reach only {until}. The format was checked by the rules known \
             on that day.{bases}{remedy}"
        ),
    })
}

/// The instruments to look up, as the draft cites them, long ones cut.
pub fn to_look_up(checked: &Checked) -> Vec<String> {
    let words = checked.reach.to_look_up.iter().map(|span| span.of(&checked.draft.text));
    words
        .map(|words| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let cut: String = words.chars().take(LONGEST).collect();
            if cut.len() < words.len() { format!("{}…", cut.trim_end()) } else { words }
        })
        .collect()
}
