//! The structure as a tree for people.
//!
//! It shows what recognition made of a draft, so that a user can see why a rule did or did not
//! apply. What was only guessed says so.

use super::{Screen, plain};
use thethuc_core::document::{Class, ComponentKind, Organ};
use thethuc_core::finding::Certainty;
use thethuc_core::report::structure::model::{
    Cited, DateParts, EffectNode, Facts, Named, PartNode, Structure, UnitNode,
};
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Draws the whole structure.
pub fn draw(structure: &Structure<'_>, screen: Screen) -> String {
    let mut root = Node::new(&format!("{} ({})", structure.path, structure.format), "");
    root.children.push(facts_node(&structure.facts, screen.language));
    root.children.extend(structure.parts.iter().map(|part| part_node(part, screen.language)));
    if structure.parts.is_empty() {
        let nothing = screen.language.pick("Không nhận ra thành phần nào", "No component was recognized");
        root.children.push(Node::new(nothing, ""));
    }
    let mut text = String::new();
    root.draw(screen, ["", ""], &mut text);
    text
}

/// A line of the tree with what hangs below it.
struct Node {
    /// What the line is: the name of a component or a unit.
    label: String,
    /// The words that were found, on one line; empty where those below tell them.
    value: String,
    /// Whether recognition was not sure.
    guessed: bool,
    /// What hangs below, in the order of the draft.
    children: Vec<Node>,
}

impl Node {
    /// A certain line without anything below it. Line breaks in the value become blanks: a line is
    /// a line.
    fn new(label: &str, value: &str) -> Self {
        let value = plain(&value.split_whitespace().collect::<Vec<_>>().join(" "));
        Self { label: plain(label), value, guessed: false, children: Vec::new() }
    }

    /// The same line, marked where it was only guessed.
    fn known(mut self, certainty: Certainty) -> Self {
        self.guessed = certainty == Certainty::Guessed;
        self
    }

    /// Appends the line and all below it. `first` is what stands before the line, `rest` before
    /// those below it; values are cut to the columns that remain, but never below ten.
    fn draw(&self, screen: Screen, [first, rest]: [&str; 2], text: &mut String) {
        let guess = if self.guessed { screen.language.pick(" (phỏng đoán)", " (guessed)") } else { "" };
        let colon = if self.value.is_empty() { "" } else { ": " };
        let used = first.width() + self.label.width() + colon.width() + guess.width();
        let value = shortened(&self.value, screen.columns().saturating_sub(used).max(10));
        let label = if self.value.is_empty() && self.children.is_empty() {
            shortened(&self.label, screen.columns().saturating_sub(first.width()).max(10))
        } else {
            screen.bold(&self.label)
        };
        text.extend([&screen.dim(first), &label, colon, &value, &screen.dim(guess), "\n"]);
        let last = self.children.len().saturating_sub(1);
        for (index, child) in self.children.iter().enumerate() {
            let (branch, trunk) = if index == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            child.draw(screen, [&format!("{rest}{branch}"), &format!("{rest}{trunk}")], text);
        }
    }
}

