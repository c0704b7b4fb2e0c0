//! `thidua explain`: from a member's total down to each mark, its reason and its cell.

use super::console::Console;
use super::exit_code;
use crate::cli::Options;
use crate::diag::{Diagnostic, Fault, Lang, Place};
use crate::engine;
use crate::model::{Counted, Criterion, Datum, Mark, MarkState, PanelRow, Points, Results, Stage, Value, fold};
use crate::wording::console as words;
use crate::wording::{midyear, stage};

/// What is asked.
pub struct Question {
    pub member: String,
    pub criterion: Option<String>,
    pub against: Option<String>,
    pub bloc: Option<String>,
}

/// Explains a member's marks, or the gap between two members of a bloc.
pub fn explain(options: &Options, question: &Question) -> u8 {
    let mut console = Console::new(options);
    let gathered = console.gather(options);
    let fail = |notes: &[Diagnostic]| {
        console.findings(notes);
        exit_code(notes, false)
    };
    let gathered = match gathered {
        Ok(gathered) => gathered,
        Err(notes) => return fail(&notes),
    };
    let answer =
        engine(&gathered.scoring, &gathered.panel).and_then(|(results, _)| answer(&results, question, options.lang));
    match answer {
        Ok(text) => {
            console.out(&text);
            0
        }
        Err(fault) => fail(&[fault]),
    }
}

fn answer(results: &Results, question: &Question, lang: Lang) -> Result<String, Diagnostic> {
    let member = find(results, &question.member, question.bloc.as_deref())?;
    let criterion = question.criterion.as_ref().map(|id| criterion(results, member.0, id)).transpose()?;
    let view = View { results, lang };
    match &question.against {
        Some(other) => {
            let bloc = results.scoring.blocs[member.0].id.as_str();
            let other = find(results, other, Some(bloc))?;
            Ok(view.gap(member, other, criterion))
        }
        None => Ok(view.member(member, criterion)),
    }
}

/// The member of a name or alias, in one bloc where that is said.
fn find(results: &Results, name: &str, bloc: Option<&str>) -> Result<(usize, usize), Diagnostic> {
    let key = fold(name);
    let mut found = Vec::new();
    let mut names = Vec::new();
    for (index, configured) in
        results.scoring.blocs.iter().enumerate().filter(|(_, configured)| bloc.is_none_or(|id| id == configured.id))
    {
        for (number, member) in configured.members.iter().enumerate() {
            names.push(member.name.clone());
            if std::iter::once(&member.name).chain(&member.aliases).any(|spelling| fold(spelling) == key) {
                found.push((index, number));
            }
        }
    }
    let fault = match found[..] {
        [one] => return Ok(one),
        [] => Fault::UnknownName {
            nearest: names.into_iter().min_by_key(|known| strsim::osa_distance(&fold(known), &key)),
        },
        _ => Fault::AmbiguousName {
            candidates: found.iter().map(|(bloc, _)| results.scoring.blocs[*bloc].id.clone()).collect(),
        },
    };
    Err(Diagnostic::new(fault, Place::Argument(name.to_owned())).found(name))
}

fn criterion(results: &Results, bloc: usize, id: &str) -> Result<usize, Diagnostic> {
    let compact = results.scoring.compact_of(bloc);
    compact.criterion(id).ok_or_else(|| {
        let near = compact
            .criteria
            .iter()
            .map(|criterion| criterion.id.clone())
            .min_by_key(|known| strsim::osa_distance(known, id));
        Diagnostic::new(Fault::UnknownName { nearest: near }, Place::Argument(id.to_owned())).found(id)
    })
}

struct View<'a> {
    results: &'a Results<'a>,
    lang: Lang,
}

