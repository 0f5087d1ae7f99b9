//! The forms of new drafts.

use super::super::{INDENT, Screen, wrap};
use thethuc_core::guide::FormRow;
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;

/// A row a form, below it one a model with its class, and dim the organs that it is for.
pub fn forms(rows: &[FormRow], screen: Screen) -> String {
    let mut text = String::new();
    for row in rows {
        let short = row.abbreviation.as_ref().map(|short| format!(" ({short})")).unwrap_or_default();
        let english = screen.say("", &row.english);
        let between = if english.is_empty() { "" } else { " – " };
        text.extend([&screen.bold(&row.form), short.as_str(), between, english, "\n"]);
        for model in &row.models {
            let class = wording::class(model.class, screen.language);
            let name = model.name.in_language(screen.language);
            text.push_str(&wrap(&format!("{class}: {name}"), &" ".repeat(INDENT), INDENT, screen.columns()));
            let organs: Vec<&str> =
                model.organs.iter().map(|organ| organ.in_language(screen.language)).collect();
            let attaches =
                if model.attaches { screen.say("; có thể kèm --attach", "; takes --attach") } else { "" };
            let regimes = match model.regimes.join(", ") {
                ids if ids.is_empty() || screen.language == Language::Vi => String::new(),
                ids => format!("; {ids}"),
            };
            let detail = format!("{}{attaches}{regimes}", organs.join("; "));
            let rows = wrap(&detail, &" ".repeat(2 * INDENT), 2 * INDENT, screen.columns());
            text.extend(rows.lines().flat_map(|row| [screen.dim(row), "\n".to_owned()]));
        }
    }
    text.push_str(&wording::counted(rows.len(), "loại văn bản", ["form", "forms"], screen.language));
    text + ".\n"
}
