//! Files as people keep them: what one is by its name, what lies in an archive, and the copies of drafts
//! that people take away. Bytes and names come in; whoever stands before the core has the file system.

pub mod copies;
pub mod dossier;
pub mod kind;
pub mod names;
pub mod office;
