//! Rows 64, 66 and 74, and everything that a reading library changes or loses without a word: each is told, or refused, and
//! no other value is read in its place.

use super::{archive, checked, form, mark_is, ods, ods_form, patched_world, says, with_file, with_xml};
use crate::binary::{self, form_rows, xls, xls_form, xls_number, xls_shared, xls_text, xlsb};
use crate::harness::World;
use crate::silent::patched;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The file is left out because of a cell of it.
#[track_caller]
fn odd(world: &World, cell: &str) {
    let (exit, said) = checked(world, &[]);
    assert!(
        exit == 1 && said.contains("lỗi[odd-cell]") && said.contains(&format!("ô {cell} được ghi")),
        "{cell}\n{said}"
    );
}

#[test]
fn row_64_hidden_rows_and_columns_in_every_format() {
    let hidden = |text: String| text.replace("<row r=\"9\"", "<row r=\"9\" hidden=\"1\"");
    let world = with_file("k1/hai.xlsx", &patched(&form(), SHEET, &hidden));
    says(
        &world,
        0,
        "hidden-cells",
        "lưu ý[hidden-cells]: trang có ô bị ẩn vẫn được đọc: dòng 9\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`\n\ncách sửa: bỏ ẩn (Unhide) để xem các ô này; xóa đi nếu là số liệu cũ",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`",
    );
    let columns = "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/><table:table-row>";
    let sheet = ods_form("<table:table-cell office:value-type=\"float\" office:value=\"90\"/>");
    let sheet = sheet.replacen("<table:table-row>", columns, 1);
    let (exit, said) = checked(&with_file("k1/hai.ods", &ods(&sheet)), &[]);
    assert!(exit == 0 && said.contains("trang có ô bị ẩn vẫn được đọc: cột C"), "{said}");
    let mut rows = form_rows(binary::number(3, 90.0, 0));
    let at = rows.iter().position(|record| *record == binary::row(4, false)).unwrap();
    rows[at] = binary::row(4, true);
    let (exit, said) = checked(&with_file("k1/hai.xlsb", &xlsb(&rows)), &[]);
    assert!(exit == 0 && said.contains("trang có ô bị ẩn vẫn được đọc: dòng 5"), "{said}");
    let mut sheet = xls_form(xls_number(3, 3, 90.0));
    sheet.insert(0, (0x0208, [&5_u16.to_le_bytes()[..], &[0; 10], &0x20_u16.to_le_bytes(), &[0; 2]].concat()));
    let (exit, said) = checked(&with_file("k1/hai.xls", &xls(&[sheet])), &[]);
    assert!(exit == 0 && said.contains("trang có ô bị ẩn vẫn được đọc: dòng 6"), "{said}");
}

#[test]
fn row_66_two_sheets_of_one_name() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Bảng").unwrap();
    book.add_worksheet().set_name("Khác").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let twice = patched(&bytes, "xl/workbook.xml", &|text| text.replace("name=\"Khác\"", "name=\"BẢNG\""));
    says(
        &with_file("k1/hai.xlsx", &twice),
        1,
        "two-sheets",
        "lỗi[two-sheets]: tệp có hai trang cùng tên `BẢNG`, không rõ lấy trang nào\n  --> inputs/k1/hai.xlsx\n  cần:      mỗi trang một tên\n\ncách sửa: mở tệp bằng Excel, đổi tên hoặc xóa một trang rồi lưu lại",
        "--> inputs/k1/hai.xlsx",
    );
    // the library takes the first of a name, though it be hidden
    let hidden = |text: String| {
        text.replace("name=\"Khác\"", "name=\"Bảng\"").replacen("<sheet ", "<sheet state=\"hidden\" ", 1)
    };
    let (_, said) = checked(&with_file("k1/hai.xlsx", &patched(&bytes, "xl/workbook.xml", &hidden)), &[]);
    assert!(said.contains("lỗi[two-sheets]"), "{said}");
    let tables = "<table:table table:name=\"a\"/><table:table table:name=\"a\"/>";
    assert!(checked(&with_file("k1/hai.ods", &ods(tables)), &[]).1.contains("lỗi[two-sheets]"));
}

#[test]
fn row_74_a_cell_that_no_program_writes_so() {
    says(
        &with_xml("<c r=\"D8\"><v>90</v><f>45*2</f></c>"),
        1,
        "odd-cell",
        "lỗi[odd-cell]: ô D8 được ghi theo cách mà Excel và LibreOffice không ghi, nên không chắc giá trị đọc được là đúng\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8\n\ncách sửa: mở tệp bằng Excel, lưu lại thành `Excel Workbook (*.xlsx)`, xem lại các số rồi thay tệp này",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell D8",
    );
    for cell in [
        "<c r=\"D8\"><v><![CDATA[90]]></v></c>",
        "<c r=\"D8\" t=\"str\"><v><![CDATA[90]]></v></c>",
        "<c r=\"D8\"><v>9&#48;</v></c>",
        "<c r=\"D8\"><v>9<!-- -->0</v></c>",
        "<c r=\"D8\"><v>9<?x?>0</v></c>",
        "<c r=\"D8\"><v>80</v><v>90</v></c>",
        "<c r=\"D8\"><v>90,5</v></c>",
        "<c r=\"D8\" t=\"n\"><v>90,5</v></c>",
        "<c r=\"D8\"><v> 90</v></c>",
        "<c r=\"D8\" t=\"q\"><v>90</v></c>",
        "<c r=\"D8\" t=\"s\"><v>abc</v></c>",
        "<c r=\"D8\" t=\"s\"><v>-1</v></c>",
        "<c r=\"D8\" t=\"inlineStr\"><is><t>90</t></is><v>1</v></c>",
        "<c r=\"D8\"><is><t>90</t></is></c>",
        "<c r=\"D8\"><v>90</v></c><c r=\"D8\"><v>80</v></c>",
        "<c r=\"D8\"><v>90</v></c><c r=\"C8\"><v>80</v></c>",
    ] {
        let (exit, said) = checked(&with_xml(cell), &[]);
        assert!(exit == 1 && said.contains("lỗi[odd-cell]"), "{cell}\n{said}");
    }
}

#[test]
fn row_74_addresses_that_no_sheet_has() {
    for address in ["A4294967297", "AAAAAAAAAAAA1", "XFE8", "D1048577", "$D$8", "d8", "D", "8", "D0", ""] {
        let (exit, said) = checked(&with_xml(&format!("<c r=\"{address}\"><v>90</v></c>")), &[]);
        assert!(exit == 1 && said.contains("lỗi[odd-cell]"), "{address}\n{said}");
    }
    let row = patched(&form(), SHEET, &|text| text.replace("<row r=\"9\"", "<row r=\"4294967305\""));
    assert!(checked(&with_file("k1/hai.xlsx", &row), &[]).1.contains("lỗi[odd-cell]"));
}

/// Cells may leave their places to their order; what is told of them stands at the same places as their values.
#[test]
fn cells_that_do_not_say_where_they_are() {
    let bare = |cell: &str| {
        let cell = cell.to_owned();
        let text = patched(&form(), SHEET, &move |text| {
            let text = text.replace("<c r=\"D8\"><v>90</v></c>", &cell);
            let mut out = String::new();
            let mut rest = text.as_str();
            while let Some(at) = rest.find("<c r=\"") {
                let row = rest[at + 6..].chars().skip_while(char::is_ascii_uppercase).take_while(char::is_ascii_digit);
                let eighth = row.collect::<String>() == "8";
                let end = at + 6 + rest[at + 6..].find('"').unwrap() + 1;
                out += &rest[..at];
                out += if eighth { "<c" } else { &rest[at..end] };
                rest = &rest[end..];
            }
            out + rest
        });
        with_file("k1/hai.xlsx", &text)
    };
    mark_is(&bare("<c r=\"D8\"><v>90</v></c>"), 0, Some("45"));
    says(
        &bare("<c r=\"D8\"><f>45*2</f></c>"),
        1,
        "unsaved-formula",
        "lỗi[unsaved-formula]: ô là công thức nhưng tệp không lưu kết quả\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô D8 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  cần:      kết quả của công thức, hoặc số gõ thẳng vào ô\n\ncách sửa: mở tệp bằng Excel, chờ tính xong, lưu lại rồi gửi lại; hoặc gõ số vào ô D8",
        "cell D8",
    );
}

#[test]
fn row_74_a_part_that_is_there_twice() {
    let sheet = b"<worksheet><sheetData/></worksheet>";
    let parts: [(&str, &[u8]); 4] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", sheet),
    ];
    let mut bytes = archive(&parts);
    let name = b"sheet2.xml";
    let places: Vec<usize> =
        bytes.windows(name.len()).enumerate().filter(|(_, own)| own == name).map(|(at, _)| at).collect();
    for at in places {
        bytes[at..at + 6].copy_from_slice(b"sheet1");
    }
    says(
        &with_file("k1/hai.xlsx", &bytes),
        1,
        "two-parts",
        "lỗi[two-parts]: bên trong tệp có hai phần cùng tên `xl/worksheets/sheet1.xml`, không rõ phần nào là số liệu thật\n  --> inputs/k1/hai.xlsx\n\ncách sửa: mở tệp bằng Excel, xem lại các số, lưu thành `Excel Workbook (*.xlsx)` rồi thay tệp này; Excel không mở được thì xin đơn vị gửi lại",
        "--> inputs/k1/hai.xlsx",
    );
    let alike = archive(&[parts[0], parts[1], parts[2], ("xl\\Worksheets\\SHEET1.xml", sheet)]);
    assert!(checked(&with_file("k1/hai.xlsx", &alike), &[]).1.contains("lỗi[two-parts]"));
}

#[test]
fn an_xls_that_leaves_cells_out_or_has_them_twice() {
    let of = |actual| with_file("k1/hai.xls", &xls(&[xls_form(actual)]));
    assert_eq!(checked(&of(xls_number(3, 3, 90.0)), &[]).0, 0);
    let no_texts = (0x00FC, vec![0; 8]);
    odd(&with_file("k1/hai.xls", &binary::xls_with(&[no_texts], &[xls_form(xls_shared(3, 3, 7))])), "D4");
    let mut twice = xls_form(xls_number(3, 3, 90.0));
    twice.push(xls_number(3, 3, 80.0));
    odd(&with_file("k1/hai.xls", &xls(&[twice])), "D4");
    assert!(checked(&of(xls_text(3, 3, "90")), &[]).1.contains("lưu ý[number-as-text]"));
}

#[test]
fn an_xlsb_with_a_row_that_no_sheet_has_or_a_percentage() {
    assert_eq!(checked(&with_file("k1/hai.xlsb", &binary::form()), &[]).0, 0);
    mark_is(&with_file("k1/hai.xlsb", &binary::form()), 0, Some("45"));
    let mut cut = form_rows(binary::number(3, 90.0, 0));
    cut.insert(cut.len() - 4, binary::row(0x0020_0000, false));
    odd(&with_file("k1/hai.xlsb", &xlsb(&cut)), "A1048576");
    let percent = with_file("k1/hai.xlsb", &xlsb(&form_rows(binary::number(3, 0.9, 1))));
    says(
        &percent,
        1,
        "percent-not-expected",
        "lỗi[percent-not-expected]: ô ghi phần trăm nhưng số liệu này tính bằng `tỷ đồng`\n  --> inputs/k1/hai.xlsb, trang `Tự chấm`, ô D4 (cụm, khối `k1`, đơn vị `Đơn vị Hai`, tiêu chí `I.1`)\n  tìm thấy: `90%`\n  cần:      một số theo đơn vị `tỷ đồng`\n\ncách sửa: ghi số theo `tỷ đồng` vào ô D4; ô đang định dạng phần trăm thì đổi về General (Tổng quát)",
        "--> inputs/k1/hai.xlsb, sheet `Tự chấm`, cell D4",
    );
}

#[test]
fn an_ods_whose_cells_say_two_things() {
    for cell in [
        "<table:table-cell office:value-type=\"string\" office:value=\"90\"><text:p>80</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"float\"><text:p>90</text:p></table:table-cell>",
        "<table:table-cell><text:p>90</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p><![CDATA[90]]></text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><text:p>9</text:p></draw:frame><text:p>0</text:p></table:table-cell>",
    ] {
        odd(&with_file("k1/hai.ods", &ods(&ods_form(cell))), "D4");
    }
    let noted = "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>9</text:p></office:annotation><text:p>90</text:p></table:table-cell>";
    mark_is(&with_file("k1/hai.ods", &ods(&ods_form(noted))), 0, Some("45"));
}

/// Its letters come as letters and marks apart, and are put together.
#[test]
fn an_xls_of_95_in_vietnamese() {
    let head = ["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Điểm khối chấm", "Điểm tối đa"];
    let mut cells = vec![(0, 0, "Tên đơn vị: Đơn vị Hai"), (1, 0, "Cụm/Khối: k1")];
    cells.extend((0..).zip(head).map(|(column, head)| (2, column, head)));
    cells.extend([(3, 0, "I.1"), (3, 1, "Thu ngân sách"), (3, 2, "100"), (3, 3, "90")]);
    cells.extend([(4, 0, "I.2"), (4, 1, "Giải ngân"), (4, 2, "100"), (4, 3, "100")]);
    cells.extend([(5, 0, "II.1"), (5, 1, "Tuyên truyền"), (5, 4, "15")]);
    let encode = |(row, column, said): (u16, u16, &str)| (row, column, crate::containers::windows_1258(said));
    let cells: Vec<_> = cells.into_iter().map(encode).collect();
    mark_is(&with_file("k1/hai.xls", &binary::xls_of_95(1258, &cells)), 0, Some("45"));
    // under a code page that is not the letters' own nothing is read as something else
    let (exit, said) = checked(&with_file("k1/hai.xls", &binary::xls_of_95(1252, &cells)), &[]);
    assert!(exit == 1 && said.contains("inputs/k1/hai.xls"), "{said}");
    let (exit, said) = checked(&with_file("k1/hai.xls", &binary::xls_of_95(0, &cells)), &[]);
    assert!(exit == 1 && said.contains("lỗi[damaged-workbook]"), "{said}");
}

/// The runs of a text lose the space at their joint where it is not said to be kept, in Excel as here: the name that comes
/// of it is not guessed at.
#[test]
fn a_text_of_several_runs() {
    let runs = |keep: &str| {
        let text = format!("<si><r><t{keep}>Tên đơn vị: Đơn vị </t></r><r><t>Hai</t></r></si>");
        patched_world("xl/sharedStrings.xml", "<si><t>Tên đơn vị: Đơn vị Hai</t></si>", &text)
    };
    mark_is(&runs(" xml:space=\"preserve\""), 0, Some("45"));
    says(
        &runs(""),
        1,
        "unknown-member",
        "lỗi[unknown-member]: không có đơn vị nào tên này trong scoring.toml\n  --> inputs/k1/hai.xlsx, trang `Bảng tự chấm`, ô A4\n  tìm thấy: `Đơn vịHai`\n  cần:      tên đơn vị như trong scoring.toml; gần giống nhất là `Đơn vị Hai`\n\ncách sửa: nếu đây là `Đơn vị Hai`, thêm dòng sau dưới tên đơn vị ấy trong scoring.toml (đã có `aliases` thì thêm tên vào danh sách):\n    aliases = [\"Đơn vịHai\"]\n  nếu không phải, sửa ô `Tên đơn vị:` trong tệp",
        "--> inputs/k1/hai.xlsx, sheet `Bảng tự chấm`, cell A4",
    );
}

/// A sheet that is only a chart has no cells, and does not stand in the way of those that have.
#[test]
fn a_sheet_that_is_a_chart() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Bar);
    chart.add_series().set_values("Sheet1!$A$1:$A$1");
    book.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    let (_, said) = checked(&with_file("k1/hai.xlsx", &book.save_to_buffer().unwrap()), &[]);
    assert!(said.contains("lỗi[no-known-table]"), "{said}");
}

/// A workbook whose parts cannot be found by the second look at them is not read by the first alone.
#[test]
fn a_workbook_whose_main_part_is_elsewhere() {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(form())).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        let moved = |text: &str| text.replace("xl/", "book\\").replace("Target=\"book\\", "Target=\"/book/");
        let content =
            if name == "_rels/.rels" { moved(&String::from_utf8(content).unwrap()).into_bytes() } else { content };
        parts.push((name.replace("xl/", "book\\").replace("book\\_rels/", "book\\_rels\\"), content));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    let moved = archive(&parts);
    mark_is(&with_file("k1/hai.xlsx", &moved), 0, Some("45"));
    let sheet = "book\\worksheets/sheet1.xml";
    let unsaved =
        patched(&moved, sheet, &|text| text.replace("<c r=\"D8\"><v>90</v></c>", "<c r=\"D8\"><f>45*2</f></c>"));
    let (_, said) = checked(&with_file("k1/hai.xlsx", &unsaved), &[]);
    assert!(said.contains("lỗi[unsaved-formula]"), "{said}");
}
