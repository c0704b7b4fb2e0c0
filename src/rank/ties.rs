//! The values of the compact's tie keys for one member; none where a key says nothing of it.
//!
//! To add a key, write its function and its entry in [`TIE_BREAKS`]; scoring.toml and the outputs know it by that.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Compact, MarkState, NodeState, TieBreak, TieCase, TieTarget};
use crate::wording::headings as words;

/// The share of women from which a collective goes first (Nghị định 152/2025/NĐ-CP, Điều 4).
const WOMEN: Decimal = Decimal::from_parts(7, 0, 0, false, 1);

/// The table.
pub static TIE_BREAKS: &[TieBreak] = &[
    TieBreak {
        name: "vote",
        target: TieTarget::Nothing,
        value: votes,
        in_points: false,
        formula: |cells, _| cells.votes(),
        label: words::KEY_VOTE,
    },
    TieBreak {
        name: "field",
        target: TieTarget::Field,
        value: field,
        in_points: true,
        formula: |cells, target| cells.field(target),
        label: words::KEY_POINTS,
    },
    TieBreak {
        name: "criterion",
        target: TieTarget::Criterion,
        value: criterion,
        in_points: true,
        formula: |cells, target| cells.criterion(target),
        label: words::KEY_POINTS,
    },
    TieBreak {
        name: "plans-exceeded",
        target: TieTarget::Nothing,
        value: exceeded,
        in_points: false,
        formula: |cells, _| cells.exceeded(),
        label: words::KEY_PLANS_EXCEEDED,
    },
    TieBreak {
        name: "fewer-penalties",
        target: TieTarget::Nothing,
        value: penalties,
        in_points: true,
        formula: |cells, _| cells.penalty(),
        label: words::KEY_FEWER_PENALTIES,
    },
    TieBreak {
        name: "women-70",
        target: TieTarget::Nothing,
        value: women,
        in_points: false,
        formula: |cells, _| format!("IF(ISNUMBER({0}),IF({0}>={WOMEN},1,0),\"\")", cells.women()),
        label: words::KEY_WOMEN,
    },
];

/// One value per key of the compact, higher is better.
pub fn keys(compact: &Compact, case: &TieCase) -> Vec<Option<i64>> {
    compact.tie_keys.iter().map(|key| (key.by.value)(case, key.target)).collect()
}

fn votes(case: &TieCase, _: usize) -> Option<i64> {
    case.votes?.to_i64()
}

fn field(case: &TieCase, field: usize) -> Option<i64> {
    let folded = &case.scores.fields[field];
    (folded.state == NodeState::Whole).then(|| folded.points.units())
}

fn criterion(case: &TieCase, criterion: usize) -> Option<i64> {
    match case.scores.marks[criterion].state {
        MarkState::Given(points) => Some(points.units()),
        MarkState::Out | MarkState::NotYet | MarkState::Missing => None,
    }
}

fn exceeded(case: &TieCase, _: usize) -> Option<i64> {
    i64::try_from(case.scores.marks.iter().filter(|mark| mark.exceeded).count()).ok()
}

#[expect(clippy::unnecessary_wraps, reason = "an entry of the table")]
fn penalties(case: &TieCase, _: usize) -> Option<i64> {
    Some(case.scores.total.penalty.units())
}

fn women(case: &TieCase, _: usize) -> Option<i64> {
    case.member.women.map(|share| i64::from(share >= WOMEN))
}
