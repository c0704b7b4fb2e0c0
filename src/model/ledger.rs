//! The long table of marks, member × criterion, in polars; the only file but `rank` that knows column names.
//!
//! In: one [`LedgerRow`] per bloc, member and criterion. Out: roll-ups and ranks as plain values.
//! Points are Int64 units of 10⁻⁹; a missing mark is null and is never summed as zero.

use polars::prelude::*;

use super::Points;

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct LedgerRow {
    /// Index of the bloc.
    pub bloc: u32,
    /// Index of the member.
    pub member: u32,
    /// Index of the criterion in its compact.
    pub criterion: u32,
    /// The mark; none where missing or not assigned.
    pub mark: Option<Points>,
    /// A mark is needed and not there.
    pub missing: bool,
}

/// One criterion of a bloc's compact.
#[derive(Clone, Copy, Debug)]
pub struct LedgerCriterion {
    /// Index of the bloc.
    pub bloc: u32,
    /// Index of the criterion in its compact.
    pub criterion: u32,
    /// Index of its top field.
    pub field: u32,
}

/// What a bloc has in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollUp {
    /// Index of the bloc.
    pub bloc: u32,
    /// Index of the top field.
    pub field: u32,
    /// Sum of the marks there are, before caps.
    pub sum: Points,
    /// How many marks there are.
    pub marked: u32,
    /// How many are missing.
    pub missing: u32,
}

/// The table.
#[derive(Clone, Debug)]
pub struct Ledger(DataFrame);

impl Ledger {
    /// Joins marks with the fields of their criteria, in the order of the marks.
    ///
    /// # Errors
    /// Only if polars refuses columns of equal length.
    pub fn new(rows: &[LedgerRow], criteria: &[LedgerCriterion]) -> PolarsResult<Self> {
        let marks = DataFrame::new(
            rows.len(),
            vec![
                column("bloc", rows, |row| row.bloc),
                column("member", rows, |row| row.member),
                column("criterion", rows, |row| row.criterion),
                Column::new("mark".into(), rows.iter().map(|row| row.mark.map(Points::units)).collect::<Vec<_>>()),
                column("marked", rows, |row| u32::from(row.mark.is_some())),
                column("missing", rows, |row| u32::from(row.missing)),
            ],
        )?;
        let fields = DataFrame::new(
            criteria.len(),
            vec![
                column("bloc", criteria, |row| row.bloc),
                column("criterion", criteria, |row| row.criterion),
                column("field", criteria, |row| row.field),
            ],
        )?;
        let left = JoinArgs { maintain_order: MaintainOrderJoin::Left, ..JoinArgs::new(JoinType::Left) };
        marks.join(&fields, ["bloc", "criterion"], ["bloc", "criterion"], left, None).map(Self)
    }

    /// Sums and counts by bloc and top field, blocs and fields in order.
    ///
    /// # Errors
    /// Only if polars refuses its own columns.
    #[expect(deprecated, reason = "the lazy engine costs forty crates for one sum")]
    pub fn roll_up(&self) -> PolarsResult<Vec<RollUp>> {
        let keys = self.0.group_by_stable(["bloc", "field"])?;
        let (sums, counts) = (keys.clone().select(["mark"]).sum()?, keys.select(["marked", "missing"]).sum()?);
        let number = |frame: &DataFrame, name: &str| -> PolarsResult<Vec<u32>> {
            Ok(frame.column(name)?.u32()?.iter().map(Option::unwrap_or_default).collect())
        };
        let (blocs, fields) = (number(&sums, "bloc")?, number(&sums, "field")?);
        let (marked, missing) = (number(&counts, "marked_sum")?, number(&counts, "missing_sum")?);
        let totals = sums.column("mark_sum")?.i64()?.iter().map(|sum| Points::from_units(sum.unwrap_or_default()));
        let rows = totals.enumerate().map(|(index, sum)| RollUp {
            bloc: blocs[index],
            field: fields[index],
            sum,
            marked: marked[index],
            missing: missing[index],
        });
        Ok(rows.collect())
    }
}

fn column<T>(name: &str, rows: &[T], of: fn(&T) -> u32) -> Column {
    Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_mark_is_counted_and_never_summed_as_zero() {
        let row = |member, criterion, mark: Option<i64>| LedgerRow {
            bloc: 0,
            member,
            criterion,
            mark: mark.map(Points::from_units),
            missing: mark.is_none(),
        };
        let rows = [row(0, 0, Some(5)), row(0, 1, Some(-2)), row(1, 0, None), row(1, 1, Some(7))];
        let criteria = [0, 1].map(|criterion| LedgerCriterion { bloc: 0, criterion, field: criterion });
        let rolled = Ledger::new(&rows, &criteria).unwrap().roll_up().unwrap();
        let field =
            |field, sum, marked, missing| RollUp { bloc: 0, field, sum: Points::from_units(sum), marked, missing };
        assert_eq!(rolled, [field(0, 5, 1, 1), field(1, 5, 2, 0)]);
    }
}
