//! Three members of a drafted compact hand in: everything reached; an event of each penalty; no mark given by people.

use rust_decimal::Decimal;

use super::data::decimal;
use crate::harness::{Cell, Ended, World, text};

const DUE: &str = "30/11/2023";

/// Totals by what was handed in, from the table alone: the first is the scale with the cap of the bonus.
pub fn run(world: &World) -> (Ended, Vec<String>) {
    let written = std::fs::read_to_string(world.root.join("scoring.toml")).unwrap();
    let scoring: toml::Table = toml::from_str(&written).unwrap();
    let bloc = &scoring["bloc"][0];
    let names: Vec<&str> =
        bloc["member"].as_array().unwrap().iter().map(|member| member["name"].as_str().unwrap()).collect();
    let (fields, criteria) = (&scoring["compact"][0]["field"], &scoring["compact"][0]["criterion"]);
    let mut register = vec![["Cụm, khối", "Đơn vị", "Mã tiêu chí", "Kế hoạch đầu năm"].map(text).to_vec()];
    for (member, name) in names.iter().enumerate() {
        let heads = ["TT", "Nội dung", "ĐVT", "Kế hoạch", "Thực hiện", "Điểm tối đa", "Điểm tự chấm"];
        let mut sheet = vec![vec![text(&format!("Tên đơn vị: {name}"))], heads.map(text).to_vec()];
        for field in fields.as_array().unwrap() {
            sheet.push(["id", "name"].map(|key| text(field[key].as_str().unwrap())).to_vec());
            for criterion in criteria.as_array().unwrap().iter().filter(|own| own["field"] == field["id"]) {
                sheet.extend(rows(criterion, member));
                if let Some(plan) = plan(criterion) {
                    let id = criterion["id"].as_str().unwrap();
                    register.push(["khoi-1", name, id, plan].map(text).to_vec());
                }
            }
        }
        world.sheet(&format!("khoi-1/don-vi-{member}.xlsx"), "Bảng tự chấm", &sheet);
    }
    if register.len() > 1 {
        world.sheet("chung/dang-ky.xlsx", "Đăng ký", &register);
    }
    let ended = world.run(&[]);
    assert!(ended.code <= 1, "{}", ended.stderr);
    let results = world.results();
    let standings = results["blocs"][0]["standings"].as_array().unwrap().clone();
    let total = |name: &&str| {
        let own = standings.iter().find(|own| own["member"] == **name).unwrap();
        own["total"].as_str().unwrap_or("none").to_owned()
    };
    (ended, names.iter().map(total).collect())
}

/// The rows of a criterion in a member's form.
fn rows(criterion: &toml::Value, member: usize) -> Vec<Vec<Cell>> {
    let of = |key: &str| criterion.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let maximum = decimal(&criterion["maximum"]);
    let mark = |points: Decimal| text(&points.to_string().replace('.', ","));
    let row = |code: String, name: String, actual: Cell, mark: Cell| {
        vec![text(&code), text(&name), text(&of("unit")), Cell::Blank, actual, Cell::Blank, mark]
    };
    if of("rule") == "titles-held" {
        let titles = criterion["params"]["titles"].as_array().unwrap();
        let title = |title: &toml::Value| {
            let code = format!("{}:{}", of("id"), title["id"].as_str().unwrap());
            row(code, title["name"].as_str().unwrap().to_owned(), text("9"), Cell::Blank)
        };
        let own = row(of("id"), of("name"), Cell::Blank, Cell::Blank);
        return std::iter::once(own).chain(titles.iter().map(title)).collect();
    }
    let actual = match of("rule").as_str() {
        "entered" => Cell::Blank,
        "pass-fail" => text("Đạt"),
        "levels" => text(criterion["params"]["levels"][0]["word"].as_str().unwrap()),
        "lateness" => text(DUE),
        "deduct" | "deduction-bands" => text("0"),
        "balance" => text(if member == 1 { "1" } else { "0" }),
        "checklist" => text(&decimal(&criterion["params"]["items"]).to_string()),
        "bands" if criterion["params"]["on"].as_str() == Some("actual") => text("100"),
        _ => text("200"),
    };
    let given = of("rule") == "entered";
    let points = if member == 2 { Decimal::ZERO } else { maximum };
    vec![row(of("id"), of("name"), actual, if given { mark(points) } else { Cell::Blank })]
}

/// The plan that the register holds, where the rule needs one.
fn plan(criterion: &toml::Value) -> Option<&'static str> {
    match criterion["rule"].as_str().unwrap() {
        "lateness" => Some(DUE),
        "proportional" | "threshold" | "steps" => Some("100"),
        "bands" if criterion["params"]["on"].as_str() != Some("actual") => Some("100"),
        _ => None,
    }
}
