//! Wordings of offices and the rules they are, or why they are left to people.

use thidua::CATALOGUE;
use thidua::draft::{Asked, propose};
use thidua::wording::draft::Doubt;

/// A criterion "Chỉ tiêu" of this unit and maximum, marked by these words.
fn said(unit: &str, maximum: i64, guide: &str) -> Result<String, Doubt> {
    named("Chỉ tiêu", unit, maximum, guide)
}

fn named(name: &str, unit: &str, maximum: i64, guide: &str) -> Result<String, Doubt> {
    let asked = Asked { name, unit, guide, maximum: maximum.into(), penalty: false };
    propose(&asked, &CATALOGUE).map(|own| {
        let params = own.params.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {params}", own.rule).trim().to_owned()
    })
}

#[test]
fn one_meaning_in_several_wordings() {
    let cases: &[(&str, i64, &str, &str)] = &[
        ("ha", 20, "Tính điểm theo tỉ lệ thực hiện/kế hoạch được giao", "proportional { cap = 1 }"),
        ("ha", 20, "Điểm chuẩn nhân với tỷ lệ hoàn thành kế hoạch", "proportional { cap = 1 }"),
        ("ha", 20, "Theo tỷ lệ hoàn thành kế hoạch, nhưng không quá 20 điểm.", "proportional { cap = 1 }"),
        (
            "ha",
            20,
            "Hoàn thành từ chỉ tiêu kế hoạch trở lên: 20đ; chưa đạt thì tính theo tỷ lệ",
            "threshold { op = \">=\", else = \"proportional\" }",
        ),
        ("ha", 20, "Đạt và vượt kế hoạch: 20 điểm; không đạt: 0 điểm", "threshold { op = \">=\", else = \"zero\" }"),
        (
            "ha",
            20,
            "Đạt 100% kế hoạch: 18 điểm; cứ vượt 5% được cộng 1 điểm, tối đa không quá 20 điểm; mỗi 1% hụt trừ 0,5 điểm",
            "steps { at_plan = 18, step = \"5%\", gain = 1, cap = 2, step_down = \"1%\", loss = 0.5 }",
        ),
        (
            "ha",
            20,
            "Đạt kế hoạch trở lên: 20 điểm; thiếu mỗi 1% trừ 1 điểm",
            "steps { at_plan = 20, step = \"1%\", gain = 0, cap = 0, step_down = \"1%\", loss = 1 }",
        ),
        (
            "%",
            10,
            "- Trên 95%: 10 điểm\n- Từ 75% đến 95%: 6 điểm\n- Dưới 75%: 0 điểm",
            "bands { on = \"actual\", bands = [ { above = 95, points = 10 }, { from = 75, to = 95, points = 6 }, { below = 75, points = 0 }, ] }",
        ),
        ("báo cáo", 10, "Cứ 01 báo cáo chậm trừ 2 điểm", "deduct { each = 2 }"),
        ("vụ", 10, "Không có vi phạm: 10 điểm. Mỗi vụ vi phạm bị trừ 5 điểm, trừ đến hết điểm", "deduct { each = 5 }"),
        (
            "giải",
            15,
            "Mỗi giải thưởng được cộng 5 điểm, tổng điểm cộng không quá 15 điểm",
            "count { points = 5, limit = 15 }",
        ),
        ("lần", 15, "Cộng 5 điểm/lần, tối đa 15 điểm", "count { points = 5, limit = 15 }"),
        ("mục", 12, "04 nội dung, mỗi nội dung đạt: 3 điểm", "checklist { items = 4 }"),
        ("-", 2, "Có ban hành kế hoạch: 2 điểm; không ban hành: 0 điểm", "pass-fail"),
        (
            "mức",
            40,
            "Hoàn thành xuất sắc 40, hoàn thành tốt 32, hoàn thành 20, không hoàn thành 0",
            "levels { levels = [ { word = \"Hoàn thành xuất sắc\", points = 40 }, { word = \"hoàn thành tốt\", points = 32 }, { word = \"hoàn thành\", points = 20 }, { word = \"không hoàn thành\", points = 0 }, ] }",
        ),
        (
            "ngày",
            2,
            "Gửi đúng thời hạn 2 điểm; chậm từ 1 đến 2 ngày: 1 điểm; chậm từ 3 ngày trở lên: 0 điểm. Hạn 30/11/2023",
            "lateness { due = 2023-11-30, beyond = 0, late = [ { days = 0, points = 2 }, { days = 2, points = 1 }, ] }",
        ),
        ("điểm", 10, "Hội đồng Thi đua - Khen thưởng tỉnh chấm", "entered"),
    ];
    for (unit, maximum, guide, rule) in cases {
        assert_eq!(said(unit, *maximum, guide).as_deref(), Ok(*rule), "{guide}");
    }
}

