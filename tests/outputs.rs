//! All or nothing, the same bytes twice, the languages side by side.

use crate::harness::{World, rows};

#[test]
fn a_second_run_gives_the_same_bytes() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let first = world.files("outputs/2023-tong-ket");
    assert!(first.len() > 2 + 2 * 5, "{:?}", first.iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(world.files("outputs/2023-tong-ket"), first);
    let other = World::whole();
    assert_eq!(other.run(&[]).code, 0);
    assert_eq!(other.files("outputs/2023-tong-ket"), first);
}

#[test]
fn the_english_set_leaves_the_vietnamese_one() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs/2023-tong-ket");
    assert_eq!(world.run(&["--lang", "en"]).code, 0);
    assert_eq!(world.files("outputs/2023-tong-ket"), before);
    let english = world.files("outputs/2023-tong-ket-en");
    assert_eq!(
        english.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        before.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    let json =
        |files: &[(String, Vec<u8>)]| files.iter().find(|(name, _)| name.ends_with("ket-qua.json")).unwrap().1.clone();
    assert_eq!(json(&english), json(&before));
}

#[test]
fn the_earlier_set_is_kept() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs/2023-tong-ket");
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(97.0));
    assert_eq!(world.run(&[]).code, 0);
    assert_ne!(world.files("outputs/2023-tong-ket"), before);
    assert_eq!(world.files("outputs/ban-luu/2023-tong-ket-1"), before);
}

#[test]
fn two_blocs_may_have_a_member_of_the_same_name() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let results = world.results();
    let totals: Vec<_> = results["members"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|member| member["name"] == "Đơn vị Một")
        .map(|member| member["total"]["total"].clone())
        .collect();
    assert_eq!(totals, ["94", "70"]);
}

#[test]
fn the_manifest_names_every_file() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let files = world.files("outputs/2023-tong-ket");
    let manifest = files.iter().find(|(name, _)| name.ends_with("manifest.json")).unwrap();
    let text = String::from_utf8(manifest.1.clone()).unwrap();
    assert!(files.iter().filter(|(name, _)| name != &manifest.0).all(|(name, _)| text.contains(name.as_str())));
    assert!(!text.contains(world.root.to_str().unwrap()));
}
