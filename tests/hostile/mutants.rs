//! 2,000 seeded mutants of a valid form in every format, and as many as fit of the shared sheets and of scoring.toml.

use std::fs;
use std::io::{Cursor, Read, Write};

use super::{SET, good_files_are_ranked, watched, wrong};
use crate::harness::{SCORING, World};

/// Runs of mutants of one member's form.
const RUNS: usize = 20;
/// Mutants of each format in a run.
const OF_EACH: usize = 20;
/// Mutants of a shared sheet, each in a run of its own.
const SHARED: usize = 45;
/// Mutants of scoring.toml, each in a run of its own.
const OF_SCORING: usize = 100;
const SEED: u64 = 20_231_219;

const CSV: &str = "Tên đơn vị: Đơn vị Hai,,,,,,\r\nCụm/Khối: k1,,,,,,\r\n\
    TT,Nội dung,Kế hoạch,Thực hiện,Điểm tự chấm,Điểm khối chấm,Điểm tối đa\r\n\
    I.1,Thu ngân sách,100,90,50,,\r\nI.2,Giải ngân,100,100,30,,\r\nII.1,Tuyên truyền,,,20,15,\r\n";

/// The bytes with one thing done to them that happens to files, or is done to them.
fn mutant(bytes: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let packed = bytes.starts_with(b"PK");
    match random.u8(..if packed { 8 } else { 5 }) {
        0 => flipped(&mut bytes, random),
        1 => bytes.truncate(random.usize(..bytes.len())),
        2 => drop(bytes.drain(block(bytes.len(), random))),
        3 => {
            let block = block(bytes.len(), random);
            let (at, again) = (block.end, bytes[block].to_vec());
            bytes.splice(at..at, again);
        }
        4 => {
            let (from, to) = (block(bytes.len(), random), random.usize(..bytes.len()));
            let (end, taken) = ((to + from.len()).min(bytes.len()), bytes[from].to_vec());
            bytes.splice(to..end, taken);
        }
        what => return repacked(&bytes, what, random),
    }
    bytes
}

fn flipped(bytes: &mut [u8], random: &mut fastrand::Rng) {
    for _ in 0..random.usize(1..=4).min(bytes.len()) {
        bytes[random.usize(..bytes.len())] ^= 1 << random.u8(..8);
    }
}

/// A block of up to an eighth of the file.
fn block(length: usize, random: &mut fastrand::Rng) -> std::ops::Range<usize> {
    let from = random.usize(..length);
    from..(from + random.usize(1..=(length / 8).max(1))).min(length)
}