#[test]
fn what_is_in_doubt_is_left_to_people_and_says_why() {
    let cases: &[(&str, &str, i64, &str, Doubt)] = &[
        ("Chỉ tiêu", "ha", 20, "", Doubt::NoWording),
        ("Chỉ tiêu", "ha", 20, "Theo tỷ lệ thực hiện/kế hoạch, không quá 25 điểm", Doubt::OtherPoints),
        ("Chỉ tiêu", "ha", 20, "Đạt từ kế hoạch trở lên: 18 điểm; chưa đạt: theo tỷ lệ", Doubt::OtherPoints),
        ("Số xã tăng thêm", "xã", 20, "Theo tỷ lệ thực hiện/kế hoạch", Doubt::Change),
        ("Tỷ lệ hộ nghèo", "%", 20, "Đạt kế hoạch trở lên: 20 điểm; chưa đạt: theo tỷ lệ", Doubt::FewerIsBetter),
        ("Chỉ tiêu", "ha", 20, "Theo tỷ lệ giảm so với cùng kỳ năm trước", Doubt::Change),
        ("Chỉ tiêu", "ha", 20, "Từ 95% trở lên: 20; dưới 95%: 0", Doubt::PercentOfWhat),
        (
            "Tỷ lệ hoàn thành kế hoạch",
            "%",
            20,
            "Đạt 100% kế hoạch: 20; từ 90% đến dưới 100%: 10; dưới 90%: 0",
            Doubt::PercentOfWhat,
        ),
        ("Chỉ tiêu", "%", 20, "Từ 95% trở lên: 20; từ 80% đến dưới 90%: 10; dưới 80%: 0", Doubt::DoesNotFit),
        ("Chỉ tiêu", "%", 20, "Từ 95% trở lên: 20; từ 80% đến 95%: 10; dưới 80%: 0", Doubt::DoesNotFit),
        ("Chỉ tiêu", "%", 25, "Từ 95% trở lên: 20; từ 80% đến dưới 95%: 10; dưới 80%: 0", Doubt::DoesNotFit),
        ("Chỉ tiêu", "ngày", 20, "Đúng hạn: 20; chậm 1-3 ngày: 10; chậm trên 5 ngày: 0", Doubt::DoesNotFit),
        ("Chỉ tiêu", "ngày", 20, "Đúng hạn: 20; chậm 1-3 ngày: 10", Doubt::DoesNotFit),
        ("Chỉ tiêu", "lớp", 20, "Mỗi lớp 5 điểm", Doubt::NoLimit),
        ("Chỉ tiêu", "lớp", 20, "Mỗi lớp 5 điểm, không quá 25 điểm", Doubt::OtherPoints),
        ("Chỉ tiêu", "vụ", 20, "Mỗi vụ trừ 5 điểm, trừ không quá 10 điểm", Doubt::DoNotMakeARule),
        ("Chỉ tiêu", "-", 20, "Đạt: 15 điểm; không đạt: 0", Doubt::OtherPoints),
        ("Chỉ tiêu", "-", 20, "Đạt: 20 điểm; không đạt: 5 điểm", Doubt::OtherPoints),
        ("Chỉ tiêu", "-", 20, "Tuyên truyền nhiều: 20; có tuyên truyền: 10; ít: 5", Doubt::DoNotMakeARule),
        ("Chỉ tiêu", "mức", 20, "Xuất sắc 25, tốt 20, khá 10", Doubt::OtherPoints),
        (
            "Chỉ tiêu",
            "ha",
            20,
            "Đạt 100% kế hoạch: 18 điểm; vượt mỗi 1% cộng 1 điểm, cộng không quá 5 điểm; hụt mỗi 1% trừ 1 điểm",
            Doubt::OtherPoints,
        ),
        (
            "Chỉ tiêu",
            "ha",
            20,
            "Mỗi vụ trừ từ 5 đến 10 điểm",
            Doubt::NotUnderstood("Mỗi vụ trừ từ 5 đến 10".to_owned()),
        ),
    ];
    for (name, unit, maximum, guide, doubt) in cases {
        assert_eq!(named(name, unit, *maximum, guide).as_ref(), Err(doubt), "{guide}");
    }
}

#[test]
fn points_taken_off_have_to_be_counted() {
    let penal = |guide: &str| {
        let asked = Asked { name: "Vi phạm", unit: "vụ", guide, maximum: 40.into(), penalty: true };
        propose(&asked, &CATALOGUE).map(|own| own.params)
    };
    assert_eq!(penal("Mỗi vụ trừ 10 điểm, không quá 40 điểm").as_deref(), Ok("{ penalty = 10, min = -40 }"));
    assert_eq!(penal("Trừ 10 điểm/vụ").as_deref(), Ok("{ penalty = 10, min = -40 }"));
    assert_eq!(penal("Mỗi vụ trừ 10 điểm, không quá 30 điểm"), Err(Doubt::OtherPoints));
    assert_eq!(penal("Đạt: 40 điểm; không đạt: 0"), Err(Doubt::DoNotMakeARule));
}

#[test]
fn what_stands_beside_a_rule_is_understood_too() {
    let asked = Asked {
        name: "Giải quyết đơn",
        unit: "%",
        guide: "Đạt kế hoạch trở lên: 25 điểm; chưa đạt: theo tỷ lệ; không phát sinh: không tính; đơn vị không được giao: không tính",
        maximum: 25.into(),
        penalty: false,
    };
    let own = propose(&asked, &CATALOGUE).unwrap();
    assert_eq!((own.rule, own.not_arising, own.assigned, own.plan), ("threshold", Some("out"), true, true));
    let level = Asked { guide: "Từ 60% trở lên: 25 điểm; thấp hơn: theo tỷ lệ", ..asked };
    assert_eq!(propose(&level, &CATALOGUE).unwrap().level.as_deref(), Some("60"));
}
