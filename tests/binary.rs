//! Writes small workbooks in the two binary formats record by record, sound ones and others: nothing that is installed
//! writes xlsb, and no program writes what a hostile xls holds.

use std::io::{Cursor, Write};

use crate::ole::ole;

/// A record: its kind and its bytes.
pub type Record = (u16, Vec<u8>);

/// Numbers as they stand in a record.
pub fn bytes(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap()
}

/// The records of an xlsb one behind the other.
fn packed(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    for (kind, body) in records {
        if *kind < 0x80 {
            out.push(u8::try_from(*kind).unwrap());
        } else {
            out.extend([u8::try_from(kind & 0x7F).unwrap() | 0x80, u8::try_from(kind >> 7).unwrap()]);
        }
        let mut size = body.len();
        while size >= 0x80 {
            out.push(u8::try_from(size & 0x7F).unwrap() | 0x80);
            size >>= 7;
        }
        out.push(u8::try_from(size).unwrap());
        out.extend(body);
    }
    out
}

/// A text with its length before it.
fn counted(text: &str) -> Vec<u8> {
    bytes(&[&length(text).to_le_bytes(), &wide(text)])
}

/// The beginning of a row of an xlsb, hidden or not.
pub fn row(row: u32, hidden: bool) -> Record {
    let flags = if hidden { 0x10 } else { 0 };
    (0, bytes(&[&row.to_le_bytes(), &[0; 6], &[0, flags, 0], &[0; 4]]))
}

/// A cell of an xlsb with a text.
pub fn text(column: u32, text: &str) -> Record {
    (6, bytes(&[&column.to_le_bytes(), &[0; 4], &counted(text)]))
}

/// A cell of an xlsb with a number, in a format by its index.
pub fn number(column: u32, number: f64, style: u32) -> Record {
    (5, bytes(&[&column.to_le_bytes(), &style.to_le_bytes(), &number.to_le_bytes()]))
}

