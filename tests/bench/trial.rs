//! In: a number of workbooks. Out: what the program, the bare libraries and the scripts took for them, one after the other
//! and by turns, so that a machine that is busy for a while is so for all.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use thidua::write::OUTPUTS;

use super::bare::Looped;
use super::make::{self, Made};
use super::run::{Run, middle, run, run_in_turns};
use super::script::{self, Script, Scripted, Standings};

type Failure = Box<dyn Error + Send + Sync>;

/// Outputs that no script makes; charts are asked for by name.
const LEFT_OUT: [&str; 3] = ["charts", "notices", "yearly-forms"];

/// How long a run lasts until the smallest has its turn.
const TURN: Duration = Duration::from_secs(10);

/// What is to be measured.
pub struct Wanted {
    pub others: bool,
    /// Blocs that pictures are drawn of.
    pub charts: usize,
    pub keep: bool,
    pub repeat: usize,
}

/// What was measured for a number of workbooks.
pub struct Trial {
    pub workbooks: usize,
    pub blocs: usize,
    /// The program, without charts.
    pub plain: Run,
    /// How many times as long a workbook took as one of the smallest trial, both by turns; none in that itself.
    pub grown: Option<f64>,
    /// What its charts took.
    pub charts: Option<Drawn>,
    /// The libraries alone, with the cells that they read and wrote.
    pub bare: Option<[Looped; 2]>,
    /// The scripts, or why there are none.
    pub scripts: Vec<Result<Scripted, String>>,
    /// One bloc of ten, everything else written: without charts and with them.
    pub one: Option<[Run; 2]>,
}

/// What the charts of some blocs took, more than the same run without them.
pub struct Drawn {
    pub seconds: f64,
    /// Pictures, of either kind.
    pub pictures: usize,
}

impl Trial {
    /// Makes the workbooks and measures; by turns with so many of the smallest trial, where that is another one.
    pub fn of(
        root: &Path,
        workbooks: usize,
        smallest: Option<(&Made, usize)>,
        wanted: &Wanted,
    ) -> Result<(Self, Made), Failure> {
        clear(root)?;
        eprintln!("{workbooks} workbooks are made");
        let made = make::make(root, workbooks)?;
        let plain: Vec<_> =
            OUTPUTS.iter().map(|output| output.name()).filter(|name| !LEFT_OUT.contains(name)).collect();
        let (mut ours, mut grown, mut read, mut written) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut scripted = script::SCRIPTS.map(|_| Vec::new());
        for round in 1..=wanted.repeat {
            eprintln!("round {round} of {}", wanted.repeat);
            match smallest {
                None => ours.push(scored(&made, "plain", &plain)?),
                Some(smallest) => {
                    let (run, times) = scored_in_turns((&made, workbooks), smallest, &plain)?;
                    ours.push(run);
                    grown.push(times);
                }
            }
            if wanted.others {
                let (inputs, to) = (made.inputs(), root.join("bare"));
                let books = set(&made, "plain").join("bloc");
                gather_blocs(&set(&made, "plain"), &books)?;
                read.push(bare(&["bare-read".as_ref(), inputs.as_ref()])?);
                written.push(bare(&["bare-write".as_ref(), books.as_ref(), to.as_ref()])?);
                fs::remove_dir_all(&books)?;
                let ours = script::standings(&set(&made, "plain"))?;
                for (runs, own) in scripted.iter_mut().zip(&script::SCRIPTS) {
                    runs.push(scripted_as(&ours, own, &made, if round == 1 { wanted.charts } else { 0 }));
                }
            }
        }
        let blocs = wanted.charts.min(made.blocs());
        let charts = (blocs > 0).then(|| drawn(&root.join("drawn"), blocs)).transpose()?;
        let scripts = scripted.into_iter().filter_map(middle_script).collect();
        let seconds = |own: &Looped| own.seconds;
        let bare = middle(read, seconds).zip(middle(written, seconds)).map(|(read, written)| [read, written]);
        let one = wanted.others.then(|| one_bloc(&root.join("one"), wanted.repeat)).transpose()?;
        let trial = Self {
            workbooks,
            blocs: made.blocs(),
            plain: middle(ours, |own| own.seconds).ok_or("no run")?,
            grown: middle(grown, |times| *times),
            charts,
            bare,
            scripts,
            one,
        };
        Ok((trial, made))
    }
}

/// Takes away what is there of a trial.
pub fn clear(root: &Path) -> std::io::Result<()> {
    if root.exists() { fs::remove_dir_all(root) } else { Ok(()) }
}

/// Where the set of a run stands.
fn set(made: &Made, name: &str) -> PathBuf {
    made.root.join(name).join("2023-tong-ket")
}

/// Runs the program.
fn scored(made: &Made, name: &str, outputs: &[&str]) -> Result<Run, Failure> {
    sound(run(&mut scoring(made, name, outputs)?)?)
}

