//! Compacts as their tables say them in; the text of scoring.toml, every guess marked, out.

use std::collections::BTreeMap;
use std::fmt::Write;

use rust_decimal::Decimal;

use super::ids::{Ids, Named};
use super::outside::Outside;
use super::propose::plain;
use super::sums::points_of;
use super::text::{one_line, quoted, remark};
use super::tree::Part;
use super::{Compact, Draft};
use crate::model::Catalogue;
use crate::wording::draft as words;

/// Where a comment behind a value begins.
const COMMENTS_AT: usize = 33;

/// A line of so many signs parts compacts and fields.
const WIDTH: usize = 120;

/// Members that stand in for those to be named.
const MEMBERS: usize = 3;

/// Decimals of marks that are usual.
const PLACES: u32 = 2;

/// A file as it grows.
pub struct Writer<'a> {
    pub catalogue: &'a Catalogue,
    pub draft: Draft,
    /// Whether a rule needs plans.
    pub plans: bool,
    /// The most decimals of any points.
    places: u32,
}

/// The whole file.
pub fn written(compacts: &[Compact], year: Option<u16>, catalogue: &Catalogue) -> Draft {
    let draft = Draft {
        text: String::new(),
        notes: Vec::new(),
        fields: 0,
        criteria: 0,
        proposed: BTreeMap::new(),
        doubtful: 0,
    };
    let mut writer = Writer { catalogue, draft, plans: false, places: PLACES };
    let bodies: Vec<String> =
        compacts.iter().enumerate().map(|(at, compact)| writer.compact(compact, at + 1)).collect();
    let mut text = head(compacts, year);
    text += "\n";
    text += &words::policy(writer.places);
    text += "\n";
    text += &words::inputs(writer.plans);
    text += bodies.concat().trim_end();
    text += "\n";
    text += &blocs(compacts);
    text += "\n";
    text += words::AWARDS;
    Draft { text, ..writer.draft }
}

/// `key = value` with its comment at the usual place.
pub fn line(key: &str, value: &str, comment: &str) -> String {
    let said = format!("{key} = {value}");
    if comment.is_empty() {
        return said + "\n";
    }
    let gap = COMMENTS_AT.saturating_sub(said.chars().count()).max(1);
    format!("{said}{}# {comment}\n", " ".repeat(gap))
}

fn head(compacts: &[Compact], year: Option<u16>) -> String {
    let mut out = String::from("#:schema .config/scoring.schema.json\n#\n");
    out += words::HEAD;
    out += "#\n";
    let tables: Vec<&str> = compacts.iter().map(|compact| compact.table.as_str()).collect();
    out += &remark(&words::made_from(&tables.join("; ")));
    out += "\n";
    out += &line("schema", "1", words::VERSION);
    if let Some(year) = year {
        out += &line("year", &year.to_string(), words::YEAR);
        out += &line("period", "\"year\"", words::PERIOD);
        out += &line("as_of", &format!("{year}-12-31"), words::AS_OF);
    } else {
        out += &line("period", "\"year\"", words::PERIOD);
        out += words::NO_YEAR;
        out += "# year = 20..\n# as_of = 20..-12-31\n";
    }
    let known = compacts.iter().map(|compact| &compact.head).find(|head| !head.issuer.is_empty());
    let (issuer, parent, comment) = match known {
        Some(head) => (head.issuer.as_str(), head.parent.as_str(), words::ISSUER),
        None => (words::AN_ISSUER, "", words::NO_ISSUER_NAMED),
    };
    out += &line("issuer", &quoted(issuer), comment);
    out += &line("parent", &quoted(parent), words::PARENT);
    out += &line("place", "\"\"", words::PLACE);
    out
}

fn compact_id(number: usize) -> String {
    format!("bang-{number}")
}

fn blocs(compacts: &[Compact]) -> String {
    let rule = "=".repeat(WIDTH - 2);
    let mut out = format!("\n# {rule}\n{}# {rule}\n", words::BLOCS);
    for (at, compact) in compacts.iter().enumerate() {
        let (name, kind) = compact.head.bloc.clone().unwrap_or_else(|| (words::A_BLOC.to_owned(), "bloc"));
        let (id, of) = (format!("khoi-{}", at + 1), compact_id(at + 1));
        let _ =
            write!(out, "[[bloc]]\nid = \"{id}\"\nname = {}\nkind = \"{kind}\"\ncompact = \"{of}\"\n\n", quoted(&name));
        for number in 1..=MEMBERS {
            let _ = write!(out, "[[bloc.member]]\nname = {}\n\n", quoted(&words::member(number)));
        }
    }
    out.trim_end().to_owned() + "\n"
}

