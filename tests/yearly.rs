//! The award list, the fund list and the two yearly forms: those printed in 2021 with their mistakes, those computed,
//! and what is in doubt.
//!
//! Data from: report 372/BC-UBND of Kon Tum, 18/11/2021, and its two forms. In a cell that the report does not give
//! nothing stands here either, but for the columns in which the fund's five figures stand: their order is the report's.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::harness::{Cell, Ended, SCORING, World, number, text};

/// The block of a finding: from its code to the end of its mend.
fn block(ended: &Ended, code: &str) -> String {
    let at = ended.stderr.find(&format!("[{code}]")).unwrap_or_else(|| panic!("no {code} in\n{}", ended.stderr));
    let from = ended.stderr[..at].rfind('\n').map_or(0, |line| line + 1);
    let rest = &ended.stderr[from..];
    let mend = rest.find("cách sửa:").unwrap_or_default();
    rest[mend..].find('\n').map_or(rest, |end| &rest[..mend + end]).to_owned()
}

/// The codes of the findings, in order.
fn codes(ended: &Ended) -> Vec<String> {
    let heads = ended.stderr.lines().filter_map(|line| {
        let (before, after) = line.split_once('[')?;
        matches!(before, "lưu ý" | "lỗi").then(|| after.split(']').next().unwrap().to_owned())
    });
    heads.collect()
}

fn row(cells: &[(usize, Cell)]) -> Vec<Cell> {
    let width = cells.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut row = vec![Cell::Blank; width];
    for (column, cell) in cells {
        row[*column] = cell.clone();
    }
    row
}

fn texts(row: &[&str]) -> Vec<Cell> {
    row.iter().map(|said| if said.is_empty() { Cell::Blank } else { text(said) }).collect()
}

/// The three levels of heads and the row of numbers as the form of 2021 prints them.
fn printed_heads() -> Vec<Vec<Cell>> {
    let long = ["STT", "Hình thức", "Tổng số", "DN", "Cá nhân", "Công trạng", "", "", "", "Chuyên đề, đột xuất", ""];
    let numbers: [&str; 17] =
        ["1", "2", "3", "4", "5", "6", "7 (6:3)", "8", "9", "10", "11 (10:3)", "12", "13", "14", "15", "16", "17"];
    let mut top = texts(&long);
    top.extend(texts(&["", "", "Đối ngoại", "", "Kháng chiến", ""]));
    let kind = ["Tổng", "Tỷ lệ %", "Cá nhân", ""];
    let second = [&["", "", "", "", ""][..], &kind, &kind, &["Tổng", "", "Tổng", ""]].concat();
    let posts = ["", "", "Lãnh đạo từ cấp phòng", "Trực tiếp"];
    let third = [&["", "", "", "", ""][..], &posts, &posts].concat();
    vec![
        texts(&["TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG THUỘC THẨM QUYỀN TỈNH NĂM 2021"]),
        vec![],
        top,
        texts(&second),
        texts(&third),
        texts(&numbers),
    ]
}

/// The form of 2021 as printed: heads in rows 3 to 5, numbers in row 6, certificates of merit in row 7.
fn printed_awards() -> Vec<Vec<Cell>> {
    let mut sheet = printed_heads();
    sheet.push(row(&[
        (0, number(1.0)),
        (1, text("Bằng khen")),
        (2, number(2041.0)),
        (5, number(439.0)),
        (6, number(19.6)),
        (9, number(959.0)),
        (11, number(431.0)),
        (12, number(528.0)),
        (13, number(9.0)),
    ]));
    sheet.push(row(&[(0, number(2.0)), (1, text("CSTĐ tỉnh")), (2, number(20.0))]));
    sheet.push(row(&[(0, number(3.0)), (1, text("Cờ")), (2, number(48.0)), (3, number(9.0))]));
    sheet.push(row(&[(0, number(4.0)), (1, text("Huy hiệu"))]));
    sheet.push(row(&[(1, text("Tổng cộng")), (2, number(2109.0))]));
    sheet.push(vec![]);
    sheet.push(row(&[(1, text("NGƯỜI LẬP BIỂU")), (9, text("TRƯỞNG BAN"))]));
    sheet
}

#[test]
fn the_form_of_2021_holds_individuals_only_against_all_awards_and_its_ratio_is_wrong() {
    let world = World::whole();
    world.sheet("chung/bieu-2021.xlsx", "Biểu 1", &printed_awards());
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["award-columns-sum".into(), "award-ratio".into()]));
    let words = "lưu ý[award-columns-sum]: cột 6 + 10 + 14 = 1.407 chỉ gồm cá nhân; cột 3 ghi 2.041: thiếu 634 tập thể (F7 = 439, J7 = 959, N7 = 9)\n  --> inputs/chung/bieu-2021.xlsx, trang `Biểu 1`, ô C7\n  tìm thấy: `2041`\n  cần:      cột 3 = 6 + 10 + 14 + 16, tập thể và cá nhân đều được tính vào loại khen tương ứng\n\ncách sửa: ghi đủ tập thể và cá nhân vào cột 6, 10, 14, 16 rồi tính lại cột 7 và 11; hoặc chép Danh sách khen thưởng vào thư mục đầu vào để chương trình lập biểu";
    assert_eq!(block(&ended, "award-columns-sum"), words);
    let words = "lưu ý[award-ratio]: tỷ lệ ở cột 7 ghi 19,6%, tính lại 439 / 2.041 = 21,5% (F7 = 439, C7 = 2.041)\n  --> inputs/chung/bieu-2021.xlsx, trang `Biểu 1`, ô G7\n  tìm thấy: `19.6`\n  cần:      21,5%\n\ncách sửa: sửa ô G7 thành 21,5; nên đặt công thức chia hai cột thay vì gõ tay tỷ lệ";
    assert_eq!(block(&ended, "award-ratio"), words);
    let english = world.run(&["--lang", "en"]).stderr;
    let said = "columns 6 + 10 + 14 = 1,407 hold individuals only; column 3 has 2,041: 634 collectives are missing";
    assert!(english.contains(said), "{english}");
    assert!(english.contains("the ratio in column 7 is given as 19.6 %, but 439 / 2,041 = 21.5 %"), "{english}");
}

