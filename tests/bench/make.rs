//! In: how many workbooks. Out: a folder with as many self-score forms of 60 criteria, laid out as offices lay them out,
//! and the scoring.toml they are scored by; seeded, the same on every machine.

use std::path::{Path, PathBuf};
use std::{fs, io};

use fastrand::Rng;
use rayon::prelude::*;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::compact::{self, FIELD_POINTS, FIELDS, Figures, MEMBERS, TEMPLATES, YEAR};

/// Widths of the columns of a form.
const WIDTHS: [f64; 10] = [8.0, 50.0, 13.0, 14.0, 14.0, 10.0, 10.0, 10.0, 13.0, 38.0];
/// The first row of the header, counted from zero.
const HEADER: u32 = 9;

/// Where the benchmark's files stand.
pub struct Made {
    /// The folder of all.
    pub root: PathBuf,
    /// Members of each bloc.
    blocs: Vec<usize>,
}

impl Made {
    /// The folder of the forms.
    pub fn inputs(&self) -> PathBuf {
        self.root.join("inputs")
    }

    /// Writes a scoring.toml with these outputs, and says where.
    pub fn scoring(&self, name: &str, outputs: &[&str]) -> io::Result<PathBuf> {
        let path = self.root.join(format!("{name}.toml"));
        fs::write(&path, compact::scoring(&self.blocs, outputs))?;
        Ok(path)
    }

    /// How many blocs there are.
    pub fn blocs(&self) -> usize {
        self.blocs.len()
    }
}

/// Makes so many workbooks in blocs of ten.
pub fn make(root: &Path, workbooks: usize) -> Result<Made, XlsxError> {
    let blocs: Vec<_> = (0..workbooks.div_ceil(MEMBERS)).map(|bloc| MEMBERS.min(workbooks - bloc * MEMBERS)).collect();
    let made = Made { root: root.to_owned(), blocs };
    for bloc in 0..made.blocs() {
        fs::create_dir_all(made.inputs().join(compact::bloc_id(bloc)))?;
    }
    (0..workbooks).into_par_iter().try_for_each(|index| {
        let (bloc, member) = (index / MEMBERS, index % MEMBERS);
        let file = format!("{}/bang-tu-cham_{:06}.xlsx", compact::bloc_id(bloc), index + 1);
        form(bloc, member)?.save(made.inputs().join(file))
    })?;
    Ok(made)
}

/// The formats of a form.
struct Looks {
    heading: Format,
    plain: Format,
    left: Format,
    head: Format,
    number: Format,
    mark: Format,
    date: Format,
}

fn looks() -> Looks {
    let base = || Format::new().set_font_name("Times New Roman").set_font_size(12).set_text_wrap();
    let centre = || base().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let boxed = || centre().set_border(FormatBorder::Thin);
    Looks {
        heading: centre().set_bold(),
        plain: boxed(),
        left: base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter),
        head: boxed().set_bold().set_background_color(0xE7_E6E6),
        number: boxed().set_num_format("#,##0.0"),
        mark: boxed().set_num_format("0.00"),
        date: boxed().set_num_format("dd/mm/yyyy"),
    }
}

/// The form of a member.
fn form(bloc: usize, member: usize) -> Result<Workbook, XlsxError> {
    let mut rng = Rng::with_seed((bloc * MEMBERS + member) as u64);
    let looks = looks();
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(YEAR, 11, 30)?));
    let sheet = book.add_worksheet();
    sheet.set_name("Bảng tự chấm điểm")?.set_landscape().set_paper_size(9).set_freeze_panes(HEADER + 3, 2)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    heading(sheet, &looks, bloc, member)?;
    header(sheet, &looks)?;
    let mut row = HEADER + 3;
    for (field, (id, name)) in FIELDS.iter().enumerate() {
        sheet.write_with_format(row, 0, *id, &looks.head)?;
        sheet.write_with_format(row, 1, name.to_uppercase(), &looks.head)?;
        sheet.write_with_format(row, 5, FIELD_POINTS, &looks.head)?;
        row += 1;
        for template in 0..TEMPLATES.len() {
            criterion(sheet, &looks, row, (field, template), &mut rng)?;
            row += 1;
        }
    }
    sheet.write_with_format(row, 1, "TỔNG CỘNG (I+II+III+IV+V)", &looks.head)?;
    sheet.write_with_format(row, 5, FIELD_POINTS * 5, &looks.head)?;
    sheet.write_with_format(row + 2, 1, "NGƯỜI LẬP BIỂU", &looks.heading)?;
    sheet.write_with_format(row + 3, 1, "(Ký, ghi rõ họ tên)", &looks.heading)?;
    sheet.merge_range(row + 2, 8, row + 2, 9, "THỦ TRƯỞNG ĐƠN VỊ", &looks.heading)?;
    sheet.merge_range(row + 3, 8, row + 3, 9, "(Ký, đóng dấu)", &looks.heading)?;
    Ok(book)
}

