//! In: what was read and filed. Out: the results of a run, bloc after bloc: every bloc is scored and ranked, its tally is
//! kept, and its panel and marks are let go of until the outputs ask for them. So an office more costs a run some nine
//! kilobytes and not two hundred.

use std::sync::Arc;

use crate::diag::{Diagnostic, Noted};
use crate::model::{BlocResults, BlocTally, Ranking, bloc_by_bloc};
use crate::{Collected, marked, score, unmade};

/// How much a run holds as it is. What it holds makes it faster, and nothing else of it differs.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Forms until their bloc's turn; those beyond wait packed.
    pub forms: usize,
    /// Members of the first blocs of which all there is is kept; that of the others is made again.
    pub members: usize,
}

impl Default for Held {
    fn default() -> Self {
        Self { forms: 1000, members: 1000 }
    }
}

/// Every bloc scored and ranked.
pub struct Ranked {
    /// What is kept of each bloc.
    pub tallies: Vec<BlocTally>,
    /// One for each bloc.
    pub rankings: Vec<Ranking>,
    /// What was found on the way.
    pub notes: Vec<Diagnostic>,
    /// The first blocs.
    pub kept: Vec<Arc<BlocResults>>,
}

/// Scores and ranks all blocs, and fills in what became of the files; all there is of the first `members` is kept.
///
/// # Errors
/// `render-failed`; no input can cause it.
pub fn rank(collected: &mut Collected, members: usize) -> Result<Ranked, Diagnostic> {
    let Collected { scoring, intake, .. } = &*collected;
    let (blocs, kept) = (scoring.blocs.len(), kept(collected, members));
    let made = bloc_by_bloc(blocs, |bloc| {
        let Noted { output: handed, mut notes } = intake.bloc(bloc, scoring).map_err(unmade)?;
        let marked = marked(bloc, &handed.panel, scoring, &intake.common.shared)?;
        notes.extend(marked.notes);
        let (panel, marked) = (handed.panel, marked.output);
        let whole = (bloc < kept).then(|| Arc::new(BlocResults { panel, scores: marked.scores }));
        Ok((handed.files, marked.tally, marked.ranking, whole, notes))
    })?;
    let mut files = Vec::new();
    let mut ranked = Ranked { tallies: Vec::new(), rankings: Vec::new(), notes: Vec::new(), kept: Vec::new() };
    for (own, tally, ranking, whole, notes) in made {
        files.push(own);
        ranked.tallies.push(tally);
        ranked.rankings.push(ranking);
        ranked.kept.extend(whole);
        ranked.notes.extend(notes);
    }
    collected.intake.submit(&files);
    (0..kept).for_each(|bloc| collected.intake.release(bloc));
    Ok(ranked)
}

/// The number of first blocs with no more members than these together.
fn kept(collected: &Collected, members: usize) -> usize {
    let counts = collected.scoring.blocs.iter().scan(0, |sum, bloc| {
        *sum += bloc.members.len();
        Some(*sum)
    });
    counts.take_while(|sum| *sum <= members).count()
}

/// All there is of a bloc: what was kept, or made again.
///
/// # Errors
/// `render-failed`; no input can cause it.
pub fn whole(bloc: usize, collected: &Collected, kept: &[Arc<BlocResults>]) -> Result<Arc<BlocResults>, Diagnostic> {
    if let Some(kept) = kept.get(bloc) {
        return Ok(Arc::clone(kept));
    }
    let Collected { scoring, intake, .. } = collected;
    let panel = intake.bloc(bloc, scoring).map_err(unmade)?.output.panel;
    let scores = score::score(bloc, &panel, scoring).output;
    Ok(Arc::new(BlocResults { panel, scores }))
}