/// A sheet as a spreadsheet program of this country saves it as text: numbers with points and commas, semicolons.
fn csv(sheet: &[Vec<Cell>], columns: usize) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if *number >= 2024.0 => {
            let digits = number.to_string().replace('.', ",");
            let thousands = digits.find(',').unwrap_or(digits.len()) - 3;
            format!("{}.{}", &digits[..thousands], &digits[thousands..])
        }
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Blank => String::new(),
    };
    let line = |row: &Vec<Cell>| {
        let mut cells: Vec<_> = row.iter().map(cell).collect();
        cells.resize(columns, String::new());
        cells.join(";") + "\n"
    };
    sheet.iter().map(line).collect()
}

#[test]
fn the_form_of_2021_as_text_in_csv_says_the_same() {
    let world = World::whole();
    let text = csv(&printed_awards(), 17);
    assert!(text.contains(";2.041;;;439;19,6;"), "{text}");
    world.bytes("chung/bieu-2021.csv", text.as_bytes());
    let ended = world.run(&[]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let both = ["cột 3 ghi 2.041: thiếu 634 tập thể", "ghi 19,6%, tính lại 439 / 2.041 = 21,5%"];
    assert!(both.iter().all(|said| ended.stderr.contains(said)), "{}", ended.stderr);
}

#[test]
fn a_form_mended_and_one_that_never_adds_up() {
    let world = World::whole();
    let mut sheet = printed_awards();
    sheet[6][5] = number(551.0);
    sheet[6][6] = number(27.0);
    sheet[6][9] = number(1481.0);
    world.sheet("chung/bieu.xlsx", "Biểu 1", &sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec![]), "{}", ended.stderr);
    sheet[6][12] = number(1051.0);
    sheet[10][2] = number(2110.0);
    sheet[7][2] = text("hai mươi");
    world.sheet("chung/bieu.xlsx", "Biểu 1", &sheet);
    let ended = world.run(&[]);
    let words = "lưu ý[part-exceeds-whole]: cột 12 + 13 = 1.482 lớn hơn cột 10 (1.481) dù chỉ là một phần của cột ấy\n  --> inputs/chung/bieu.xlsx, trang `Biểu 1`, ô J7\n  tìm thấy: `1481`\n  cần:      cột 12 + 13 không quá 1.481\n\ncách sửa: xem lại ô J7 và các cột 12 + 13; sửa chỗ sai rồi chạy lại";
    assert_eq!(block(&ended, "part-exceeds-whole"), words);
    // a count in words is a doubt about its cell, and no proof against the total
    assert_eq!(codes(&ended), ["part-exceeds-whole", "yearly-unreadable"]);
    sheet[7][2] = number(20.0);
    // a part of the row above it, and the numbers of the columns printed again
    sheet.insert(7, row(&[(1, text("- Trong đó: nữ")), (2, number(900.0))]));
    sheet.insert(8, (1..=17).map(|column| number(f64::from(column))).collect());
    sheet[12][2] = number(2110.0);
    world.sheet("chung/bieu.xlsx", "Biểu 1", &sheet);
    let words = "lưu ý[total-row-sum]: dòng tổng ghi khác tổng các dòng trên ở cột 3: 2.041 + 20 + 48 = 2.109\n  --> inputs/chung/bieu.xlsx, trang `Biểu 1`, ô C13\n  tìm thấy: `2110`\n  cần:      2.109\n\ncách sửa: xem lại các số của cột 3 và ô C13; sửa chỗ sai rồi chạy lại";
    assert_eq!(block(&world.run(&[]), "total-row-sum"), words);
}

/// The form of the fund of 2021: five figures under its heads, numbers in row 5, the row itself in row 6.
fn printed_fund(figures: [Cell; 5]) -> Vec<Vec<Cell>> {
    fund_under(["Tổng số", "In ấn", "Tiền thưởng", "Phong trào", "Khác"], figures)
}

fn fund_under(heads: [&str; 5], figures: [Cell; 5]) -> Vec<Vec<Cell>> {
    let top = ["STT", "Đơn vị", "Trích lập", "", "", "", "Sử dụng", "", "", "", "", "Còn lại"];
    let second = [&["", "", "Tổng số", "Ngân sách", "Đóng góp", "Khác"][..], &heads, &[""]].concat();
    let mut fund = vec![Cell::Blank, text("Tỉnh")];
    fund.extend(vec![Cell::Blank; 4]);
    fund.extend(figures);
    vec![
        texts(&["TỔNG HỢP TÌNH HÌNH TRÍCH LẬP VÀ SỬ DỤNG QUỸ TĐKT NĂM 2021"]),
        texts(&["Đơn vị tính: Triệu đồng"]),
        texts(&top),
        texts(&second),
        (1..=12).map(|column| number(f64::from(column))).collect(),
        fund,
    ]
}

fn of_2021() -> [Cell; 5] {
    ["3,181.320", "344.190", "2,632.830", "73", "131,3"].map(text)
}