/// The national heading, the title, and whose form it is.
fn heading(sheet: &mut Worksheet, looks: &Looks, bloc: usize, member: usize) -> Result<(), XlsxError> {
    let name = compact::member_name(bloc, member);
    for (row, left, right) in [
        (0, "ỦY BAN NHÂN DÂN".to_owned(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (1, name.to_uppercase(), "Độc lập - Tự do - Hạnh phúc"),
        (2, "Số: ...../BC-UBND".to_owned(), "Tỉnh Mẫu, ngày 30 tháng 11 năm 2023"),
    ] {
        sheet.merge_range(row, 0, row, 2, &left, &looks.heading)?;
        sheet.merge_range(row, 3, row, 9, right, &looks.heading)?;
    }
    let lines = [
        (4, format!("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {YEAR}")),
        (5, "SỐ LIỆU TẠO RA ĐỂ ĐO TỐC ĐỘ".to_owned()),
        (6, format!("Tên đơn vị: {name}")),
        (7, format!("Cụm/Khối: {}", compact::bloc_name(bloc))),
    ];
    for (row, line) in lines {
        sheet.merge_range(row, 0, row, 9, &line, &looks.heading)?;
    }
    Ok(())
}

/// Two rows of headings, merged, and the row that numbers the columns.
fn header(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    let tall =
        [(0, "TT"), (1, "Nội dung, tiêu chí"), (2, "ĐVT"), (8, "Tình trạng số liệu"), (9, "Tài liệu minh chứng")];
    for (column, said) in tall {
        sheet.merge_range(HEADER, column, HEADER + 1, column, said, &looks.head)?;
    }
    sheet.merge_range(HEADER, 3, HEADER, 4, "Số liệu", &looks.head)?;
    sheet.merge_range(HEADER, 5, HEADER, 7, "Điểm", &looks.head)?;
    let low = ["Kế hoạch", "Thực hiện", "Điểm tối đa", "Điểm tự chấm", "Điểm cụm chấm"];
    for (column, said) in (3..).zip(low) {
        sheet.write_with_format(HEADER + 1, column, said, &looks.head)?;
    }
    for column in 0..10 {
        sheet.write_with_format(HEADER + 2, column, format!("({})", column + 1), &looks.plain)?;
    }
    Ok(())
}

/// A criterion with its figures, the member's own mark, status and evidence.
fn criterion(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: u32,
    (field, index): (usize, usize),
    rng: &mut Rng,
) -> Result<(), XlsxError> {
    let own = &TEMPLATES[index];
    sheet.write_with_format(row, 0, compact::code(field, index), &looks.plain)?;
    sheet.write_with_format(row, 1, format!("{} ({})", own.name, FIELDS[field].0), &looks.left)?;
    sheet.write_with_format(row, 2, own.unit, &looks.plain)?;
    sheet.write_blank(row, 3, &looks.number)?;
    let tenths = |number: u32| f64::from(number) / 10.0;
    match own.figures {
        Figures::Planned(least, most) => {
            let plan = rng.u32(500..50_000);
            sheet.write_with_format(row, 3, tenths(plan), &looks.number)?;
            sheet.write_with_format(row, 4, tenths(plan * rng.u32(least..=most) / 100), &looks.number)?;
        }
        Figures::Actual(least, most) => {
            sheet.write_with_format(row, 4, tenths(rng.u32(least..=most)), &looks.number)?;
        }
        Figures::Count(most) => {
            sheet.write_with_format(row, 4, rng.u32(0..=most), &looks.plain)?;
        }
        Figures::Word(words) => {
            sheet.write_with_format(row, 4, words[rng.usize(..words.len())], &looks.plain)?;
        }
        Figures::Day => {
            let day = ExcelDateTime::from_ymd(YEAR, 3, rng.u8(6..=18))?;
            sheet.write_with_format(row, 4, &day, &looks.date)?;
        }
    }
    sheet.write_with_format(row, 5, own.maximum, &looks.plain)?;
    sheet.write_with_format(row, 6, f64::from(rng.u32(own.maximum..=own.maximum * 2)) / 2.0, &looks.mark)?;
    sheet.write_blank(row, 7, &looks.mark)?;
    sheet.write_with_format(row, 8, if rng.u32(..50) == 0 { "ước" } else { "chính thức" }, &looks.plain)?;
    let proof = format!("Báo cáo số {}/BC-UBND ngày {:02}/11/{YEAR}", rng.u32(100..999), rng.u32(1..=30));
    sheet.write_with_format(row, 9, proof, &looks.left)?;
    Ok(())
}
