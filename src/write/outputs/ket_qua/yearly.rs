//! In: the results. Out: the awards given, what came into the fund and left it, with their cells, and the two forms.

use serde_json::{Value as Json, json};

use crate::model::{AwardGiven, AwardReason, AwardRow, FundEntry, FundItem, FundRow, YearlyForms};

/// One award.
pub(super) fn award(award: &AwardGiven) -> Json {
    json!({
        "form": award.form.name(), "to": award.to, "recipient": award.recipient.name(), "reason": award.reason.name(),
        "achieved": award.achieved, "decision": award.decision, "decided": award.decided.map(|date| date.to_string()),
        "cell": award.cell.to_string(),
    })
}

/// One amount, in millions of dong.
pub(super) fn entry(entry: &FundEntry) -> Json {
    json!({
        "holder": entry.holder, "item": entry.item.name(), "amount": entry.amount.to_string(), "year": entry.year,
        "cell": entry.cell.to_string(),
    })
}

/// The two forms, one entry a row; the total has no form and no holder.
pub(super) fn forms(forms: &YearlyForms) -> Vec<Json> {
    let awards = forms.awards.iter().flat_map(|form| {
        form.rows.iter().map(move |row| {
            let mut said = award_row(row);
            said["count_awards_by"] = json!(form.by.name());
            said["rows_in_doubt"] = json!(form.left_out);
            said
        })
    });
    awards.chain(forms.fund.iter().flat_map(|form| form.rows.iter().map(fund_row))).collect()
}

fn award_row(row: &AwardRow) -> Json {
    let mut reasons = json!({});
    for (reason, count) in AwardReason::ALL.iter().zip(&row.by) {
        reasons[reason.name()] = json!({
            "all": count.all, "individuals": count.individuals, "leaders": count.leaders, "direct": count.direct,
        });
    }
    json!({
        "sheet": "awards", "form": row.form.map(crate::model::AwardForm::name), "all": row.all.all,
        "enterprises": row.enterprises, "individuals": row.all.individuals, "reasons": reasons,
        "merit_percent": row.percent[0].map(|percent| percent.to_string()),
        "thematic_percent": row.percent[1].map(|percent| percent.to_string()),
        "direct_percent": row.direct.map(|percent| percent.to_string()),
    })
}

fn fund_row(row: &FundRow) -> Json {
    let mut items = json!({});
    for (item, amount) in FundItem::ALL.iter().zip(&row.by) {
        items[item.name()] = json!(amount.map(|amount| amount.to_string()));
    }
    json!({
        "sheet": "fund", "holder": row.holder, "items": items, "income": row.income.to_string(),
        "spent": row.spent.to_string(), "left": row.left.to_string(),
    })
}