#[test]
fn the_fund_of_2021_adds_up_in_spite_of_two_ways_to_write_numbers() {
    let world = World::whole();
    world.sheet("chung/quy-2021.xlsx", "Biểu 2", &printed_fund(of_2021()));
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["fund-notations".into()]), "{}", ended.stderr);
    let words = "lưu ý[fund-notations]: dòng này viết số theo hai kiểu, dấu chấm trước phần thập phân ở G6 `3,181.320`, H6 `344.190`, I6 `2,632.830` và dấu phẩy ở K6 `131,3`; hiểu được vì chỉ cách đọc này khớp tổng: 344,19 + 2.632,83 + 73 + 131,3 = 3.181,32\n  --> inputs/chung/quy-2021.xlsx, trang `Biểu 2`, ô G6\n  tìm thấy: `3,181.320`\n\ncách sửa: kiểm tra các số này có đúng không, rồi gõ lại cả dòng thành số (không phải chữ) theo một kiểu";
    assert_eq!(block(&ended, "fund-notations"), words);
    let english = world.run(&["--lang", "en"]).stderr;
    let said = "because this reading alone adds up: 344.19 + 2,632.83 + 73 + 131.3 = 3,181.32";
    assert!(english.contains(said), "{english}");
}

#[test]
fn a_fund_that_does_not_add_up_and_one_that_nothing_decides() {
    let world = World::whole();
    let mut figures = [3181.32, 344.19, 2632.83, 73.0, 131.4].map(number);
    world.sheet("chung/quy.xlsx", "Biểu 2", &printed_fund(figures.clone()));
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["fund-sum".into()]), "{}", ended.stderr);
    let words = "lưu ý[fund-sum]: cột 7 không bằng tổng các phần của nó: 344,19 + 2.632,83 + 73 + 131,4 = 3.181,42\n  --> inputs/chung/quy.xlsx, trang `Biểu 2`, ô G6\n  tìm thấy: `3181.32`\n  cần:      3.181,42\n\ncách sửa: xem lại ô G6 và các phần của nó trong dòng này; sửa chỗ sai rồi chạy lại";
    assert_eq!(block(&ended, "fund-sum"), words);
    figures[4] = number(131.3);
    world.sheet("chung/quy.xlsx", "Biểu 2", &printed_fund(figures));
    assert_eq!(codes(&world.run(&[])), Vec::<String>::new());
    // what is headed "of which" may be a part: it proves how a number is to be read, and not that one is wrong
    let part = |figures: [Cell; 5]| {
        let mut sheet = fund_under(["", "In ấn", "Tiền thưởng", "Phong trào", "Khác"], figures);
        (sheet[2][6], sheet[2][7]) = (text("Tổng số chi"), text("Trong đó"));
        world.sheet("chung/quy.xlsx", "Biểu 2", &sheet);
        codes(&world.run(&[]))
    };
    assert_eq!(part(of_2021()), ["fund-notations"]);
    assert_eq!(part([3181.32, 344.19, 2632.83, 73.0, 100.0].map(number)), Vec::<String>::new());
    // without a total nothing proves how 344.190 is to be read
    let [_, parts @ ..] = of_2021();
    let [a, b, c, d] = parts;
    world.sheet("chung/quy.xlsx", "Biểu 2", &printed_fund([Cell::Blank, a, b, c, d]));
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["fund-in-doubt".into()]), "{}", ended.stderr);
    let words = "lưu ý[fund-in-doubt]: số tiền này đọc được theo nhiều cách và tổng của dòng không cho biết cách nào đúng\n  --> inputs/chung/quy.xlsx, trang `Biểu 2`, ô H6\n  tìm thấy: `344.190`\n  cần:      một cách hiểu; ở đây có thể là `344.190` hoặc `344,19`\n\ncách sửa: gõ lại ô H6 thành số (không phải chữ), không dùng dấu phân cách hàng nghìn";
    assert_eq!(block(&ended, "fund-in-doubt"), words);
    // and where two readings fit, neither is taken: 1.000 + 1.000 = 2.000 in thousands as in ones
    let twice = ["2.000", "1.000", "1.000", "", ""].map(|said| if said.is_empty() { Cell::Blank } else { text(said) });
    world.sheet("chung/quy.xlsx", "Biểu 2", &printed_fund(twice));
    assert_eq!(codes(&world.run(&[])), vec!["fund-in-doubt"; 3]);
}

const HEADS: [&str; 9] = [
    "STT",
    "Hình thức khen thưởng",
    "Tên tập thể, cá nhân",
    "Loại đối tượng",
    "Lãnh đạo hay trực tiếp",
    "Loại khen",
    "Năm thành tích",
    "Số quyết định",
    "Ngày quyết định",
];

/// Rows of an award list: so many awards of a form, to whom, doing what, for what.
type Awards<'a> = (usize, &'a str, &'a str, &'a str, &'a str);

/// An award list of the small world's year.
fn list(awards: &[Awards]) -> Vec<Vec<Cell>> {
    let mut sheet = vec![texts(&["DANH SÁCH KHEN THƯỞNG NĂM 2023"]), vec![], HEADS.map(text).to_vec()];
    for (count, form, kind, post, reason) in awards {
        for _ in 0..*count {
            let own = sheet.len() - 2;
            let named = format!("Người hoặc tập thể {own}");
            let decision = format!("{own}/QĐ-UBND");
            let [own, achieved] = [number(u32::try_from(own).unwrap().into()), number(2023.0)];
            let said = [form, named.as_str(), kind, post, reason].map(|said| texts(&[said])[0].clone());
            sheet.push([&[own][..], &said, &[achieved, text(&decision), text("20/10/2023")]].concat());
        }
    }
    sheet
}

