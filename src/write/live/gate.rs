//! In: a class with a gate, and the plans it looks at. Out: the formulas of whether they are reached.

use super::cell::{Formed, Shown};
use super::criterion::{OUT, Own};
use super::grid::{At, Key};

/// 1 where the plan and what was reached stand so to each other; 0 where they do not, or one of them cannot be said.
pub(super) fn compared(own: Own, sign: &str) -> String {
    let kernel = &own.at.view.compact().criteria[own.index].kernel;
    let Some([reached, wanted, _]) = kernel.plan_formula(&own) else { return "0".to_owned() };
    let met = format!("IFERROR(IF(AND(ISNUMBER({reached}),ISNUMBER({wanted})),IF({reached}{sign}{wanted},1,0),0),0)");
    special(own, sign, met)
}

/// Nothing is exceeded where a criterion was not assigned; where nothing arose and the maximum counts, it is reached.
fn special(own: Own, sign: &str, usual: String) -> String {
    let cases = own.special().into_iter().rev();
    cases.fold(usual, |rest, (condition, value)| {
        let counts = if value == OUT || sign == ">" { "0" } else { "1" };
        format!("IF({condition},{counts},{rest})")
    })
}

/// Whether a gate's plan is reached.
pub(super) fn met(at: At, criterion: usize) -> Formed {
    let holds = at.view.member(at.member).marks[criterion].plan_met == Some(true);
    Formed::new(compared(Own { at, index: criterion }, ">="), Shown::flag(holds))
}

/// Whether a gate's plan is reached, or missed by no more than the class allows.
pub(super) fn near(at: At, class: usize, criterion: usize) -> Formed {
    let compact = at.view.compact();
    let within = compact.classes[class].gate.as_ref().and_then(|gate| gate.within).unwrap_or_default();
    let (own, mark) = (Own { at, index: criterion }, &at.view.member(at.member).marks[criterion]);
    let reached = at.cell(Key::Met(criterion));
    let short = compact.criteria[criterion].kernel.plan_formula(&own).map_or_else(
        || "0".to_owned(),
        |[reached, wanted, base]| {
            let gap = format!("ROUND(({wanted}-({reached}))/{base},12)");
            // a blank cell would be taken for zero
            let known = format!("AND(ISNUMBER({reached}),ISNUMBER({wanted}))");
            special(own, ">", format!("IFERROR(IF({known},IF({base}>0,IF({gap}<={within},1,0),0),0),0)"))
        },
    );
    let holds = match mark.shortfall {
        Some(shortfall) => shortfall <= within,
        None => mark.plan_met == Some(true),
    };
    Formed::new(format!("IF({reached}=1,1,{short})"), Shown::flag(holds))
}

/// The condition under which a class's gate is passed; none for a class without one.
pub(super) fn passed(at: At, class: usize) -> Option<String> {
    let gate = at.view.compact().classes[class].gate.as_ref()?;
    let met: Vec<Key> = gate.criteria.iter().map(|criterion| Key::Met(*criterion)).collect();
    let near: Vec<Key> = gate.criteria.iter().map(|criterion| Key::Near(class, *criterion)).collect();
    let enough = format!("SUM({})>={}", at.ranges(&met).join(","), gate.met);
    let near = at.ranges(&near).join(",");
    Some(if near.is_empty() { enough } else { format!("{enough},MIN({near})=1") })
}