/// Runs the program by turns with that on the smallest number of workbooks; also how many times as long one took.
fn scored_in_turns(
    (made, workbooks): (&Made, usize),
    (smallest, few): (&Made, usize),
    outputs: &[&str],
) -> Result<(Run, f64), Failure> {
    let mut small = vec![scored(smallest, "plain", outputs)];
    let mut other = || small.push(scored(smallest, "plain", outputs));
    let run = sound(run_in_turns(&mut scoring(made, "plain", outputs)?, TURN, &mut other)?)?;
    small.push(scored(smallest, "plain", outputs));
    let seconds = small.into_iter().map(|run| run.map(|run| run.seconds)).collect::<Result<Vec<_>, _>>()?;
    let mean = seconds.iter().sum::<f64>() / seconds.len() as f64;
    let times = run.seconds / workbooks as f64 / (mean / few as f64);
    Ok((run, times))
}

/// The program on these workbooks; the set of an earlier run is taken away first.
fn scoring(made: &Made, name: &str, outputs: &[&str]) -> Result<Command, Failure> {
    let scoring = made.scoring(name, outputs)?;
    let to = made.root.join(name);
    clear(&to)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.arg("--scoring").arg(scoring).arg("--inputs").arg(made.inputs()).arg("--outputs").arg(to).arg("--quiet");
    Ok(command)
}

fn sound(run: Run) -> Result<Run, Failure> {
    if run.code != 0 { Err(format!("the program ended with {}", run.code).into()) } else { Ok(run) }
}

/// The workbooks of the blocs alone, beside the others of the set.
fn gather_blocs(set: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for file in super::bare::workbooks(set) {
        let name = file.file_name().unwrap_or_default();
        if name.to_string_lossy().starts_with("xep-hang_") {
            fs::hard_link(&file, to.join(name))?;
        }
    }
    Ok(())
}

/// A loop of the libraries alone, in a process of its own.
fn bare(args: &[&Path]) -> Result<Looped, Failure> {
    let run = run(Command::new(std::env::current_exe()?).args(args))?;
    let words: Vec<_> = run.said.split_whitespace().collect();
    let [seconds, worked, cells] = words[..] else { return Err("a bare loop failed".into()) };
    Ok(Looped { seconds: seconds.parse()?, worked: worked.parse()?, cells: cells.parse()? })
}

/// A script, with the pictures of so many blocs; its totals and ranks are the program's.
fn scripted_as(ours: &Standings, own: &Script, made: &Made, charts: usize) -> Result<Scripted, String> {
    eprintln!("{} runs", own.file);
    let done = script::run_script(own, made, charts)?;
    assert_eq!(done.standings, *ours, "{}: other totals than the program's", own.file);
    Ok(done)
}

/// The run of a script that took the middle time, with the charts of the first; why there is none, where one failed.
fn middle_script(runs: Vec<Result<Scripted, String>>) -> Option<Result<Scripted, String>> {
    let runs: Result<Vec<Scripted>, String> = runs.into_iter().collect();
    let of_rounds = |runs: Vec<Scripted>| {
        let (charts, pictures) = runs.first().map(|first| (first.charts, first.pictures))?;
        Some(Scripted { charts, pictures, ..middle(runs, |own| own.run.seconds)? })
    };
    runs.map(of_rounds).transpose()
}

/// The charts of so many blocs.
fn drawn(root: &Path, blocs: usize) -> Result<Drawn, Failure> {
    let made = make::make(root, blocs * super::compact::MEMBERS)?;
    let without = scored(&made, "plain", &["ket-qua"])?;
    let with = scored(&made, "charts", &["ket-qua", "charts"])?;
    Ok(Drawn { seconds: with.seconds - without.seconds, pictures: pictures(&set(&made, "charts")) })
}

/// One bloc of ten members, with every output there is.
fn one_bloc(root: &Path, repeat: usize) -> Result<[Run; 2], Failure> {
    let made = make::make(root, super::compact::MEMBERS)?;
    let all: Vec<_> = OUTPUTS.iter().map(|output| output.name()).collect();
    let plain: Vec<_> = all.iter().copied().filter(|name| *name != "charts").collect();
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..repeat.max(3) {
        without.push(scored(&made, "plain", &plain)?);
        with.push(scored(&made, "charts", &all)?);
    }
    let [without, with] = [without, with].map(|runs| middle(runs, |own| own.seconds));
    Ok([without.ok_or("no run")?, with.ok_or("no run")?])
}

fn pictures(folder: &Path) -> usize {
    let entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let is_one = |path: &Path| path.extension().is_some_and(|ending| ending == "svg" || ending == "png");
    entries.iter().map(|path| if path.is_dir() { pictures(path) } else { usize::from(is_one(path)) }).sum()
}
