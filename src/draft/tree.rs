//! Rows and their depths in; the tree they make out: lines that only explain put into the wording, rows that stand there
//! twice left out, points beyond the scale beside it.

use rust_decimal::Decimal;

use super::code::Kind;
use super::outside::{Outside, outside};
use super::points::Stated;
use super::rows::Row;
use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::model::fold;
use crate::wording::draft as words;

/// A row and what stands below it.
#[derive(Clone, Debug)]
pub struct Node {
    pub row: Row,
    pub children: Vec<Node>,
    /// The row's place among the rows of the table.
    pub index: usize,
}

impl Node {
    /// Whether it or anything below it has points or should have.
    fn counts(&self) -> bool {
        !self.row.is_words() || self.children.iter().any(Self::counts)
    }

    /// Its own points, or the sum of those below it.
    pub fn points(&self) -> Decimal {
        match (&self.row.stated, self.children.is_empty()) {
            (Stated::Points(points), true) => *points,
            (_, true) => Decimal::ZERO,
            (_, false) => self.sum(),
        }
    }

    /// Its points as the table has them, before anything is mended.
    pub fn said(&self) -> Decimal {
        match self.row.stated {
            Stated::Points(points) => points,
            _ => self.children.iter().map(Self::said).sum(),
        }
    }

    /// The sum of what stands directly below it.
    pub fn sum(&self) -> Decimal {
        self.children.iter().map(Self::points).sum()
    }
}

/// The nodes at the top.
pub fn tree(rows: Vec<Row>, depths: &[usize]) -> Vec<Node> {
    let mut open: Vec<Node> = Vec::new();
    let mut top = Vec::new();
    let close = |open: &mut Vec<Node>, top: &mut Vec<Node>, depth: usize| {
        while open.len() > depth {
            let Some(done) = open.pop() else { break };
            match open.last_mut() {
                Some(above) => above.children.push(done),
                None => top.push(done),
            }
        }
    };
    for ((index, row), depth) in rows.into_iter().enumerate().zip(depths) {
        close(&mut open, &mut top, *depth);
        open.push(Node { row, children: Vec::new(), index });
    }
    close(&mut open, &mut top, 0);
    top
}

/// Puts what only explains into the wording, and notes what stands there twice.
pub fn tidied(all: Vec<Node>, notes: &mut Vec<Diagnostic>) -> Vec<Node> {
    let inserted = beside(all);
    let tidy = inserted.into_iter().map(|mut node| {
        node.children = tidied(std::mem::take(&mut node.children), notes);
        options(&mut node);
        details(&mut node);
        twice(&mut node, notes);
        node
    });
    tidy.collect()
}

/// `27a` behind a complete 27, and rows without numbers that are no answers, stand beside it, not below.
fn beside(nodes: Vec<Node>) -> Vec<Node> {
    let mut out = Vec::new();
    for mut node in nodes {
        let loose = |child: &Node| child.row.code.is_inserted() || child.row.code.readings[0].0 == Kind::Bare;
        let all_loose = !node.children.is_empty() && node.children.iter().all(|child| loose(child) && child.counts());
        let other = matches!(node.row.stated, Stated::Points(points) if points != node.sum());
        let lifted = all_loose && other && !has_answers(&node);
        let children = if lifted { std::mem::take(&mut node.children) } else { Vec::new() };
        out.push(node);
        out.extend(children);
    }
    out
}

/// Whether the rows below a criterion are its possible answers, each with its points: the best gives all of them.
fn has_answers(node: &Node) -> bool {
    let Stated::Points(most) = node.row.stated else { return false };
    let answer = |child: &Node| {
        let plain = matches!(child.row.code.readings[0].0, Kind::Bullet(_) | Kind::Bare | Kind::Lower);
        let said = child.row.unit.is_empty() && child.row.guide.is_empty() && child.children.is_empty();
        plain && said && matches!(child.row.stated, Stated::Points(_))
    };
    let points: Vec<Decimal> = node.children.iter().map(Node::points).collect();
    let nothing = points.iter().any(Decimal::is_zero);
    let best = points.iter().max() == Some(&most) && node.sum() != most;
    points.len() >= 2 && node.children.iter().all(answer) && (nothing || best)
}

/// Answers become the wording.
fn options(node: &mut Node) {
    if !has_answers(node) {
        return;
    }
    for child in std::mem::take(&mut node.children) {
        let points = Lang::Vi.number(child.points());
        line(node, &format!("{}: {points}", child.row.name), &child.row);
    }
}

/// Rows of nothing but words below a row with points become its wording.
fn details(node: &mut Node) {
    let stated = !matches!(node.row.stated, Stated::Blank);
    let described = stated || !node.row.guide.is_empty() || !node.row.unit.is_empty();
    let plain = |child: &Node| matches!(child.row.code.readings[0].0, Kind::Bullet(_) | Kind::Bare | Kind::Lower);
    if node.children.is_empty() || !described || !node.children.iter().all(|child| plain(child) && !child.counts()) {
        return;
    }
    let children = std::mem::take(&mut node.children);
    let names = children.iter().map(|child| child.row.name.as_str()).collect::<Vec<_>>();
    let scored = names.iter().any(|name| name.contains(|c: char| c.is_ascii_digit()));
    let said = if scored { names.join("\n") } else { format!("{} {}", words::CONSISTS_OF, names.join("; ")) };
    line(node, &said, &children[0].row);
}

