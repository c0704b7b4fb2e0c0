//! A row's code and label in; the criterion or input row it is within its place in the tree out.

use std::collections::HashMap;

use crate::model::{Compact, fold};
use crate::wording::recognition::{PART_OF_ABOVE, TOTAL_ROWS};

/// What a row of a form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowIs {
    /// A field or group, by index.
    Field(usize),
    /// A criterion's own row.
    Criterion(usize),
    /// A further input row of a criterion.
    InputRow(usize, String),
    /// A criterion's code with another criterion's label: (by code, by label).
    LabelOfAnother(usize, usize),
    /// A row that adds up others.
    Total,
    /// Nothing of the compact; the criterion whose code it carries, if any.
    Unknown(Option<usize>),
}

/// What a compact calls its criteria and fields, folded once for all its forms.
pub struct Labels {
    /// The criteria of a name.
    criteria: HashMap<String, Vec<usize>>,
    /// The first field of a name.
    fields: HashMap<String, usize>,
}

impl Labels {
    /// Those of a compact.
    pub fn of(compact: &Compact) -> Self {
        let (mut criteria, mut fields) = (HashMap::<_, Vec<usize>>::new(), HashMap::new());
        for (index, criterion) in compact.criteria.iter().enumerate() {
            for name in std::iter::once(&criterion.name).chain(&criterion.aliases) {
                let known = criteria.entry(fold(name)).or_default();
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
        }
        for (index, field) in compact.fields.iter().enumerate() {
            fields.entry(fold(&field.name)).or_insert(index);
        }
        Self { criteria, fields }
    }

    fn criteria(&self, folded: &str) -> &[usize] {
        self.criteria.get(folded).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The criterion of a whole id.
pub fn by_id(compact: &Compact, code: &str) -> Option<usize> {
    compact.criteria.iter().position(|criterion| criterion.id.eq_ignore_ascii_case(code))
}

/// Identifies rows from the top of a form downwards.
pub struct Matcher<'a> {
    compact: &'a Compact,
    labels: &'a Labels,
    field: Option<usize>,
    last: Option<usize>,
}

impl<'a> Matcher<'a> {
    /// For a compact's forms.
    pub fn new(compact: &'a Compact, labels: &'a Labels) -> Self {
        Self { compact, labels, field: None, last: None }
    }

    /// Whether a row adds up others; a criterion may be called as such a row is, and then it is the criterion.
    pub fn adds_up(&self, code: &str, label: &str) -> bool {
        let (code, label) = (fold(code), fold(label));
        let sums = TOTAL_ROWS.iter().any(|word| label.starts_with(word) || code.starts_with(word));
        sums && self.labels.criteria(&label).is_empty()
    }

    /// What the next row is.
    pub fn next(&mut self, code: &str, label: &str) -> RowIs {
        let (code, label) = (code.trim().trim_end_matches('.').trim(), fold(label));
        let is = self.identify(code, &label);
        match &is {
            RowIs::Field(field) => (self.field, self.last) = (Some(*field), None),
            RowIs::Criterion(criterion) | RowIs::InputRow(criterion, _) => self.last = Some(*criterion),
            _ => {}
        }
        is
    }

    fn identify(&self, code: &str, label: &str) -> RowIs {
        if let Some(input) = self.input_row(code, label) {
            return input;
        }
        let by_code = self.by_code(code);
        let by_label = self.by_label(label, by_code);
        if by_label.is_none()
            && let Some(field) = self.field_of(code, label)
        {
            return RowIs::Field(field);
        }
        match (by_code, by_label) {
            (Some(coded), Some(labelled)) if coded != labelled && self.compact.criteria[coded].id == code => {
                RowIs::LabelOfAnother(coded, labelled)
            }
            (_, Some(labelled)) => RowIs::Criterion(labelled),
            (coded, None) => RowIs::Unknown(coded),
        }
    }

    /// `I.6:baseline`, or a row under its criterion with no code and the input's label.
    fn input_row(&self, code: &str, label: &str) -> Option<RowIs> {
        if let Some((id, row)) = code.split_once(':') {
            let criterion = if id.is_empty() { self.last } else { self.by_code(id) }?;
            return self.has_row(criterion, row).then(|| RowIs::InputRow(criterion, row.to_owned()));
        }
        let above = self.last.filter(|_| code.is_empty() || code == "-" || code == "+")?;
        let label = label.trim_start_matches(['-', '+', ' ']);
        let label = PART_OF_ABOVE.iter().find_map(|words| label.strip_prefix(words)).unwrap_or(label).trim();
        let named = self.compact.criteria[above]
            .inputs
            .iter()
            .find(|input| input.label.as_ref().is_some_and(|(vi, en)| fold(vi) == label || fold(en) == label));
        named.map(|input| RowIs::InputRow(above, input.row.clone()))
    }

    fn has_row(&self, criterion: usize, row: &str) -> bool {
        self.compact.criteria[criterion].inputs.iter().any(|input| input.row == row)
    }

    /// A whole id, or the number of a criterion within the field it stands under.
    fn by_code(&self, code: &str) -> Option<usize> {
        let whole = by_id(self.compact, code);
        whole.or_else(|| {
            let number: usize = code.parse().ok()?;
            let within = |field: usize| {
                self.compact.criteria.iter().enumerate().filter(move |(_, criterion)| criterion.field == field)
            };
            within(self.field?).nth(number.checked_sub(1)?).map(|(index, _)| index)
        })
    }

    /// The criterion of a label: within the field above it first, then the one its code names, then the only one.
    fn by_label(&self, label: &str, by_code: Option<usize>) -> Option<usize> {
        let all = self.labels.criteria(label);
        let here: Vec<_> =
            all.iter().copied().filter(|index| Some(self.compact.criteria[*index].field) == self.field).collect();
        match (&here[..], all) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => by_code.filter(|coded| all.contains(coded)),
        }
    }

    fn field_of(&self, code: &str, label: &str) -> Option<usize> {
        let named = self.labels.fields.get(label).copied();
        named.or_else(|| {
            self.compact.fields.iter().position(|field| field.id.eq_ignore_ascii_case(code) && !code.is_empty())
        })
    }
}
