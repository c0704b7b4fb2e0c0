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
    /// Index of its top field.
    pub field: u32,
    /// Maximum where assigned; zero where not.
    pub maximum: Points,
    /// The mark; none where missing or not assigned.
    pub mark: Option<Points>,
    /// A mark is needed and not there.
    pub missing: bool,
}

/// The table.
#[derive(Clone)]
pub struct Ledger(DataFrame);

impl Ledger {
    /// From rows, in their order.
    ///
    /// # Errors
    /// Only if polars refuses columns of equal length.
    pub fn new(rows: &[LedgerRow]) -> PolarsResult<Self> {
        let ids =
            |name: &str, of: fn(&LedgerRow) -> u32| Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>());
        let columns = vec![
            ids("bloc", |row| row.bloc),
            ids("member", |row| row.member),
            ids("criterion", |row| row.criterion),
            ids("field", |row| row.field),
            Column::new("maximum".into(), rows.iter().map(|row| row.maximum.units()).collect::<Vec<_>>()),
            Column::new("mark".into(), rows.iter().map(|row| row.mark.map(Points::units)).collect::<Vec<_>>()),
            Column::new("missing".into(), rows.iter().map(|row| i64::from(row.missing)).collect::<Vec<_>>()),
        ];
        DataFrame::new(rows.len(), columns).map(Self)
    }
}
