//! The command line as its users meet it: arguments and files in, output and exit status out.
#![allow(clippy::expect_used, reason = "a test says that something cannot fail by failing")]

mod annotate;
mod before;
mod check;
mod config;
mod documented;
mod extent;
mod folders;
mod forms;
mod guide;
mod help;
mod keeper;
mod new;
mod office;
mod open;
mod outputs;
mod own_rules;
mod pack;
mod page;
mod profile;
mod registry;
mod rules;
mod shells;
mod show;
mod since;
mod support;
mod watch;
