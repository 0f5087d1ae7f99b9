//! The core as a WebAssembly module without a single import: nothing is asked of whoever runs it.
//! `parity.mjs` holds what it says of the samples against what the program says of them.

use std::sync::{LazyLock, Mutex, PoisonError};
use thethuc_core::checker::{Checker, Options};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::json::Json;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;

/// What comes in (the name of a file, then its bytes), and what goes out (the report).
static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn checker(today: Date) -> Option<Checker> {
    static BOOK: LazyLock<std::sync::Arc<thethuc_core::rulebook::RuleBook>> =
        LazyLock::new(|| thethuc_law::book().into());
    Checker::new(std::sync::Arc::clone(&BOOK), Options::on(today)).ok()
}

/// Makes room for so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut buffer = BUFFER.lock().unwrap_or_else(PoisonError::into_inner);
    buffer.clear();
    buffer.resize(length, 0);
    buffer.as_mut_ptr()
}

/// Checks what was put there, of which the first bytes are the name; returns the length of the report.
#[unsafe(no_mangle)]
pub extern "C" fn check(name_length: usize, year: i32, month: u32, day: u32) -> usize {
    let mut buffer = BUFFER.lock().unwrap_or_else(PoisonError::into_inner);
    let report = {
        let (name, bytes) = buffer.split_at(name_length.min(buffer.len()));
        Date::new(year, month, day).map_or_else(String::new, |today| report(name, bytes, today))
    };
    *buffer = report.into_bytes();
    buffer.len()
}

/// Where the report lies.
#[unsafe(no_mangle)]
pub extern "C" fn result() -> *const u8 {
    BUFFER.lock().unwrap_or_else(PoisonError::into_inner).as_ptr()
}

/// The report as the program writes it with `--format json`.
fn report(name: &[u8], bytes: &[u8], today: Date) -> String {
    let (Some(checker), Ok(path)) = (checker(today), std::str::from_utf8(name)) else { return String::new() };
    let checked = checker.check(path, bytes);
    let reason = checked.as_ref().err().map(thethuc_core::checker::CheckError::words).unwrap_or_default();
    let outcome = match &checked {
        Ok(checked) => Outcome::Checked { checked, source: bytes },
        Err(_) => Outcome::Unreadable(&reason),
    };
    let setting = Setting { language: Language::Vi, names: checker.book(), replacing: &[] };
    let reported = Reported { path, outcome };
    let document = Json.piece(&Document::of(&reported), &reported, &setting);
    [Json.open(&setting), document, Json.close(&Tally::of(outcome), &setting)].concat()
}
