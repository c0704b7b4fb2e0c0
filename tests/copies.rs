//! Files that did not arrive whole, or that are no files: damaged, empty, locked by another program, links and devices.

use std::fs;
use std::path::Path;

use thidua::diag::Verdict;

use crate::harness::World;

fn kept(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/containers").join(name)).unwrap()
}

fn form() -> Vec<u8> {
    let world = World::whole();
    fs::read(world.root.join("inputs/k1/hai.xlsx")).unwrap()
}

/// Reads these bytes as a file: its tables as text; none where the file is left out and a fault says so.
fn read(world: &World, name: &str, bytes: &[u8]) -> Option<String> {
    world.bytes(name, bytes);
    let read = thidua::lift(&world.root.join("inputs"), &[name.to_owned()], &thidua::read::Readers::Here);
    let tables = &read.output[0].tables;
    assert_eq!(tables.is_empty(), read.notes.iter().any(|note| note.verdict() == Verdict::File), "{:?}", read.notes);
    (!tables.is_empty()).then(|| format!("{tables:?}"))
}

#[test]
fn half_a_copy_is_never_half_read() {
    let world = World::empty();
    for (name, bytes) in [("a.xlsx", form()), ("a.xls", kept("form.xls")), ("a.ods", kept("form.ods"))] {
        let whole = read(&world, name, &bytes).unwrap();
        for step in 0..60 {
            let part = &bytes[..bytes.len() * step / 60];
            let tables = read(&world, name, part);
            assert!(tables.is_none() || tables.as_ref() == Some(&whole), "{name} cut at {}", part.len());
        }
    }
}

#[test]
fn a_flipped_bit_is_seen_by_the_checksums() {
    let world = World::empty();
    let mut random = fastrand::Rng::with_seed(4);
    for (name, bytes) in [("a.xlsx", form()), ("a.ods", kept("form.ods"))] {
        let whole = read(&world, name, &bytes).unwrap();
        for _ in 0..150 {
            let mut flipped = bytes.clone();
            let at = random.usize(..flipped.len());
            flipped[at] ^= 1 << random.u8(..8);
            let tables = read(&world, name, &flipped);
            assert!(tables.is_none() || tables.as_ref() == Some(&whole), "{name}, byte {at}");
        }
    }
}

#[test]
fn a_damaged_file_is_named_without_a_word_of_the_reading_library() {
    for (name, bytes) in [("hai.xlsx", form()), ("hai.xls", kept("form.xls")), ("hai.ods", kept("form.ods"))] {
        let world = World::whole();
        world.remove("k1/hai.xlsx");
        world.bytes(&format!("k1/{name}"), &bytes[..bytes.len() / 2]);
        let ended = world.run(&[]);
        assert_eq!(ended.code, 1, "{}", ended.stderr);
        let said =
            "lỗi[damaged-workbook]: không mở được tệp: tệp hỏng, tải về chưa đủ hoặc đang mở ở chương trình khác\n";
        assert!(ended.stderr.contains(said), "{}", ended.stderr);
        assert!(ended.stderr.contains(&format!("--> inputs/k1/{name}")), "{}", ended.stderr);
        assert!(!ended.stderr.contains("panicked") && !ended.stderr.contains("EOCD"), "{}", ended.stderr);
        let english = world.run(&["--lang", "en"]);
        assert!(english.stderr.contains("error[damaged-workbook]"), "{}", english.stderr);
        assert_eq!(world.run(&["--strict"]).code, 3);
    }
}

#[test]
fn an_empty_file_of_any_kind_is_called_empty() {
    for name in ["hai.xlsx", "hai.xls", "hai.ods", "hai.csv"] {
        let world = World::whole();
        world.remove("k1/hai.xlsx");
        world.bytes(&format!("k1/{name}"), b"");
        let ended = world.run(&[]);
        assert_eq!(ended.code, 1, "{}", ended.stderr);
        assert!(ended.stderr.contains("lỗi[empty-file]: tệp trống, không có byte nào"), "{}", ended.stderr);
    }
}

#[test]
fn a_gigabyte_is_not_even_opened() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    let file = fs::File::create(world.root.join("inputs/k1/hai.csv")).unwrap();
    file.set_len(1 << 30).unwrap();
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("lỗi[too-large]: tệp lớn hơn mức chương trình đọc"), "{}", ended.stderr);
    assert!(ended.stderr.contains("không quá 20 MiB"), "{}", ended.stderr);
}

