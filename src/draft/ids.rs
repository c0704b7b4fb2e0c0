//! The tree in; an id for every node out: its path, so that numbers repeated under every field do not meet.

use std::collections::BTreeSet;

use super::code::Code;
use super::tree::{Node, Part};

/// The most signs of an id.
const LONGEST: usize = 40;

/// Ids given out so far.
#[derive(Default)]
pub struct Ids {
    taken: BTreeSet<String>,
}

/// A node of the file: where it stands in the tree, and its id.
#[derive(Debug)]
pub struct Named<'a> {
    pub node: &'a Node,
    pub id: String,
    pub children: Vec<Named<'a>>,
}

impl Ids {
    /// Names a part and all below it.
    pub fn part<'a>(&mut self, part: &'a Part, ordinal: usize) -> Named<'a> {
        self.node(&part.node, "", ordinal)
    }

    fn node<'a>(&mut self, node: &'a Node, above: &str, ordinal: usize) -> Named<'a> {
        let id = self.fresh(&path(above, &node.row.code, ordinal));
        let children = node.children.iter().enumerate().map(|(at, child)| self.node(child, &id, at + 1)).collect();
        Named { node, id, children }
    }

    /// An id that is not taken: this one, or one with a number behind it.
    pub fn fresh(&mut self, wanted: &str) -> String {
        let room = LONGEST - 4;
        let base = if wanted.len() > LONGEST { wanted[..room].trim_end_matches(['.', '-']) } else { wanted };
        let tries =
            std::iter::once(base.to_owned()).chain((2..).map(|number| format!("{}-{number}", shortened(base, room))));
        let id = tries.into_iter().find(|id| !self.taken.contains(&id.to_lowercase())).unwrap_or_default();
        self.taken.insert(id.to_lowercase());
        id
    }
}

fn shortened(id: &str, room: usize) -> &str {
    if id.len() > room { id[..room].trim_end_matches(['.', '-']) } else { id }
}

/// The id above and the node's own number; its place where it has none.
fn path(above: &str, code: &Code, ordinal: usize) -> String {
    let own: Vec<String> = code.segments.iter().map(|segment| plain(segment, code)).collect();
    let own = match own.split_last() {
        None => ordinal.to_string(),
        Some((last, prefix)) if !above.is_empty() && follows(above, prefix) => last.clone(),
        Some(_) => own.join("."),
    };
    if above.is_empty() { own } else { format!("{above}.{own}") }
}

/// Whether an id ends with these segments.
fn follows(above: &str, prefix: &[String]) -> bool {
    let segments: Vec<&str> = above.split('.').collect();
    segments.len() >= prefix.len()
        && segments[segments.len() - prefix.len()..]
            .iter()
            .zip(prefix)
            .all(|(own, said)| own.eq_ignore_ascii_case(said))
}

/// A segment in plain letters, capitals where it was written so.
fn plain(segment: &str, code: &Code) -> String {
    let letters = segment.replace('\u{111}', "dd");
    let capital = code.written.chars().any(char::is_uppercase) && !letters.starts_with(|c: char| c.is_ascii_digit());
    if capital { letters.to_uppercase() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::super::code::{Code, read};
    use super::{Ids, path};

    #[test]
    fn a_path_does_not_repeat_what_the_number_repeats() {
        let code = |text: &str| read(text).unwrap();
        assert_eq!(path("", &code("IV."), 4), "IV");
        assert_eq!(path("I", &code("1."), 1), "I.1");
        assert_eq!(path("I.1", &code("1.a)"), 1), "I.1.a");
        assert_eq!(path("1.2", &code("1.2.3"), 3), "1.2.3");
        assert_eq!(path("I.1", &code("\u{111})"), 5), "I.1.dd");
        assert_eq!(path("I.27", &code("27a"), 1), "I.27.a");
        assert_eq!(path("I", &code("27a"), 1), "I.27.a");
        assert_eq!(path("I.1", &Code::bare(), 2), "I.1.2");
    }

    #[test]
    fn ids_differ_and_stay_short() {
        let mut ids = Ids::default();
        let long = "I.1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18";
        let made: Vec<String> = ["I.1", "i.1", "I.1", long, long].into_iter().map(|id| ids.fresh(id)).collect();
        assert_eq!(made[..3], ["I.1", "i.1-2", "I.1-3"]);
        assert!(made.iter().all(|id| id.len() <= 40 && !id.ends_with(['.', '-'])) && made[3] != made[4], "{made:?}");
    }
}
