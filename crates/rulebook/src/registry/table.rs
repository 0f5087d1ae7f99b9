//! Rows of a large register, ordered by key and searched without being read.

use std::borrow::Cow;

/// What parts the fields of a row; the first field is the key.
const PART: char = '\t';

/// One line a row, ordered by key. Several rows may have one key. A key that the other fields tell stands in no
/// line: it would be a good part of a large register, and travels with every page that holds one.
#[derive(Clone, Debug)]
pub struct Table {
    text: Cow<'static, str>,
    tell: Tell,
}

/// The key that the fields of a row tell; empty where they tell none. What is told is the same whenever it is asked
/// for: lines are ordered by it.
pub type Tell = fn(Row<'_>) -> String;

impl Table {
    /// Lines that an earlier [`Table::of_rows`] ordered.
    pub const fn of_ordered(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), tell: nothing }
    }

    /// Lines that were ordered and are owned.
    pub const fn of_lines(text: String) -> Self {
        Self { text: Cow::Owned(text), tell: nothing }
    }

    /// The table, with the keys that its lines do not hold told by their fields.
    pub const fn telling(mut self, tell: Tell) -> Self {
        self.tell = tell;
        self
    }

    /// A table of these rows: key and other fields. White space within a field becomes one blank.
    pub fn of_rows<'a>(rows: impl IntoIterator<Item = (String, Vec<Cow<'a, str>>)>) -> Self {
        Self::of_rows_telling(rows, nothing)
    }

    /// A table of these rows, as [`Table::of_rows`] makes it, without the keys that their fields tell.
    pub fn of_rows_telling<'a>(
        rows: impl IntoIterator<Item = (String, Vec<Cow<'a, str>>)>,
        tell: Tell,
    ) -> Self {
        let clean = |field: &str| field.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut lines: Vec<(String, String)> = rows
            .into_iter()
            .map(|(key, fields)| {
                let rest = fields.iter().map(|field| clean(field)).collect::<Vec<_>>().join("\t");
                (clean(&key), rest)
            })
            .collect();
        // Rows of one key stay together.
        lines.sort();
        lines.dedup();
        let lines = lines.iter().map(|(key, rest)| {
            let told = !key.is_empty() && tell(Row { key: "", rest }) == *key;
            format!("{}{PART}{rest}", if told { "" } else { key })
        });
        Self { text: Cow::Owned(lines.collect::<Vec<_>>().join("\n")), tell }
    }

    /// The lines, ordered.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All rows, each as its fields after the key.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.text.lines().filter_map(Row::of)
    }

    /// The rows of a key.
    pub fn find<'t>(&'t self, key: &str) -> impl Iterator<Item = Row<'t>> {
        let start = self.first_not_before(key);
        self.text[start..].lines().map_while(move |line| Row::of(line).filter(|row| self.key(*row) == key))
    }

    /// The key of a row: the one in its line, or what its fields tell.
    fn key<'t>(&self, row: Row<'t>) -> Cow<'t, str> {
        if row.key.is_empty() { Cow::Owned((self.tell)(row)) } else { Cow::Borrowed(row.key) }
    }

    /// The offset of the first line whose key is not less than `key`.
    fn first_not_before(&self, key: &str) -> usize {
        let text = self.text.as_bytes();
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start =
                text[low..middle].iter().rposition(|&byte| byte == b'\n').map_or(low, |at| low + at + 1);
            let end =
                text[middle..high].iter().position(|&byte| byte == b'\n').map_or(high, |at| middle + at);
            // Ends of lines are ends of letters; a line without any field is before every other one.
            let own =
                self.text.get(start..end).and_then(Row::of).map_or(Cow::Borrowed(""), |row| self.key(row));
            if *own < *key {
                low = (end + 1).min(high);
            } else {
                high = start;
            }
        }
        low
    }
}

impl Default for Table {
    fn default() -> Self {
        Self::of_ordered("")
    }
}

/// What the fields of a row tell whose key stands in its line.
const fn nothing(_: Row<'_>) -> String {
    String::new()
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    /// The key.
    pub key: &'t str,
    /// All fields behind the key, still in one piece.
    rest: &'t str,
}

impl<'t> Row<'t> {
    /// The row of a line; `None` for one without any field.
    fn of(line: &'t str) -> Option<Self> {
        let (key, rest) = line.split_once(PART)?;
        Some(Self { key, rest })
    }

    /// The fields behind the key; empty ones where the row has fewer.
    pub fn fields<const N: usize>(&self) -> [&'t str; N] {
        let mut fields = [""; N];
        for (slot, field) in fields.iter_mut().zip(self.rest.split(PART)) {
            *slot = field;
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(keys: &[&str]) -> Table {
        Table::of_rows(
            keys.iter().map(|key| ((*key).to_owned(), vec![Cow::Borrowed("x"), Cow::Borrowed(*key)])),
        )
    }

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys = ["10/2020", "1/2020", "", "80/2015/QH13", "80/2015/QH13-X", "đặc khu a", "xã ấp"];
        let table = table(&keys);
        for key in keys {
            let found: Vec<_> = table.find(key).map(|row| row.fields::<2>()[1]).collect();
            assert_eq!(found, [key]);
        }
        for absent in ["0", "1/202", "80/2015/QH1", "80/2015/QH13-", "zz", "xã"] {
            assert_eq!(table.find(absent).count(), 0, "{absent}");
        }
        assert_eq!(Table::default().find("x").count(), 0);
    }

    #[test]
    fn several_rows_of_one_key_are_all_found() {
        let row = |field: &'static str| ("k".to_owned(), vec![Cow::Borrowed(field)]);
        let table = Table::of_rows([row("b"), row("a\n c"), ("j".to_owned(), vec![]), row("b")]);
        let found: Vec<_> = table.find("k").map(|row| row.fields::<1>()[0]).collect();
        assert_eq!(found, ["a c", "b"]);
    }

    #[test]
    fn a_key_that_the_fields_tell_stands_in_no_line_and_is_found() {
        let name: Tell = |row| row.fields::<1>()[0].to_lowercase();
        let row = |key: &str, field: &'static str| (key.to_owned(), vec![Cow::Borrowed(field)]);
        let table =
            Table::of_rows_telling([row("bé", "Bé"), row("a", "A"), row("cũ", "A"), row("z", "Z")], name);
        assert_eq!(table.text(), "\tA\n\tBé\ncũ\tA\n\tZ");
        let found = |key: &str| table.find(key).map(|row| row.fields::<1>()[0]).collect::<Vec<_>>();
        assert_eq!(["a", "bé", "cũ", "z"].map(found), [["A"], ["Bé"], ["A"], ["Z"]]);
        assert!(["", "b", "d", "A"].into_iter().all(|key| found(key).is_empty()));
    }
}