/// What the report of 2021 says was given: 634 collectives and 1,407 individuals with certificates of merit, of them 112
/// and 439 for the year's work and 522 and 968 for themes and exploits, of the latter 9 for foreign relations; 20
/// emulation fighters; 48 flags, 9 of them to enterprises. How many of the 439 work directly it does not say: 288 make
/// the 58 % that it prints, with the 528 it does.
const OF_2021: &[Awards] = &[
    (112, "Bằng khen của Chủ tịch UBND tỉnh", "tập thể", "", "công trạng"),
    (151, "Bằng khen", "cá nhân", "lãnh đạo", "công trạng"),
    (288, "Bằng khen", "cá nhân", "trực tiếp", "công trạng"),
    (522, "Bằng khen", "tập thể", "", "chuyên đề"),
    (431, "Bằng khen", "cá nhân", "lãnh đạo", "đột xuất"),
    (528, "Bằng khen", "cá nhân", "trực tiếp", "chuyên đề, đột xuất"),
    (9, "Bằng khen", "cá nhân", "lãnh đạo", "đối ngoại"),
    (20, "CSTĐ cấp tỉnh", "cá nhân", "lãnh đạo", "công trạng"),
    (39, "Cờ thi đua của UBND tỉnh", "tập thể", "", "công trạng"),
    (9, "Cờ thi đua của UBND tỉnh", "doanh nghiệp", "", "công trạng"),
];

fn awards_row(world: &World, form: Option<&str>) -> Value {
    let rows = world.results()["yearly_forms"].as_array().unwrap().clone();
    let own = |row: &&Value| row["sheet"] == "awards" && row["form"].as_str() == form;
    rows.iter().find(own).unwrap_or_else(|| panic!("no row {form:?}")).clone()
}

const BOOK: &str = "bieu-tong-hop-khen-thuong_2023.xlsx";

/// The cells of a computed form, as text, from the row below its numbers on.
fn printed(world: &World, set: &str, sheet: &str, columns: usize) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(world.root.join("outputs").join(set).join(BOOK)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        Data::String(text) => text.clone(),
        _ => String::new(),
    };
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().take(columns).map(text).collect()).collect();
    let last = columns.to_string();
    let numbers = rows.iter().position(|row| row[0] == "1" && row[columns - 1].starts_with(&last)).unwrap();
    rows[numbers + 1..].to_vec()
}

#[test]
fn the_computed_form_counts_collectives_where_they_belong() {
    let world = World::whole();
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &list(OF_2021));
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec![]), "{}", ended.stderr);
    let rows = printed(&world, "2023-tong-ket", "Hình thức khen thưởng", 17);
    // 551 = 112 + 439, 27.0 % of 2,041; 1,481 = 522 + 959, 72.6 %; 551 + 1,481 + 9 = 2,041
    let certificates = "1|Bằng khen|2041|0|1407|551|27|151|288|1481|72.6|431|528|9|9|0|0";
    assert_eq!(rows[0].join("|"), certificates);
    assert_eq!(rows[1].join("|"), "2|Chiến sĩ thi đua cấp tỉnh|20|0|20|20|100|20|0|0|0|0|0|0|0|0|0");
    assert_eq!(rows[2].join("|"), "3|Cờ thi đua|48|9|0|48|100|0|0|0|0|0|0|0|0|0|0");
    assert_eq!(rows[3].join("|"), "4|Huy hiệu|0|0|0|0|-|0|0|0|-|0|0|0|0|0|0");
    assert_eq!(rows[4].join("|"), "|Tổng cộng|2109|9|1427|619|29.4|171|288|1481|70.2|431|528|9|9|0|0");
    let below: Vec<_> = rows[5..].iter().map(|row| row[0].as_str()).filter(|said| !said.is_empty()).take(6).collect();
    assert_eq!(
        below,
        [
            "Cột 3 = 6 + 10 + 14 + 16; tập thể và cá nhân đều được tính vào loại khen tương ứng.",
            "Cột 5 = 8 + 9 + 12 + 13 + 15 + 17.",
            "Tỷ lệ người lao động trực tiếp trong số cá nhân được khen (Bằng khen): 816 / 1.407 = 58,00%.",
            "Tỷ lệ người lao động trực tiếp trong số cá nhân được khen (Chiến sĩ thi đua cấp tỉnh): 0 / 20 = 0,00%.",
            "Tỷ lệ người lao động trực tiếp trong số cá nhân được khen (tất cả các hình thức): 816 / 1.427 = 57,18%.",
            "Biểu tính theo năm ban hành quyết định khen thưởng (mặc định). Đã tính: thành tích năm 2023, quyết định năm 2023: 2.109.",
        ]
    );
    let total = awards_row(&world, None);
    let by =
        ["merit", "thematic", "foreign", "resistance"].map(|reason| total["reasons"][reason]["all"].as_u64().unwrap());
    assert_eq!((total["all"].as_u64(), by.iter().sum::<u64>()), (Some(2109), 2109));
    assert_eq!(world.results()["awards_given"].as_array().unwrap().len(), 2109);
    assert_eq!(world.results()["awards_given"][0]["cell"], "chung/khen-thuong.xlsx!Danh sách!B4");
}

