//! The shared sheets in: opinions, classification, ballots; their rows and whether they can be relied on out.
//!
//! A sheet that is expected and missing, or that has one row in doubt, is unreliable as a whole: nothing
//! unconditional may rest on it.

use rust_decimal::Decimal;

use super::Work;
use super::quantity::number;
use super::register::bloc;
use super::values::PURE;
use crate::diag::{CellRef, Diagnostic, Fault, Place};
use crate::model::{
    Ballot, BallotLevel, Classification, Content, Document, Heading, Opinion, Shared, SharedState, SheetKind, Table,
    TableRow, fold,
};
use crate::wording::recognition::{OPINION_STATES, TOTAL_ROWS};
use crate::wording::shared as words;

/// Reads all shared sheets.
pub fn shared(documents: &[Document], unknown_rejected: bool, work: &mut Work) -> Shared {
    let expects = work.scoring.expects;
    let (opinions, opinions_state) = sheet(documents, SheetKind::Opinions, expects.opinions, work, opinion);
    let (classifications, classification_state) =
        sheet(documents, SheetKind::Classification, expects.classification, work, classification);
    let (ballots, ballot_state) = sheet(documents, SheetKind::Ballot, expects.ballot, work, ballot);
    Shared { opinions, opinions_state, classifications, classification_state, ballots, ballot_state, unknown_rejected }
}

type RowReader<T> = fn(&Table, &TableRow, (usize, usize), &Work) -> Result<T, Diagnostic>;

fn sheet<T>(
    documents: &[Document],
    kind: SheetKind,
    expected: bool,
    work: &mut Work,
    read: RowReader<T>,
) -> (Vec<T>, SharedState) {
    let tables: Vec<_> =
        documents.iter().flat_map(|document| &document.tables).filter(|table| table.kind == kind).collect();
    let mut rows = Vec::new();
    let before = work.notes.len();
    for table in &tables {
        for row in &table.rows {
            if !is_entry(table, row, work) {
                continue;
            }
            match member(table, row, kind, work).and_then(|member| read(table, row, member, work)) {
                Ok(entry) => rows.push(entry),
                Err(fault) => work.note(fault),
            }
        }
    }
    let state = if tables.is_empty() && !expected {
        SharedState::NotExpected
    } else if rows.is_empty() || work.notes.len() > before {
        if rows.is_empty() {
            work.note(Diagnostic::new(Fault::SharedSheetMissing { sheet: kind.name().to_owned() }, Place::Run));
        }
        SharedState::Unreliable
    } else {
        SharedState::Present
    };
    (rows, state)
}

/// A row that names a member and says something of it; not a total, a note or a signature.
fn is_entry(table: &Table, row: &TableRow, work: &Work) -> bool {
    let name = fold(&table.text(row, Heading::Member));
    let known = || work.directory.member(&name, bloc(table, row, work)).is_ok();
    let total = TOTAL_ROWS.iter().any(|word| name.starts_with(word)) && !known();
    !name.is_empty() && !total && row.cells.iter().flatten().count() >= 3
}

fn member(table: &Table, row: &TableRow, kind: SheetKind, work: &Work) -> Result<(usize, usize), Diagnostic> {
    let name = table.text(row, Heading::Member);
    work.directory.member(&name, bloc(table, row, work)).map_err(|fault| {
        let nearest = match fault {
            Fault::UnknownMember { nearest } => nearest,
            _ => None,
        };
        let fault = Fault::SharedSheetUnknownMember { sheet: kind.name().to_owned(), nearest };
        Diagnostic::new(fault, Place::Cell(table.cell_of(row, Heading::Member))).found(name)
    })
}

fn unreadable(kind: SheetKind, expected: crate::diag::Text, cell: CellRef, found: String) -> Diagnostic {
    let (expected_vi, expected_en) = (expected.vi.to_owned(), expected.en.to_owned());
    Diagnostic::new(
        Fault::SharedSheetUnreadable { sheet: kind.name().to_owned(), expected_vi, expected_en },
        Place::Cell(cell),
    )
    .found(found)
}

