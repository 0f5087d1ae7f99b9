//! Work in parallel, results in order.
//!
//! It knows nothing of drafts: items go in, results come out as if one worker had done them one by
//! one.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::{io, thread};

/// Stack of a worker in bytes: as much as a main thread has.
const STACK: usize = 8 * 1024 * 1024;

/// Does `work` for every item on `jobs` threads, and hands each result to `take` in the order of
/// the items as soon as all earlier ones were handed over.
///
/// # Errors
/// The first error of `take`, after which no more items are begun; or a thread that could not be
/// started.
pub fn run<T: Sync, R: Send, E: From<io::Error>>(
    items: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if jobs.get().min(items.len()) == 1 {
        // A lone worker would only cost its start and memory of its own.
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs.get().min(items.len()) {
            let sender = sender.clone();
            let worker = || {
                let sender = sender;
                while let Some((index, item)) = claim(&next, items) {
                    // A closed channel means that the results are no longer wanted.
                    if sender.send((index, work(item))).is_err() {
                        break;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker)?;
        }
        drop(sender);
        in_order(results, &mut take)
    })
}

/// The next item that no worker has taken, with its place in the list.
fn claim<'a, T>(next: &AtomicUsize, items: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

/// Hands results over in the order of their items; those that come too early wait.
fn in_order<R, E>(
    results: mpsc::Receiver<(usize, R)>,
    take: &mut impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut waiting = BTreeMap::new();
    let mut due = 0;
    for (index, result) in results {
        waiting.insert(index, result);
        while let Some(result) = waiting.remove(&due) {
            take(result)?;
            due += 1;
        }
    }
    Ok(())
}

/// Workers as asked for, else one a core.
pub fn workers(asked: Option<NonZeroUsize>) -> NonZeroUsize {
    asked.unwrap_or_else(|| std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_order_whatever_the_work_takes() {
        let items: Vec<u64> = (0..40).collect();
        let jobs = NonZeroUsize::new(4).expect("not zero");
        let mut taken = Vec::new();
        let slow_for_some = |item: &u64| {
            thread::sleep(Duration::from_micros(item % 7 * 300));
            *item
        };
        let ended: io::Result<()> = run(&items, jobs, slow_for_some, |item| {
            taken.push(item);
            Ok(())
        });
        assert!(ended.is_ok());
        assert_eq!(taken, items);
    }

    #[test]
    fn a_failure_stops_the_work() {
        let items: Vec<u64> = (0..1000).collect();
        let mut taken = 0;
        let ended: io::Result<()> = run(
            &items,
            NonZeroUsize::MIN,
            |item| *item,
            |_| {
                taken += 1;
                if taken == 3 { Err(io::Error::from(io::ErrorKind::BrokenPipe)) } else { Ok(()) }
            },
        );
        assert!(ended.is_err());
        assert_eq!(taken, 3);
    }
}
