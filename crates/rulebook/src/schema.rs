//! The JSON Schema of a rule file, made from the very types that read it: editors can then complete
//! keys and show what they mean. What `serde` reads by hand is described by hand here.
//!
//! A test holds each rule file and a list of wrong ones against it, so that it allows neither less
//! nor more than the reader does.

use super::Rule;
use super::bilingual::Phrase;
use super::check::{
    AllCheck, AnyCheck, Check, Conditional, NotCheck, OrderCheck, ResolvesCheck, SomeCheck, TitledCheck,
    WhenCheck, Wording, WordsCheck,
};
use super::count::Count;
use super::pattern::Pattern;
use super::selector::{Pick, Selector};
use super::value::{Color, OneOrMany, Range};
use crate::vocabulary::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// The schema (JSON Schema draft 2020-12) of a rule file.
pub fn rule_schema() -> Value {
    let mut schema = schemars::schema_for!(Rule).to_value();
    if let Value::Object(map) = &mut schema {
        map.insert("title".to_owned(), "A rule of thethuc".into());
    }
    plain_words(&mut schema);
    schema
}

/// The schema (JSON Schema draft 2020-12) of `thethuc.yaml`.
pub fn config_schema() -> Value {
    let mut schema = schemars::schema_for!(crate::config::Config).to_value();
    if let Value::Object(map) = &mut schema {
        map.insert("title".to_owned(), "thethuc.yaml".into());
    }
    plain_words(&mut schema);
    schema
}

/// Descriptions come from doc comments; outside of Rust their links and line ends mean nothing.
pub fn plain_words(value: &mut Value) {
    match value {
        Value::Object(map) => {
            // What is not given is nothing; there is no need to say so at every key.
            map.retain(|key, value| key != "default" || !value.is_null());
            for (key, value) in map {
                match value {
                    Value::String(text) if key == "description" => {
                        *text = text.replace("[`", "`").replace("`]", "`").replace('\n', " ");
                    }
                    other => plain_words(other),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(plain_words),
        _ => {}
    }
}

/// A schema that stands where it is used, without a definition of its own.
macro_rules! inline_schema {
    ($type:ty, $name:literal, $schema:expr) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

inline_schema!(Phrase, "Phrase", json_schema!({ "type": "string", "pattern": "\\S" }));
inline_schema!(Pattern, "Pattern", json_schema!({ "type": "string", "minLength": 1 }));
inline_schema!(Color, "Color", json_schema!({ "type": "string", "pattern": "^[0-9A-Fa-f]{6}$" }));
inline_schema!(
    Date,
    "Date",
    // Day first, as Vietnamese law writes it, or the ISO form.
    json_schema!({
        "type": "string",
        "pattern": "^(?:[12][0-9]{3}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9][/.-][01]?[0-9][/.-][12][0-9]{3})$"
    })
);

/// A type that is one value in a rule file is described as that value.
macro_rules! described_as {
    ($($type:ty => $value:ty,)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                <$value>::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                <$value>::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                <$value>::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$value>::json_schema(generator)
            }
        }
    )+};
}

described_as! {
    AllCheck => Vec<Check>,
    AnyCheck => Vec<Check>,
    SomeCheck => Check,
    NotCheck => Check,
    WhenCheck => Conditional,
    TitledCheck => bool,
    OrderCheck => Vec<Selector>,
    ResolvesCheck => bool,
    WordsCheck => Vec<Wording>,
}

impl JsonSchema for Selector {
    fn schema_name() -> Cow<'static, str> {
        "Selector".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A place, or a kind of places, of a document.",
            "enum": Self::names(),
        })
    }
}

impl JsonSchema for Pick {
    fn schema_name() -> Cow<'static, str> {
        "Pick".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Selector::names().join("|").replace('.', "\\.");
        json_schema!({
            "description": "A place, with the number of one of several (`basis[2]`, from 1).",
            "type": "string",
            "pattern": format!("^({names})(\\[[1-9][0-9]*\\])?$"),
        })
    }
}

impl JsonSchema for Range {
    fn schema_name() -> Cow<'static, str> {
        "Range".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, or limits.",
            "oneOf": [
                { "type": "number" },
                {
                    "type": "object",
                    "properties": {
                        "min": { "type": "number" },
                        "max": { "type": "number" },
                    },
                    "anyOf": [{ "required": ["min"] }, { "required": ["max"] }],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl JsonSchema for Count {
    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = json_schema!({ "type": "integer", "minimum": 0 });
        json_schema!({
            "description": "How often something must be there.",
            "oneOf": [
                { "type": "boolean" },
                { "enum": ["required-by-form", "forbidden-by-form"] },
                {
                    "type": "object",
                    "properties": {
                        "min": number,
                        "max": number,
                        "by-form": { "enum": ["required", "forbidden"], "description": "The form decides, by this list of its components in `forms.yaml`." },
                        "unless-text": {
                            "type": "string",
                            "description": "Where this is found, the component may be there unrecognized.",
                        },
                    },
                    "minProperties": 1,
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_plain_words() {
        let text = rule_schema().to_string();
        assert!(!text.contains("[`"), "{text}");
    }
}
