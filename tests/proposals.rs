//! Nothing unconditional rests on a sheet that is missing, damaged or in doubt.

use serde_json::Value;

use crate::harness::{SCORING, World, number, rows, text};

fn proposals(world: &World) -> Vec<Value> {
    world.results()["proposals"].as_array().unwrap().clone()
}

fn unconditional(world: &World) -> usize {
    proposals(world)
        .iter()
        .filter(|proposal| proposal["proposed"] == true && proposal["conditions"].as_array().unwrap().is_empty())
        .count()
}

#[test]
fn leaders_are_proposed_when_everything_is_there() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let made = proposals(&world);
    assert_eq!(made.len(), 2);
    assert_eq!((made[0]["member"].as_str(), made[0]["bloc"].as_str()), (Some("Đơn vị Một"), Some("k1")));
    assert_eq!((made[1]["member"].as_str(), made[1]["bloc"].as_str()), (Some("Đơn vị Bốn"), Some("k2")));
    assert_eq!(unconditional(&world), 2);
}

#[test]
fn no_opinions_no_proposals() {
    let world = World::whole();
    world.remove("chung/y-kien.xlsx");
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("[shared-sheet-missing]"), "{}", ended.stderr);
    assert_eq!(unconditional(&world), 0);
    assert!(
        proposals(&world)[0]["reasons"][0]["vi"].as_str().unwrap().contains("chưa có ý kiến của cơ quan chức năng")
    );
    assert_eq!(world.results()["blocs"][0]["standings"][0]["rank"], 1);
}

#[test]
fn opinions_in_doubt_are_no_opinions() {
    for (member, state) in [("Đơn vị Bốm", "đã kết luận"), ("Đơn vị Ba", "chắc là xong")] {
        let world = World::whole();
        world.opinions(&[("k1", member, state)]);
        let ended = world.run(&[]);
        assert_eq!((ended.code, unconditional(&world)), (1, 0), "{}", ended.stderr);
    }
}

#[test]
fn damaged_shared_sheets_never_lead_to_a_proposal() {
    for file in ["chung/y-kien.xlsx", "chung/kiem-phieu.xlsx"] {
        let world = World::whole();
        world.bytes(file, b"PK\x03\x04 broken");
        let ended = world.run(&[]);
        assert_eq!((ended.code, unconditional(&world)), (1, 0), "{}", ended.stderr);
    }
}

#[test]
fn a_missing_ballot_leaves_the_proposal_conditional() {
    let world = World::whole();
    world.remove("chung/kiem-phieu.xlsx");
    let ended = world.run(&[]);
    assert_eq!((ended.code, unconditional(&world)), (1, 0), "{}", ended.stderr);
    let made = proposals(&world);
    assert_eq!(made[0]["proposed"], true);
    assert!(made[0]["conditions"][0]["vi"].as_str().unwrap().contains("chờ kết quả bỏ phiếu"));
}

#[test]
fn a_tally_that_does_not_add_up_is_no_ballot() {
    let world = World::whole();
    let heads = ["Cụm, khối", "Đơn vị", "Tổng số đơn vị", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý"];
    let mut row = vec![text("k1"), text("Đơn vị Một")];
    row.extend([3.0, 3.0, 3.0, 0.0, 2.0, 0.0].map(number));
    world.sheet("chung/kiem-phieu.xlsx", "Kiểm phiếu", &[heads.map(text).to_vec(), row]);
    let ended = world.run(&[]);
    assert_eq!((ended.code, unconditional(&world)), (1, 0));
    assert!(ended.stderr.contains("[tally-does-not-add-up]"), "{}", ended.stderr);
}

#[test]
fn a_register_that_is_missing_or_damaged_refuses_the_run() {
    let world = World::whole();
    world.bytes("chung/dang-ky.xlsx", b"PK\x03\x04 broken");
    let ended = world.run(&[]);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    world.remove("chung/dang-ky.xlsx");
    let ended = world.run(&[]);
    assert_eq!(ended.code, 3);
    assert!(ended.stderr.contains("[register-missing]"), "{}", ended.stderr);
    assert!(world.files("outputs").iter().all(|(name, _)| !name.contains("tong-ket")));
}

#[test]
fn an_excluded_leader_keeps_its_rank_and_the_seat_goes_where_the_compact_says() {
    let world = World::whole();
    world.opinions(&[("k1", "Đơn vị Một", "đã kết luận")]);
    world.ballot(&[("k1", "Đơn vị Hai", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
    assert_eq!(world.run(&[]).code, 0);
    let made = proposals(&world);
    assert_eq!((made[0]["member"].as_str(), made[0]["proposed"].as_bool()), (Some("Đơn vị Một"), Some(false)));
    assert!(made[0]["reasons"][0]["vi"].as_str().unwrap().contains("12/SYT"));
    assert_eq!((made[1]["member"].as_str(), made[1]["proposed"].as_bool()), (Some("Đơn vị Hai"), Some(true)));
    assert_eq!(world.results()["blocs"][0]["standings"][0]["member"], "Đơn vị Một");
    world.scoring(&SCORING.replace("\"pass\"", "\"empty\""));
    assert_eq!(world.run(&[]).code, 0);
    assert!(proposals(&world).iter().all(|proposal| proposal["bloc"] != "k1" || proposal["proposed"] == false));
}

#[test]
fn equals_at_the_last_seat_are_left_to_the_council() {
    let world = World::whole();
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(98.0));
    world.ballot(&[("k1", "Đơn vị Một", 3.0), ("k1", "Đơn vị Hai", 3.0), ("k2", "Đơn vị Bốn", 2.0)]);
    assert_eq!(world.run(&[]).code, 0);
    let tied: Vec<_> = proposals(&world).into_iter().filter(|proposal| proposal["bloc"] == "k1").collect();
    assert_eq!(tied.len(), 2);
    assert!(tied.iter().all(|proposal| proposal["tied"] == true && proposal["proposed"] == false));
    let ranks: Vec<_> = world.results()["blocs"][0]["standings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|standing| standing["rank"].as_u64().unwrap())
        .collect();
    assert_eq!(ranks, [1, 1, 3]);
}
