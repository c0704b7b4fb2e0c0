//! The forms that the benchmark makes: the same on every machine, and scored whole. Nothing here is timed.

use crate::harness::World;

#[path = "bench/compact.rs"]
mod compact;
#[path = "bench/make.rs"]
mod make;

use compact::{FIELD_POINTS, FIELDS, MEMBERS, TEMPLATES};

#[test]
fn every_criterion_of_every_form_is_marked_and_everybody_ranked() {
    let world = World::empty();
    let made = make::make(&world.root, MEMBERS + 2).unwrap();
    made.scoring("scoring", &["ket-qua"]).unwrap();
    let ended = world.run(&["--quiet"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let results = world.results();
    let blocs = results["blocs"].as_array().unwrap();
    assert_eq!(blocs.len(), made.blocs());
    let ranks =
        |bloc: usize| blocs[bloc]["standings"].as_array().unwrap().iter().filter(|own| own["rank"].is_u64()).count();
    assert_eq!([ranks(0), ranks(1)], [MEMBERS, 2]);
    for member in results["members"].as_array().unwrap() {
        let marks = member["marks"].as_array().unwrap();
        assert_eq!(marks.len(), FIELDS.len() * TEMPLATES.len());
        assert!(marks.iter().all(|mark| mark["state"] == "given"), "{member}");
    }
    let codes = results["faults"].as_array().unwrap().iter().map(|fault| fault["code"].as_str().unwrap());
    assert!(codes.into_iter().all(|code| code == "estimate-used"));
}

#[test]
fn the_forms_have_the_same_bytes_each_time() {
    let [first, second] = [0, 1].map(|_| {
        let world = World::empty();
        make::make(&world.root, 3).unwrap();
        world.files("inputs")
    });
    assert_eq!(first.len(), 3);
    assert!(first == second);
}

#[test]
fn the_criteria_of_a_field_come_to_its_points() {
    let points: u32 = TEMPLATES.iter().map(|template| template.maximum).sum();
    assert_eq!(points, FIELD_POINTS);
}
