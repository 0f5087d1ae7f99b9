//! Rule lines of a paragraph: typed, drawn, or its borders.

use super::open::Open;
use super::paragraph_props::ParagraphProps;
use super::walker::{FoundLine, LastBorder, Walker};
use crate::draft::{RuleLine, RuleLineKind};

/// The fewest characters that make a typed line.
const FEWEST_TYPED: usize = 3;

impl Walker<'_> {
    /// Notes the rule lines of the paragraph that was just finished.
    pub fn find_lines(&mut self, paragraph: usize, open: &Open<'_>) {
        let line = |kind, length, below_anchor| FoundLine {
            line: RuleLine { kind, paragraph, length, below_anchor },
            column: None,
            merged: false,
        };
        for _ in 0..self.typed_rules() {
            self.lines.push(line(RuleLineKind::Typed, None, None));
        }
        for drawn in &open.drawings.lines {
            self.lines.push(line(RuleLineKind::Drawn, drawn.length, drawn.below));
        }
        self.find_borders(paragraph, &open.base.props);
    }

    /// Number of the lines of the last paragraph that consist of typed rules.
    fn typed_rules(&self) -> usize {
        let Some(paragraph) = self.paragraphs.last() else { return 0 };
        paragraph.span.of(self.text.text()).split('\n').filter(|line| is_typed_rule(line)).count()
    }

    /// Notes the borders above and below. A paragraph in a box has no rule line.
    fn find_borders(&mut self, paragraph: usize, props: &ParagraphProps) {
        let borders = props.borders;
        let indents = (props.left, props.right);
        let last = self.last_border.take();
        // Word draws one frame around neighbours with the same borders and indents.
        let merges = last.as_ref().is_some_and(|last| last.borders == borders && last.indents == indents);
        if borders.is_box() {
            return;
        }
        if borders.top == Some(true) && !merges {
            self.push_border(paragraph, props);
        }
        let mut bottom = None;
        if borders.bottom == Some(true) {
            if let Some(index) = last.filter(|_| merges).and_then(|last| last.bottom) {
                self.lines[index].merged = true;
            }
            self.push_border(paragraph, props);
            bottom = Some(self.lines.len() - 1);
        }
        if borders.top == Some(true) || bottom.is_some() {
            self.last_border = Some(LastBorder { borders, indents, bottom });
        }
    }

    /// Notes a border as a line. In a cell its length is that of the cell without the indents; in the
    /// body it waits for the width of the section, which is only known at its end.
    fn push_border(&mut self, paragraph: usize, props: &ParagraphProps) {
        let taken = props.left.unwrap_or(0.0) + props.right.unwrap_or(0.0);
        let length = self.here.width.map(|width| width - taken).filter(|length| *length > 0.0);
        let in_column = !self.here.in_table && !self.here.in_box;
        self.lines.push(FoundLine {
            line: RuleLine { kind: RuleLineKind::Border, paragraph, length, below_anchor: None },
            column: in_column.then_some((self.section, taken)),
            merged: false,
        });
    }
}

/// Whether a line of text consists of dashes or underscores only.
fn is_typed_rule(line: &str) -> bool {
    let mut count = 0;
    for letter in line.chars() {
        match letter {
            '-' | '_' | '–' | '—' | '─' | '―' | '━' | '¯' | '‾' => count += 1,
            ' ' | '\t' => {}
            _ => return false,
        }
    }
    count >= FEWEST_TYPED
}

#[cfg(test)]
mod tests {
    use super::is_typed_rule;

    #[test]
    fn typed_rules() {
        assert!(is_typed_rule("-------"));
        assert!(is_typed_rule(" ____ "));
        assert!(is_typed_rule("———"));
        assert!(!is_typed_rule("--"));
        assert!(!is_typed_rule("- - x"));
        assert!(!is_typed_rule(""));
    }
}
