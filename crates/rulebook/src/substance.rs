//! What a rule demands, apart from how it speaks of it: two rules of the same substance find the same.

use crate::RuleBook;
use serde_json::Value;

/// Keys of a rule that change nothing of what it finds.
const WORDING: [&str; 8] = ["title", "was", "message", "help", "why", "says", "fix", "examples"];

impl RuleBook {
    /// The substance of a rule as text; `None` where there is no such rule.
    ///
    /// Equal texts mean that the rules find the same, other texts that they may not.
    pub fn substance(&self, id: &str) -> Option<String> {
        let mut value = serde_json::to_value(self.rule(id)?).ok()?;
        if let Value::Object(keys) = &mut value {
            keys.retain(|key, own| !WORDING.contains(&key.as_str()) && !own.is_null());
        }
        Some(value.to_string())
    }
}
