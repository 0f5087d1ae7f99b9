//! The module with the glue by which scripts call it.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// A bound module.
pub struct Engine {
    /// The module.
    pub module: Vec<u8>,
    /// The module as it travels in a page.
    pub packed: Vec<u8>,
    /// The script that calls it, which sets `wasm_bindgen`.
    pub glue: String,
}

/// Binds a module; what is made on the way lies in `folder`.
pub fn bound(module: &Path, folder: &Path) -> Result<Engine, Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("engine").typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.no_modules(true)?.generate(folder)?;
    let module = fs::read(folder.join("engine_bg.wasm"))?;
    let glue = fs::read_to_string(folder.join("engine.js"))?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&module)?;
    Ok(Engine { packed: packer.finish()?, module, glue })
}
