//! Out: the compact that the benchmark scores by, 60 criteria under the common rules, and the scoring.toml that says so.

use std::fmt::Write;

/// Years and dates are those of the shipped sample.
pub const YEAR: u16 = 2023;
/// Members of a bloc.
pub const MEMBERS: usize = 10;
/// The fields, each with one criterion under every rule of [`TEMPLATES`].
pub const FIELDS: [(&str, &str); 5] = [
    ("I", "Kinh tế"),
    ("II", "Văn hóa - xã hội"),
    ("III", "Quốc phòng - an ninh, trật tự an toàn xã hội"),
    ("IV", "Xây dựng Đảng và hệ thống chính trị"),
    ("V", "Công tác thi đua, khen thưởng"),
];
/// Points of a field.
pub const FIELD_POINTS: u32 = 200;

/// How a criterion's figures are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// A plan, and an actual between so many hundredths of it.
    Planned(u32, u32),
    /// An actual between two numbers, in tenths.
    Actual(u32, u32),
    /// A whole number up to this.
    Count(u32),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day in March.
    Day,
}

/// A criterion that every field has.
pub struct Template {
    pub name: &'static str,
    pub unit: &'static str,
    pub maximum: u32,
    pub rule: &'static str,
    pub params: &'static str,
    pub guide: &'static str,
    pub figures: Figures,
}

/// The criteria of a field, in their order; their points come to [`FIELD_POINTS`].
pub const TEMPLATES: [Template; 12] = [
    Template {
        name: "Thu ngân sách nhà nước trên địa bàn so với dự toán được giao",
        unit: "tỷ đồng",
        maximum: 20,
        rule: "proportional",
        params: "{ cap = 1 }",
        guide: "Theo tỷ lệ thực hiện/kế hoạch, không quá 20 điểm.",
        figures: Figures::Planned(70, 115),
    },
    Template {
        name: "Giá trị sản xuất công nghiệp, tiểu thủ công nghiệp",
        unit: "tỷ đồng",
        maximum: 20,
        rule: "threshold",
        params: "{ op = \">=\", else = \"proportional\" }",
        guide: "Đạt kế hoạch trở lên: 20 điểm; chưa đạt: theo tỷ lệ.",
        figures: Figures::Planned(80, 115),
    },
    Template {
        name: "Kim ngạch xuất khẩu hàng hóa và dịch vụ",
        unit: "triệu USD",
        maximum: 20,
        rule: "steps",
        params: "{ at_plan = 18, step = \"1%\", gain = 0.5, cap = 2, step_down = \"1%\", loss = 0.5 }",
        guide: "Đạt 100% kế hoạch: 18 điểm; vượt mỗi 1% cộng 0,5 điểm, không quá 2 điểm; hụt mỗi 1% trừ 0,5 điểm.",
        figures: Figures::Planned(85, 110),
    },
    Template {
        name: "Tỷ lệ dân số tham gia bảo hiểm y tế so với chỉ tiêu được giao",
        unit: "%",
        maximum: 20,
        rule: "bands",
        params: "{ on = \"ratio\", bands = [{ from = 1, points = 20 }, { from = 0.95, below = 1, points = 15 }, { from = 0.8, below = 0.95, points = 10 }, { below = 0.8, points = 4 }] }",
        guide: "Từ 100%: 20 điểm; từ 95%: 15 điểm; từ 80%: 10 điểm; dưới 80%: 4 điểm.",
        figures: Figures::Planned(75, 108),
    },
    Template {
        name: "Tỷ lệ hồ sơ giải quyết đúng hạn trên hệ thống một cửa",
        unit: "%",
        maximum: 20,
        rule: "bands",
        params: "{ on = \"actual\", bands = [{ from = 95, points = 20 }, { from = 85, below = 95, points = 14 }, { below = 85, points = 6 }] }",
        guide: "Từ 95% trở lên: 20 điểm; từ 85% đến dưới 95%: 14 điểm; dưới 85%: 6 điểm.",
        figures: Figures::Actual(780, 1000),
    },
    Template {
        name: "Tỷ lệ nhiệm vụ được giao quá hạn chưa hoàn thành",
        unit: "%",
        maximum: 20,
        rule: "deduction-bands",
        params: "{ on = \"actual\", bands = [{ from = 0, to = 0, deduct = 0 }, { above = 0, to = 5, deduct = 5 }, { above = 5, to = 10, deduct = 12 }, { above = 10, deduct = \"all\" }] }",
        guide: "Không có: 20 điểm; đến 5%: trừ 5 điểm; trên 5% đến 10%: trừ 12 điểm; trên 10%: 0 điểm.",
        figures: Figures::Actual(0, 130),
    },
    Template {
        name: "Số lao động được giải quyết việc làm mới trong năm",
        unit: "người",
        maximum: 20,
        rule: "leader-relative",
        params: "{ base = 0.6 }",
        guide: "Đạt kế hoạch: 12 điểm; 8 điểm còn lại theo mức vượt so với đơn vị vượt cao nhất.",
        figures: Figures::Planned(80, 130),
    },
    Template {
        name: "Ban hành kế hoạch và tổ chức phát động phong trào thi đua",
        unit: "-",
        maximum: 10,
        rule: "pass-fail",
        params: "",
        guide: "Đạt: 10 điểm; không đạt: 0 điểm.",
        figures: Figures::Word(&["Đạt", "Đạt", "Đạt", "Không đạt"]),
    },
    Template {
        name: "Kết quả thực hiện quy chế dân chủ ở cơ sở",
        unit: "mức",
        maximum: 15,
        rule: "levels",
        params: "{ levels = [{ word = \"Xuất sắc\", points = 15 }, { word = \"Tốt\", points = 12 }, { word = \"Khá\", points = 8 }, { word = \"Trung bình\", points = 4 }] }",
        guide: "Xuất sắc: 15 điểm; tốt: 12 điểm; khá: 8 điểm; trung bình: 4 điểm.",
        figures: Figures::Word(&["Xuất sắc", "Tốt", "Tốt", "Khá", "Trung bình"]),
    },
    Template {
        name: "Số vụ việc khiếu nại đông người, vượt cấp kéo dài",
        unit: "vụ",
        maximum: 10,
        rule: "deduct",
        params: "{ each = 2 }",
        guide: "Không có: 10 điểm; mỗi vụ trừ 2 điểm, trừ đến hết.",
        figures: Figures::Count(6),
    },
    Template {
        name: "Mô hình mới, cách làm hay được nhân rộng",
        unit: "mô hình",
        maximum: 15,
        rule: "count",
        params: "{ points = 5, limit = 15 }",
        guide: "Mỗi mô hình 5 điểm, không quá 15 điểm.",
        figures: Figures::Count(4),
    },
    Template {
        name: "Ngày gửi báo cáo kết quả quý I",
        unit: "ngày",
        maximum: 10,
        rule: "lateness",
        params: "{ due = 2023-03-10, beyond = 0, late = [{ days = 0, points = 10 }, { days = 2, points = 7.5 }, { days = 5, points = 5 }] }",
        guide: "Đúng hạn: 10 điểm; chậm 1-2 ngày: 7,5 điểm; chậm 3-5 ngày: 5 điểm; chậm hơn: 0 điểm.",
        figures: Figures::Day,
    },
];

