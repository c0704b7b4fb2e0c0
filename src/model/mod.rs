//! The nouns of the field, shared by all stages; they import `diag` only.
//!
//! `Scoring` is scoring.toml as meant; `Panel` what members handed in; `Scores` the marks and totals;
//! `Ranking` the order of a bloc; `Proposals` what is put to the council. `Run` is what all blocs together come to, with a
//! `BlocTally` kept of each; `BlocResults` is all there is of one, and `Results` of all of them.
//! [`Rule`], [`Output`] and [`Requirement`] are the extension points; their tables stand in their stages.

mod compact;
mod dictionary;
mod evidence;
mod exact;
mod fold;
mod hash;
mod history;
mod ledger;
mod legacy;
mod midyear;
mod output;
mod panel;
mod points;
mod proposal;
mod ranking;
mod rule;
mod score;
mod scoring;
mod shared;
mod sheet;
mod shelf;
mod style;
mod syllable;
mod tally;
mod told;
mod tree;
mod turns;
mod yearly;

pub use compact::{
    Assignment, Class, Compact, Criterion, Gate, Kp, Measure, NotArising, StagePolicy, TieBreak, TieCase, TieCells,
    TieKey, TieRank, TieTarget,
};
pub use dictionary::Dictionary;
pub use evidence::{Column, Datum, Evidence, Input, InputKind, Refusal, Value, Worked};
pub use exact::{as_percent, decimal_of_binary, divide, fraction, percent_beside, ratio, round, share, to_ratio};
pub use fold::{composed, fold, fold_joined, is_composed, slug, with_folded};
pub use hash::{hex, sha256};
pub use history::{History, Past};
pub use ledger::{Ledger, LedgerCriterion, LedgerRow, RollUp};
pub use legacy::{Legacy, has_letters_beyond_legacy, may_be_legacy};
pub use midyear::{
    BlocLine, BlocReview, Half, HalfPlan, HalfYear, MemberReview, Part, PlanKind, PlanLine, Prospect, Weak,
};
pub use output::{MADE_BY, Output, OutputContext, Pieces, Rendered, Tail};
pub use panel::{
    BlocPanel, Common, Figures, MemberPanel, Observed, Panel, PanelRow, Source, StageMark, Status, Submission,
};
pub use points::Points;
pub use proposal::{
    Candidate, Consideration, Decided, Eligibility, Outcome, Proposal, Proposals, QuotaCheck, Requirement, Statement,
};
pub use ranking::{Ranking, Standing, TieState};
pub use rule::{Args, Catalogue, Cells, Entry, Kernel, Param, ParamFault, ParamKind, Reach, Rule, toml_day};
pub use score::{
    BlocResults, BlocScores, Counted, FieldTotal, Mark, MarkState, MemberScores, NodeState, PlanReached, Results, Run,
    Scores, Total,
};
pub use scoring::{
    Award, AwardSeats, Bloc, Compare, Convention, Exclusion, HeadingKind, Member, Period, Quota, QuotaBase,
    QuotaRounding, Scoring, Sheets, Stage, Term, reach,
};
pub use shared::{
    Ballot, BallotLevel, Classification, DecidingBody, Decision, Opinion, OpinionState, Registration, Rows, Shared,
    SharedState,
};
pub use sheet::{Content, Document, Heading, SheetCopy, SheetKind, Stamp, Table, TableColumn, TableRow, percent};
pub use shelf::{Shelf, Waiting};
pub use style::{Colour, Font, Letterhead, Signer, Style};
pub use syllable::spellable;
pub use tally::{BlocTally, Lack, MarkTally, MemberTally};
pub use told::Told;
pub use tree::{Combine, Field, FieldKind, MeanOf, Missing, Node};
pub use turns::bloc_by_bloc;
pub use yearly::{
    AwardCount, AwardForm, AwardGiven, AwardList, AwardReason, AwardRow, AwardYear, AwardYears, AwardsForm, FundEntry,
    FundForm, FundItem, FundList, FundRow, Post, Recipient, StatedRow, YearlyForms, YearlyLists,
};
