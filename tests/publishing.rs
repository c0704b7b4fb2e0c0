//! Outputs that cannot be written, or that somebody else writes: said before anything is read, and the set stays.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use crate::harness::{Ended, World, rows};

const SET: &str = "outputs/2023-tong-ket";

#[test]
fn while_another_run_holds_the_outputs_nothing_is_read_or_written() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs");
    let lock = File::options().write(true).open(world.root.join("outputs/.khoa")).unwrap();
    lock.lock().unwrap();
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(97.0));
    world.scoring("no toml");
    let ended = world.run(&[]);
    assert!(ended.code == 4 && ended.stderr.contains("lỗi[outputs-busy]"), "{}", ended.stderr);
    assert_eq!(world.files("outputs"), before);
    drop(lock);
    world.scoring(crate::harness::SCORING);
    assert_eq!(world.run(&[]).code, 0);
}

#[test]
fn of_eight_runs_at_once_one_writes_at_a_time() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let old = world.files(SET);
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(97.0));
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
        command.current_dir(&world.root).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let runs: Vec<_> = (0..8).map(|_| run()).collect();
    let mut wrote = 0;
    for run in runs {
        let ended = run.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        match ended.status.code() {
            Some(0) => wrote += 1,
            Some(4) => assert!(said.contains("lỗi[outputs-busy]"), "{said}"),
            other => panic!("{other:?}: {said}"),
        }
    }
    assert!(wrote >= 1);
    let new = world.files(SET);
    assert_ne!(new, old);
    assert_eq!(world.run(&[]).code, 0);
    assert_eq!(world.files(SET), new);
    assert_eq!(world.files("outputs/ban-luu/2023-tong-ket-1"), old);
    assert!(!world.root.join("outputs/ban-luu/2023-tong-ket-2").exists());
}

/// Where the outputs cannot be written it is said first, though scoring.toml is none and there are no inputs.
#[track_caller]
fn unwritable(ended: &Ended) {
    assert_eq!(ended.code, 4, "{}", ended.stderr);
    assert!(ended.stderr.contains("lỗi[outputs-unwritable]") && !ended.stderr.contains("toml"), "{}", ended.stderr);
}

#[test]
fn outputs_that_are_a_file() {
    let world = World::empty();
    world.scoring("no toml");
    fs::write(world.root.join("outputs"), "mine").unwrap();
    unwritable(&world.run(&[]));
    assert_eq!(fs::read(world.root.join("outputs")).unwrap(), b"mine");
}

/// Root may write anywhere, so the program is run as nobody where the tests are run as root.
#[cfg(unix)]
#[test]
fn outputs_that_may_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs");
    world.scoring("no toml");
    let outputs = world.root.join("outputs");
    let mode = |mode| fs::set_permissions(&outputs, fs::Permissions::from_mode(mode)).unwrap();
    let program = world.root.join("program");
    fs::copy(env!("CARGO_BIN_EXE_thidua"), &program).unwrap();
    mode(0o555);
    let mut command = Command::new(program);
    command.current_dir(&world.root);
    if File::create(outputs.join("x")).is_ok() {
        fs::remove_file(outputs.join("x")).unwrap();
        command.uid(65_534);
    }
    let ended = command.output().unwrap();
    mode(0o755);
    let said = |bytes| String::from_utf8(bytes).unwrap();
    let code = ended.status.code().unwrap();
    unwritable(&Ended { code, stdout: said(ended.stdout), stderr: said(ended.stderr) });
    assert_eq!(world.files("outputs"), before);
}

#[cfg(unix)]
#[test]
fn a_result_that_may_only_be_read_is_replaced_like_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files(SET);
    for (path, _) in &before {
        fs::set_permissions(world.root.join(SET).join(path), fs::Permissions::from_mode(0o444)).unwrap();
    }
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(97.0));
    assert_eq!(world.run(&[]).code, 0);
    assert_ne!(world.files(SET), before);
    assert_eq!(world.files("outputs/ban-luu/2023-tong-ket-1"), before);
}

/// The system refuses to let a file grow beyond so many bytes, as a full disk does: in the middle of a file.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_leaves_the_earlier_set() {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let before = world.files("outputs");
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(97.0));
    for blocks in ["0", "4", "16", "32"] {
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\"");
        let mut command = Command::new("sh");
        command.args(["-c", &limited, env!("CARGO_BIN_EXE_thidua")]).current_dir(&world.root);
        let ended = command.output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(4), "{blocks}: {said}");
        assert!(said.contains("lỗi[outputs-unwritable]") && said.contains("os error 27"), "{blocks}: {said}");
        assert_eq!(world.files("outputs"), before, "{blocks}");
    }
    assert_eq!(world.run(&[]).code, 0);
    assert_ne!(world.files("outputs"), before);
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let world = World::whole();
    for args in [&["--verbose"][..], &["--json"], &["check", "--verbose"], &["rules"], &["--help"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
        command.args(args).current_dir(&world.root).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panicked"), "{args:?}: {said}");
    }
    assert!(!world.files(SET).is_empty());
}
