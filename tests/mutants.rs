//! The kept corpus of the fuzz targets replayed, and 20,000 mutants of it and of small workbooks, always the same ones: nothing
//! panics, whatever is not read says why, and what must hold of a number, a name, a header and a csv file holds.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use thidua::diag::Verdict;

use crate::harness::World;

#[path = "fuzz/src/lib.rs"]
mod targets;

/// A target, and how many mutants of its corpus are tried.
type Target = (&'static str, fn(&[u8]), usize);

const TARGETS: [Target; 4] = [
    ("number", targets::number, 7_000),
    ("name", targets::name, 6_000),
    ("header", targets::header, 1_000),
    ("csv", targets::csv, 3_000),
];

/// How many mutants of small workbooks are tried: 20,000 in all.
const OF_WORKBOOKS: usize = 3_000;

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(of)
}

/// The files of a folder, by name.
fn kept(of: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> = fs::read_dir(of).unwrap().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Bytes with a few of them flipped, taken out, said again, cut off or taken from another one's.
fn mutant(one: &[u8], other: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = one.to_vec();
    for _ in 0..random.usize(1..=4) {
        let at = random.usize(..=bytes.len());
        let end = (at + random.usize(..=16)).min(bytes.len());
        match random.u8(..7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            1 if at < bytes.len() => bytes[at] = random.u8(..),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let said = bytes[at..end].to_vec();
                bytes.splice(at..at, said);
            }
            4 => bytes.truncate(at),
            5 => {
                let from = random.usize(..=other.len());
                let taken = &other[from..(from + random.usize(..=32)).min(other.len())];
                bytes.splice(at..end, taken.iter().copied());
            }
            _ => {
                let sign = random.choice(["\t", "\n", ",", ";", "\"", " ", "\u{A0}", "%", "-", "\0", "\u{301}"]);
                bytes.splice(at..at, sign.unwrap().bytes());
            }
        }
    }
    bytes
}

/// Does to the bytes what is done to them, and says which they were where that fails.
fn tried(name: &str, number: usize, bytes: &[u8], target: impl FnOnce(&[u8])) {
    let held = catch_unwind(AssertUnwindSafe(|| target(bytes)));
    assert!(held.is_ok(), "{name}, number {number}: {:?}", String::from_utf8_lossy(bytes));
}

#[test]
fn the_kept_corpus_and_mutants_of_it() {
    for (name, target, mutants) in TARGETS {
        let corpus = kept(&folder("fuzz/corpus").join(name));
        assert!(corpus.len() >= 10, "{name} has a corpus of {}", corpus.len());
        for (number, bytes) in corpus.iter().enumerate() {
            tried(name, number, bytes, target);
        }
        let mut random = fastrand::Rng::with_seed(20_231_215);
        for number in 0..mutants {
            let (one, other) = (random.choice(&corpus).unwrap(), random.choice(&corpus).unwrap());
            tried(name, number, &mutant(one, other, &mut random), target);
        }
    }
}

/// An xlsx or ods with one of its parts changed and packed anew, so that its checksums are right.
fn repacked(bytes: &[u8], random: &mut fastrand::Rng) -> Option<Vec<u8>> {
    use std::io::{Cursor, Read, Write};
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = random.usize(..zip.len());
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).ok()?;
        let (name, mut content) = (part.name().ok()?.into_owned(), Vec::new());
        part.read_to_end(&mut content).ok()?;
        if index == chosen || name.contains("sheet1") || name.contains("content.xml") {
            content = mutant(&content, &content, random);
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).ok()?;
        out.write_all(&content).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

#[test]
fn mutants_of_workbooks() {
    let world = World::whole();
    let of = |name: &str| fs::read(folder("data/containers").join(name)).unwrap();
    let form = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
    let xlsb = crate::binary::form();
    let files =
        [("k1/hai.xlsx", form), ("k1/hai.ods", of("form.ods")), ("k1/hai.xls", of("form.xls")), ("k1/hai.xlsb", xlsb)];
    let mut random = fastrand::Rng::with_seed(20_231_216);
    let mut read = 0;
    for number in 0..OF_WORKBOOKS {
        let (name, bytes) = &files[number % files.len()];
        let packed = !name.ends_with(".xls") && random.bool();
        let mutant = packed.then(|| repacked(bytes, &mut random)).flatten();
        let mutant = mutant.unwrap_or_else(|| self::mutant(bytes, bytes, &mut random));
        let mut whole = false;
        tried(name, number, &mutant, |bytes| {
            whole = targets::read(name, bytes).iter().all(|note| note.verdict() != Verdict::File);
        });
        read += usize::from(whole);
    }
    assert!(read > 100, "only {read} of them could still be read: the mutants are too wild to show anything");
}
