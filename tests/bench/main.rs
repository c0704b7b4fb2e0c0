//! The benchmark: `cargo bench --bench speed`, with sizes and options after `--`.
//!
//! It makes forms of 60 criteria, scores them with the program, reads and writes the same cells with the libraries alone,
//! does the same with two scripts in Python, and writes a table of the ratios. Nothing here is asserted of the time; that
//! the scripts come to the program's totals is.
//!
//! `-- 1000 10000 --ours-only`: these numbers of workbooks, the smallest first, and the program alone; the larger ones are
//! stopped now and then for the smallest to run, and both compared. `--repeat 3`: the median of so many runs. `--charts 10`:
//! pictures of so many blocs, 100 at most unless said. `--keep`: the files are left. The scripts run under
//! `THIDUA_PYTHON`, or `python3`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints")]

mod bare;
mod compact;
mod make;
mod run;
mod script;
mod table;
mod trial;

use std::error::Error;
use std::path::{Path, PathBuf};

use trial::{Trial, Wanted, clear};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let args: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    if let Some(looped) = match words.as_slice() {
        ["bare-read", folder] => Some(bare::read(Path::new(folder))?),
        ["bare-write", from, to] => Some(bare::write(Path::new(from), Path::new(to))?),
        _ => None,
    } {
        println!("{} {} {}", looped.seconds, looped.worked, looped.cells);
        return Ok(());
    }
    let wanted = wanted(&words)?;
    let (mut trials, mut smallest) = (Vec::new(), None::<(make::Made, usize)>);
    for workbooks in sizes(&words) {
        let few = smallest.as_ref().map(|(made, few)| (made, *few));
        let (trial, made) = Trial::of(&folder(workbooks), workbooks, few, &wanted)?;
        trials.push(trial);
        if smallest.is_none() {
            smallest = Some((made, workbooks));
        } else if !wanted.keep {
            clear(&made.root)?;
        }
        let told = table::table(&trials);
        std::fs::write(folder(0).with_file_name("speed.md"), &told)?;
        println!("{told}");
    }
    if let Some((smallest, _)) = smallest.filter(|_| !wanted.keep) {
        clear(&smallest.root)?;
    }
    println!("{}", folder(0).with_file_name("speed.md").display());
    Ok(())
}

fn folder(workbooks: usize) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("speed-{workbooks}"))
}

/// The numbers of workbooks asked for: 1,000 where none is.
fn sizes(words: &[&str]) -> Vec<usize> {
    let after_option = |index: usize| index > 0 && NUMBERED.contains(&words[index - 1]);
    let numbers = words.iter().enumerate().filter(|(index, _)| !after_option(*index));
    let sizes: Vec<_> = numbers.filter_map(|(_, word)| word.parse().ok()).collect();
    if sizes.is_empty() { vec![1000] } else { sizes }
}

/// The options that a number follows.
const NUMBERED: [&str; 2] = ["--repeat", "--charts"];

fn wanted(words: &[&str]) -> Result<Wanted, String> {
    let known = |word: &str| NUMBERED.contains(&word) || ["--ours-only", "--keep"].contains(&word);
    if let Some(odd) = words.iter().find(|word| word.parse::<usize>().is_err() && !known(word)) {
        return Err(format!("not understood: {odd}"));
    }
    let number = |option: &str, otherwise: usize| {
        let at = words.iter().position(|word| *word == option);
        at.and_then(|at| words.get(at + 1)?.parse().ok()).unwrap_or(otherwise)
    };
    Ok(Wanted {
        others: !words.contains(&"--ours-only"),
        charts: number("--charts", 100),
        keep: words.contains(&"--keep"),
        repeat: number("--repeat", 3),
    })
}
