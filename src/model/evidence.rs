//! What a rule is given about one member and one criterion, and what it gives back.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diag::{Lang, Sentence, Text};

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the criterion's unit.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
    /// One of the words an input accepts, as the rule spells it.
    Word(String),
}

/// What stands in a cell: six different things are never mixed up; error cells and
/// unclear text never get here, they are faults.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Datum {
    /// A value.
    Known(Value),
    /// Blank, a dash, or no row at all: never zero.
    #[default]
    Missing,
    /// The words for "not assigned": out of numerator and denominator.
    NotAssigned,
    /// The words for "nothing arose".
    NotArising,
}

impl Datum {
    /// What it is and its value, as machines read them: an exact number, an ISO date, a word, or nothing.
    pub fn recorded(&self) -> (&'static str, Option<String>) {
        match self {
            Self::Known(Value::Number(number)) => ("number", Some(number.normalize().to_string())),
            Self::Known(Value::Date(date)) => ("date", Some(date.to_string())),
            Self::Known(Value::Word(word)) => ("word", Some(word.clone())),
            Self::Missing => ("missing", None),
            Self::NotAssigned => ("not-assigned", None),
            Self::NotArising => ("not-arising", None),
        }
    }
}

/// Which column of a form an input stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Plan.
    Plan,
    /// Actual.
    Actual,
}

/// What kind of value an input takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// A number.
    Number,
    /// A whole number, zero or more.
    Count,
    /// A date.
    Date,
    /// One of these words; each group is one word with its other spellings.
    Word(Vec<Vec<String>>),
}

/// One value a rule needs, at its place in every form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The row below the criterion: empty for the criterion's own, else a suffix such as `baseline` or `a`.
    pub row: String,
    /// The column.
    pub column: Column,
    /// What may stand there.
    pub kind: InputKind,
    /// What the row is called in a form; for the criterion's own row, nothing.
    pub label: Option<(String, String)>,
    /// Whether the words "not assigned" and "nothing arose" are accepted for this row alone.
    pub optional: bool,
}

impl Input {
    /// An input on the criterion's own row.
    pub fn own(column: Column, kind: InputKind) -> Self {
        Self { row: String::new(), column, kind, label: None, optional: false }
    }

    /// An input on a row of its own below the criterion.
    pub fn row(row: &str, column: Column, kind: InputKind, label: Text) -> Self {
        Self {
            row: row.to_owned(),
            column,
            kind,
            label: Some((label.vi.to_owned(), label.en.to_owned())),
            optional: false,
        }
    }

    /// The name a rule asks for it by: `actual`, `plan`, `baseline:actual`, `a:plan`.
    pub fn key(&self) -> String {
        let column = match self.column {
            Column::Plan => "plan",
            Column::Actual => "actual",
        };
        if self.row.is_empty() { column.to_owned() } else { format!("{}:{column}", self.row) }
    }
}

/// Why a rule gives no mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The input of this key has no value.
    Missing(String),
    /// The values are there but the rule cannot mark them; why, in both languages.
    Impossible(String, String),
}

/// The inputs of one member for one criterion, in the order the rule declared them.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    data: Vec<(String, Datum)>,
}

impl Evidence {
    /// From keys and what stands under them.
    pub fn new(data: Vec<(String, Datum)>) -> Self {
        Self { data }
    }

    /// What stands under a key.
    pub fn datum(&self, key: &str) -> &Datum {
        self.data.iter().find(|(name, _)| name == key).map_or(&Datum::Missing, |(_, datum)| datum)
    }

    /// The number under a key.
    ///
    /// # Errors
    /// [`Refusal::Missing`] when no number stands there.
    pub fn number(&self, key: &str) -> Result<Decimal, Refusal> {
        match self.datum(key) {
            Datum::Known(Value::Number(number)) => Ok(*number),
            _ => Err(Refusal::Missing(key.to_owned())),
        }
    }

    /// The date under a key.
    ///
    /// # Errors
    /// [`Refusal::Missing`] when no date stands there.
    pub fn date(&self, key: &str) -> Result<NaiveDate, Refusal> {
        match self.datum(key) {
            Datum::Known(Value::Date(date)) => Ok(*date),
            _ => Err(Refusal::Missing(key.to_owned())),
        }
    }

    /// The word under a key.
    ///
    /// # Errors
    /// [`Refusal::Missing`] when no word stands there.
    pub fn word(&self, key: &str) -> Result<&str, Refusal> {
        match self.datum(key) {
            Datum::Known(Value::Word(word)) => Ok(word),
            _ => Err(Refusal::Missing(key.to_owned())),
        }
    }

    /// The rows of `prefix` alone, under their keys without it: what a part of a compound sees.
    #[must_use]
    pub fn part(&self, prefix: &str) -> Self {
        let inside = |(key, datum): &(String, Datum)| {
            let rest = key.strip_prefix(prefix)?.strip_prefix(':')?;
            Some((rest.to_owned(), datum.clone()))
        };
        Self { data: self.data.iter().filter_map(inside).collect() }
    }

    /// The same with one value replaced.
    #[must_use]
    pub fn with(mut self, key: &str, datum: Datum) -> Self {
        match self.data.iter_mut().find(|(name, _)| name == key) {
            Some(entry) => entry.1 = datum,
            None => self.data.push((key.to_owned(), datum)),
        }
        self
    }
}

/// A mark before rounding, and its reason as a sentence to be made when it is written.
#[derive(Clone)]
pub struct Worked {
    /// Points, exact or with 28 digits.
    pub points: Decimal,
    /// The reason, with the numbers in it.
    pub because: Sentence,
}

impl Worked {
    /// A mark and its reason.
    pub fn new(points: Decimal, because: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self { points, because: Arc::new(because) }
    }
}

impl fmt::Debug for Worked {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} ({})", self.points, (self.because)(Lang::En))
    }
}
