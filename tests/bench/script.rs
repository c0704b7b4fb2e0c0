//! The two scripts in Python that stand beside the benchmark: started, and their results read.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::make::Made;
use super::run::{Run, run};

/// A script, and what it is written with.
pub struct Script {
    pub file: &'static str,
    pub made_with: &'static str,
}

/// The scripts.
pub const SCRIPTS: [Script; 2] = [
    Script { file: "analyst.py", made_with: "openpyxl + pandas + matplotlib" },
    Script { file: "fast.py", made_with: "python-calamine + polars + xlsxwriter + matplotlib" },
];

/// A member's total and rank, by its name.
pub type Standings = BTreeMap<String, (String, u64)>;

/// What a script took.
pub struct Scripted {
    pub made_with: &'static str,
    /// Its run; the seconds are those before its charts.
    pub run: Run,
    /// Seconds that its charts took.
    pub charts: f64,
    /// Seconds that processors worked before its charts.
    pub worked: f64,
    /// Cells that it wrote.
    pub cells: u64,
    /// Pictures that it drew, of either kind.
    pub pictures: u64,
    pub standings: Standings,
}

/// Runs a script.
///
/// # Errors
/// What it said, where it could not be run to its end: most often a package that is not there.
pub fn run_script(own: &Script, made: &Made, charts: usize) -> Result<Scripted, String> {
    let to = made.root.join(own.file.trim_end_matches(".py"));
    let python = std::env::var_os("THIDUA_PYTHON").unwrap_or_else(|| "python3".into());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench").join(own.file);
    let mut command = Command::new(python);
    command.arg("-B").arg(file).arg(made.inputs()).arg(&to).arg(charts.to_string());
    let failed = |error: String| format!("{} ({}): {error}", own.file, own.made_with);
    let mut run = run(&mut command).map_err(|error| failed(error.to_string()))?;
    if run.code != 0 {
        return Err(failed(format!("exit {}", run.code)));
    }
    let told: Value = serde_json::from_str(&run.said).map_err(|error| failed(error.to_string()))?;
    let whole = |key: &str| told[key].as_u64().unwrap_or_default();
    let standings = result(&to.join("ket-qua.json")).map_err(|error| failed(error.to_string()))?;
    let [charts, worked] = ["charts", "worked"].map(|key| told[key].as_f64().unwrap_or_default());
    run.seconds -= charts;
    let (cells, pictures) = (whole("cells"), whole("pictures"));
    Ok(Scripted { made_with: own.made_with, run, charts, worked, cells, pictures, standings })
}

/// The program's totals and ranks.
pub fn standings(set: &Path) -> Result<Standings, Box<dyn Error + Send + Sync>> {
    result(&set.join("du-lieu-may/ket-qua.json"))
}

/// Totals to two decimals and ranks; the scripts name these keys as the program does.
fn result(file: &Path) -> Result<Standings, Box<dyn Error + Send + Sync>> {
    let told: Value = serde_json::from_slice(&fs::read(file)?)?;
    let blocs = told["blocs"].as_array().ok_or("no blocs")?;
    let all = blocs.iter().flat_map(|bloc| bloc["standings"].as_array().into_iter().flatten());
    all.map(|standing| {
        let total: f64 = standing["total"].as_str().ok_or("no total")?.parse()?;
        let name = standing["member"].as_str().ok_or("no member")?.to_owned();
        Ok((name, (format!("{total:.2}"), standing["rank"].as_u64().ok_or("no rank")?)))
    })
    .collect()
}
