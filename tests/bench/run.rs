//! In: a command. Out: how long it took, for how long processors worked for it, and the most memory that it and the
//! processes it started held together.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Between two looks at a process.
const LOOK: Duration = Duration::from_millis(5);
/// Looks from one at its memory to the next. They take a processor for a while, which a program on all cores would miss
/// and one on a single core would not.
const SELDOM: u32 = 10;
/// The ticks of a second in which Linux counts processor time.
const TICKS: f64 = 100.0;

/// What a run took.
#[derive(Clone, Debug)]
pub struct Run {
    pub seconds: f64,
    /// Seconds that processors worked; none where the system does not tell.
    pub worked: Option<f64>,
    /// In KiB; none where the system does not tell.
    pub memory: Option<u64>,
    pub code: i32,
    /// What it printed; at most some lines, as a pipe holds them.
    pub said: String,
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> std::io::Result<Run> {
    watched(command, None)
}

/// Runs a command to its end, and stops it and what it started every so often while something else is done: both then meet
/// the machine at its faster and at its slower hours alike. The seconds are those in which it was not stopped.
pub fn run_in_turns(command: &mut Command, every: Duration, other: &mut dyn FnMut()) -> std::io::Result<Run> {
    watched(command, Some((every, other)))
}

fn watched(command: &mut Command, mut turns: Option<(Duration, &mut dyn FnMut())>) -> std::io::Result<Run> {
    let (started, mut since, mut stopped) = (Instant::now(), Instant::now(), Duration::ZERO);
    if turns.is_some() {
        pause::apart(command);
    }
    let mut child = command.stdout(Stdio::piped()).stdin(Stdio::null()).spawn()?;
    let (mut memory, mut time, mut looks) = (None, None, 0_u32);
    let status = loop {
        match state(&child.id().to_string()) {
            Some(now) => {
                time = Some(now.worked);
                if now.ended {
                    break child.wait()?;
                }
                if looks.is_multiple_of(SELDOM) {
                    memory = memory.max(held(&child));
                }
                looks += 1;
            }
            None => {
                if let Some(status) = child.try_wait()? {
                    break status;
                }
            }
        }
        sleep(LOOK);
        if let Some((_, other)) = turns.as_mut().filter(|(every, _)| since.elapsed() >= *every) {
            let from = Instant::now();
            pause::during(&child, other)?;
            stopped += from.elapsed();
            since = Instant::now();
        }
    };
    let seconds = started.elapsed().saturating_sub(stopped).as_secs_f64();
    let said = child.stdout.take().map(std::io::read_to_string).transpose()?.unwrap_or_default();
    Ok(Run { seconds, worked: time, memory, code: status.code().unwrap_or(-1), said })
}

#[cfg(unix)]
mod pause {
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command};

    use rustix::process::{Pid, Signal, kill_process_group};

    /// What it starts is stopped with it, and nothing else.
    pub fn apart(command: &mut Command) {
        command.process_group(0);
    }

    pub fn during(child: &Child, other: &mut dyn FnMut()) -> std::io::Result<()> {
        let group = Pid::from_child(child);
        kill_process_group(group, Signal::STOP)?;
        other();
        Ok(kill_process_group(group, Signal::CONT)?)
    }
}

/// No process can be stopped here: it has no turns.
#[cfg(not(unix))]
mod pause {
    use std::process::{Child, Command};

    pub fn apart(_: &mut Command) {}

    pub fn during(_: &Child, _: &mut dyn FnMut()) -> std::io::Result<()> {
        Ok(())
    }
}

/// How far a process has got.
struct State {
    /// It has ended, and nobody has asked for its end yet.
    ended: bool,
    /// Seconds that processors worked for it and for the processes it has waited for.
    worked: f64,
}

/// Seconds that processors have worked for this process.
pub fn worked() -> f64 {
    state("self").map_or(0.0, |now| now.worked)
}

fn state(process: &str) -> Option<State> {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // the name, in brackets, may hold anything
    let fields: Vec<&str> = told.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11..15)?.iter().filter_map(|field| field.parse::<f64>().ok()).sum();
    Some(State { ended: fields[0] == "Z", worked: ticks / TICKS })
}

/// What a process and those it started hold now; its own high mark where it started none.
fn held(child: &Child) -> Option<u64> {
    let root = child.id();
    let below = descendants(root);
    let status = |process: u32| fs::read_to_string(format!("/proc/{process}/status")).ok();
    if below.is_empty() {
        return line(&status(root)?, "VmHWM:");
    }
    let all = below.into_iter().chain([root]);
    all.filter_map(|process| line(&status(process)?, "VmRSS:")).reduce(|sum, one| sum + one)
}

fn descendants(process: u32) -> Vec<u32> {
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else { return Vec::new() };
    let children = threads.flatten().filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    let children: Vec<u32> = children.flat_map(|said| numbers(&said)).collect();
    children.iter().flat_map(|child| descendants(*child).into_iter().chain([*child])).collect()
}

fn numbers(said: &str) -> Vec<u32> {
    said.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// The number of KiB in a line of a status.
fn line(status: &str, name: &str) -> Option<u64> {
    let said = status.lines().find_map(|line| line.strip_prefix(name))?;
    said.split_whitespace().next()?.parse().ok()
}

/// The one of the middle time.
pub fn middle<T>(mut all: Vec<T>, seconds: impl Fn(&T) -> f64) -> Option<T> {
    all.sort_by(|one, other| seconds(one).total_cmp(&seconds(other)));
    let middle = all.len().checked_sub(1)? / 2;
    Some(all.swap_remove(middle))
}
