//! The name of a row in; whether it is the heading of points beyond the scale, or of points taken off, out.

use crate::model::fold;
use crate::wording::draft::{BONUS_HEADS, BOTH_HEADS, PENALTY_HEADS};

/// What stands outside the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    Bonus,
    Penalty,
    Both,
}

/// What a heading is of.
pub fn outside(name: &str) -> Option<Outside> {
    let folded = fold(name);
    let heads = |list: &[&str]| {
        list.iter().any(|head| folded.strip_prefix(head).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
    };
    if heads(BOTH_HEADS) {
        Some(Outside::Both)
    } else if heads(BONUS_HEADS) {
        Some(Outside::Bonus)
    } else if heads(PENALTY_HEADS) {
        Some(Outside::Penalty)
    } else {
        None
    }
}