impl Writer<'_> {
    fn compact(&mut self, compact: &Compact, number: usize) -> String {
        let mut ids = Ids::default();
        let alone = compact.parts.iter().all(|part| part.node.children.is_empty() || part.outside.is_some());
        let named: Vec<(&Part, Named)> =
            compact.parts.iter().enumerate().map(|(at, part)| (part, ids.part(part, at + 1))).collect();
        let points = |part: &Part| points_of(&part.node.row).unwrap_or_default();
        let scale: Decimal = compact.parts.iter().filter(|part| part.outside.is_none()).map(points).sum();
        let (mut fields, mut criteria) = (String::new(), String::new());
        let one = ids.fresh("chung");
        if alone && scale > Decimal::ZERO {
            fields += &self
                .field(&Written { id: &one, name: words::ONE_FIELD, points: scale, parent: None, outside: None }, &[]);
        }
        let (fields_before, criteria_before) = (self.draft.fields, self.draft.criteria);
        for (part, named) in &named {
            let leaf = named.children.is_empty();
            if leaf && alone && part.outside.is_none() {
                criteria += &self.criterion(named, &named.id, &one, None, scale);
                continue;
            }
            criteria += &divider(&format!("{} {}", named.id, part.node.row.name));
            fields += &self.fields(named, None, part.outside);
            if leaf {
                let id = ids.fresh(&format!("{}.1", named.id));
                criteria += &self.criterion(named, &id, &named.id, part.outside, scale);
            }
            criteria += &self.criteria(named, part.outside, scale);
        }
        let count = (self.draft.fields - fields_before, self.draft.criteria - criteria_before);
        let rule = "=".repeat(WIDTH - 2);
        let mut out = format!("\n# {rule}\n{}# {rule}\n", remark(&words::compact(count.0, count.1, scale)));
        out += &compact.remarks.iter().map(|said| remark(said)).collect::<String>();
        let title = if compact.head.title.is_empty() { words::A_TITLE } else { &compact.head.title };
        let _ = write!(
            out,
            "[[compact]]\nid = \"{}\"\ntitle = {}\nscale = {}\n\n",
            compact_id(number),
            quoted(title),
            plain(scale)
        );
        out + &fields + &criteria
    }

    /// A field with the groups below it.
    fn fields(&mut self, named: &Named, parent: Option<&str>, outside: Option<Outside>) -> String {
        let row = &named.node.row;
        let points = points_of(row).unwrap_or_default();
        let field = Written { id: &named.id, name: &row.name, points, parent, outside };
        let remarks: &[String] = if named.children.is_empty() { &[] } else { &row.remarks };
        let mut out = self.field(&field, remarks);
        for child in named.children.iter().filter(|child| !child.children.is_empty()) {
            out += &self.fields(child, Some(&named.id), outside);
        }
        out
    }

    fn field(&mut self, field: &Written, remarks: &[String]) -> String {
        self.draft.fields += 1;
        let mut out: String = remarks.iter().map(|said| remark(said)).collect();
        let _ = write!(out, "[[compact.field]]\nid = {}\nname = {}\n", quoted(field.id), quoted(field.name));
        if let Some(parent) = field.parent {
            out += &line("parent", &quoted(parent), "");
        }
        let points = self.plain(field.points);
        match field.outside {
            Some(Outside::Penalty) => {
                out += &line("kind", "\"penalty\"", words::PENALTY);
                let _ = write!(out, "maximum = 0\nminimum = -{points}\n\n");
            }
            Some(_) => {
                out += &line("kind", "\"bonus\"", words::BONUS);
                let _ = write!(out, "maximum = {points}\n\n");
            }
            None => {
                let _ = write!(out, "maximum = {points}\n\n");
            }
        }
        out
    }

    /// The criteria below a node, group by group.
    fn criteria(&mut self, named: &Named, outside: Option<Outside>, scale: Decimal) -> String {
        let mut out = String::new();
        for child in &named.children {
            if child.children.is_empty() {
                out += &self.criterion(child, &child.id, &named.id, outside, scale);
            } else {
                let guide = &child.node.row.guide;
                if !guide.is_empty() {
                    out += &remark(&format!("{} {}: {guide}", child.id, child.node.row.name));
                    out += "\n";
                }
                out += &self.criteria(child, outside, scale);
            }
        }
        out
    }

    /// Points as TOML writes them, their decimals taken into account.
    pub fn plain(&mut self, points: Decimal) -> String {
        self.places = self.places.max(points.normalize().scale());
        plain(points)
    }
}

/// A field as it is written.
struct Written<'a> {
    id: &'a str,
    name: &'a str,
    points: Decimal,
    parent: Option<&'a str>,
    outside: Option<Outside>,
}

/// A line that ends with words.
fn divider(said: &str) -> String {
    let said: String = one_line(said).chars().take(WIDTH - 10).collect();
    let dashes = "-".repeat(WIDTH.saturating_sub(said.chars().count() + 3));
    format!("# {dashes} {said}\n")
}
