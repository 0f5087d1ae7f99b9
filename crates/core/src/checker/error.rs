//! Why a draft could not be checked.

use crate::finding::Words;
use crate::read::ReadError;
use std::any::Any;
use std::fmt;
use std::panic::{self, AssertUnwindSafe};

/// Why a draft could not be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CheckError {
    /// It cannot be read.
    Unreadable(ReadError),
    /// A fault of the program stopped the check; what it said of itself.
    Fault(String),
}

impl CheckError {
    /// One sentence for the author of the draft: what is wrong and what to do.
    pub fn words(&self) -> Words {
        match self {
            Self::Unreadable(error) => error.words(),
            Self::Fault(reason) => Words {
                vi: "Chương trình gặp lỗi nội bộ khi kiểm tra tệp này; xin báo lại kèm theo tệp.".to_owned(),
                en: format!(
                    "An internal fault stopped the check of this file ({reason}); please report it with the file."
                ),
            },
        }
    }
}

impl From<ReadError> for CheckError {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for CheckError {
    /// The Vietnamese sentence.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().vi)
    }
}

impl std::error::Error for CheckError {}

/// Does some work for one draft, so that a fault in it stops nothing else. Whoever wants no trace on
/// standard error sets a panic hook of its own.
///
/// # Errors
/// [`CheckError::Fault`] where the work panicked.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, CheckError> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| CheckError::Fault(said(payload.as_ref())))
}

/// What a panic said.
fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
