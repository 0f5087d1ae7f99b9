//! The page, put together: one file, or several behind a web server.

use crate::bind::Engine;
use crate::digest;
use crate::letters;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_html::Html;

/// The parts of the page.
pub struct Parts<'a> {
    engine: &'a Engine,
    template: String,
    style: String,
    /// The scripts of the page.
    script: String,
    /// The script of the worker: what unpacks the module, the glue, and the worker itself.
    worker: String,
    /// The script that is put into the frame of a report.
    frame: String,
    /// What reports may run and load.
    report: Policy,
}

/// A file for a web server: its name and its bytes.
pub type Part = (&'static str, Vec<u8>);

/// What the policy of a page lets run and load, as the sources of scripts and styles.
struct Policy {
    scripts: String,
    styles: String,
}

impl<'a> Parts<'a> {
    /// Reads the parts.
    pub fn read(folder: &Path, engine: &'a Engine) -> Result<Self, Box<dyn Error>> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let mut names: Vec<_> = fs::read_dir(folder.join("script"))?
            .map(|entry| Ok::<_, std::io::Error>(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_, _>>()?;
        names.sort();
        let scripts =
            names.iter().map(|name| read(&format!("script/{name}"))).collect::<Result<Vec<_>, _>>()?;
        let parts = Self {
            engine,
            template: read("page.html")?,
            style: read("page.css")?,
            script: format!("(() => {{\n\"use strict\";\n{}\n}})();\n", scripts.concat()),
            worker: read("unpack.js")? + &engine.glue + &read("worker.js")?,
            frame: read("frame.js")?,
            report: Policy::of_reports()?,
        };
        for text in [&parts.style, &parts.script, &parts.worker, &parts.frame] {
            if text.contains("</") || text.contains("<!--") {
                return Err("a script or style would end its element: it holds “</” or “<!--”".into());
            }
        }
        Ok(parts)
    }

    /// The page as one file.
    pub fn single(&self) -> Result<String, Box<dyn Error>> {
        let policy = self.policy(&digest::source(&self.script), &digest::source(&self.style), "");
        let data = format!(
            "<script type=\"text/plain\" id=\"module\">{}</script>\n{}",
            letters::lettered(&self.engine.packed),
            self.texts()
        );
        self.filled(&[
            ("policy", &policy),
            ("style", &format!("<style>{}</style>", self.style)),
            ("data", &data),
            ("script", &format!("<script>{}</script>", self.script)),
        ])
    }

    /// The files for a web server.
    pub fn hosted(&self) -> Result<Vec<Part>, Box<dyn Error>> {
        let policy = self.policy("'self'", "'self'", " connect-src 'self';");
        let (module, script, style) = (&self.engine.module, self.script.as_bytes(), self.style.as_bytes());
        let data = format!(
            "<script type=\"text/plain\" id=\"module\" data-from=\"kiem-tra.wasm\" data-integrity=\"{}\"></script>\n{}",
            digest::integrity(module),
            self.texts()
        );
        let link = format!(
            "<link rel=\"stylesheet\" href=\"kiem-tra.css\" integrity=\"{}\">",
            digest::integrity(style)
        );
        let call =
            format!("<script src=\"kiem-tra.js\" integrity=\"{}\"></script>", digest::integrity(script));
        let page =
            self.filled(&[("policy", &policy), ("style", &link), ("data", &data), ("script", &call)])?;
        Ok(vec![
            ("index.html", page.into_bytes()),
            ("kiem-tra.js", script.to_vec()),
            ("kiem-tra.css", style.to_vec()),
            ("kiem-tra.wasm", module.clone()),
        ])
    }

    /// The scripts that lie in the page as text until a worker or a frame runs them.
    fn texts(&self) -> String {
        let one = |id: &str, text: &str| format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n");
        one("worker", &self.worker) + &one("frame", &self.frame)
    }

    /// What the page and the frames and workers in it may do. No source of the network stands in it, but the
    /// page's own server for its module.
    fn policy(&self, script: &str, style: &str, more: &str) -> String {
        format!(
            "default-src 'none'; script-src {script} {} {} 'wasm-unsafe-eval'; style-src {style} {}; \
             worker-src blob:; frame-src 'self';{more} base-uri 'none'; form-action 'none'",
            digest::source(&self.frame),
            self.report.scripts,
            self.report.styles,
        )
    }

    /// The template with its places filled.
    fn filled(&self, values: &[(&str, &str)]) -> Result<String, Box<dyn Error>> {
        let whole = digest::hexadecimal(&self.engine.module);
        let book = thethuc_law::book();
        let until =
            book.registry().data_until().map(|day| wording::date(day, Language::Vi)).unwrap_or_default();
        let rules = book.rule_ids().count().to_string();
        let own = [
            ("digest", whole.as_str()),
            ("short", whole.get(..12).unwrap_or(&whole)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("until", &until),
            ("rules", &rules),
        ];
        let mut page = self.template.clone();
        for (name, value) in own.iter().chain(values) {
            let place = format!("{{{{{name}}}}}");
            if !page.contains(&place) {
                return Err(format!("page.html has no place {place}").into());
            }
            page = page.replace(&place, value);
        }
        Ok(page)
    }
}

impl Policy {
    /// What reports let run, taken from the head of one: a frame is bound by the policy of the page around it
    /// too.
    fn of_reports() -> Result<Self, Box<dyn Error>> {
        let book = thethuc_law::book();
        let setting = Setting { language: Language::Vi, names: &book, replacing: &[] };
        let head = Html::default().open(&setting);
        let sources = |name: &str| {
            let (_, rest) = head.split_once(&format!("{name} "))?;
            Some(rest.split([';', '"']).next()?.to_owned())
        };
        let missing = || "the head of a report has no policy".to_owned();
        Ok(Self {
            scripts: sources("script-src").ok_or_else(missing)?,
            styles: sources("style-src").ok_or_else(missing)?,
        })
    }
}