/// A formula of an xlsb that comes to an error.
pub fn error(column: u32, error: u8) -> Record {
    (11, bytes(&[&column.to_le_bytes(), &[0; 4], &[error, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]))
}

/// An xlsb of one sheet of these records; format 1 is a percentage.
pub fn xlsb(sheet: &[Record]) -> Vec<u8> {
    xlsb_with(sheet, Vec::new())
}

/// The same with these records behind the cells.
pub fn xlsb_with(sheet: &[Record], more: Vec<Record>) -> Vec<u8> {
    let mut records = vec![(0x81, vec![]), (0x94, vec![0; 16]), (0x91, vec![])];
    records.extend(sheet.iter().cloned());
    records.push((0x92, vec![]));
    records.extend(more);
    records.push((0x82, vec![]));
    let bundle = bytes(&[&[0; 4], &1_u32.to_le_bytes(), &counted("rId1"), &counted("Tự chấm")]);
    let book = [(0x83, vec![]), (0x8F, vec![]), (0x9C, bundle), (0x90, vec![]), (0x9D, vec![0; 4]), (0x84, vec![])];
    let format = |number: u16| bytes(&[&0xFFFF_u16.to_le_bytes(), &number.to_le_bytes(), &[0; 12]]);
    let styles = [
        (0x0116, vec![]),
        (0x0269, 2_u32.to_le_bytes().to_vec()),
        (0x2F, format(0)),
        (0x2F, format(10)),
        (0x026A, vec![]),
        (0x0117, vec![]),
    ];
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |all: String| {
        format!("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>")
            .into_bytes()
    };
    let parts = [
        ("[Content_Types].xml", b"<?xml version=\"1.0\"?><Types/>".to_vec()),
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.bin"))),
        ("xl/workbook.bin", packed(&book)),
        ("xl/_rels/workbook.bin.rels", relations(relation("rId1", "worksheet", "worksheets/sheet1.bin"))),
        ("xl/worksheets/sheet1.bin", packed(&records)),
        ("xl/styles.bin", packed(&styles)),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The rows of the form of Đơn vị Hai; `actual` stands in cell D4.
pub fn form_rows(actual: Record) -> Vec<Record> {
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"];
    let mut all = vec![row(0, false), text(0, "Tên đơn vị: Đơn vị Hai"), row(1, false), text(0, "Cụm/Khối: k1")];
    all.push(row(2, false));
    all.extend((0..).zip(heads).map(|(column, head)| text(column, head)));
    all.extend([row(3, false), text(0, "I.1"), text(1, "Thu ngân sách"), number(2, 100.0, 0), actual]);
    all.extend([row(4, false), text(0, "I.2"), text(1, "Giải ngân"), number(2, 100.0, 0), number(3, 100.0, 0)]);
    all.extend([row(5, false), text(0, "II.1"), text(1, "Tuyên truyền"), number(4, 15.0, 0)]);
    all
}

/// The form of Đơn vị Hai as xlsb.
pub fn form() -> Vec<u8> {
    xlsb(&form_rows(number(3, 90.0, 0)))
}

/// A record of an xls.
fn biff((kind, body): &Record) -> Vec<u8> {
    bytes(&[&kind.to_le_bytes(), &u16::try_from(body.len()).unwrap().to_le_bytes(), body])
}

/// An xls of sheets of these records, named `a`, `b` and so on.
pub fn xls(sheets: &[Vec<Record>]) -> Vec<u8> {
    xls_with(&[], sheets)
}

/// The same with these records before the sheets.
pub fn xls_with(more: &[Record], sheets: &[Vec<Record>]) -> Vec<u8> {
    let begins = |what: u16| (0x0809_u16, bytes(&[&0x0600_u16.to_le_bytes(), &what.to_le_bytes(), &[0; 12]]));
    let ends = (0x000A_u16, vec![]);
    let bound = |at: usize, index: usize| {
        let name = wide(&char::from(b'a' + u8::try_from(index % 26).unwrap()).to_string().repeat(1 + index / 26));
        let letters = u8::try_from(name.len() / 2).unwrap();
        (0x0085_u16, bytes(&[&u32::try_from(at).unwrap().to_le_bytes(), &[0, 0, letters, 1], &name]))
    };
    let globals = |first: usize| {
        let mut at = first;
        let mut all = biff(&begins(5));
        for (index, sheet) in sheets.iter().enumerate() {
            all.extend(biff(&bound(at, index)));
            at += 20 + sheet.iter().map(|record| 4 + record.1.len()).sum::<usize>() + 4;
        }
        all.extend(more.iter().flat_map(biff));
        all.extend(biff(&ends));
        all
    };
    let mut stream = globals(globals(0).len());
    for sheet in sheets {
        stream.extend(biff(&begins(0x10)));
        stream.extend(sheet.iter().flat_map(biff));
        stream.extend(biff(&ends));
    }
    ole(&[("Workbook", &stream)], &[])
}

/// An xls as Excel 95 wrote it: one sheet of these texts, by row and column, in the letters of a code page.
pub fn xls_of_95(code_page: u16, cells: &[(u16, u16, Vec<u8>)]) -> Vec<u8> {
    let begins = |what: u16| (0x0809_u16, bytes(&[&0x0500_u16.to_le_bytes(), &what.to_le_bytes(), &[0; 4]]));
    let globals = |at: u32| {
        let bound = (0x0085_u16, bytes(&[&at.to_le_bytes(), &[0, 0, 1], b"a"]));
        let all = [begins(5), (0x0042, code_page.to_le_bytes().to_vec()), bound, (0x000A, vec![])];
        all.iter().flat_map(biff).collect::<Vec<u8>>()
    };
    let mut stream = globals(u32::try_from(globals(0).len()).unwrap());
    stream.extend(biff(&begins(0x10)));
    for (row, column, said) in cells {
        let letters = u16::try_from(said.len()).unwrap();
        let body = bytes(&[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], &letters.to_le_bytes(), said]);
        stream.extend(biff(&(0x0204, body)));
    }
    stream.extend(biff(&(0x000A, vec![])));
    ole(&[("Book", &stream)], &[])
}

/// The size that a sheet of an xls says it has: first row and column, and one past the last.
pub fn size(first: (u32, u16), end: (u32, u16)) -> Record {
    (
        0x0200,
        bytes(&[&first.0.to_le_bytes(), &end.0.to_le_bytes(), &first.1.to_le_bytes(), &end.1.to_le_bytes(), &[0, 0]]),
    )
}

/// A cell of an xls with a number.
pub fn xls_number(row: u16, column: u16, number: f64) -> Record {
    (0x0203, bytes(&[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], &number.to_le_bytes()]))
}

/// A cell of an xls with a text.
pub fn xls_text(row: u16, column: u16, said: &str) -> Record {
    let letters = u16::try_from(length(said)).unwrap();
    (0x0204, bytes(&[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], &letters.to_le_bytes(), &[1], &wide(said)]))
}

/// A cell of an xls with the text of a number in a list that is not there.
pub fn xls_shared(row: u16, column: u16, index: u32) -> Record {
    (0x00FD, bytes(&[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], &index.to_le_bytes()]))
}

/// A cell of an xls with an error, by its number.
pub fn xls_error(row: u16, column: u16, error: u8) -> Record {
    (0x0205, bytes(&[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], &[error, 1]]))
}

/// The rows of the form of Đơn vị Hai as xls; `actual` stands in cell D4.
pub fn xls_form(actual: Record) -> Vec<Record> {
    let heads = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"];
    let mut all = vec![xls_text(0, 0, "Tên đơn vị: Đơn vị Hai"), xls_text(1, 0, "Cụm/Khối: k1")];
    all.extend((0..).zip(heads).map(|(column, head)| xls_text(2, column, head)));
    all.extend([xls_text(3, 0, "I.1"), xls_text(3, 1, "Thu ngân sách"), xls_number(3, 2, 100.0), actual]);
    all.extend([xls_text(4, 0, "I.2"), xls_text(4, 1, "Giải ngân"), xls_number(4, 2, 100.0), xls_number(4, 3, 100.0)]);
    all.extend([xls_text(5, 0, "II.1"), xls_text(5, 1, "Tuyên truyền"), xls_number(5, 4, 15.0)]);
    all
}
