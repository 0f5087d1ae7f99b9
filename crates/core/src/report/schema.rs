//! The JSON Schema of a report, made from the types that write it.

use super::model::Report;
use crate::rulebook::schema::plain_words;
use serde_json::Value;

/// The schema (JSON Schema draft 2020-12) of `thethuc/report/v1`.
pub fn report_schema() -> Value {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    // What is written, not what could be read: a field is there though its value may be null.
    settings.contract = schemars::generate::Contract::Serialize;
    let mut schema = settings.into_generator().into_root_schema_for::<Report>().to_value();
    if let Value::Object(map) = &mut schema {
        map.insert("title".to_owned(), "A report of thethuc, schema thethuc/report/v1".into());
        map.insert(
            "description".to_owned(),
            "Fields may be added, never renamed or changed in meaning. Lines, columns, paragraphs and sections count from 1, offsets are bytes.".into(),
        );
    }
    plain_words(&mut schema);
    schema
}
