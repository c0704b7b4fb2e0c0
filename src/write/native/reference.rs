//! In: the formula of a chart's range, as `'Sheet'!$B$2:$B$10`. Out: the sheet and the cells it points at.

/// Cells of a sheet in one row or one column, counted from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The sheet's name.
    pub(super) sheet: String,
    /// Row and column of the first cell.
    first: (u32, u32),
    /// Row and column of the last cell.
    last: (u32, u32),
}

impl Reference {
    /// What a formula points at; none if it is not one range of one sheet of this workbook, one cell wide or high.
    pub(super) fn parse(formula: &str) -> Option<Self> {
        let (sheet, range) = formula.rsplit_once('!')?;
        let sheet = match sheet.strip_prefix('\'') {
            Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
            None => sheet.to_owned(),
        };
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let (first, last) = (cell(first)?, cell(last)?);
        let line = first.0 == last.0 || first.1 == last.1;
        let ordered = first.0 <= last.0 && first.1 <= last.1;
        let ours = !sheet.is_empty() && !sheet.contains(['[', ']']);
        (line && ordered && ours).then_some(Self { sheet, first, last })
    }

    /// How many cells they are.
    pub(super) fn len(&self) -> usize {
        (self.last.0 - self.first.0 + self.last.1 - self.first.1 + 1) as usize
    }

    /// Which of them a cell is.
    pub(super) fn place(&self, (row, column): (u32, u32)) -> Option<usize> {
        let inside = (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column);
        inside.then(|| (row - self.first.0 + column - self.first.1) as usize)
    }
}

/// Row and column of an address as `$AB$12`, counted from zero.
pub(super) fn cell(address: &str) -> Option<(u32, u32)> {
    let address = address.strip_prefix('$').unwrap_or(address);
    let end = address.find(|c: char| !c.is_ascii_uppercase())?;
    let (letters, digits) = address.split_at(end);
    let column = letters
        .bytes()
        .try_fold(0_u32, |sum, letter| sum.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1))?;
    let digits = digits.strip_prefix('$').unwrap_or(digits);
    let row: u32 = digits.parse().ok().filter(|_| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::{Reference, cell};

    #[test]
    fn an_address_is_a_row_and_a_column() {
        assert_eq!(cell("$A$1"), Some((0, 0)));
        assert_eq!(cell("AB12"), Some((11, 27)));
        assert_eq!(cell("$XFD$1048576"), Some((1_048_575, 16_383)));
        for not in ["", "$A", "$1", "A0", "a1", "A1B", "A+1", "AAAAAAAAAA1"] {
            assert_eq!(cell(not), None, "{not}");
        }
    }

    #[test]
    fn a_range_is_a_line_of_cells_of_a_sheet() {
        let down = Reference::parse("'It''s a!b'!$B$2:$B$4").unwrap();
        assert_eq!((down.sheet.as_str(), down.len()), ("It's a!b", 3));
        assert_eq!([(1, 1), (3, 1), (4, 1), (1, 2)].map(|at| down.place(at)), [Some(0), Some(2), None, None]);
        let across = Reference::parse("S!$C$1:$E$1").unwrap();
        assert_eq!((across.len(), across.place((0, 4))), (3, Some(2)));
        assert_eq!(Reference::parse("S!$C$7").unwrap().len(), 1);
    }

    #[test]
    fn what_is_no_line_of_cells_is_none() {
        for not in ["S!$A$1:$B$2", "S!Name", "Name", "S!$A:$A", "[1]S!$A$1", "(S!$A$1,S!$A$3)", "!$A$1", "'S!$A$1"] {
            assert_eq!(Reference::parse(not), None, "{not}");
        }
    }
}