#[test]
fn a_form_filled_in_by_hand_is_held_against_the_award_list_of_its_year() {
    let world = World::whole();
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &list(OF_2021));
    let mut sheet = printed_awards();
    sheet[0] = texts(&["TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG THUỘC THẨM QUYỀN TỈNH NĂM 2023"]);
    (sheet[6][5], sheet[6][6], sheet[6][9]) = (number(551.0), number(27.0), number(1481.0));
    sheet[7][2] = number(21.0);
    sheet[10][2] = number(2110.0);
    world.sheet("chung/bieu.xlsx", "Biểu 1", &sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["award-form-differs".into(); 2]), "{}", ended.stderr);
    let words = "lưu ý[award-form-differs]: cột 3 của biểu ghi 21, tính theo Danh sách khen thưởng là 20\n  --> inputs/chung/bieu.xlsx, trang `Biểu 1`, ô C8\n  tìm thấy: `21`\n  cần:      20\n\ncách sửa: đối chiếu ô C8 với Danh sách khen thưởng; sửa chỗ sai rồi chạy lại";
    assert_eq!(block(&ended, "award-form-differs"), words);
    // the form of another year is another year's
    sheet[0] = texts(&["TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG THUỘC THẨM QUYỀN TỈNH NĂM 2021"]);
    world.sheet("chung/bieu.xlsx", "Biểu 1", &sheet);
    assert_eq!(codes(&world.run(&[])), Vec::<String>::new());
}

/// The share of the first half of 2023, 62.08 %, is 149 of 240: no whole number of the 419 individuals whom the report
/// names gives it.
#[test]
fn the_share_of_direct_workers_comes_with_its_arithmetic() {
    let world = World::whole();
    let awards: &[Awards] = &[
        (149, "Bằng khen", "cá nhân", "trực tiếp", "công trạng"),
        (91, "Bằng khen", "cá nhân", "lãnh đạo", "chuyên đề"),
        (2, "Bằng khen", "cá nhân", "", "đối ngoại"),
    ];
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &list(awards));
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec![]), "{}", ended.stderr);
    let rows = printed(&world, "2023-tong-ket", "Hình thức khen thưởng", 17);
    let said = "Tỷ lệ người lao động trực tiếp trong số cá nhân được khen (Bằng khen): 149 / 240 = 62,08%, chưa kể 2 cá nhân chưa ghi lãnh đạo hay trực tiếp.";
    assert!(rows.iter().any(|row| row[0] == said), "{rows:?}");
    assert_eq!(awards_row(&world, Some("certificate"))["direct_percent"], "62.08");
    let possible = (0..=419_u32).map(|direct| (f64::from(direct) * 10_000.0 / 419.0).round());
    assert!(!possible.into_iter().any(|share| share.to_bits() == 6208_f64.to_bits()));
}

const FUND_HEADS: [&str; 5] = ["STT", "Đơn vị", "Khoản thu, chi", "Số tiền (triệu đồng)", "Năm ngân sách"];

fn fund_list(rows: &[(&str, &str, Cell)]) -> Vec<Vec<Cell>> {
    let mut sheet = vec![texts(&["DANH SÁCH THU, CHI QUỸ THI ĐUA, KHEN THƯỞNG NĂM 2023"])];
    sheet.push(FUND_HEADS.map(text).to_vec());
    for (holder, item, amount) in rows {
        let count = u32::try_from(sheet.len() - 1).unwrap();
        sheet.push(vec![number(count.into()), text(holder), text(item), amount.clone(), number(2023.0)]);
    }
    sheet
}

/// The spending of 2021 by the report, and an income to spend it from.
fn fund_of_2021() -> Vec<Vec<Cell>> {
    fund_list(&[
        ("Tỉnh", "Ngân sách nhà nước", number(3500.0)),
        ("Tỉnh", "Chi in ấn, hiện vật", number(344.19)),
        ("Tỉnh", "Tiền thưởng", number(2000.0)),
        ("Tỉnh", "Tiền thưởng", number(632.83)),
        ("Tỉnh", "Tổ chức phong trào", number(73.0)),
        ("Tỉnh", "Chi khác", number(131.3)),
        ("Huyện Mẫu 1", "Thu từ tài trợ", number(0.1)),
        ("Huyện Mẫu 1", "Chi khác", number(0.3)),
    ])
}

#[test]
fn the_fund_is_computed_in_twelve_columns() {
    let world = World::whole();
    world.sheet("chung/quy.xlsx", "Quỹ", &fund_of_2021());
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec![]), "{}", ended.stderr);
    let rows = printed(&world, "2023-tong-ket", "Quỹ thi đua, khen thưởng", 12);
    assert_eq!(rows[0].join("|"), "1|Tỉnh|3500|3500|||3181.32|344.19|2632.83|73|131.3|318.68");
    assert_eq!(rows[1].join("|"), "2|Huyện Mẫu 1|0.1||0.1||0.3||||0.3|-0.2");
    assert_eq!(rows[2].join("|"), "|Tổng cộng|3500.1|3500|0.1||3181.62|344.19|2632.83|73|131.6|318.48");
    assert_eq!(world.results()["fund_entries"].as_array().unwrap().len(), 8);
}

#[test]
fn lists_in_csv_come_to_the_same_forms() {
    let [books, texts] = [World::whole(), World::whole()];
    let (awards, fund) = (list(OF_2021), fund_of_2021());
    books.sheet("chung/khen-thuong.xlsx", "Danh sách", &awards);
    books.sheet("chung/quy.xlsx", "Quỹ", &fund);
    texts.bytes("chung/khen-thuong.csv", csv(&awards, 9).as_bytes());
    texts.bytes("chung/quy.csv", csv(&fund, 5).as_bytes());
    assert_eq!(books.run(&[]).code, 0);
    let ended = texts.run(&[]);
    let mut said = codes(&ended);
    said.sort();
    assert_eq!((ended.code, said), (0, ["column-convention", "csv-read", "csv-read"].map(String::from).to_vec()));
    assert_eq!(texts.results()["yearly_forms"], books.results()["yearly_forms"]);
    assert_eq!(texts.results()["fund_entries"][1]["cell"], "chung/quy.csv!D4");
}

