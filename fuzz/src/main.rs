//! Feeds the readers, the checker, the rule book and the repairs with damaged input and looks for faults:
//! `cargo run --release -p thethuc-fuzz -- [TARGET|all] [--seconds N] [--seed N]`.
//!
//! It needs no nightly compiler. What it does follows from the seed alone; a fault is told with the seed of the
//! input, the input is kept below `target/fuzz`, and the run ends with a status of its own.
#![allow(clippy::print_stdout, reason = "a program for those who work on thethuc")]

mod damage;
mod seeds;
mod sound;
mod targets;

use damage::Chance;
use std::error::Error;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use targets::{TARGETS, Target};

/// Most time on the processor that one input may take: far above what any of this size needs without
/// optimization.
const SLOW: Duration = Duration::from_secs(20);

/// What is asked for on the command line.
struct Wish {
    targets: Vec<&'static Target>,
    each: Duration,
    seed: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let wish = wish(&std::env::args().skip(1).collect::<Vec<_>>())?;
    let seeds = seeds::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    let workshop = targets::Workshop::new()?;
    // Faults are told once, with their seed.
    panic::set_hook(Box::new(|_| {}));
    let mut faults = 0;
    for target in &wish.targets {
        faults += run(target, &wish, &seeds, &workshop)?;
    }
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads the arguments.
fn wish(arguments: &[String]) -> Result<Wish, Box<dyn Error>> {
    let (mut targets, mut seconds, mut seed) = (Vec::new(), 60, 1);
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        let mut number = || rest.next().ok_or("a number is missing")?.parse::<u64>().map_err(|_| "no number");
        match word.as_str() {
            "--seconds" => seconds = number()?,
            "--seed" => seed = number()?,
            "all" => targets.extend(&TARGETS),
            name => {
                let names = TARGETS.iter().map(|own| own.name).collect::<Vec<_>>().join(", ");
                let known = TARGETS.iter().find(|own| own.name == name);
                targets.push(known.ok_or(format!("no target {name}; there are: all, {names}"))?);
            }
        }
    }
    if targets.is_empty() {
        targets.extend(&TARGETS);
    }
    Ok(Wish { targets, each: Duration::from_secs(seconds), seed })
}

/// Runs one target for its time; gives the number of inputs that showed a fault.
fn run(
    target: &Target,
    wish: &Wish,
    seeds: &seeds::Seeds,
    workshop: &targets::Workshop,
) -> Result<usize, Box<dyn Error>> {
    let own = (target.seeds)(seeds);
    let (begun, mut inputs, mut taken, mut faults) = (Instant::now(), 0u64, 0u64, 0);
    while begun.elapsed() < wish.each {
        let seed = wish.seed.wrapping_add(inputs);
        let mut chance = Chance::new(seed);
        let input = (target.damage)(own, &mut chance);
        let started = worked(begun);
        let ended = panic::catch_unwind(AssertUnwindSafe(|| (target.feed)(workshop, &input)));
        let fault = match ended {
            Ok(Ok(is_taken)) => {
                taken += u64::from(is_taken);
                let took = worked(begun).saturating_sub(started);
                (took > SLOW).then(|| format!("took {took:?}"))
            }
            Ok(Err(fault)) => Some(fault),
            Err(payload) => Some(said(payload.as_ref())),
        };
        if let Some(fault) = fault {
            faults += 1;
            let kept = keep(target, seed, &input)?;
            println!("{}: --seed {seed}: {fault} ({})", target.name, kept.display());
        }
        inputs += 1;
    }
    println!("{}: {inputs} inputs, {taken} of them taken, {faults} faults", target.name);
    Ok(faults)
}

/// How long this thread was on the processor, where the system tells it; else how long it is since the beginning.
fn worked(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// Keeps an input that showed a fault.
fn keep(target: &Target, seed: u64, input: &[u8]) -> Result<PathBuf, Box<dyn Error>> {
    let folder = Path::new("target/fuzz");
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("{}-{seed}.{}", target.name, target.ending));
    std::fs::write(&path, input)?;
    Ok(path)
}

/// What a panic said.
fn said(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}