/// The words that fit `columns`, with `…` where some were left out.
fn shortened(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += letter.width().unwrap_or(0);
        used <= columns
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// The facts by which rules choose drafts: what is not known is shown as unknown, because it
/// decides as well.
fn facts_node(facts: &Facts<'_>, language: Language) -> Node {
    let mut node = Node::new(language.pick("Thông tin chung", "Facts"), "");
    let mut add = |[vi, en]: [&str; 2], value: Option<String>, certainty: Option<Certainty>| {
        let shown = value.unwrap_or_else(|| language.pick("không rõ", "unknown").to_owned());
        let child = Node::new(language.pick(vi, en), &shown);
        node.children.push(child.known(certainty.unwrap_or(Certainty::Certain)));
    };
    let class = facts.class.as_ref();
    let class_words = |class: Class| wording::class(class, language).to_owned();
    add(["Nhóm văn bản", "Class"], class.map(|it| class_words(it.value)), class.map(|it| it.certainty));
    let organ = facts.organ.as_ref();
    add(
        ["Cơ quan ban hành", "Organ"],
        organ.map(|it| organ_words(it.value, language)),
        organ.map(|it| it.certainty),
    );
    let form = facts.form.as_ref();
    add(["Tên loại", "Form"], form.map(|it| it.value.to_owned()), form.map(|it| it.certainty));
    add(["Số", "Number"], facts.number.map(str::to_owned), None);
    add(["Năm", "Year"], facts.year.map(|year| year.to_string()), None);
    add(["Ký hiệu", "Symbol"], facts.symbol.map(str::to_owned), None);
    add(["Địa danh", "Place"], facts.place.map(str::to_owned), None);
    add(["Ngày ban hành", "Date"], date_words(facts.date), None);
    add(["Ngày có hiệu lực", "In force from"], facts.effective.map(|day| wording::date(day, language)), None);
    if let Some(stage) = facts.stage {
        add(["Giai đoạn", "Stage"], Some(wording::stage(stage, language).to_owned()), None);
    }
    if let Some(day) = facts.as_of {
        add(["Áp dụng pháp luật ngày", "Law of"], Some(wording::date(day, language)), None);
    }
    node
}

/// `Ủy ban nhân dân xã Hòa Bình (Ủy ban nhân dân, cấp xã)`: the name with the kind and level it was
/// taken for.
fn organ_words(organ: &Organ, language: Language) -> String {
    let kind = wording::organ_kind(organ.kind, language);
    format!("{} ({kind}, {})", organ.name, wording::level(organ.level, language))
}

/// `02/3/2026`, with dots for what is left blank; nothing if nothing is written.
fn date_words(DateParts { year, month, day }: DateParts) -> Option<String> {
    // A zero stands where the law wants it: before days below ten and before the months 1 and 2.
    let padded = |number: Option<u32>, below: u32| match number {
        Some(number) if number < below => format!("0{number}"),
        Some(number) => number.to_string(),
        None => "…".to_owned(),
    };
    let is_blank = year.is_none() && month.is_none() && day.is_none();
    let year = year.map_or_else(|| "…".to_owned(), |year| year.to_string());
    (!is_blank).then(|| format!("{}/{}/{year}", padded(day, 10), padded(month, 3)))
}

/// A part with its components and units in the order of the page: header, units, then what closes
/// the act.
fn part_node(part: &PartNode<'_>, language: Language) -> Node {
    let number = part.appendix_number.unwrap_or_default();
    let label = format!("{} {number}", wording::part(part.kind, language));
    let mut node = Node::new(label.trim_end(), part.form_name.unwrap_or_default());
    let body_at = part.components.iter().position(|component| component.kind.is_after_body());
    let (before, after) = part.components.split_at(body_at.unwrap_or(part.components.len()));
    node.children.extend(component_nodes(before, language));
    node.children.extend(part.units.iter().map(|unit| unit_node(unit, language)));
    node.children.extend(part.effects.iter().map(|effect| effect_node(effect, language)));
    node.children.extend(component_nodes(after, language));
    node
}

/// The components in order; recipients and addressees hang below the label of their block.
fn component_nodes(components: &[Named<'_>], language: Language) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for component in components {
        let node = component_node(component, language);
        let is_item = matches!(component.kind, ComponentKind::Recipient | ComponentKind::Addressee);
        match nodes.last_mut().filter(|last| is_item && last.label == node.label) {
            Some(block) => block.children.push(Node { label: node.value, value: String::new(), ..node }),
            None => nodes.push(node),
        }
    }
    nodes
}

/// A component with its words and the instruments it cites. A label shows no words; they are its
/// own name.
fn component_node(component: &Named<'_>, language: Language) -> Node {
    let (vi, en) = component.kind.label();
    let is_label = matches!(component.kind, ComponentKind::RecipientsLabel | ComponentKind::AddresseesLabel);
    let text = if is_label { "" } else { component.text };
    let mut node = Node::new(language.pick(vi, en), text).known(component.certainty);
    node.children = component.citations.iter().map(|cited| cited_node(cited, language)).collect();
    node
}

/// An instrument that is cited: kind, then as much of number, date and issuer as the draft gives.
fn cited_node(cited: &Cited<'_>, language: Language) -> Node {
    let date = cited.date.map(|date| wording::date(date, language));
    let details: Vec<&str> = [cited.number, date.as_deref(), cited.issuer].into_iter().flatten().collect();
    let amender =
        if cited.is_amender { language.pick(" (sửa đổi, bổ sung)", " (amending)") } else { "" };
    Node::new(&format!("{}{amender}", cited.kind), &details.join(" · "))
}

/// An article, clause and the like with its title, or its words where it has none, and the units
/// inside.
fn unit_node(unit: &UnitNode<'_>, language: Language) -> Node {
    let word = language.pick(unit.kind.word(), unit.kind.english());
    let label = format!("{word} {}", unit.number);
    let mut node = Node::new(&label, unit.title.unwrap_or(unit.words)).known(unit.certainty);
    node.children = unit.children.iter().map(|child| unit_node(child, language)).collect();
    node
}

/// When the act says that it takes effect: a day, days after signing, or that it is not clear.
fn effect_node(effect: &EffectNode<'_>, language: Language) -> Node {
    let when = match (effect.day, effect.days_after_signing) {
        (Some(day), _) => wording::date(day, language),
        (None, Some(0)) => language.pick("từ ngày ký", "from the day of signing").to_owned(),
        (None, Some(days)) => match language {
            Language::Vi => format!("sau {days} ngày kể từ ngày ký"),
            Language::En => {
                format!("{} after signing", wording::counted(days as usize, "", ["day", "days"], language))
            }
        },
        (None, None) => language.pick("chưa rõ ngày", "day unclear").to_owned(),
    };
    Node::new(language.pick("Hiệu lực", "Effect"), &when)
}
