//! The build of an expression for little text: one automaton, and the two engines that search with it as it is.
//!
//! Most of what compiling costs is memory that the compiler fills once and drops, half a megabyte for each
//! expression with a set of letters. So each thread has one compiler for all of them, and one place to search in.

use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::pikevm::{self, PikeVM};
use regex_automata::nfa::thompson::{Compiler, Config};
use regex_automata::util::captures::{Captures, GroupInfo};
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Anchored, Input, Match, PatternID};
use regex_syntax::hir::Hir;
use std::cell::RefCell;

/// Bytes of the largest automaton: that of the `regex` crate.
const LARGEST: usize = 10 << 20;

thread_local! {
    static COMPILER: Compiler = {
        let mut compiler = Compiler::new();
        compiler.configure(Config::new().nfa_size_limit(Some(LARGEST)));
        compiler
    };
    static PLACE: RefCell<Place> = const { RefCell::new(Place { backtracker: None, steps: None }) };
}

/// What the engines write on while they search.
struct Place {
    backtracker: Option<backtrack::Cache>,
    steps: Option<pikevm::Cache>,
}

/// An expression, quickly compiled and slowly searched.
#[derive(Debug)]
pub(super) struct Lean {
    /// The quicker one. It takes memory for each letter of the text, and so only short ones.
    backtracker: BoundedBacktracker,
    /// For any text; it stops where nothing can match any more.
    steps: PikeVM,
}

impl Lean {
    /// The build of an expression; none of one that is too large.
    pub(super) fn of(expression: &Hir) -> Option<Self> {
        let automaton = COMPILER.with(|compiler| compiler.build_from_hir(expression).ok())?;
        Some(Self {
            backtracker: BoundedBacktracker::new_from_nfa(automaton.clone()).ok()?,
            steps: PikeVM::new_from_nfa(automaton).ok()?,
        })
    }

    /// The groups of the expression.
    pub(super) fn group_info(&self) -> &GroupInfo {
        self.steps.get_nfa().group_info()
    }

    /// Whether the text holds a match.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.search_slots(&Input::new(text).earliest(true), &mut []).is_some()
    }

    /// The first match in the input.
    pub(super) fn search(&self, input: &Input<'_>) -> Option<Match> {
        let mut slots = [None; 2];
        let pattern = self.search_slots(input, &mut slots)?;
        let [Some(start), Some(end)] = slots else { return None };
        Some(Match::new(pattern, start.get()..end.get()))
    }

    /// The first match in the input, with its groups.
    pub(super) fn search_captures(&self, input: &Input<'_>, groups: &mut Captures) {
        groups.set_pattern(None);
        let pattern = self.search_slots(input, groups.slots_mut());
        groups.set_pattern(pattern);
    }

    fn search_slots(&self, input: &Input<'_>, slots: &mut [Option<NonMaxUsize>]) -> Option<PatternID> {
        PLACE.with_borrow_mut(|place| {
            // Whoever asks about one place asks about many, and the backtracker clears its memory of the whole rest of
            // the text each time.
            let is_short = input.get_span().len() <= self.backtracker.max_haystack_len();
            if is_short && input.get_anchored() == Anchored::No {
                let cache = place.backtracker.get_or_insert_with(|| self.backtracker.create_cache());
                cache.reset(&self.backtracker);
                if let Ok(found) = self.backtracker.try_search_slots(cache, input, slots) {
                    return found;
                }
            }
            let cache = place.steps.get_or_insert_with(|| self.steps.create_cache());
            cache.reset(&self.steps);
            self.steps.search_slots(cache, input, slots)
        })
    }
}