impl View<'_> {
    fn points(&self, points: Points) -> String {
        self.lang.number(points.decimal())
    }

    fn member(&self, (bloc, member): (usize, usize), only: Option<usize>) -> String {
        let scoring = self.results.scoring;
        let compact = scoring.compact_of(bloc);
        let scores = &self.results.scores.blocs[bloc].members[member];
        let mut lines = vec![
            scoring.blocs[bloc].members[member].name.clone(),
            format!("  {}: {}", words::EXPLAIN_BLOC.say(self.lang), scoring.blocs[bloc].name),
        ];
        if !scores.complete {
            lines.push(format!("  {}", words::NO_TOTAL.say(self.lang)));
        }
        lines.push(self.total(bloc, member));
        for (index, field) in compact.fields.iter().enumerate() {
            let own: Vec<usize> = (0..compact.criteria.len())
                .filter(|criterion| {
                    compact.criteria[*criterion].field == index && only.is_none_or(|only| only == *criterion)
                })
                .collect();
            let above = compact.fields.iter().any(|child| child.parent == Some(index));
            if own.is_empty() && (only.is_some() || !above) {
                continue;
            }
            lines.push(format!(
                "\n{} {}: {}/{}",
                field.id,
                field.name,
                self.points(scores.fields[index].points),
                self.points(field.maximum)
            ));
            lines.extend(scores.fields[index].because.iter().map(|because| format!("  {}", because(self.lang))));
            for criterion in own {
                self.criterion(bloc, member, criterion, &mut lines);
            }
        }
        lines.join("\n")
    }

    fn total(&self, bloc: usize, member: usize) -> String {
        let scores = &self.results.scores.blocs[bloc].members[member];
        let total = &scores.total;
        let ranking = &self.results.rankings[bloc];
        let rank = ranking.of(member).and_then(|standing| standing.rank);
        let mut parts = vec![self.points(total.scaled)];
        for extra in [total.bonus, total.penalty] {
            parts.push(format!(
                "{} {}",
                if extra < Points::ZERO { "-" } else { "+" },
                self.points(if extra < Points::ZERO { -extra } else { extra })
            ));
        }
        let mut lines = vec![format!(
            "  {}: {} = {}",
            words::EXPLAIN_TOTAL.say(self.lang),
            self.points(total.total),
            parts.join(" ")
        )];
        lines.extend(scores.because.iter().map(|because| format!("    {}", because(self.lang))));
        if total.scaled != total.got {
            let scale = self.points(self.results.scoring.compact_of(bloc).scale);
            lines.push(format!(
                "    {} / {} × {scale} = {}",
                self.points(total.got),
                self.points(total.assigned),
                self.points(total.scaled)
            ));
        }
        if let Some(rank) = rank {
            let state =
                if ranking.provisional { format!(" ({})", words::PROVISIONAL.say(self.lang)) } else { String::new() };
            let mid_year = self.results.scoring.half.is_some();
            let head = if mid_year { midyear::REFERENCE } else { words::EXPLAIN_RANK };
            lines.push(format!("  {}: {rank}{state}", head.say(self.lang).to_lowercase()));
        }
        lines.join("\n")
    }

    fn criterion(&self, bloc: usize, member: usize, index: usize, lines: &mut Vec<String>) {
        let compact = self.results.scoring.compact_of(bloc);
        let criterion = &compact.criteria[index];
        let mark = &self.results.scores.blocs[bloc].members[member].marks[index];
        let row = &self.results.panel.blocs[bloc].members[member].rows[index];
        let got = match mark.state {
            MarkState::NotYet => self.mark(mark),
            _ => format!("{}/{}", self.mark(mark), self.points(criterion.maximum)),
        };
        lines.push(format!("  {} {}: {got}", criterion.id, criterion.name));
        lines.push(format!("      {}: {}", words::EXPLAIN_BECAUSE.say(self.lang), (mark.because)(self.lang)));
        let review = self.results.scores.blocs[bloc].review.as_ref().and_then(|review| review.members.get(member));
        let plans = review.into_iter().flat_map(|review| &review.lines).filter(|line| line.criterion == index);
        lines.extend(plans.map(|line| {
            let (head, said) = (midyear::PROSPECT.say(self.lang), midyear::prospect(line.prospect, self.lang));
            format!("      {}: {}; {}", head.to_lowercase(), said.to_lowercase(), (line.because)(self.lang))
        }));
        for (input, observed) in criterion.inputs.iter().zip(&row.observed) {
            let Some(source) = &observed.source else { continue };
            lines.push(format!(
                "      {}: {} = {} [{}]",
                words::EXPLAIN_SOURCE.say(self.lang),
                self.input(criterion, &input.key()),
                self.datum(&observed.datum),
                source.cell
            ));
        }
        self.stages(&compact.stages, mark, row, lines);
    }

    fn input(&self, criterion: &Criterion, key: &str) -> String {
        let plan = words::EXPLAIN_PLAN.say(self.lang);
        let actual = words::EXPLAIN_ACTUAL.say(self.lang);
        let (row, column) = key.rsplit_once(':').unwrap_or(("", key));
        let column = if column == "plan" { plan } else { actual };
        let label = criterion.inputs.iter().find(|input| input.key() == key).and_then(|input| input.label.clone());
        match label {
            Some((vi, en)) if !row.is_empty() => format!("{} ({column})", self.lang.pick(vi, en)),
            _ => column.to_owned(),
        }
    }

    fn datum(&self, datum: &Datum) -> String {
        match datum {
            Datum::Known(Value::Number(number)) => self.lang.number(*number),
            Datum::Known(Value::Date(date)) => self.lang.date(*date),
            Datum::Known(Value::Word(word)) => word.clone(),
            Datum::Missing => words::EXPLAIN_NO_MARK.say(self.lang).to_owned(),
            Datum::NotAssigned => words::EXPLAIN_NOT_ASSIGNED.say(self.lang).to_owned(),
            Datum::NotArising => words::EXPLAIN_NOT_ARISING.say(self.lang).to_owned(),
        }
    }

    fn stages(&self, stages: &[Stage], mark: &Mark, row: &PanelRow, lines: &mut Vec<String>) {
        for given in &row.marks {
            let other = if mark.counted == Counted::Stage(given.stage) {
                String::new()
            } else {
                format!(" ({})", words::EXPLAIN_OTHER_MARK.say(self.lang))
            };
            lines.push(format!(
                "      {}: {}{other} [{}]",
                stage::mark(&stages[given.stage], self.lang),
                self.points(given.points),
                given.source.cell
            ));
        }
        if !row.evidence.is_empty() {
            lines.push(format!("      {}: {}", words::EXPLAIN_EVIDENCE.say(self.lang), row.evidence));
        }
    }

    fn mark(&self, mark: &Mark) -> String {
        match mark.state {
            MarkState::Given(points) => self.points(points),
            MarkState::Out => "-".to_owned(),
            MarkState::NotYet => midyear::NOT_YET.say(self.lang).to_lowercase(),
            MarkState::Missing => words::EXPLAIN_NO_MARK.say(self.lang).to_owned(),
        }
    }

    /// The gap between two members of a bloc, by criterion.
    fn gap(&self, (bloc, member): (usize, usize), (_, other): (usize, usize), only: Option<usize>) -> String {
        let scoring = self.results.scoring;
        let compact = scoring.compact_of(bloc);
        let scores = &self.results.scores.blocs[bloc].members;
        let names = [member, other].map(|index| scoring.blocs[bloc].members[index].name.as_str());
        let total = scores[member].total.total - scores[other].total.total;
        let mut lines = vec![
            words::against(names[0], names[1], self.lang),
            format!("  {}: {}", words::EXPLAIN_GAP_TOTAL.say(self.lang), self.points(total)),
        ];
        for (index, criterion) in
            compact.criteria.iter().enumerate().filter(|(index, _)| only.is_none_or(|only| only == *index))
        {
            let [mine, theirs] = [member, other].map(|index_of| &scores[index_of].marks[index]);
            let gap = match (mine.state, theirs.state) {
                (MarkState::Given(mine), MarkState::Given(theirs)) if mine == theirs => continue,
                (MarkState::Given(mine), MarkState::Given(theirs)) => self.points(mine - theirs),
                (a, b) if a == b => continue,
                _ => "?".to_owned(),
            };
            lines.push(format!(
                "  {} {}: {gap}  ({} - {})",
                criterion.id,
                criterion.name,
                self.mark(mine),
                self.mark(theirs)
            ));
        }
        lines.join("\n")
    }
}
