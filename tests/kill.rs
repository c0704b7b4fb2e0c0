//! The program killed at moments spread over its run and at the very moments of its swap: after each the outputs are the old
//! set or the new one, whole by the manifest's hashes, and the next run finishes.

#![allow(clippy::print_stdout, reason = "what was counted is shown with --nocapture")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use crate::harness::{World, rows};

const SET: &str = "outputs/2023-tong-ket";

type Files = Vec<(String, Vec<u8>)>;

/// What a kill left.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Left {
    Old,
    New,
    /// Neither is in place, both stand beside each other with the note of the swap.
    Between,
}

/// Every file that the manifest of the set names has the hash that it gives, and there is no other.
#[track_caller]
fn whole(set: &Files) {
    let manifest = set.iter().find(|(path, _)| path == "du-lieu-may/manifest.json").expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest.1).unwrap();
    let listed = manifest["outputs"].as_array().unwrap();
    assert_eq!(listed.len() + 1, set.len(), "the manifest and the files it names, and no other");
    for file in listed {
        let (_, bytes) = set.iter().find(|(path, _)| file["path"] == path.as_str()).expect("a file that is named");
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert_eq!(file["sha256"], hash.as_str(), "{}", file["path"]);
    }
}

fn spawn(world: &World) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.arg("--quiet").current_dir(&world.root).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// Inputs of which nothing was published yet.
fn change(world: &World, number: u32) {
    world.form("k1/hai", "k1", "Đơn vị Hai", &rows(60.0 + f64::from(number) / 16.0));
}

/// The newest of the earlier sets.
fn newest_kept(world: &World) -> Option<Files> {
    let kept = fs::read_dir(world.root.join("outputs/ban-luu")).ok()?;
    let number = |entry: fs::DirEntry| entry.file_name().to_string_lossy().rsplit('-').next()?.parse::<u32>().ok();
    let newest = kept.flatten().filter_map(number).max()?;
    Some(world.files(&format!("outputs/ban-luu/2023-tong-ket-{newest}")))
}

/// Kills a run as `when` says; what it left, and whether it was still running.
fn killed(world: &World, before: &Files, when: impl FnOnce(&mut Child)) -> (Left, bool) {
    let mut child = spawn(world);
    when(&mut child);
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    let left = world.files(SET);
    let state = if left.is_empty() {
        assert!(world.root.join("outputs/.swap").exists());
        assert_eq!(newest_kept(world).as_ref(), Some(before));
        whole(&world.files("outputs/.moi-2023-tong-ket"));
        Left::Between
    } else {
        whole(&left);
        if left == *before { Left::Old } else { Left::New }
    };
    assert_eq!(world.run(&["--quiet"]).code, 0);
    let after = world.files(SET);
    whole(&after);
    assert!(after != *before && (state != Left::New || left == after), "the set that was left is the new one");
    assert_eq!(newest_kept(world).as_ref(), Some(before), "the set before is kept");
    let mut names: Vec<_> =
        fs::read_dir(world.root.join("outputs")).unwrap().flatten().map(|e| e.file_name()).collect();
    names.sort();
    assert_eq!(names, [".khoa", "2023-tong-ket", "ban-luu"]);
    (state, running)
}

fn until_seen(child: &mut Child, path: &Path) {
    while !path.exists() && child.try_wait().unwrap().is_none() {
        std::hint::spin_loop();
    }
}

/// Kills runs at so many moments, spread evenly over the time that a run takes.
fn at_moments(moments: u32) {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let mut random = fastrand::Rng::with_seed(20_231_217);
    let (mut left, mut alive, mut tried) = ([0_u32; 3], 0_u32, 0_u32);
    while alive < moments {
        // a machine is not always as fast: the length of a run is measured anew each time
        change(&world, 2 * tried);
        let start = Instant::now();
        assert!(spawn(&world).wait().unwrap().success());
        let length = start.elapsed();
        let before = world.files(SET);
        change(&world, 2 * tried + 1);
        let at = length.mul_f64((f64::from(alive) + random.f64()) / f64::from(moments));
        let (state, running) = killed(&world, &before, |_| sleep(at));
        left[state as usize] += 1;
        alive += u32::from(running);
        tried += 1;
        assert!(tried < 5 * moments, "only {alive} of {tried} runs were still running when they were killed");
    }
    println!("killed {alive} times before its end, of {tried}; left old, new, between: {left:?}");
    assert_eq!(left.iter().sum::<u32>(), tried);
}

/// Kills runs so often as soon as a name appears among the outputs, for each of three names.
fn at_sight(often: usize) {
    let world = World::whole();
    assert_eq!(world.run(&[]).code, 0);
    let mut random = fastrand::Rng::with_seed(20_231_218);
    let (mut left, mut alive) = ([0_u32; 3], 0);
    let mut number = 0;
    for name in [".moi-2023-tong-ket/du-lieu-may/manifest.json", ".swap.moi", ".swap"] {
        let path = world.root.join("outputs").join(name);
        for round in 0..often {
            number += 1;
            let before = world.files(SET);
            change(&world, number);
            let more = Duration::from_micros(if round == 0 { 0 } else { random.u64(..600) });
            let (state, running) = killed(&world, &before, |child| {
                until_seen(child, &path);
                sleep(more);
            });
            left[state as usize] += 1;
            alive += usize::from(running);
        }
    }
    println!("killed {alive} times of {number} before its end; left old, new, between: {left:?}");
    assert!(alive > 0, "{alive} {left:?}");
}

#[test]
fn killed_at_some_moments_and_in_the_swap() {
    at_moments(12);
    at_sight(5);
}

#[test]
#[ignore = "takes minutes"]
fn killed_at_200_moments() {
    at_moments(200);
}

#[test]
#[ignore = "takes minutes"]
fn killed_60_times_in_the_swap() {
    at_sight(20);
}