/// The id of a criterion.
pub fn code(field: usize, template: usize) -> String {
    format!("{}.{}", FIELDS[field].0, template + 1)
}

/// The id of a bloc, and its folder.
pub fn bloc_id(bloc: usize) -> String {
    format!("cum-{:05}", bloc + 1)
}

/// The name of a bloc.
pub fn bloc_name(bloc: usize) -> String {
    format!("Cụm thi đua số {} (các xã, phường)", bloc + 1)
}

/// The name of a member.
pub fn member_name(bloc: usize, member: usize) -> String {
    format!("Xã Đo Tốc Độ {}", bloc * MEMBERS + member + 1)
}

/// The scoring.toml of so many blocs of members, with these outputs.
pub fn scoring(blocs: &[usize], outputs: &[&str]) -> String {
    let mut text = format!(
        "schema = 1\nyear = {YEAR}\nperiod = \"year\"\nas_of = {YEAR}-12-15\nissuer = \"Hội đồng Thi đua - Khen thưởng tỉnh Mẫu\"\n\
         place = \"Tỉnh Mẫu\"\nnotice = \"SỐ LIỆU TẠO RA ĐỂ ĐO TỐC ĐỘ\"\nstages = [\"self\"]\ncounts = \"computed\"\n\
         rounding = {{ criterion = 2, total = 2 }}\nnot_assigned = \"rescale\"\nties = {{ rank = \"competition\", on = \"rounded\" }}\noutputs = {outputs:?}\n\n\
         [inputs]\nown_plans = true\n\n[[compact]]\nid = \"xa\"\ntitle = \"Giao ước thi đua để đo tốc độ\"\nscale = {}\n",
        FIELD_POINTS as usize * FIELDS.len()
    );
    for (id, name) in FIELDS {
        let _ = write!(text, "\n[[compact.field]]\nid = {id:?}\nname = {name:?}\nmaximum = {FIELD_POINTS}\n");
    }
    for (field, (id, _)) in FIELDS.iter().enumerate() {
        for (index, own) in TEMPLATES.iter().enumerate() {
            let (code, Template { name, unit, maximum, rule, params, guide, .. }) = (code(field, index), own);
            let params = if params.is_empty() { String::new() } else { format!("params = {params}\n") };
            let _ = write!(
                text,
                "\n[[compact.criterion]]\nid = {code:?}\nfield = {id:?}\nname = \"{name} ({id})\"\nunit = {unit:?}\n\
                 maximum = {maximum}\nrule = {rule:?}\n{params}guide = {guide:?}\n"
            );
        }
    }
    for (bloc, members) in blocs.iter().enumerate() {
        let (id, name) = (bloc_id(bloc), bloc_name(bloc));
        let _ = write!(text, "\n[[bloc]]\nid = {id:?}\nname = {name:?}\nkind = \"cluster\"\ncompact = \"xa\"\n");
        for member in 0..*members {
            let _ = write!(text, "\n[[bloc.member]]\nname = {:?}\n", member_name(bloc, member));
        }
    }
    text
}
