//! The award lists in; every award with its recipient, its reason and its two years, and the rows in doubt, out.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::super::Work;
use super::super::values::date;
use super::{is_total, unreadable, year};
use crate::diag::{CellRef, Diagnostic, Fault, Lang, Place, Text};
use crate::model::{
    AwardForm, AwardGiven, AwardList, AwardReason, Content, Heading, Post, Recipient, SheetKind, Table, TableRow, fold,
};
use crate::wording::yearly as words;

/// Reads all lists; none where there is no list.
pub fn list(tables: &[&Table], work: &mut Work) -> Option<AwardList> {
    let mut list = (!tables.is_empty()).then(AwardList::default)?;
    let mut seen: BTreeMap<(AwardForm, [String; 3], AwardReason), CellRef> = BTreeMap::new();
    for table in tables {
        for row in table.rows.iter().filter(|row| is_entry(table, row)) {
            let mut line = Line { table, row, notes: Vec::new() };
            let read = line.award();
            line.notes.into_iter().for_each(|note| work.note(note));
            match read {
                Read::Award(award) => {
                    let who = [&award.to, &table.text(row, Heading::Member), &award.decision].map(|text| fold(text));
                    let key = (award.form, who, award.reason);
                    if let Some(first) = seen.get(&key).filter(|_| !award.decision.is_empty()) {
                        let fault = Fault::AwardTwice { other: first.to_string() };
                        let cell = table.cell_of(row, Heading::Recipient);
                        work.note(Diagnostic::new(fault, Place::Cell(cell)).found(award.to));
                        list.left_out += 1;
                    } else {
                        seen.insert(key, award.cell.clone());
                        list.given.push(award);
                    }
                }
                Read::Outside => list.outside += 1,
                Read::InDoubt => list.left_out += 1,
            }
        }
    }
    Some(list)
}

/// A row that says to whom or what was given, numbered or with more beside it; no total, note or signature.
fn is_entry(table: &Table, row: &TableRow) -> bool {
    let texts = [Heading::Order, Heading::Award, Heading::Recipient].map(|heading| table.text(row, heading));
    let named = texts[1..].iter().any(|text| !text.is_empty());
    let numbered = texts[0].starts_with(|letter: char| letter.is_ascii_digit());
    let filled = row.cells.iter().flatten().count();
    named && !texts.iter().any(|text| is_total(text)) && (numbered || filled >= 3)
}

/// What a row comes to.
enum Read {
    Award(AwardGiven),
    /// An award of another level.
    Outside,
    InDoubt,
}

/// A row, and what is wrong with it.
struct Line<'a> {
    table: &'a Table,
    row: &'a TableRow,
    notes: Vec<Diagnostic>,
}

