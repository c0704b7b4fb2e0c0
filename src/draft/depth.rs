//! The rows of a table in; how deep each stands, by the kinds of numbering, out.
//!
//! A kind of numbering that is open already goes on at its level; a new one stands below; a number such as `1.2` stands
//! below `1`. Where a letter is a Roman digit too, the reading that goes on with a list is the one that is meant.

use super::code::Kind;
use super::outside::outside;
use super::rows::Row;

/// A list that is open.
struct Level {
    kind: Kind,
    place: Option<u32>,
    segments: Vec<String>,
    path: Vec<String>,
}

/// The depth of every row.
pub fn depths(rows: &[Row]) -> Vec<usize> {
    let mut open: Vec<Level> = Vec::new();
    let mut depths = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let (depth, kind, place) = level(row, rows.get(at + 1), &open);
        open.truncate(depth);
        let mut path = open.last().map(|above| above.path.clone()).unwrap_or_default();
        path.extend(row.code.segments.last().cloned());
        open.push(Level { kind, place, segments: row.code.segments.clone(), path });
        depths.push(depth);
    }
    depths
}

fn level(row: &Row, next: Option<&Row>, open: &[Level]) -> (usize, Kind, Option<u32>) {
    let code = &row.code;
    let (kind, place) = code.readings[0];
    if kind == Kind::Group {
        return (0, kind, place);
    }
    if let Some((_, prefix)) = code.segments.split_last().filter(|(_, prefix)| !prefix.is_empty())
        && let Some(above) = open.iter().rposition(|level| level.segments == prefix || level.path == prefix)
    {
        return (above + 1, kind, place);
    }
    let goes_on = |level: &Level| {
        code.readings.iter().find(|(kind, place)| {
            level.kind == *kind && place.is_some_and(|place| level.place.is_some_and(|before| before + 1 == place))
        })
    };
    let following = open.iter().enumerate().rev().find_map(|(depth, level)| Some((depth, *goes_on(level)?)));
    if let Some((depth, (kind, place))) = following {
        return (depth, kind, place);
    }
    if outside(&row.name).is_some() && kind.rank() <= Kind::Bare.rank() {
        return (0, kind, place);
    }
    if kind == Kind::Bare
        && let Some(depth) = heads(row, next, open)
    {
        return (depth, kind, place);
    }
    let is_open = |kind: Kind| open.iter().rposition(|level| level.kind == kind);
    let begins = code.readings.iter().find(|(kind, place)| *place == Some(1) && is_open(*kind).is_none());
    let again = code.readings.iter().find_map(|(kind, place)| Some((is_open(*kind)?, *kind, *place)));
    match (begins.copied(), again) {
        (None, Some(again)) => again,
        (begins, _) => {
            let (kind, place) = begins.unwrap_or((kind, place));
            let higher = |level: &&Level| level.kind.rank() <= kind.rank();
            let below = if kind == Kind::Bare { open.len() } else { open.iter().take_while(higher).count() };
            (below, kind, place)
        }
    }
}

/// A heading without a number stands above the list that begins below it.
fn heads(row: &Row, next: Option<&Row>, open: &[Level]) -> Option<usize> {
    let only_points = row.unit.is_empty() && row.guide.is_empty();
    let next = next.filter(|next| only_points && next.code.begins() && !next.code.is_plain())?;
    let known = next.code.readings.iter().find_map(|(kind, _)| open.iter().position(|level| level.kind == *kind))?;
    let same = open.iter().rposition(|level| level.kind == Kind::Bare);
    Some(same.filter(|same| *same < known).unwrap_or(known))
}
