//! The command line as its users meet it: arguments and files in, output and exit status out.
#![allow(clippy::expect_used, reason = "a test says that something cannot fail by failing")]

mod annotate;
mod before;
mod check;
mod config;
mod extent;
mod folders;
mod forms;
mod guide;
mod help;
mod new;
mod open;
mod outputs;
mod pack;
mod page;
mod profile;
mod registry;
mod rules;
mod shells;
mod show;
mod support;
mod watch;