/// One more line of wording, found at a row.
fn line(node: &mut Node, said: &str, at: &Row) {
    let own = &mut node.row;
    own.guide = if own.guide.is_empty() { said.to_owned() } else { format!("{}\n{said}", own.guide) };
    own.guide_at.get_or_insert_with(|| at.at.clone());
}

/// Rows of one name below one row: the second is left out, unless the sum says that both are meant.
fn twice(node: &mut Node, notes: &mut Vec<Diagnostic>) {
    let both = matches!(node.row.stated, Stated::Points(points) if points == node.sum());
    node.children = without_twins(std::mem::take(&mut node.children), both, notes);
}

/// Nodes of which no two have one name.
pub fn without_twins(all: Vec<Node>, both: bool, notes: &mut Vec<Diagnostic>) -> Vec<Node> {
    let mut kept: Vec<Node> = Vec::new();
    for mut node in all {
        let first = kept.iter_mut().find(|other| {
            other.children.is_empty() && node.children.is_empty() && fold(&other.row.name) == fold(&node.row.name)
        });
        let Some(first) = first else {
            kept.push(node);
            continue;
        };
        let (here, there) = (node.row.at.clone(), first.row.at.address());
        notes.push(
            Diagnostic::new(Fault::TableRowTwice { other: there.clone() }, Place::Cell(here.clone()))
                .found(node.row.name.clone()),
        );
        let remark = words::row_twice(&node.row.name, &here.address(), &there, both);
        if both {
            node.row.name = words::again(&node.row.name);
            node.row.remarks.push(remark);
            kept.push(node);
        } else {
            first.row.remarks.push(remark);
        }
    }
    kept
}

/// What stands on the scale, and what beside it.
#[derive(Clone, Debug)]
pub struct Part {
    /// None for the scale.
    pub outside: Option<Outside>,
    pub node: Node,
}

/// Parts the nodes at the top; headings of points beyond the scale that stand deeper come out, unless the sum above
/// them counts them in.
pub fn parts(nodes: Vec<Node>) -> Vec<Part> {
    let mut parts = Vec::new();
    for mut node in nodes {
        match outside(&node.row.name) {
            Some(Outside::Both) if !node.children.is_empty() => parts.extend(both(node)),
            Some(outside) => parts.push(Part { outside: Some(of_sign(outside, &node)), node }),
            None if all_below_zero(&node) => parts.push(Part { outside: Some(Outside::Penalty), node }),
            None => {
                let counted = matches!(node.row.stated, Stated::Points(points) if points == node.sum());
                let mut out = Vec::new();
                if !counted {
                    lift(&mut node, &mut out);
                }
                parts.push(Part { outside: None, node });
                parts.extend(out);
            }
        }
    }
    parts
}

/// A heading over both is of the one that its points say.
fn of_sign(outside: Outside, node: &Node) -> Outside {
    match outside {
        Outside::Both if node.points() < Decimal::ZERO => Outside::Penalty,
        Outside::Both => Outside::Bonus,
        one => one,
    }
}

fn all_below_zero(node: &Node) -> bool {
    if node.children.is_empty() {
        matches!(node.row.stated, Stated::Points(points) if points < Decimal::ZERO)
    } else {
        node.children.iter().all(all_below_zero)
    }
}

fn lift(node: &mut Node, out: &mut Vec<Part>) {
    let children = std::mem::take(&mut node.children);
    for mut child in children {
        match outside(&child.row.name).filter(|_| !child.children.is_empty()) {
            Some(Outside::Both) => out.extend(both(child)),
            Some(kind) => {
                below(&node.row, &mut child);
                out.push(Part { outside: Some(kind), node: child });
            }
            None => {
                lift(&mut child, out);
                node.children.push(child);
            }
        }
    }
}

/// What stands below a heading over both, each part by itself.
fn both(mut node: Node) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let children = std::mem::take(&mut node.children);
    let (heads, rows): (Vec<_>, Vec<_>) = children.into_iter().partition(|child| outside(&child.row.name).is_some());
    let (off, up): (Vec<_>, Vec<_>) = rows.into_iter().partition(all_below_zero);
    for (kind, children) in [(Outside::Bonus, up), (Outside::Penalty, off)] {
        if !children.is_empty() {
            let mut node = Node { children, ..node.clone() };
            node.row.stated = Stated::Blank;
            parts.push(Part { outside: Some(kind), node });
        }
    }
    parts.extend(heads.into_iter().map(|mut head| {
        below(&node.row, &mut head);
        let kind = outside(&head.row.name).map_or(Outside::Bonus, |kind| of_sign(kind, &head));
        Part { outside: Some(kind), node: head }
    }));
    parts
}

/// A heading that comes out keeps the number of the row it stood below.
fn below(above: &Row, node: &mut Node) {
    let own = std::mem::take(&mut node.row.code.segments);
    if own.len() == 1 {
        node.row.code.segments.clone_from(&above.code.segments);
        node.row.code.written = format!("{}.{}", above.code.written, node.row.code.written);
    }
    node.row.code.segments.extend(own);
}
