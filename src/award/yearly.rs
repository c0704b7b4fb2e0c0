//! The award list and the fund list in; the two yearly forms, every sum and ratio computed, out.
//!
//! Collectives and individuals both count under the reason of their award, so that column 3 is always 6 + 10 + 14 + 16:
//! the printed form of 2021, whose columns by reason hold individuals only, cannot come of it. What the documents leave
//! open is decided so: columns 4 and 5 are parts of 3; 8, 9 and 12, 13 are the individuals among 6 and 10; 15 and 17
//! those among 14 and 16.

use std::collections::BTreeMap;

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::diag::{Diagnostic, Fault, Noted, Place};
use crate::model::{
    AwardCount, AwardForm, AwardGiven, AwardList, AwardReason, AwardRow, AwardYear, AwardYears, AwardsForm, FundForm,
    FundItem, FundList, FundRow, Post, Recipient, Scoring, StatedRow, YearlyForms, YearlyLists, divide, round,
};

/// Decimals of the ratios of the form, as it prints them.
const RATIO_PLACES: u32 = 1;
/// Decimals of the share of direct workers, as the reports print it.
const SHARE_PLACES: u32 = 2;

/// The forms that the lists give; and where a form of the same year that was filled in by hand says otherwise.
pub fn yearly(scoring: &Scoring, lists: &YearlyLists) -> Noted<YearlyForms> {
    let awards = lists.awards.as_ref().map(|list| awards(scoring, list));
    let year = i32::from(scoring.term.year);
    let stated = lists.stated.iter().filter(|stated| stated.year == year);
    let notes = awards
        .iter()
        .filter(|form| form.left_out == 0)
        .flat_map(|form| stated.clone().flat_map(|stated| differences(form, stated)).collect::<Vec<_>>());
    let notes = notes.collect();
    Noted { output: YearlyForms { awards, fund: lists.fund.as_ref().map(|list| fund(scoring, list)) }, notes }
}

/// Where a row filled in by hand differs from the one computed.
fn differences(form: &AwardsForm, stated: &StatedRow) -> Vec<Diagnostic> {
    let none = AwardRow::default();
    let own = form.rows.iter().find(|row| row.form == stated.form).unwrap_or(&none);
    let other = stated.counts.iter().filter_map(|(column, count, cell)| {
        let computed = own.count(*column).filter(|computed| Decimal::from(*computed) != *count)?;
        let (stated, computed) = (count.normalize().to_string(), computed.to_string());
        let fault = Fault::AwardFormDiffers { column: column.to_string(), stated: stated.clone(), computed };
        Some(Diagnostic::new(fault, Place::Cell(cell.clone())).found(stated))
    });
    other.collect()
}

fn awards(scoring: &Scoring, list: &AwardList) -> AwardsForm {
    let by = scoring.count_awards_by.unwrap_or(AwardYear::Decision);
    let counted = |award: &AwardGiven| {
        let year = match by {
            AwardYear::Decision => award.decided.map(|date| date.year()),
            AwardYear::Achievement => Some(award.achieved),
        };
        year == Some(i32::from(scoring.term.year))
    };
    let own: Vec<_> = list.given.iter().filter(|award| counted(award)).collect();
    let of = |form: AwardForm| own.iter().copied().filter(move |award| award.form == form);
    let shown = AwardForm::ALL.into_iter().filter(|form| form.always() || of(*form).next().is_some());
    let mut rows: Vec<_> = shown.map(|form| row(Some(form), of(form))).collect();
    rows.push(row(None, own.iter().copied()));
    let mut years: BTreeMap<(i32, Option<i32>), (usize, bool)> = BTreeMap::new();
    for award in &list.given {
        let key = (award.achieved, award.decided.map(|date| date.year()));
        years.entry(key).or_insert((0, counted(award))).0 += 1;
    }
    let years = years.into_iter().map(|((achieved, decided), (count, counted))| AwardYears {
        achieved,
        decided,
        count,
        counted,
    });
    AwardsForm {
        rows,
        by,
        declared: scoring.count_awards_by.is_some(),
        years: years.collect(),
        left_out: list.left_out,
        outside: list.outside,
    }
}

fn row<'a>(form: Option<AwardForm>, awards: impl Iterator<Item = &'a AwardGiven>) -> AwardRow {
    let mut row = AwardRow { form, ..AwardRow::default() };
    for award in awards {
        let reason = AwardReason::ALL.iter().position(|reason| *reason == award.reason).unwrap_or_default();
        for count in [&mut row.all, &mut row.by[reason]] {
            add(count, award.recipient);
        }
        row.enterprises += usize::from(award.recipient == Recipient::Enterprise);
    }
    let all = row.all;
    row.percent = [row.by[0].all, row.by[1].all].map(|part| percent(part, all.all, RATIO_PLACES));
    row.direct = percent(all.direct, all.leaders + all.direct, SHARE_PLACES);
    row
}

fn add(count: &mut AwardCount, recipient: Recipient) {
    count.all += 1;
    if let Recipient::Individual(post) = recipient {
        count.individuals += 1;
        count.leaders += usize::from(post == Some(Post::Leader));
        count.direct += usize::from(post == Some(Post::Direct));
    }
}

fn percent(part: usize, whole: usize, places: u32) -> Option<Decimal> {
    divide(Decimal::from(part) * Decimal::ONE_HUNDRED, whole.into()).map(|percent| round(percent, places))
}

fn fund(scoring: &Scoring, list: &FundList) -> FundForm {
    let year = i32::from(scoring.term.year);
    let mut rows: Vec<FundRow> = Vec::new();
    let mut total = FundRow::default();
    for entry in list.entries.iter().filter(|entry| entry.year == year) {
        let own = rows.iter().position(|row| row.holder == entry.holder).unwrap_or_else(|| {
            rows.push(FundRow { holder: entry.holder.clone(), ..FundRow::default() });
            rows.len() - 1
        });
        let item = FundItem::ALL.iter().position(|item| *item == entry.item).unwrap_or_default();
        for row in [&mut rows[own], &mut total] {
            row.by[item] = Some(row.by[item].unwrap_or_default() + entry.amount);
        }
    }
    rows.push(total);
    for row in &mut rows {
        let sum = |items: &[Option<Decimal>]| items.iter().flatten().sum();
        (row.income, row.spent) = (sum(&row.by[..FundItem::INCOME]), sum(&row.by[FundItem::INCOME..]));
        row.left = row.income - row.spent;
    }
    let other_years = list.entries.iter().filter(|entry| entry.year != year).count();
    FundForm { rows, left_out: list.left_out, other_years }
}
