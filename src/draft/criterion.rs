//! A criterion of the tree in; its entry of scoring.toml, the rule marked as proposed or in doubt, out.

use rust_decimal::Decimal;

use super::ids::Named;
use super::outside::Outside;
use super::propose::{Asked, Proposal, Verdict, plain, propose};
use super::sums::points_of;
use super::text::{one_line, quoted, remark};
use super::write::{Writer, line};
use crate::diag::CellRef;
use crate::model::fold;
use crate::wording::draft as words;
use crate::wording::guide::{PERCENT, RATES};

impl Writer<'_> {
    /// A criterion under its field; `scale` is what the whole comes to.
    pub fn criterion(
        &mut self,
        named: &Named,
        id: &str,
        field: &str,
        outside: Option<Outside>,
        scale: Decimal,
    ) -> String {
        self.draft.criteria += 1;
        let row = &named.node.row;
        let points = points_of(row).unwrap_or_default();
        let penalty = outside == Some(Outside::Penalty);
        let rate = row.unit.is_empty() && RATES.iter().any(|word| fold(&row.name).starts_with(word));
        let unit = if rate { PERCENT } else { row.unit.as_str() };
        let asked = Asked { name: &row.name, unit, guide: &row.guide, maximum: points, penalty };
        let verdict = propose(&asked, self.catalogue);
        let mut out: String = row.remarks.iter().map(|said| remark(said)).collect();
        out += "[[compact.criterion]]\n";
        out += &line("id", &quoted(id), "");
        out += &line("field", &quoted(field), "");
        out += &line("name", &quoted(&row.name), "");
        if let Some(alias) = row.alias.as_ref().filter(|alias| **alias != row.name) {
            out += &line("aliases", &format!("[{}]", quoted(alias)), "");
        }
        if rate {
            out += &remark(words::PERCENT_UNIT);
        }
        if !unit.is_empty() {
            out += &line("unit", &quoted(unit), "");
        }
        let points = self.plain(points);
        let maximum = if penalty { "0" } else { &points };
        out += &line("maximum", maximum, "");
        let cell = row.guide_at.as_ref().map(CellRef::address);
        let limit = if points == "0" { plain(scale) } else { points.clone() };
        out += &self.rule(&verdict, &row.guide, cell.as_deref(), penalty.then_some(limit.as_str()));
        if !row.source.is_empty() {
            out += &line("source", &quoted(&row.source), "");
        }
        if !row.guide.is_empty() {
            out += &line("guide", &quoted(&row.guide), "");
        }
        out + "\n"
    }

    fn rule(&mut self, verdict: &Verdict, guide: &str, cell: Option<&str>, penalty: Option<&str>) -> String {
        let words_of = one_line(guide);
        let at = cell.unwrap_or_default();
        let (comments, proposal) = match (verdict, penalty) {
            (Ok(proposal), _) => {
                *self.draft.proposed.entry(proposal.rule).or_default() += 1;
                let by_people = proposal.rule == "entered";
                let said = if by_people { words::by_people(&words_of, at) } else { words::proposed(&words_of, at) };
                (said, proposal.clone())
            }
            (Err(doubt), None) => {
                self.draft.doubtful += 1;
                (words::doubtful(doubt, cell), Proposal::new("entered", String::new()))
            }
            (Err(doubt), Some(most)) => {
                self.draft.doubtful += 1;
                let params = format!("{{ penalty = 1, min = -{most} }}");
                (words::doubtful_penalty(doubt, cell), Proposal::new("balance", params))
            }
        };
        let mut out = remark(&comments);
        if let Some(level) = &proposal.level {
            out += &remark(&words::level(level));
        }
        if proposal.rule == "lateness" && proposal.plan {
            out += &remark(words::DUE);
        }
        out += &line("rule", &quoted(proposal.rule), "");
        if !proposal.params.is_empty() {
            out += &line("params", &proposal.params, "");
        }
        if let Some(word) = proposal.not_arising {
            out += &line("not_arising", &quoted(word), "");
        }
        if proposal.assigned {
            out += "assigned = \"per-member\"\n";
        }
        self.plans |= proposal.plan;
        out
    }
}