fn opinion(table: &Table, row: &TableRow, member: (usize, usize), _: &Work) -> Result<Opinion, Diagnostic> {
    let said = table.text(row, Heading::State);
    let cell = table.cell_of(row, Heading::State);
    let Some((_, state)) = OPINION_STATES.iter().find(|(word, _)| *word == fold(&said)) else {
        return Err(unreadable(SheetKind::Opinions, words::OPINION_STATE, cell, said));
    };
    let content =
        [Heading::Matter, Heading::Label].iter().map(|heading| table.text(row, *heading)).find(|text| !text.is_empty());
    Ok(Opinion {
        member,
        state: *state,
        content: content.unwrap_or_default(),
        body: table.text(row, Heading::Body),
        document: table.text(row, Heading::Document),
        date: table.text(row, Heading::Date),
        cell,
    })
}

fn classification(
    table: &Table,
    row: &TableRow,
    member: (usize, usize),
    _: &Work,
) -> Result<Classification, Diagnostic> {
    let cell = table.cell_of(row, Heading::Government);
    let government = table.text(row, Heading::Government);
    if government.is_empty() {
        return Err(unreadable(SheetKind::Classification, words::A_CLASS, cell, government));
    }
    Ok(Classification { member, government, party: table.text(row, Heading::Party), cell })
}

fn ballot(table: &Table, row: &TableRow, member: (usize, usize), work: &Work) -> Result<Ballot, Diagnostic> {
    let count = |heading: Heading| {
        let cell = table.cell_of(row, heading);
        let content = table.at(row, heading);
        let found = content.map(Content::raw).unwrap_or_default();
        let whole = |value: &Decimal| value.fract().is_zero() && !value.is_sign_negative();
        let read = content.and_then(|content| number(content, &PURE).ok()).map(|number| number.value).filter(whole);
        read.ok_or_else(|| unreadable(SheetKind::Ballot, words::A_BALLOT_COUNT, cell, found))
    };
    let council = table.column(Heading::EntitledCouncil).is_some();
    let (level, entitled) = if council {
        (BallotLevel::Council, count(Heading::EntitledCouncil)?)
    } else {
        (BallotLevel::Bloc, count(Heading::EntitledUnits)?)
    };
    let yes = count(Heading::Yes)?;
    let returned = count(Heading::Returned)?;
    let round = if table.column(Heading::Round).is_some() { count(Heading::Round)? } else { Decimal::ONE };
    let parts =
        [Heading::Valid, Heading::Invalid, Heading::No].map(|heading| table.column(heading).map(|_| count(heading)));
    let [valid, invalid, no] = parts.map(Option::transpose);
    let (valid, invalid, no) = (valid?, invalid?, no?);
    let sums = valid.zip(no).is_none_or(|(valid, no)| yes + no == valid)
        && valid.zip(invalid).is_none_or(|(valid, invalid)| valid + invalid == returned)
        && returned <= entitled
        && yes <= returned;
    let cell = table.cell_of(row, Heading::Yes);
    if !sums {
        let expected = format!(
            "{yes} + {} = {}; {} + {} = {returned}; {returned} ≤ {entitled}",
            show(no),
            show(valid),
            show(valid),
            show(invalid)
        );
        let bloc = &work.scoring.blocs[member.0];
        let fault = Diagnostic::new(Fault::TallyDoesNotAddUp { expected }, Place::Cell(cell)).found(yes.to_string());
        return Err(fault.bloc(&bloc.id).member(&bloc.members[member.1].name));
    }
    let round = round.try_into().unwrap_or(1);
    Ok(Ballot { member, level, round, entitled, yes, cell })
}

fn show(count: Option<Decimal>) -> String {
    count.map_or_else(|| "?".to_owned(), |count| count.normalize().to_string())
}