#[test]
fn amounts_in_dong_are_brought_to_millions_and_a_unit_that_is_not_said_is_a_doubt() {
    let world = World::whole();
    let mut sheet = fund_list(&[("Tỉnh", "Tiền thưởng", number(344_190_000.0)), ("Tỉnh", "Quà", number(1.0))]);
    sheet[1][3] = text("Số tiền (đồng)");
    world.sheet("chung/quy.xlsx", "Quỹ", &sheet);
    let ended = world.run(&[]);
    assert_eq!((ended.code, codes(&ended)), (0, vec!["yearly-unreadable".into()]), "{}", ended.stderr);
    let rows = printed(&world, "2023-tong-ket", "Quỹ thi đua, khen thưởng", 12);
    assert_eq!(rows[0].join("|"), "1|Tỉnh|0||||344.19||344.19|||-344.19");
    let words = "lưu ý[yearly-unreadable]: `Danh sách thu, chi Quỹ thi đua, khen thưởng` có chỗ không đọc được, nên dòng này chưa tính vào biểu tổng hợp năm\n  --> inputs/chung/quy.xlsx, trang `Quỹ`, ô C4\n  tìm thấy: `Quà`";
    assert!(block(&ended, "yearly-unreadable").starts_with(words), "{}", ended.stderr);
    // the year of the title counts where there is no column for it, and where neither says it nothing does
    sheet.truncate(3);
    sheet.iter_mut().skip(1).for_each(|row| row.truncate(4));
    world.sheet("chung/quy.xlsx", "Quỹ", &sheet);
    assert_eq!(codes(&world.run(&[])), Vec::<String>::new());
    assert_eq!(world.results()["fund_entries"][0]["year"], 2023);
    sheet[0] = texts(&["DANH SÁCH THU, CHI QUỸ"]);
    world.sheet("chung/quy.xlsx", "Quỹ", &sheet);
    let ended = world.run(&[]);
    assert!(ended.stderr.contains("năm ngân sách ở cột `Năm ngân sách` hoặc ở tên bảng"), "{}", ended.stderr);
    sheet[0] = texts(&["DANH SÁCH THU, CHI QUỸ NĂM 2023"]);
    sheet[1][3] = text("Số tiền");
    world.sheet("chung/quy.xlsx", "Quỹ", &sheet);
    let ended = world.run(&[]);
    assert!(block(&ended, "yearly-unreadable").contains("ô D3"), "{}", ended.stderr);
    assert!(ended.stderr.contains("tiêu đề cột có đơn vị tính, như `Số tiền (triệu đồng)` hoặc `Số tiền (đồng)`"));
}

#[test]
fn a_computed_form_that_is_handed_in_has_no_fault() {
    for lang in ["vi", "en"] {
        let world = World::whole();
        world.sheet("chung/khen-thuong.xlsx", "Danh sách", &list(OF_2021));
        world.sheet("chung/quy.xlsx", "Quỹ", &fund_of_2021());
        assert_eq!(world.run(&["--lang", lang]).code, 0);
        let set = if lang == "vi" { "2023-tong-ket" } else { "2023-tong-ket-en" };
        let made = std::fs::read(world.root.join("outputs").join(set).join(BOOK)).unwrap();
        let other = World::whole();
        other.bytes("chung/bieu.xlsx", &made);
        let ended = other.run(&[]);
        assert_eq!((ended.code, codes(&ended)), (0, vec![]), "{}", ended.stderr);
        let sources = other.files("outputs/2023-tong-ket/du-lieu-may");
        let manifest = sources.iter().find(|(name, _)| name == "manifest.json").unwrap();
        let manifest = String::from_utf8(manifest.1.clone()).unwrap();
        assert!(manifest.contains("\"awards-form\"") && manifest.contains("\"fund-form\""), "{manifest}");
    }
}

/// A list of one award of merit with something changed: the cell under a head, and what stands there.
fn one(changes: &[(usize, Cell)]) -> Vec<Vec<Cell>> {
    let mut sheet = list(&[(1, "Bằng khen", "cá nhân", "trực tiếp", "công trạng")]);
    for (column, cell) in changes {
        sheet[3][*column] = cell.clone();
    }
    sheet
}

