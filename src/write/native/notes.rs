//! In: the notes of one sheet. Out: the two parts of the workbook that hold them: their texts, and the boxes that they are
//! shown in.
//!
//! The library takes longer for a thousand notes than for the cells of a whole workbook. So it is given empty ones, one
//! for each row and each column, and from what it makes of them all others are written: a box's place across the sheet
//! is that of its column, its place down the sheet that of its row.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::escape::partial_escape;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};

use super::package::Package;

/// The parts of the first sheet that has notes.
const BOXES: &str = "xl/drawings/vmlDrawing1.vml";
const TEXTS: &str = "xl/comments1.xml";
/// Width of a note, in pixels: a path and a cell on few lines.
const WIDTH: u32 = 260;
/// Notes that share a number in the list of a drawing's numbers.
const BLOCK: usize = 1024;
/// What stands before and after each value of a box: its number, where it is, its layer, its corners, and its cell.
const BOX: [(&str, char); 7] = [
    ("id=\"_x0000_s", '"'),
    ("margin-left:", ';'),
    ("margin-top:", ';'),
    ("z-index:", ';'),
    ("<x:Anchor>", '<'),
    ("<x:Row>", '<'),
    ("<x:Column>", '<'),
];
/// The same of a text: its cell, and itself.
const TEXT: [(&str, char); 2] = [("ref=\"", '"'), ("</rPr><t", '<')];

/// The notes of a sheet; no other one of its workbook has any.
#[derive(Default)]
pub(in crate::write) struct Notes {
    rows: BTreeSet<u32>,
    columns: BTreeSet<u16>,
    /// Row, column and text of each, row by row.
    all: Vec<(u32, u16, String)>,
}

impl Notes {
    /// Puts a note beside a cell, the next one in the order of rows and columns.
    pub(in crate::write) fn add(
        &mut self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        text: String,
    ) -> Result<(), XlsxError> {
        let (new_row, new_column) = (self.rows.insert(row), self.columns.insert(column));
        if new_row || new_column {
            let note = Note::new("").add_author_prefix(false).set_width(WIDTH);
            worksheet.insert_note(row, column, &note)?;
        }
        self.all.push((row, column, text));
        Ok(())
    }

    /// The parts with all notes; none for a sheet without them.
    pub(super) fn parts(&self, package: &mut Package) -> Result<Vec<(String, String)>, XlsxError> {
        if self.all.is_empty() {
            return Ok(Vec::new());
        }
        let [boxes, texts] = [self.boxes(&package.text(BOXES)?), self.texts(&package.text(TEXTS)?)];
        let unlike = || XlsxError::CustomError("notes are not as the library writes them".to_owned());
        let both = boxes.zip(texts).ok_or_else(unlike)?;
        Ok(vec![(BOXES.to_owned(), both.0), (TEXTS.to_owned(), both.1)])
    }

    fn boxes(&self, of_library: &str) -> Option<String> {
        let mut shapes = of_library.strip_suffix("</xml>")?.split("<v:shape ");
        let head = Cut::of(shapes.next()?, [("data=\"", '"')])?;
        let shapes: Vec<_> = shapes.map(|shape| Cut::of(shape, BOX)).collect::<Option<_>>()?;
        let first = shapes.first()?;
        let before_first = first.values[0].parse::<usize>().ok()?.checked_sub(1)?;
        let (mut across, mut down) = (BTreeMap::new(), BTreeMap::new());
        for shape in &shapes {
            let [_, left, top, _, anchor, row, column] = shape.values;
            let anchor = corners(anchor)?;
            across.insert(column.parse::<u16>().ok()?, (left, anchor));
            down.insert(row.parse::<u32>().ok()?, (top, anchor));
        }
        let blocks: Vec<String> = (0..=self.all.len() / BLOCK).map(|block| (block + 1).to_string()).collect();
        let mut out = String::with_capacity(of_library.len() / shapes.len() * (self.all.len() + 1));
        head.write(&mut out, [&blocks.join(",")]);
        for (place, (row, column, _)) in (1..).zip(&self.all) {
            let ((left, x), (top, y)) = (across.get(column)?, down.get(row)?);
            let anchor = [x[0], x[1], y[2], y[3], x[4], x[5], y[6], y[7]].join(", ");
            let [number, place] = [before_first + place, place].map(|number| number.to_string());
            out.push_str("<v:shape ");
            first.write(&mut out, [&number, left, top, &place, &anchor, &row.to_string(), &column.to_string()]);
        }
        out.push_str("</xml>");
        Some(out)
    }

