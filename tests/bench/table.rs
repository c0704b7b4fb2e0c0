//! In: what was measured. Out: the table for the README, in Markdown, with the day and the machine it was measured on.

use std::fmt::Write;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use super::run::Run;
use super::trial::Trial;

/// The whole table.
pub fn table(trials: &[Trial]) -> String {
    let mut out = format!("{}\n", machine());
    for trial in trials {
        compared(&mut out, trial);
        charts(&mut out, trial);
        for missing in trial.scripts.iter().filter_map(|script| script.as_ref().err()) {
            let _ = writeln!(out, "\nNot measured: {missing}");
        }
        if let Some([without, with]) = &trial.one {
            let _ = writeln!(
                out,
                "\nOne bloc of 10 members, every output: {:.2} s without charts, {:.2} s with.",
                without.seconds, with.seconds
            );
        }
    }
    growth(&mut out, trials);
    out
}

/// The day, the processors and the memory.
fn machine() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let day = chrono::DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(0), 0);
    let day = day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let told = |file: &str, key: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(key)).map(str::to_owned);
        line.and_then(|line| line.split(':').nth(1).map(|said| said.trim().to_owned())).unwrap_or_default()
    };
    let memory: u64 = told("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
    format!("{day}, {cores} cores ({}), {} GiB", told("/proc/cpuinfo", "model name"), memory.div_ceil(1 << 20))
}

/// A row against the program's own.
struct Row<'a> {
    name: &'a str,
    seconds: f64,
    worked: Option<f64>,
    cells: [Option<u64>; 2],
    memory: Option<u64>,
}

/// The program against the others, for one number of workbooks.
fn compared(out: &mut String, trial: &Trial) {
    let Some([read, written]) = trial.bare else { return };
    let _ = write!(
        out,
        "\n{} workbooks of 60 criteria, {} blocs; JSON, CSV and workbooks with live formulas, no charts\n\n\
         | | seconds | times thidua | processor seconds | times thidua | cells read | cells written | MiB |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|\n",
        grouped(trial.workbooks as u64),
        trial.blocs
    );
    let ours = &trial.plain;
    let both = [Some(read.cells), Some(written.cells)];
    let sums = (read.seconds + written.seconds, read.worked + written.worked);
    let mut rows = vec![
        Row { name: "**thidua**", seconds: ours.seconds, worked: ours.worked, cells: both, memory: ours.memory },
        Row {
            name: "bare calamine",
            seconds: read.seconds,
            worked: Some(read.worked),
            cells: [both[0], None],
            memory: None,
        },
        Row {
            name: "bare rust_xlsxwriter, the same cells",
            seconds: written.seconds,
            worked: Some(written.worked),
            cells: [None, both[1]],
            memory: None,
        },
        Row { name: "both", seconds: sums.0, worked: Some(sums.1), cells: both, memory: None },
    ];
    rows.extend(trial.scripts.iter().flatten().map(|script| Row {
        name: script.made_with,
        seconds: script.run.seconds,
        worked: Some(script.worked),
        cells: [Some(read.cells), Some(script.cells)],
        memory: script.run.memory,
    }));
    for row in rows {
        let worked = row.worked.map(|worked| format!("{worked:.2}"));
        let more_work = row.worked.zip(ours.worked).map(|(worked, own)| format!("{:.2}", worked / own));
        let [read, written] = row.cells.map(|cells| said(cells.map(grouped)));
        let memory = said(row.memory.map(|memory| (memory / 1024).to_string()));
        let times = row.seconds / ours.seconds;
        let _ = writeln!(
            out,
            "| {} | {:.2} | {times:.2} | {} | {} | {read} | {written} | {memory} |",
            row.name,
            row.seconds,
            said(worked),
            said(more_work)
        );
    }
}

/// The charts: what they add to a run, and what the scripts took for theirs.
fn charts(out: &mut String, trial: &Trial) {
    let Some(drawn) = trial.charts.as_ref().filter(|drawn| drawn.pictures > 0) else { return };
    let own = drawn.seconds / drawn.pictures as f64;
    let _ = write!(
        out,
        "\n| charts, PNG and SVG | seconds | files | milliseconds for a file | times thidua |\n|---|---:|---:|---:|---:|\n"
    );
    let mut row = |name: &str, seconds: f64, files: u64, one: f64| {
        let (files, times) = (grouped(files), one / own);
        let _ = writeln!(out, "| {name} | {seconds:.2} | {files} | {:.1} | {times:.2} |", one * 1000.0);
    };
    row("**thidua**", drawn.seconds, drawn.pictures as u64, own);
    for script in trial.scripts.iter().flatten().filter(|script| script.pictures > 0) {
        row(script.made_with, script.charts, script.pictures, script.charts / script.pictures as f64);
    }
}

/// Time for a workbook and memory, as the numbers grow.
fn growth(out: &mut String, trials: &[Trial]) {
    let _ = write!(
        out,
        "\n| workbooks, no charts | seconds | milliseconds for one | times the smallest's, by turns | processor milliseconds for one | MiB |\n\
         |---:|---:|---:|---:|---:|---:|\n"
    );
    for Trial { workbooks, plain, grown, .. } in trials {
        let each = |seconds: f64| format!("{:.2}", seconds / *workbooks as f64 * 1000.0);
        let (workbooks, worked) = (grouped(*workbooks as u64), said(plain.worked.map(each)));
        let _ = writeln!(
            out,
            "| {workbooks} | {:.1} | {} | {} | {worked} | {} |",
            plain.seconds,
            each(plain.seconds),
            said(grown.map(|times| format!("{times:.2}"))),
            held(plain)
        );
    }
}

fn held(run: &Run) -> String {
    said(run.memory.map(|memory| (memory / 1024).to_string()))
}

/// What is there to say, or a dash.
fn said(there: Option<String>) -> String {
    there.unwrap_or_else(|| "-".to_owned())
}

/// 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.char_indices().map(|(index, digit)| {
        let comma = index > 0 && (digits.len() - index).is_multiple_of(3);
        if comma { format!(",{digit}") } else { digit.to_string() }
    });
    places.collect()
}
