//! A record in; the panel it was written from, in the shape of its scoring.toml, out; nothing where it is not whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::file::{
    ColumnRecord, InputRecord, KindRecord, MarkRecord, MemberRecord, Record, SourceRecord, StatusRecord,
};
use super::shared::shared;
use crate::diag::{CellRef, SheetRef};
use crate::model::{
    BlocPanel, Column, Common, Compact, Criterion, Datum, MemberPanel, Observed, Panel, PanelRow, Points, Scoring,
    Source, StageMark, Status, Value,
};

/// The panel; every member, criterion and input of scoring.toml must stand in the record.
pub fn panel(record: &Record, scoring: &Scoring) -> Option<Panel> {
    let mut lifted = Lifted { sheets: BTreeMap::new() };
    let named = |member: &'_ MemberRecord| (member.bloc.clone(), member.name.clone());
    let members: BTreeMap<_, _> = record.members.iter().map(|member| (named(member), member)).collect();
    let mut blocs = Vec::new();
    for (index, bloc) in scoring.blocs.iter().enumerate() {
        let mut panels = Vec::new();
        for member in &bloc.members {
            let member = members.get(&(bloc.id.clone(), member.name.clone()))?;
            panels.push(lifted.member(member, scoring.compact_of(index))?);
        }
        blocs.push(BlocPanel { members: panels });
    }
    let shared = shared(record.shared.as_ref()?, scoring, &mut |source| lifted.cell(source))?;
    Some(Panel { blocs, common: Common { shared, ..Common::default() } })
}

/// What has been lifted so far: sheets are shared by their cells.
struct Lifted {
    sheets: BTreeMap<(String, String), Arc<SheetRef>>,
}

impl Lifted {
    fn member(&mut self, member: &MemberRecord, compact: &Compact) -> Option<MemberPanel> {
        let marks: BTreeMap<_, _> = member.marks.iter().map(|mark| (mark.criterion.as_str(), mark)).collect();
        let mut rows = Vec::new();
        for criterion in &compact.criteria {
            rows.push(self.row(marks.get(criterion.id.as_str())?, criterion, compact)?);
        }
        Some(MemberPanel { rows, handed_in: member.handed_in, spoiled: member.spoiled })
    }

    fn row(&mut self, mark: &MarkRecord, criterion: &Criterion, compact: &Compact) -> Option<PanelRow> {
        let mut observed = Vec::new();
        for input in &criterion.inputs {
            let own = |written: &&InputRecord| written.row == input.row && column(written.column) == input.column;
            observed.push(self.observed(mark.inputs.iter().find(own)?)?);
        }
        let mut marks = Vec::new();
        for given in &mark.stages {
            let stage = compact.stages.iter().position(|stage| stage.id == given.stage)?;
            marks.push(StageMark { stage, points: points(given.mark)?, source: self.source(&given.source)? });
        }
        let evidence = mark.evidence.clone().unwrap_or_default();
        Some(PanelRow { place: None, observed, marks, mark_faulty: mark.mark_faulty, evidence })
    }

    fn observed(&mut self, written: &InputRecord) -> Option<Observed> {
        let value = written.value.as_deref();
        let datum = match written.kind {
            KindRecord::Number => Datum::Known(Value::Number(value?.parse().ok()?)),
            KindRecord::Date => Datum::Known(Value::Date(value?.parse::<NaiveDate>().ok()?)),
            KindRecord::Word => Datum::Known(Value::Word(value?.to_owned())),
            KindRecord::Missing => Datum::Missing,
            KindRecord::NotAssigned => Datum::NotAssigned,
            KindRecord::NotArising => Datum::NotArising,
        };
        let status = match written.status {
            StatusRecord::Official => Status::Official,
            StatusRecord::Estimate => Status::Estimate,
            StatusRecord::Forecast => Status::Forecast,
        };
        let source = match &written.source {
            Some(source) => Some(self.source(source)?),
            None => None,
        };
        Some(Observed { datum, source, status, faulty: written.faulty })
    }

    fn source(&mut self, source: &SourceRecord) -> Option<Source> {
        Some(Source { cell: self.cell(source)?, raw: source.raw.clone() })
    }

    fn cell(&mut self, source: &SourceRecord) -> Option<CellRef> {
        let key = (source.file.clone(), source.sheet.clone());
        let sheet = self
            .sheets
            .entry(key)
            .or_insert_with(|| Arc::new(SheetRef { file: source.file.clone(), sheet: source.sheet.clone() }));
        let sheet = Arc::clone(sheet);
        let (row, column) = address(&source.cell)?;
        Some(CellRef { sheet, row, column })
    }
}

fn column(written: ColumnRecord) -> Column {
    match written {
        ColumnRecord::Plan => Column::Plan,
        ColumnRecord::Actual => Column::Actual,
    }
}

/// Exact points.
pub fn points(written: Decimal) -> Option<Points> {
    Points::rounded(written, None)
}

/// Row and column, from 0, of an address such as `E14`.
fn address(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let value = letter.checked_sub(b'A').filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::diag::column_letters;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for column in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(address(&format!("{}14", column_letters(column))), Some((13, column)));
        }
        for odd in ["", "14", "E", "E0", "e14", "E-1", "E99999999999"] {
            assert_eq!(address(odd), None, "{odd}");
        }
    }
}
