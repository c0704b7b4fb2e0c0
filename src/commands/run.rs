//! `thidua run`: inputs and scoring.toml in; the set of outputs, a short table per bloc, an exit code out.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};
use serde_json::json;

use super::console::{Console, Progress};
use super::exit_code;
use crate::by_bloc::{self, Held, Ranked};
use crate::cli::Options;
use crate::diag::{self, Diagnostic, Fault, Lang, Noted};
use crate::model::{OutputContext, Ranking, Run, Standing, TieState};
use crate::wording::{console as words, headings, midyear};
use crate::write::{Claim, Published, prepare, write};
use crate::{Collected, collect, proposed};

/// Scores and writes.
pub fn run(options: &Options) -> u8 {
    let mut console = Console::new(options);
    let progress = console.progress();
    let claim = match prepare(&options.outputs) {
        Ok(claim) => claim,
        Err(fault) => return refuse(&console, options, &[fault]),
    };
    let held = Held::default();
    let readers = super::readers();
    let (text, collected) =
        collect(&options.scoring, &options.inputs, (&readers, held.forms), &|step| progress.step(step));
    console.knows(text);
    let published = collected.and_then(|collected| results(collected, (options, held), &claim, &progress));
    progress.done();
    match published {
        Ok(told) => {
            console.findings(&told.notes);
            report(&console, options, &told);
            exit_code(&told.notes, options.strict)
        }
        Err(notes) => refuse(&console, options, &notes),
    }
}

/// What a run has to tell once its outputs stand.
struct Told {
    published: Published,
    notes: Vec<Diagnostic>,
    /// The short table of each bloc, where they are shown.
    tables: Vec<String>,
}

/// Scores, ranks, proposes and writes.
///
/// # Errors
/// The findings, where they refuse the run or `--strict` does, or what keeps the outputs from being written.
fn results(
    mut collected: Collected,
    (options, held): (&Options, Held),
    claim: &Claim,
    progress: &Progress,
) -> Result<Told, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    progress.stage(words::SCORING);
    let Ranked { tallies, rankings, notes: found, kept } = by_bloc::rank(&mut collected, held.members).map_err(one)?;
    let Noted { output: run, notes: more } =
        proposed(&collected.scoring, &collected.intake.common, (tallies, rankings));
    let mut notes = std::mem::take(&mut collected.notes);
    notes.extend(found.into_iter().chain(more));
    diag::sort(&mut notes);
    if exit_code(&notes, options.strict) > 1 {
        return Err(notes);
    }
    progress.blocs(run.scoring.blocs.len());
    let context = OutputContext::new(&run, &notes, options.lang);
    let source = |bloc| by_bloc::whole(bloc, &collected, &kept);
    let published = write(&context, &source, claim, &|| progress.written()).map_err(one)?;
    let shown = run.rankings.iter().filter(|_| !options.quiet && !options.json);
    let tables = shown.map(|ranking| bloc_table(&run, ranking, options.lang)).collect();
    // the process ends soon; nobody is kept waiting until all of this is taken apart
    std::mem::forget((run, kept));
    std::mem::forget(collected);
    Ok(Told { published, notes, tables })
}

fn refuse(console: &Console, options: &Options, notes: &[Diagnostic]) -> u8 {
    console.findings(notes);
    if !notes.iter().any(|note| matches!(note.fault, Fault::OutputsHeld { .. })) {
        console.say(words::NOTHING_WRITTEN.say(options.lang));
    }
    let code = exit_code(notes, options.strict);
    if options.json {
        console.out(&json!({ "exit": code, "written": false, "faults": notes.len() }).to_string());
    }
    code
}

fn report(console: &Console, options: &Options, told: &Told) {
    let Told { published, notes, tables } = told;
    if options.json {
        let code = exit_code(notes, options.strict);
        let folder = published.folder.display().to_string();
        let files = published.files.len();
        let summary = json!({ "exit": code, "written": true, "changed": published.changed, "folder": folder, "files": files, "faults": notes.len() });
        console.out(&summary.to_string());
    } else {
        for table in tables {
            console.out(table);
        }
    }
    console.say(&words::results_at(&published.folder.display().to_string(), options.lang));
    if !published.changed {
        console.say(words::UNCHANGED.say(options.lang));
    }
}

/// The short result table of a bloc.
fn bloc_table(results: &Run, ranking: &Ranking, lang: Lang) -> String {
    let bloc = &results.scoring.blocs[ranking.bloc];
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    let half = results.scoring.half.as_ref();
    let heads =
        [words::RANK, words::MEMBER, words::TOTAL, words::CLASS, words::PROPOSAL].map(|text| text.say(lang).to_owned());
    table.set_header(shown(results, heads));
    for standing in &ranking.standings {
        table.add_row(shown(results, row(results, ranking.bloc, standing, lang)));
    }
    if let Some(column) = table.column_mut(if results.scoring.ranks() { 2 } else { 1 }) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let state = if ranking.provisional { format!(" ({})", words::PROVISIONAL.say(lang)) } else { String::new() };
    let date = lang.date(results.scoring.as_of);
    let over = half.map(|half| format!("\n{}", midyear::over_results(lang, &date, half.ranks))).unwrap_or_default();
    let figures = headings::figures(results.tallies[ranking.bloc].figures(), lang);
    format!("\n{}{state}{over}\n{table}\n{figures}", bloc.name)
}

/// The columns there are: mid-year no classes and no proposals, and ranks only where they are asked for.
fn shown(results: &Run, row: [String; 5]) -> Vec<String> {
    let mid_year = results.scoring.half.is_some();
    let [rank, member, total, class, proposal] = row;
    let rank = results.scoring.ranks().then_some(rank);
    let rest = [class, proposal].into_iter().filter(|_| !mid_year);
    rank.into_iter().chain([member, total]).chain(rest).collect()
}

fn row(results: &Run, bloc: usize, standing: &Standing, lang: Lang) -> [String; 5] {
    let compact = results.scoring.compact_of(bloc);
    let rank = standing.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
    let whole = results.tallies[bloc].members[standing.member].complete;
    let total = if whole {
        lang.fixed(standing.total.decimal(), compact.total_places.unwrap_or(0))
    } else {
        words::NO_TOTAL.say(lang).to_owned()
    };
    let class = standing.class.map(|class| compact.classes[class].name.clone()).unwrap_or_default();
    let mut proposed: Vec<String> = results
        .proposals
        .of_bloc(bloc)
        .filter(|proposal| proposal.member.1 == standing.member && proposal.proposed)
        .map(|proposal| results.scoring.awards[proposal.award].title.clone())
        .collect();
    if standing.tie == TieState::Tied {
        proposed.push(words::TIED.say(lang).to_owned());
    }
    [rank, results.scoring.blocs[bloc].members[standing.member].name.clone(), total, class, proposed.join("; ")]
}
