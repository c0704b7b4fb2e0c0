//! A small world of two blocs in a temporary folder, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use serde_json::Value;

pub const SCORING: &str = include_str!("data/small.toml");

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder with scoring.toml, inputs and outputs; removed at the end.
pub struct World {
    pub root: PathBuf,
}

/// How a run ended.
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A cell of a made workbook.
#[derive(Clone, Debug)]
pub enum Cell {
    Text(String),
    Number(f64),
    Blank,
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

pub fn number(number: f64) -> Cell {
    Cell::Number(number)
}

/// One row of a small form: code, label, plan, actual, self mark, cross mark.
pub type FormRow = [Cell; 6];

impl World {
    /// Nothing but the folders and scoring.toml.
    pub fn empty() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("thidua-test-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("inputs")).unwrap();
        let world = Self { root };
        world.scoring(SCORING);
        world
    }

    /// The complete small world: everybody has handed in, all sheets are there, a run exits with 0.
    pub fn whole() -> Self {
        let world = Self::empty();
        for (file, bloc, member, actual) in [
            ("k1/mot", "k1", "Đơn vị Một", 98.0),
            ("k1/hai", "k1", "Đơn vị Hai", 90.0),
            ("k1/ba", "k1", "Đơn vị Ba", 80.0),
            ("k2/mot", "k2", "Đơn vị Một", 50.0),
            ("k2/bon", "k2", "Đơn vị Bốn", 70.0),
        ] {
            world.form(file, bloc, member, &rows(actual));
        }
        world.register(100.0);
        world.opinions(&[("k1", "Đơn vị Ba", "không có ý kiến")]);
        world.ballot(&[("k1", "Đơn vị Một", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
        world
    }

    pub fn scoring(&self, text: &str) {
        fs::write(self.root.join("scoring.toml"), text).unwrap();
    }

    /// A self-score form; the header stands in row 6, the first criterion in row 8.
    pub fn form(&self, file: &str, bloc: &str, member: &str, rows: &[FormRow]) {
        self.form_of_year(2023, file, bloc, member, rows);
    }

    /// The form of another year.
    pub fn form_of_year(&self, year: u16, file: &str, bloc: &str, member: &str, rows: &[FormRow]) {
        let mut sheet = vec![
            vec![text("ỦY BAN NHÂN DÂN TỈNH MẪU")],
            vec![],
            vec![text(&format!("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {year}"))],
            vec![text(&format!("Tên đơn vị: {member}"))],
            vec![text(&format!("Cụm/Khối: {bloc}"))],
            ["TT", "Nội dung, tiêu chí", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"]
                .map(text)
                .into(),
            vec![text("I"), text("Kinh tế")],
        ];
        sheet.extend(rows.iter().map(|row| row.to_vec()));
        self.sheet(&format!("{file}.xlsx"), "Bảng tự chấm", &sheet);
    }

    pub fn register(&self, plan: f64) {
        self.register_of(plan, &["Đơn vị Một", "Đơn vị Hai", "Đơn vị Ba"]);
    }

    /// The register with these members of the first bloc.
    pub fn register_of(&self, plan: f64, first: &[&str]) {
        let mut sheet = vec![["Cụm, khối", "Đơn vị", "Mã tiêu chí", "Kế hoạch đầu năm"].map(text).to_vec()];
        let first = first.iter().map(|member| ("k1", *member));
        for (bloc, member) in first.chain([("k2", "Đơn vị Một"), ("k2", "Đơn vị Bốn")]) {
            for criterion in ["I.1", "I.2"] {
                sheet.push(vec![text(bloc), text(member), text(criterion), number(plan)]);
            }
        }
        self.sheet("chung/dang-ky.xlsx", "Đăng ký", &sheet);
    }

    pub fn opinions(&self, rows: &[(&str, &str, &str)]) {
        let heads = ["Cụm, khối", "Đơn vị", "Nội dung", "Cơ quan cho ý kiến", "Văn bản số", "Ngày", "Tình trạng"];
        let mut sheet = vec![heads.map(text).to_vec()];
        for (bloc, member, state) in rows {
            sheet.push(
                [bloc, member, "vệ sinh an toàn thực phẩm", "Sở Y tế", "12/SYT", "05/12/2023", state]
                    .map(text)
                    .to_vec(),
            );
        }
        self.sheet("chung/y-kien.xlsx", "Ý kiến", &sheet);
    }

    pub fn ballot(&self, rows: &[(&str, &str, f64)]) {
        let heads =
            ["Cụm, khối", "Đơn vị", "Tổng số đơn vị", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý"];
        let mut sheet = vec![heads.map(text).to_vec()];
        for (bloc, member, yes) in rows {
            let all = if *bloc == "k1" { 3.0 } else { 2.0 };
            let mut row = vec![text(bloc), text(member)];
            row.extend([all, all, all, 0.0, *yes, all - yes].map(number));
            sheet.push(row);
        }
        self.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &sheet);
    }

    pub fn sheet(&self, file: &str, name: &str, rows: &[Vec<Cell>]) {
        let mut book = Workbook::new();
        let day = ExcelDateTime::from_ymd(2023, 12, 15).unwrap();
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                match cell {
                    Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Cell::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                    Cell::Blank => sheet,
                };
            }
        }
        let path = self.root.join("inputs").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        book.save(path).unwrap();
    }

    pub fn bytes(&self, file: &str, bytes: &[u8]) {
        let path = self.root.join("inputs").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.root.join("inputs").join(file)).unwrap();
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        run_in(&self.root, args)
    }

    /// ket-qua.json of the Vietnamese set.
    pub fn results(&self) -> Value {
        let path = self.root.join("outputs/2023-tong-ket/du-lieu-may/ket-qua.json");
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    }

    /// Every file of a folder with its bytes, by path.
    pub fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        list(&self.root.join(folder), "", &mut found);
        found.sort();
        found
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A complete form: I.1 with this actual of a plan of 100, I.2 reached, II.1 marked 15 by the bloc.
pub fn rows(actual: f64) -> Vec<FormRow> {
    vec![
        [text("1"), text("Thu ngân sách"), number(100.0), number(actual), number(50.0), Cell::Blank],
        [text("2"), text("Giải ngân"), number(100.0), number(100.0), number(30.0), Cell::Blank],
        [text("II"), text("Phong trào"), Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank],
        [text("1"), text("Tuyên truyền"), Cell::Blank, Cell::Blank, number(20.0), number(15.0)],
    ]
}

/// The files of a set with their bytes, by path.
pub type Set = Vec<(String, Vec<u8>)>;

/// The files of the shipped sample's set in a language, `vi` or `en`; run once for all tests.
pub fn sample_set(lang: &str) -> &'static [(String, Vec<u8>)] {
    static SETS: OnceLock<[Set; 2]> = OnceLock::new();
    let sets = SETS.get_or_init(|| {
        let world = World::empty();
        let outputs = world.root.join("outputs");
        ["vi", "en"].map(|lang| {
            let args = ["--quiet", "--lang", lang, "--outputs", outputs.to_str().unwrap()];
            let ended = run_in(Path::new(env!("CARGO_MANIFEST_DIR")), &args);
            assert_eq!(ended.code, 0, "{}", ended.stderr);
            world.files(if lang == "vi" { "outputs/2023-tong-ket" } else { "outputs/2023-tong-ket-en" })
        })
    });
    &sets[usize::from(lang == "en")]
}

/// A file of a set by the end of its path.
pub fn file<'a>(set: &'a [(String, Vec<u8>)], name: &str) -> &'a [u8] {
    &set.iter().find(|(path, _)| path.ends_with(name)).unwrap().1
}

pub fn run_in(root: &Path, args: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua")).args(args).current_dir(root).output().unwrap();
    Ended {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn list(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push((name, fs::read(entry.path()).unwrap()));
        }
    }
}