/// The archive with two of its parts changed for each other, one missing, or one damaged, its checksums right.
fn repacked(bytes: &[u8], what: u8, random: &mut fastrand::Rng) -> Vec<u8> {
    let mut parts = parts(bytes);
    let (one, other) = (random.usize(..parts.len()), random.usize(..parts.len()));
    match what {
        5 => {
            let taken = std::mem::take(&mut parts[one].1);
            let given = std::mem::replace(&mut parts[other].1, taken);
            parts[one].1 = given;
        }
        6 => drop(parts.remove(one)),
        _ if parts[one].1.is_empty() => {}
        _ => {
            let content = &mut parts[one].1;
            match random.u8(..3) {
                0 => flipped(content, random),
                1 => content.truncate(random.usize(..content.len())),
                _ => drop(content.drain(block(content.len(), random))),
            }
        }
    }
    packed(&parts)
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
            part.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The valid form of Đơn vị Hai in every format.
fn forms(world: &World) -> [(&'static str, Vec<u8>); 5] {
    let kept = crate::hazards::kept;
    [
        ("xlsx", fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap()),
        ("xlsb", crate::binary::form()),
        ("xls", kept("form.xls")),
        ("ods", kept("form.ods")),
        ("csv", CSV.as_bytes().to_vec()),
    ]
}

/// The mutants of a run, each from a seed of its own.
fn of_run(run: usize, forms: &[(&'static str, Vec<u8>)]) -> Vec<(u64, String, Vec<u8>)> {
    let mut mutants = Vec::new();
    for number in 0..OF_EACH {
        for (index, (ending, form)) in forms.iter().enumerate() {
            let seed = SEED + ((run * OF_EACH + number) * forms.len() + index) as u64;
            let bytes = mutant(form, &mut fastrand::Rng::with_seed(seed));
            mutants.push((seed, format!("k1/m{number}.{ending}"), bytes));
        }
    }
    mutants
}

/// The one mutants on which the program alone ends as it must not; all of them are named with their seeds.
fn culprits(mutants: &[(u64, String, Vec<u8>)]) -> Vec<String> {
    let alone = mutants.iter().filter_map(|(seed, name, bytes)| {
        let world = World::whole();
        let before = world.files(SET);
        world.bytes(name, bytes);
        let what = wrong(&world, &watched(&world, &["--quiet"]), &before)?;
        Some(format!("seed {seed}, {name}: {what}"))
    });
    alone.collect()
}

#[test]
fn two_thousand_mutants_of_forms_of_every_format() {
    let world = World::whole();
    let forms = forms(&world);
    for (ending, form) in &forms {
        let world = World::whole();
        world.remove("k1/hai.xlsx");
        world.bytes(&format!("k1/hai.{ending}"), form);
        assert_eq!(world.run(&[]).code, 0, "the {ending} itself is a good form");
    }
    world.remove("k1/hai.xlsx");
    assert_eq!(world.run(&[]).code, 1);
    let (mut tried, mut slowest, mut peak, mut refused) = (0, std::time::Duration::ZERO, 0, 0);
    for run in 0..RUNS {
        let mutants = of_run(run, &forms);
        for (_, name, bytes) in &mutants {
            world.bytes(name, bytes);
        }
        let before = world.files(SET);
        let ended = watched(&world, &["--verbose"]);
        if let Some(what) = wrong(&world, &ended, &before) {
            panic!("run {run}: {what}\nalone: {:#?}", culprits(&mutants));
        }
        assert_eq!(ended.code, Some(1), "run {run}: {}", ended.stderr);
        assert!(good_files_are_ranked(&world), "run {run}: {}", ended.stderr);
        tried += mutants.len();
        refused += ended.stderr.matches("lỗi[").count();
        slowest = slowest.max(ended.took);
        peak = peak.max(ended.peak);
    }
    println!("{tried} mutants in {RUNS} runs, {refused} faults; slowest run {slowest:?}, most memory {peak} KiB");
    assert!(tried >= 2_000 && refused >= tried / 2, "{tried} {refused}");
}

#[test]
fn mutants_of_the_shared_sheets() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let mut codes = std::collections::BTreeMap::new();
    for number in 0..SHARED {
        let name = ["chung/dang-ky.xlsx", "chung/y-kien.xlsx", "chung/kiem-phieu.xlsx"][number % 3];
        let path = world.root.join("inputs").join(name);
        let whole = fs::read(&path).unwrap();
        let seed = SEED + 1_000_000 + number as u64;
        fs::write(&path, mutant(&whole, &mut fastrand::Rng::with_seed(seed))).unwrap();
        let before = world.files(SET);
        let ended = watched(&world, &["--quiet"]);
        assert_eq!(wrong(&world, &ended, &before), None, "seed {seed}, {name}");
        *codes.entry(ended.code).or_insert(0) += 1;
        fs::write(&path, whole).unwrap();
    }
    println!("exit codes of mutants of shared sheets: {codes:?}");
    assert!(codes.contains_key(&Some(3)) && codes.contains_key(&Some(1)), "{codes:?}");
}

#[test]
fn mutants_of_scoring_toml() {
    let world = World::whole();
    assert_eq!(watched(&world, &[]).code, Some(0));
    let mut codes = std::collections::BTreeMap::new();
    for number in 0..OF_SCORING {
        let seed = SEED + 2_000_000 + number as u64;
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = SCORING.as_bytes().to_vec();
        if number % 2 == 0 {
            bytes = mutant(&bytes, &mut random);
        } else {
            // an even letter for an odd one, which may still be read
            bytes[random.usize(..SCORING.len())] ^= 1;
        }
        fs::write(world.root.join("scoring.toml"), bytes).unwrap();
        let before = world.files(SET);
        let ended = watched(&world, &["--quiet"]);
        assert_eq!(wrong(&world, &ended, &before), None, "seed {seed}");
        *codes.entry(ended.code).or_insert(0) += 1;
    }
    println!("exit codes of mutants of scoring.toml: {codes:?}");
    assert!(codes[&Some(2)] > OF_SCORING / 2 && codes.len() > 1, "{codes:?}");
}
