//! The module with the glue by which scripts call it.

use lzma_rust2::{LzmaOptions, LzmaWriter};
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
    Ok(Engine { packed: packed(&module)?, module, glue })
}

/// A module as `unpack.js` takes it: a .lzma file, a third smaller than what browsers unpack by themselves.
fn packed(module: &[u8]) -> std::io::Result<Vec<u8>> {
    // Neither instructions nor words lie at even places.
    let options = LzmaOptions { pb: 0, dict_size: 1 << 24, nice_len: 273, ..LzmaOptions::with_preset(9) };
    let mut packer = LzmaWriter::new(Vec::new(), &options, true, false, Some(module.len() as u64))?;
    packer.write_all(module)?;
    packer.finish()
}
