//! Files made to break a reader, many in one run of the program itself beside good ones: it ends with an exit code of
//! its own, without a word of a panic, in time and memory, and the good files are ranked.

#![allow(clippy::print_stdout, reason = "what was counted is shown with --nocapture")]

mod crafted;
mod mutants;

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::World;

/// The longest a run may take.
const LONGEST: Duration = Duration::from_secs(35);
/// The most memory a run may hold, in KiB: 2.2 GiB.
const MOST: u64 = 2_306_867;
const SET: &str = "outputs/2023-tong-ket";

/// How a watched run ended.
pub struct Watched {
    /// Its exit code; none where a signal ended it.
    pub code: Option<i32>,
    pub stderr: String,
    pub took: Duration,
    /// The most memory that it was seen to hold, in KiB; with the system's own limit no more than [`MOST`].
    pub peak: u64,
}

/// Runs the program with the memory it may have, and ends it when its time is over.
pub fn watched(world: &World, args: &[&str]) -> Watched {
    let limited = format!("ulimit -v {MOST}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_thidua")]).args(args).current_dir(&world.root);
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stderr.take().unwrap();
    let said = std::thread::spawn(move || {
        let mut said = Vec::new();
        pipe.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
    });
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let code = loop {
        peak = peak.max(high_water(&status).unwrap_or_default());
        if let Some(ended) = child.try_wait().unwrap() {
            break ended.code();
        }
        if start.elapsed() > LONGEST {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    Watched { code, stderr: said.join().unwrap().unwrap(), took: start.elapsed(), peak }
}

fn high_water(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.parse().ok()
}

/// What is wrong with how a run ended, if anything: no exit code of its own, a panic, too long, too much, or a set that
/// is not the one before though nothing was published.
pub fn wrong(world: &World, ended: &Watched, before: &[(String, Vec<u8>)]) -> Option<String> {
    let Some(code) = ended.code else { return Some(format!("ended by a signal after {:?}", ended.took)) };
    if !(0..=4).contains(&code) {
        return Some(format!("exit code {code}"));
    }
    if ["panicked", "stack backtrace", "RUST_BACKTRACE", "overflowed its stack", "memory allocation"]
        .iter()
        .any(|word| ended.stderr.contains(word))
    {
        return Some(ended.stderr.chars().take(2_000).collect());
    }
    if ended.took > LONGEST || ended.peak > MOST {
        return Some(format!("{:?}, {} KiB", ended.took, ended.peak));
    }
    let published = code <= 1;
    (!published && world.files(SET) != before).then(|| format!("exit code {code}, and the outputs are not as before"))
}

/// Đơn vị Một and Đơn vị Ba of the first bloc and both members of the second are ranked.
pub fn good_files_are_ranked(world: &World) -> bool {
    let results = world.results();
    let ranked = |bloc: usize| {
        let standings = results["blocs"][bloc]["standings"].as_array().unwrap().clone();
        let ranked = standings.iter().filter(|standing| !standing["rank"].is_null());
        ranked.map(|standing| standing["member"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (first, second) = (ranked(0), ranked(1));
    ["Đơn vị Một", "Đơn vị Ba"].iter().all(|member| first.iter().any(|ranked| ranked == member)) && second.len() == 2
}