/// Root may read anything, so the program is run as nobody where the tests are run as root.
#[cfg(unix)]
#[test]
fn what_the_system_does_not_let_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let world = World::whole();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let (file, folder) = (world.root.join("inputs/k1/hai.xlsx"), world.root.join("inputs/k2"));
    mode(&file, 0o000);
    mode(&folder, 0o000);
    let program = world.root.join("program");
    fs::copy(env!("CARGO_BIN_EXE_thidua"), &program).unwrap();
    let mut command = std::process::Command::new(program);
    command.arg("check").current_dir(&world.root);
    if fs::read(&file).is_ok() {
        command.uid(65_534);
    }
    let ended = command.output().unwrap();
    mode(&folder, 0o755);
    let stderr = String::from_utf8(ended.stderr).unwrap() + &String::from_utf8(ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{stderr}");
    let said =
        "lỗi[unreadable-file]: máy không cho đọc tệp hoặc thư mục này (máy báo: Permission denied (os error 13))";
    assert_eq!(stderr.matches(said).count(), 2, "{stderr}");
    for path in ["--> inputs/k1/hai.xlsx", "--> inputs/k2\n"] {
        assert!(stderr.contains(path), "{path}: {stderr}");
    }
}

#[test]
fn lock_files_are_skipped_and_a_lone_one_is_told() {
    let world = World::whole();
    for name in
        ["k1/~$hai.xlsx", "k1/.DS_Store", "k1/Thumbs.db", "k1/desktop.ini", "k1/hai.xlsx.tmp", "k1/x.crdownload"]
    {
        world.bytes(name, b"x");
    }
    for name in ["k1/~$nam.xlsx", "k1/.~lock.sau.ods#", "k1/bay.xlsx.crdownload"] {
        world.bytes(name, b"x");
    }
    let ended = world.run(&["--verbose"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("[lock-file]") && ended.stderr.contains("inputs/k1/~$hai.xlsx"), "{}", ended.stderr);
    for (original, name) in [("sau.ods", "k1/.~lock.sau.ods#"), ("bay.xlsx", "k1/bay.xlsx.crdownload")] {
        let said = format!("không thấy tệp gốc `{original}`");
        assert!(ended.stderr.contains(&said) && ended.stderr.contains(name), "{}", ended.stderr);
    }
    let said =
        "lưu ý[only-lock-file]: chỉ có tệp tạm, không thấy tệp gốc `nam.xlsx`; tệp gốc có thể đang mở trong Excel";
    assert!(ended.stderr.contains(said) && ended.stderr.contains("inputs/k1/~$nam.xlsx"), "{}", ended.stderr);
}

#[cfg(unix)]
#[test]
fn links_folders_and_devices_are_never_opened() {
    let world = World::whole();
    let inputs = world.root.join("inputs/k1");
    fs::rename(inputs.join("hai.xlsx"), world.root.join("hai.xlsx")).unwrap();
    std::os::unix::fs::symlink(world.root.join("hai.xlsx"), inputs.join("hai.xlsx")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", inputs.join("zero.csv")).unwrap();
    fs::create_dir(inputs.join("folder.xlsx")).unwrap();
    std::process::Command::new("mkfifo").arg(inputs.join("pipe.xlsx")).status().unwrap();
    std::os::unix::fs::symlink(&world.root, inputs.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("round", inputs.join("round")).unwrap();
    std::os::unix::fs::symlink("nowhere", inputs.join("lost.xls")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(inputs.join("socket.ods")).unwrap();
    let ended = world.run(&[]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    let said =
        "lỗi[not-a-regular-file]: đây không phải một tệp thường (là lối tắt, thư mục hoặc thiết bị) nên không mở";
    assert!(ended.stderr.contains(said), "{}", ended.stderr);
    let refused = ended.stderr.matches("lỗi[not-a-regular-file]").count();
    assert_eq!(refused, 8, "{}", ended.stderr);
    assert!(ended.stderr.contains("[rejected-file-of-unknown-kind]"), "{}", ended.stderr);
    for name in ["hai.xlsx", "zero.csv", "folder.xlsx", "pipe.xlsx", "elsewhere", "round", "lost.xls", "socket.ods"] {
        assert!(ended.stderr.contains(&format!("inputs/k1/{name}")), "{name}: {}", ended.stderr);
    }
}