impl Line<'_> {
    fn text(&self, heading: Heading) -> String {
        self.table.text(self.row, heading)
    }

    /// The cell under a heading, or that of the recipient where there is no such column.
    fn cell(&self, heading: Heading) -> CellRef {
        let there = self.table.column(heading).map_or(Heading::Recipient, |_| heading);
        self.table.cell_of(self.row, there)
    }

    fn note(&mut self, fault: Fault, heading: Heading) {
        let (cell, found) = (self.cell(heading), self.text(heading));
        self.notes.push(Diagnostic::new(fault, Place::Cell(cell)).found(found));
    }

    fn doubt<T>(&mut self, expected: Text, heading: Heading) -> Option<T> {
        self.notes.push(unreadable(SheetKind::AwardList, expected, self.cell(heading), self.text(heading)));
        None
    }

    fn award(&mut self) -> Read {
        let named = plain_form(&self.text(Heading::Award));
        if words::OTHER_LEVELS.iter().any(|level| named.starts_with(level)) {
            return Read::Outside;
        }
        let form = self.form(&named);
        let recipient = self.recipient(form);
        let reason = self.reason();
        let achieved = year(&self.text(Heading::AchievementYear));
        let achieved = achieved.or_else(|| self.doubt(words::A_YEAR, Heading::AchievementYear));
        let decision = self.decision();
        let (Some(form), Some(recipient), Some(reason), Some(achieved), Some((decision, decided))) =
            (form, recipient, reason, achieved, decision)
        else {
            return Read::InDoubt;
        };
        if let Some(decided) = decided.filter(|decided| decided.year() < achieved) {
            let (achieved, decided) = (achieved.to_string(), decided.year().to_string());
            self.note(Fault::AchievementAfterDecision { achieved, decided }, Heading::AchievementYear);
            return Read::InDoubt;
        }
        if decision.is_empty() || decided.is_none() {
            let fault = Fault::DecisionMissing { number: decision.is_empty(), date: decided.is_none() };
            self.note(fault, if decision.is_empty() { Heading::Document } else { Heading::Date });
        }
        let asked = matches!(reason, AwardReason::Merit | AwardReason::Thematic);
        if recipient == Recipient::Individual(None) && asked {
            self.note(Fault::PostMissing {}, Heading::Post);
        }
        let (to, cell) = (self.text(Heading::Recipient), self.cell(Heading::Award));
        Read::Award(AwardGiven { form, to, recipient, reason, achieved, decision, decided, cell })
    }

    fn form(&mut self, named: &str) -> Option<AwardForm> {
        if named.is_empty() {
            return self.doubt(words::A_FORM, Heading::Award);
        }
        let found = known_form(named);
        if found.is_none() {
            let known = AwardForm::ALL.map(|form| words::award_form(form, Lang::Vi).to_owned()).to_vec();
            self.note(Fault::AwardFormUnknown { known }, Heading::Award);
        }
        found
    }

    /// The kind of recipient, where the row says it, or its form of award or the word before its name does.
    fn recipient(&mut self, form: Option<AwardForm>) -> Option<Recipient> {
        let (said, name) = (self.text(Heading::RecipientKind), fold(&self.text(Heading::Recipient)));
        let of = |text: &str| words::RECIPIENTS.iter().find(|(word, _)| *word == fold(text)).map(|(_, kind)| *kind);
        let by_form = match form {
            Some(AwardForm::Flag | AwardForm::Collective) => Some(Recipient::Collective),
            Some(AwardForm::Fighter) => Some(Recipient::Individual(None)),
            _ => None,
        };
        let person = words::BEFORE_A_PERSON.iter().any(|word| name.starts_with(word));
        let kind = if said.is_empty() {
            of(&name).or(by_form).or_else(|| person.then_some(Recipient::Individual(None)))
        } else {
            of(&said)
        };
        let individual = |kind: Recipient| matches!(kind, Recipient::Individual(_));
        let contradicts = kind.zip(by_form).is_some_and(|(kind, by_form)| individual(kind) != individual(by_form));
        match kind.filter(|_| !contradicts) {
            None => self.doubt(words::A_RECIPIENT, Heading::RecipientKind),
            Some(Recipient::Individual(_)) => Some(Recipient::Individual(self.post()?)),
            other => other,
        }
    }

    /// Whether an individual leads or works directly; none within where nothing is said.
    #[allow(clippy::option_option, reason = "nothing said is no doubt")]
    fn post(&mut self) -> Option<Option<Post>> {
        let said = fold(&self.text(Heading::Post));
        if said.is_empty() {
            return Some(None);
        }
        let post = words::POSTS.iter().find(|(word, _)| *word == said).map(|(_, post)| Some(*post));
        post.or_else(|| self.doubt(words::A_POST, Heading::Post))
    }

    fn reason(&mut self) -> Option<AwardReason> {
        let said = fold(&self.text(Heading::AwardReason));
        let reason = words::REASONS.iter().find(|(word, _)| *word == said).map(|(_, reason)| *reason);
        reason.or_else(|| self.doubt(words::A_REASON, Heading::AwardReason))
    }

    /// Number and date of the decision, which may stand in one cell: `123/QD-UBND`, the word for day, `05/12/2023`.
    fn decision(&mut self) -> Option<(String, Option<chrono::NaiveDate>)> {
        let said = self.text(Heading::Document);
        let dated = |at: usize| date(&Content::Text(said[at..].to_owned())).map(|date| (at, date));
        let within = said.char_indices().filter(|(_, letter)| letter.is_whitespace()).find_map(|(at, _)| dated(at));
        let number = within.map_or(said.as_str(), |(at, _)| said[..at].trim_end_matches([',', ' ']));
        let number = if number.contains(|c: char| c.is_ascii_digit()) { number.to_owned() } else { String::new() };
        match self.table.at(self.row, Heading::Date) {
            None => Some((number, within.map(|(_, date)| date))),
            Some(content) => match date(content) {
                Some(date) => Some((number, Some(date))),
                None => self.doubt(words::A_DECISION_DATE, Heading::Date),
            },
        }
    }
}

/// The form of award of a name without the words that add nothing; the province may be named behind its committee.
fn known_form(named: &str) -> Option<AwardForm> {
    let is = |word: &&&str| {
        let behind = named.strip_prefix(**word).filter(|_| word.ends_with(words::OF_THE_PROVINCE));
        named == **word || behind.is_some_and(|behind| behind.starts_with(' '))
    };
    words::AWARD_FORMS.iter().find(|(_, known)| known.iter().any(|word| is(&word))).map(|(form, _)| *form)
}

/// The form of award that a row of a form is labelled by.
pub(super) fn labelled(label: &str) -> Option<AwardForm> {
    known_form(&plain_form(label))
}

/// A form of award without the words that add nothing, long words made short.
fn plain_form(text: &str) -> String {
    let mut plain = format!(" {} ", fold(text));
    for (long, short) in words::SHORT_IN_AWARDS {
        plain = plain.replace(long, short);
    }
    for silent in words::SILENT_IN_AWARDS {
        plain = plain.replace(&format!(" {silent} "), " ");
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain_form;
    use crate::model::AwardForm;
    use crate::wording::yearly::OTHER_LEVELS;

    #[test]
    fn forms_as_offices_write_them() {
        let of = super::labelled;
        for (text, form) in [
            ("Bằng khen", AwardForm::Certificate),
            ("Bằng khen của Chủ tịch UBND tỉnh", AwardForm::Certificate),
            ("Tặng Bằng khen của Chủ tịch Uỷ ban nhân dân tỉnh", AwardForm::Certificate),
            ("CSTĐ cấp tỉnh", AwardForm::Fighter),
            ("Danh hiệu Chiến sỹ thi đua cấp tỉnh", AwardForm::Fighter),
            ("Cờ thi đua của UBND tỉnh", AwardForm::Flag),
            ("Bằng khen của UBND tỉnh Kon Tum", AwardForm::Certificate),
            ("Huy hiệu", AwardForm::Badge),
            ("Tập thể LĐ xuất sắc", AwardForm::Collective),
        ] {
            assert_eq!(of(text), Some(form), "{text}");
        }
        let other = |text: &str| OTHER_LEVELS.iter().any(|level| plain_form(text).starts_with(level));
        assert!(other("Cờ thi đua của Chính phủ") && other("Huân chương Lao động hạng Ba"));
        assert!(other("Bằng khen của Thủ tướng Chính phủ") && !other("Bằng khen") && of("Kỷ niệm chương").is_none());
    }
}
