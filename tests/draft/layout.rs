//! The same kinds of table as three offices lay them out.

use std::io::{Cursor, Write};

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::data::Line;

fn vi(number: rust_decimal::Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

fn letterhead(sheet: &mut Worksheet, column: u16, title: &[&str]) {
    let plain = Format::new();
    sheet.merge_range(0, column, 0, column + 1, "ỦY BAN NHÂN DÂN TỈNH MẪU", &plain).unwrap();
    sheet.merge_range(1, column, 1, column + 1, "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", &plain).unwrap();
    sheet.merge_range(0, column + 2, 0, column + 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &plain).unwrap();
    sheet.merge_range(1, column + 2, 1, column + 4, "Độc lập - Tự do - Hạnh phúc", &plain).unwrap();
    for (row, line) in (3..).zip(title) {
        sheet.merge_range(row, column, row, column + 4, line, &plain).unwrap();
    }
}

/// Numbers `I`, `1`, `1.a)`; a heading of two levels in rows 8 and 9, an index row, a total in the end.
pub fn first(lines: &[Line]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Bảng điểm").unwrap();
    letterhead(
        sheet,
        0,
        &[
            "BẢNG TIÊU CHÍ VÀ THANG ĐIỂM THI ĐUA NĂM 2023",
            "CỤM THI ĐUA CÁC TỈNH MẪU",
            "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2022)",
        ],
    );
    sheet.write_string(6, 4, "Đơn vị tính: điểm").unwrap();
    let plain = Format::new();
    for (column, head) in (0..).zip(["TT", "Nội dung, tiêu chí\nthi đua", "ĐVT"]) {
        sheet.merge_range(7, column, 8, column, head, &plain).unwrap();
    }
    sheet.merge_range(7, 3, 7, 4, "Quy định của giao ước", &plain).unwrap();
    sheet.write_string(8, 3, "Điểm chuẩn năm 2023").unwrap();
    sheet.write_string(8, 4, "Cách chấm điểm").unwrap();
    for (column, head) in (0..).zip(["(1)", "(2)", "(3)", "(4)", "(5)"]) {
        sheet.write_string(9, column, head).unwrap();
    }
    let mut row = 10;
    for line in lines {
        sheet.write_string(row, 0, &line.code).unwrap();
        sheet.write_string(row, 1, &line.name).unwrap();
        sheet.write_string(row, 2, &line.unit).unwrap();
        sheet.write_number(row, 3, line.maximum.to_f64().unwrap()).unwrap();
        sheet.write_string(row, 4, &line.guide).unwrap();
        row += 1;
    }
    sheet.write_string(row, 1, "Tổng cộng (I + II + III + IV + V)").unwrap();
    let scale: rust_decimal::Decimal =
        lines.iter().filter(|line| line.depth == 0 && line.kind == "scale").map(|line| line.maximum).sum();
    sheet.write_number(row, 3, scale.to_f64().unwrap()).unwrap();
    book.save_to_buffer().unwrap()
}

/// From column D on; numbers `A`, `I`, `1`, `a` repeated under every field; points as text before the names; a total
/// before the bonus and the penalty; notes and signatures below.
pub fn second(lines: &[Line]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    letterhead(
        sheet,
        3,
        &["GIAO ƯỚC THI ĐUA NĂM 2023", "Khối thi đua các cơ quan quản lý nhà nước về văn hóa - xã hội"],
    );
    for (column, head) in (3..).zip(["STT", "Điểm tối đa", "Tiêu chí thi đua", "Hướng dẫn chấm", "Đơn vị tính"])
    {
        sheet.write_string(6, column, head).unwrap();
    }
    let mut row = 7;
    let mut totalled = false;
    for (index, line) in lines.iter().enumerate() {
        if line.kind != "scale" && !totalled {
            totalled = true;
            sheet.write_string(row, 5, "TỔNG CỘNG (A)").unwrap();
            sheet.write_string(row, 4, "1.000 điểm").unwrap();
            row += 1;
        }
        let points = vi(line.maximum);
        let points = match index % 4 {
            0 => format!("{points} điểm"),
            1 => format!("Tối đa {points}"),
            2 => format!("{points}đ"),
            _ => points,
        };
        sheet.write_string(row, 3, &line.code).unwrap();
        sheet.write_string(row, 4, &points).unwrap();
        sheet.write_string(row, 5, &line.name).unwrap();
        sheet.write_string(row, 6, &line.guide).unwrap();
        sheet.write_string(row, 7, &line.unit).unwrap();
        row += 1;
    }
    sheet.write_string(row + 1, 3, "Ghi chú: Điểm thưởng, điểm trừ không tính vào thang điểm 1.000.").unwrap();
    sheet.write_string(row + 2, 6, "Tỉnh Mẫu, ngày 15 tháng 01 năm 2023").unwrap();
    sheet.write_string(row + 3, 4, "NGƯỜI LẬP BIỂU").unwrap();
    sheet.write_string(row + 3, 6, "TRƯỞNG KHỐI").unwrap();
    book.save_to_buffer().unwrap()
}

/// The rows of a table without wording and units: fields merged over the row with their points in the name, numbers
/// `1.1` as numbers where a spreadsheet made them so.
fn third(lines: &[Line]) -> Vec<Vec<String>> {
    let mut rows = vec![
        vec!["BẢNG ĐIỂM THI ĐUA CÁC CƠ QUAN NĂM 2023".to_owned(), String::new(), String::new()],
        vec![String::new(), String::new(), String::new()],
        vec!["Số TT".to_owned(), "Nội dung chấm điểm".to_owned(), "Thang điểm".to_owned()],
    ];
    for line in lines {
        let points = vi(line.maximum);
        rows.push(if line.depth == 0 {
            vec![format!("{}. {} ({points} điểm)", line.code, line.name), String::new(), String::new()]
        } else {
            vec![line.code.clone(), line.name.clone(), points]
        });
    }
    rows.push(vec![String::new(), "Tổng điểm".to_owned(), "625".to_owned()]);
    rows
}

pub fn third_csv(lines: &[Line]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in third(lines) {
        writer.write_record(&row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn ods_cell(cell: &str) -> String {
    let number = cell.replace(',', ".");
    let (kind, text) = match number.parse::<f64>() {
        _ if cell.is_empty() => return "<table:table-cell/>".to_owned(),
        Ok(_) => (format!("office:value-type=\"float\" office:value=\"{number}\""), cell.to_owned()),
        Err(_) => ("office:value-type=\"string\"".to_owned(), cell.replace('&', "&amp;").replace('<', "&lt;")),
    };
    format!("<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>")
}

pub fn third_ods(lines: &[Line]) -> Vec<u8> {
    let row = |cells: Vec<String>| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let table: String = third(lines)
        .iter()
        .map(|cells| row(cells.iter().map(|cell| ods_cell(cell)).collect()))
        .collect::<Vec<_>>()
        .concat();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Biểu 1\">{table}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [("mimetype", kind), ("META-INF/manifest.xml", &manifest), ("content.xml", &content)] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