#[test]
fn what_is_wrong_with_an_award_is_said_and_what_is_in_doubt_counts_nowhere() {
    let world = World::whole();
    let found = |changes: &[(usize, Cell)]| {
        world.sheet("chung/khen-thuong.xlsx", "Danh sách", &one(changes));
        let ended = world.run(&[]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let all = awards_row(&world, None)["all"].as_u64().unwrap();
        let code = codes(&ended).first().cloned().unwrap_or_default();
        (if code.is_empty() { String::new() } else { block(&ended, &code) }, all)
    };
    assert_eq!(found(&[]), (String::new(), 1));
    let at = |cell: &str| format!("\n  --> inputs/chung/khen-thuong.xlsx, trang `Danh sách`, ô {cell}\n");
    let said = [
        (
            vec![(1, text("Kỷ niệm chương"))],
            format!(
                "lưu ý[award-form-unknown]: hình thức khen thưởng không có trong biểu của tỉnh, nên dòng này chưa tính vào biểu tổng hợp năm{}  tìm thấy: `Kỷ niệm chương`\n  cần:      `Bằng khen`, `Chiến sĩ thi đua cấp tỉnh`, `Cờ thi đua`, `Huy hiệu` hoặc `Tập thể Lao động xuất sắc`\n\ncách sửa: ghi ô B4 đúng tên hình thức; nếu là khen thưởng của cấp khác thì chuyển dòng này sang danh sách của cấp ấy",
                at("B4")
            ),
            0,
        ),
        (
            vec![(7, Cell::Blank), (8, Cell::Blank)],
            format!(
                "lưu ý[decision-missing]: khen thưởng chưa ghi số và ngày quyết định; biểu tính theo năm quyết định chưa tính dòng này{}  cần:      số và ngày quyết định, viết như 123/QĐ-UBND, 05/12/2023\n\ncách sửa: ghi số và ngày quyết định vào dòng có ô H4; chưa có quyết định thì bỏ dòng này",
                at("H4")
            ),
            0,
        ),
        (
            vec![(7, text("/QĐ-UBND"))],
            format!(
                "lưu ý[decision-missing]: khen thưởng chưa ghi số quyết định{}  tìm thấy: `/QĐ-UBND`\n  cần:      số và ngày quyết định, viết như 123/QĐ-UBND, 05/12/2023\n\ncách sửa: ghi số quyết định vào dòng có ô H4; chưa có quyết định thì bỏ dòng này",
                at("H4")
            ),
            1,
        ),
        (
            vec![(6, number(2024.0))],
            format!(
                "lưu ý[achievement-after-decision]: năm thành tích 2024 sau năm ban hành quyết định 2023, nên dòng này chưa tính vào biểu tổng hợp năm{}  tìm thấy: `2024`\n  cần:      năm thành tích không sau năm 2023\n\ncách sửa: xem lại ô G4 và ngày quyết định; sửa chỗ sai rồi chạy lại",
                at("G4")
            ),
            0,
        ),
        (
            vec![(4, Cell::Blank)],
            format!(
                "lưu ý[post-missing]: cá nhân chưa ghi lãnh đạo hay trực tiếp, nên chưa tính được vào cột 8, 9, 12, 13 và tỷ lệ lao động trực tiếp{}  cần:      `lãnh đạo` hoặc `trực tiếp`\n\ncách sửa: ghi vào ô E4 một trong hai từ ấy",
                at("E4")
            ),
            1,
        ),
        (
            vec![(5, text("tiêu biểu"))],
            format!(
                "lưu ý[yearly-unreadable]: `Danh sách khen thưởng` có chỗ không đọc được, nên dòng này chưa tính vào biểu tổng hợp năm{}  tìm thấy: `tiêu biểu`\n  cần:      `công trạng`, `chuyên đề`, `đột xuất`, `đối ngoại` hoặc `kháng chiến`\n\ncách sửa: ghi vào ô F4 `công trạng`, `chuyên đề`, `đột xuất`, `đối ngoại` hoặc `kháng chiến` rồi chạy lại",
                at("F4")
            ),
            0,
        ),
    ];
    for (changes, words, all) in said {
        assert_eq!(found(&changes), (words, all));
    }
    for (column, cell) in [(3, text("nhóm")), (4, text("nhân viên")), (6, text("gần đây")), (8, text("cuối năm"))]
    {
        let (words, all) = found(&[(column, cell)]);
        assert!(words.starts_with("lưu ý[yearly-unreadable]") && all == 0, "{words}");
    }
    // a flag goes to collectives, whatever the list says
    let (words, all) = found(&[(1, text("Cờ thi đua"))]);
    assert!(words.starts_with("lưu ý[yearly-unreadable]") && all == 0, "{words}");
    // a numbered row is an award, however little it says
    let (words, all) = found(&[1, 3, 4, 5, 6, 7, 8].map(|column| (column, Cell::Blank)));
    assert!(words.starts_with("lưu ý[yearly-unreadable]") && all == 0, "{words}");
    // other levels are no fault, and no row of the form
    assert_eq!(found(&[(1, text("Bằng khen của Thủ tướng Chính phủ"))]), (String::new(), 0));
}

#[test]
fn an_award_listed_twice_is_a_doubt_and_two_people_of_one_name_are_not() {
    let world = World::whole();
    let mut sheet = one(&[]);
    let again = sheet[3].clone();
    sheet.push(again);
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &sheet);
    let ended = world.run(&[]);
    let words = "lưu ý[award-twice]: cùng đối tượng, cùng hình thức, cùng quyết định đã có ở `chung/khen-thuong.xlsx!Danh sách!B4`, nên dòng này chưa tính vào biểu tổng hợp năm\n  --> inputs/chung/khen-thuong.xlsx, trang `Danh sách`, ô C5\n  tìm thấy: `Người hoặc tập thể 1`\n\ncách sửa: xóa một trong hai dòng; nếu là hai người trùng tên thì ghi thêm đơn vị công tác vào ô C5";
    assert_eq!(block(&ended, "award-twice"), words);
    let total = awards_row(&world, None);
    assert_eq!((&total["all"], &total["rows_in_doubt"]), (&Value::from(1), &Value::from(1)));
    sheet[2].push(text("Đơn vị"));
    sheet[3].push(text("Sở A"));
    sheet[4].push(text("Sở B"));
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &sheet);
    assert_eq!(codes(&world.run(&[])), Vec::<String>::new());
    assert_eq!(awards_row(&world, None)["all"], 2);
}