    fn texts(&self, of_library: &str) -> Option<String> {
        let (list, end) = of_library.split_at(of_library.find("</commentList>")?);
        let comments: Vec<&str> = list.split("<comment ").collect();
        let [head, first, ..] = comments[..] else { return None };
        let first = Cut::of(first, TEXT)?;
        let said: usize = self.all.iter().map(|(.., said)| said.len()).sum();
        let mut out = String::with_capacity(of_library.len() / comments.len() * (self.all.len() + 1) + said);
        out.push_str(head);
        for (row, column, said) in &self.all {
            let space = [' ', '\n'];
            let kept = said.starts_with(space) || said.ends_with(space);
            let tag = if kept { " xml:space=\"preserve\">" } else { ">" };
            let text = [tag, &partial_escape(said.as_str())].concat();
            out.push_str("<comment ");
            first.write(&mut out, [&row_col_to_cell(*row, *column), &text]);
        }
        out.push_str(end);
        Some(out)
    }
}

/// A text parted at the values in it.
struct Cut<'a, const N: usize> {
    /// What stands before each value.
    before: [&'a str; N],
    values: [&'a str; N],
    /// What stands after the last one.
    after: &'a str,
}

impl<'a, const N: usize> Cut<'a, N> {
    /// Parts a text at values that stand between these marks.
    fn of(text: &'a str, marks: [(&str, char); N]) -> Option<Self> {
        let (mut before, mut values, mut rest) = ([""; N], [""; N], text);
        for (place, (open, close)) in marks.into_iter().enumerate() {
            let (front, behind) = rest.split_at(rest.find(open)? + open.len());
            (values[place], rest) = behind.split_at(behind.find(close)?);
            before[place] = front;
        }
        Some(Self { before, values, after: rest })
    }

    /// The text with other values.
    fn write(&self, out: &mut String, values: [&str; N]) {
        for (before, value) in self.before.iter().zip(values) {
            out.push_str(before);
            out.push_str(value);
        }
        out.push_str(self.after);
    }
}

/// Column, distance, row and distance of the upper left corner of a box, then of the lower right one.
fn corners(anchor: &str) -> Option<[&str; 8]> {
    anchor.split(", ").collect::<Vec<_>>().try_into().ok()
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Note, Workbook};

    use super::{BOXES, Notes, Package, TEXTS, WIDTH};
    use crate::write::native::finish;

    /// The parts of these notes as the library writes them, and as they are written here.
    fn both(notes: &[(u32, u16, String)]) -> [[String; 2]; 2] {
        [false, true].map(|ours| {
            let (mut book, mut own) = (Workbook::new(), Notes::default());
            book.add_worksheet();
            let sheet = book.add_worksheet();
            sheet.set_column_width(2, 30).unwrap().set_row_height(3, 40).unwrap();
            for (row, column, text) in notes {
                sheet.write(*row, *column, 1).unwrap();
                if ours {
                    own.add(sheet, (*row, *column), text.clone()).unwrap();
                } else {
                    let note = Note::new(text).add_author_prefix(false).set_width(WIDTH);
                    sheet.insert_note(*row, *column, &note).unwrap();
                }
            }
            let bytes = finish(book.save_to_buffer().unwrap(), &own).unwrap();
            [BOXES, TEXTS].map(|part| Package::new(&bytes).unwrap().text(part).unwrap())
        })
    }

    #[test]
    fn all_notes_are_as_the_library_writes_them() {
        let texts = ["a & b\n<1>", " edge", "edge\n", "\"quoted\"", ""];
        let grid = |rows: u32| (0..rows).flat_map(|row| (0..5_u16).map(move |column| (row, column)));
        for rows in [1, 4, 300] {
            let all = grid(rows).filter(|(row, column)| (row + u32::from(*column)) % 7 != 3);
            let notes: Vec<_> = all.map(|(row, column)| (row, column, texts[usize::from(column)].to_owned())).collect();
            let [library, ours] = both(&notes);
            assert!(library == ours, "{rows}");
        }
    }
}
