//! The list of components as machines read it: CycloneDX 1.5. It holds no moment and no number of its own, so that
//! the same source gives the same bytes.

use crate::components::Component;
use crate::{Fault, VERSION};
use serde_json::{Value, json};

/// The list as text.
///
/// # Errors
/// None that values like these can give.
pub fn text(components: &[Component]) -> Result<String, Fault> {
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "handed-out", "name": "thethuc", "version": VERSION,
            "description": "Kiểm tra thể thức dự thảo văn bản: programs for Windows and the page",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components.iter().map(component).collect::<Vec<_>>(),
        "dependencies": components.iter().map(needs).collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&bom)? + "\n")
}

/// What a crate is known by.
fn reference(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn component(own: &Component) -> Value {
    let reference = reference(&own.name, &own.version);
    let mut value = json!({
        "type": "library", "bom-ref": reference, "name": own.name, "version": own.version,
        "licenses": [{ "expression": own.licence }],
    });
    if let Some(digest) = &own.digest {
        // Our own crates are in no registry, so no such name leads to them.
        value["purl"] = json!(reference);
        value["hashes"] = json!([{ "alg": "SHA-256", "content": digest }]);
    }
    if let Some(address) = &own.repository {
        value["externalReferences"] = json!([{ "type": "vcs", "url": address }]);
    }
    value
}

fn needs(own: &Component) -> Value {
    let needs: Vec<String> = own.needs.iter().map(|(name, version)| reference(name, version)).collect();
    json!({ "ref": reference(&own.name, &own.version), "dependsOn": needs })
}