#[test]
fn the_year_of_the_achievement_and_that_of_the_decision_are_kept_apart() {
    let world = World::whole();
    let mut sheet = list(&[(6, "Bằng khen", "tập thể", "", "công trạng")]);
    for (row, (achieved, decided)) in [
        ("2022", "15/02/2023"),
        ("2021-2022", "15/02/2023"),
        ("2023", "20/10/2023"),
        ("2023", "15/02/2024"),
        ("2022", "20/12/2022"),
        ("2023", "20/10/2023"),
    ]
    .into_iter()
    .enumerate()
    {
        (sheet[row + 3][6], sheet[row + 3][8]) = (text(achieved), text(decided));
    }
    // number and date in one cell
    (sheet[8][7], sheet[8][8]) = (text("12/QĐ-UBND ngày 20/10/2023"), Cell::Blank);
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &sheet);
    let said = |world: &World, begin: &str| {
        let rows = printed(world, "2023-tong-ket", "Hình thức khen thưởng", 17);
        rows.into_iter().find(|row| row[0].starts_with(begin)).map(|row| row[0].clone()).unwrap_or_default()
    };
    assert_eq!(codes(&world.run(&[])), Vec::<String>::new());
    assert_eq!(awards_row(&world, None)["all"], 4);
    let counted = "Biểu tính theo năm ban hành quyết định khen thưởng (mặc định). Đã tính: thành tích năm 2022, quyết định năm 2023: 2; thành tích năm 2023, quyết định năm 2023: 2.";
    assert_eq!(said(&world, "Biểu"), counted);
    let other = "Không tính vào biểu: thành tích năm 2022, quyết định năm 2022: 1; thành tích năm 2023, quyết định năm 2024: 1.";
    assert_eq!(said(&world, "Không"), other);
    let by = |word: &str| SCORING.replacen("[inputs]", &format!("[inputs]\ncount_awards_by = \"{word}\""), 1);
    world.scoring(&by("achievement"));
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(awards_row(&world, None)["all"], 3);
    assert!(said(&world, "Biểu").starts_with("Biểu tính theo năm đạt thành tích. Đã tính: thành tích năm 2023"));
    world.scoring(&by("both"));
    let ended = world.run(&[]);
    let known = "`decision` (năm ban hành quyết định khen thưởng) hoặc `achievement` (năm đạt thành tích)";
    assert!(ended.code == 2 && ended.stderr.contains(known), "{}", ended.stderr);
}

#[test]
fn a_list_in_doubt_says_so_on_its_form_and_holds_back_no_proposal() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.results()["proposals"].clone();
    assert!(world.files("outputs/2023-tong-ket").iter().all(|(name, _)| name != BOOK), "no list, no form");
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &one(&[(5, text("tiêu biểu"))]));
    world.sheet("chung/bieu-2021.xlsx", "Biểu 1", &printed_awards());
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(world.results()["proposals"], before);
    let mut book: Xlsx<_> = open_workbook(world.root.join("outputs/2023-tong-ket").join(BOOK)).unwrap();
    let range = book.worksheet_range("Hình thức khen thưởng").unwrap();
    let said = "Biểu chưa đầy đủ: còn 1 dòng trong danh sách chưa được tính, cần rà soát (trang Cần rà soát, tệp tong-hop_2023.xlsx)";
    assert!(range.rows().any(|row| row[0] == Data::String(said.to_owned())));
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_spreadsheet_that_calculates_the_forms_afresh_changes_no_number() {
    let world = World::whole();
    world.sheet("chung/khen-thuong.xlsx", "Danh sách", &list(OF_2021));
    world.sheet("chung/quy.xlsx", "Quỹ", &fund_of_2021());
    assert_eq!(world.run(&[]).code, 0);
    let path = world.root.join("outputs/2023-tong-ket").join(BOOK);
    let mut made: Xlsx<_> = open_workbook(&path).unwrap();
    let mut again = crate::formulas::calculated(&world, std::slice::from_ref(&path)).remove(0);
    let mut formulas = 0;
    for sheet in made.sheet_names() {
        let [own, other] = [made.worksheet_range(&sheet).unwrap(), again.worksheet_range(&sheet).unwrap()];
        formulas += made.worksheet_formula(&sheet).unwrap().used_cells().count();
        for (row, column, cell) in own.used_cells() {
            let Data::Float(own) = cell else { continue };
            let Some(Data::Float(other)) = other.get((row, column)) else { panic!("{sheet} {row} {column}") };
            assert!((own - other).abs() < 1e-9, "{sheet} {row} {column}: {own}, {other}");
        }
    }
    assert!(formulas > 30, "{formulas}");
}

#[test]
fn the_columns_of_a_blank_list_are_read_as_what_they_are() {
    use thidua::model::Heading;
    use thidua::wording::columns::dictionary;
    use thidua::wording::yearly::{AWARD_LIST_COLUMNS, FUND_LIST_COLUMNS};
    let dictionary = dictionary();
    let of = |said: &str| dictionary.meaning(said).map(|(heading, _)| heading);
    let awards = [
        Heading::Order,
        Heading::Award,
        Heading::Recipient,
        Heading::RecipientKind,
        Heading::Post,
        Heading::AwardReason,
        Heading::AchievementYear,
        Heading::Document,
        Heading::Date,
    ];
    let fund = [
        Heading::Order,
        Heading::Member,
        Heading::FundItem,
        Heading::Amount,
        Heading::BudgetYear,
        Heading::Document,
        Heading::Evidence,
    ];
    for (text, heading) in AWARD_LIST_COLUMNS.iter().zip(awards).chain(FUND_LIST_COLUMNS.iter().zip(fund)) {
        assert_eq!((of(text.vi), of(text.en)), (Some(heading), Some(heading)), "{}", text.vi);
    }
}
