//! The awards that were given and the fund they are paid from, as listed; and the two yearly forms made of them.
//!
//! The year of the achievement and the year of the decision are two things, and every award keeps both.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diag::CellRef;

/// A form of award within the authority of the province; each is a row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AwardForm {
    /// Certificate of merit of the chairman of the People's Committee.
    Certificate,
    /// Emulation fighter of the province.
    Fighter,
    /// Emulation flag of the People's Committee.
    Flag,
    /// Badge.
    Badge,
    /// Excellent labour collective; no row of the printed form, which has one only where it was given.
    Collective,
}

impl AwardForm {
    /// All, in the order of the form's rows.
    pub const ALL: [Self; 5] = [Self::Certificate, Self::Fighter, Self::Flag, Self::Badge, Self::Collective];

    /// Whether the form prints its row although none was given.
    pub fn always(self) -> bool {
        self != Self::Collective
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Fighter => "fighter",
            Self::Flag => "flag",
            Self::Badge => "badge",
            Self::Collective => "excellent-collective",
        }
    }
}

/// What an individual does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    /// Leads a division or more.
    Leader,
    /// Works directly.
    Direct,
}

/// Who was commended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// A collective that is no enterprise.
    Collective,
    /// An enterprise, which is a collective too.
    Enterprise,
    /// An individual, and what it does where that is said.
    Individual(Option<Post>),
}

impl Recipient {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Enterprise => "enterprise",
            Self::Individual(None) => "individual",
            Self::Individual(Some(Post::Leader)) => "leader",
            Self::Individual(Some(Post::Direct)) => "direct-worker",
        }
    }
}

/// For what an award was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AwardReason {
    /// The merits of a year's work.
    Merit,
    /// A theme or an exploit.
    Thematic,
    /// Foreign relations.
    Foreign,
    /// The resistance wars.
    Resistance,
}

impl AwardReason {
    /// All, in the order of the form's columns.
    pub const ALL: [Self; 4] = [Self::Merit, Self::Thematic, Self::Foreign, Self::Resistance];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Merit => "merit",
            Self::Thematic => "thematic",
            Self::Foreign => "foreign",
            Self::Resistance => "resistance",
        }
    }
}

/// The year by which an award belongs to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardYear {
    /// That of the decision.
    Decision,
    /// That of the achievement; of several years the last.
    Achievement,
}

impl AwardYear {
    /// The name in scoring.toml.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Achievement => "achievement",
        }
    }
}

/// One award.
#[derive(Clone, Debug)]
pub struct AwardGiven {
    /// Its form.
    pub form: AwardForm,
    /// To whom, as written.
    pub to: String,
    /// Who that is.
    pub recipient: Recipient,
    /// For what.
    pub reason: AwardReason,
    /// Year of the achievement; of several years the last.
    pub achieved: i32,
    /// Number of the decision; empty where it is not said.
    pub decision: String,
    /// Date of the decision.
    pub decided: Option<NaiveDate>,
    /// Where its form stands.
    pub cell: CellRef,
}

/// The award lists that were handed in.
#[derive(Clone, Debug, Default)]
pub struct AwardList {
    /// Rows without doubt.
    pub given: Vec<AwardGiven>,
    /// Rows in doubt, which nothing counts.
    pub left_out: usize,
    /// Awards of other levels than the province, which have no row in the form.
    pub outside: usize,
}

/// What money came from or went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FundItem {
    /// From the state budget.
    Budget,
    /// Given by organisations and individuals.
    Contribution,
    /// From elsewhere, the year before included.
    OtherIncome,
    /// Printing and objects.
    Objects,
    /// Award money and gifts.
    Money,
    /// Organising the movements.
    Organising,
    /// Anything else.
    OtherSpending,
}

impl FundItem {
    /// All, in the order of the form's columns: three of income, four of spending.
    pub const ALL: [Self; 7] = [
        Self::Budget,
        Self::Contribution,
        Self::OtherIncome,
        Self::Objects,
        Self::Money,
        Self::Organising,
        Self::OtherSpending,
    ];
    /// How many of them are income.
    pub const INCOME: usize = 3;

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Contribution => "contribution",
            Self::OtherIncome => "other-income",
            Self::Objects => "objects",
            Self::Money => "award-money",
            Self::Organising => "organising",
            Self::OtherSpending => "other-spending",
        }
    }
}

/// One amount that came into the fund or left it.
#[derive(Clone, Debug)]
pub struct FundEntry {
    /// Whose fund, as written; empty where the list has one fund only.
    pub holder: String,
    /// What it came from or went to.
    pub item: FundItem,
    /// Millions of dong.
    pub amount: Decimal,
    /// Year of the budget.
    pub year: i32,
    /// Where the amount stands.
    pub cell: CellRef,
}

/// The fund lists that were handed in.
#[derive(Clone, Debug, Default)]
pub struct FundList {
    /// Rows without doubt.
    pub entries: Vec<FundEntry>,
    /// Rows in doubt, which nothing counts.
    pub left_out: usize,
}

/// A row of a form of awards that was filled in by hand.
#[derive(Clone, Debug)]
pub struct StatedRow {
    /// The year of its form.
    pub year: i32,
    /// The form of award; none for the total.
    pub form: Option<AwardForm>,
    /// The counts that are there, by the number of their column, with their cells.
    pub counts: Vec<(u8, Decimal, CellRef)>,
}

/// The lists of a year; none where no such list was handed in.
#[derive(Clone, Debug, Default)]
pub struct YearlyLists {
    /// Rows of the forms of awards that were filled in by hand and say their year.
    pub stated: Vec<StatedRow>,
    /// Awards.
    pub awards: Option<AwardList>,
    /// The fund.
    pub fund: Option<FundList>,
}

/// The awards of one form for one reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AwardCount {
    /// All, collectives and individuals.
    pub all: usize,
    /// Of these, individuals.
    pub individuals: usize,
    /// Of these, leaders.
    pub leaders: usize,
    /// Of the individuals, direct workers.
    pub direct: usize,
}

/// A row of the form of awards.
#[derive(Clone, Debug, Default)]
pub struct AwardRow {
    /// The form of award; none for the total.
    pub form: Option<AwardForm>,
    /// All awards: the sum over the reasons, with nothing beside it.
    pub all: AwardCount,
    /// Of these, to enterprises.
    pub enterprises: usize,
    /// By reason, in the order of [`AwardReason::ALL`].
    pub by: [AwardCount; 4],
    /// Merit and thematic awards as percentages of all, to one decimal; none where there are no awards.
    pub percent: [Option<Decimal>; 2],
    /// Direct workers among the individuals whose post is said, in percent to two decimals.
    pub direct: Option<Decimal>,
}

impl AwardRow {
    /// The count in a column of the form, by its number; none for columns that hold no count.
    pub fn count(&self, column: u8) -> Option<usize> {
        let [merit, thematic, foreign, resistance] = self.by;
        Some(match column {
            3 => self.all.all,
            4 => self.enterprises,
            5 => self.all.individuals,
            6 => merit.all,
            8 => merit.leaders,
            9 => merit.direct,
            10 => thematic.all,
            12 => thematic.leaders,
            13 => thematic.direct,
            14 => foreign.all,
            15 => foreign.individuals,
            16 => resistance.all,
            17 => resistance.individuals,
            _ => return None,
        })
    }
}

/// Form 1: the awards of the province in a year.
#[derive(Clone, Debug)]
pub struct AwardsForm {
    /// Rows, the total last.
    pub rows: Vec<AwardRow>,
    /// The year by which awards belong to it.
    pub by: AwardYear,
    /// Whether scoring.toml says so, or it is the default.
    pub declared: bool,
    /// Awards by year of achievement and year of decision, with how many there are and whether the form counts them.
    pub years: Vec<AwardYears>,
    /// Rows of the lists in doubt.
    pub left_out: usize,
    /// Awards of other levels.
    pub outside: usize,
}

/// Awards of one year of achievement and one year of decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwardYears {
    /// Year of the achievement.
    pub achieved: i32,
    /// Year of the decision; none where its date is missing.
    pub decided: Option<i32>,
    /// How many.
    pub count: usize,
    /// Whether the form counts them.
    pub counted: bool,
}

/// A row of the form of the fund, in millions of dong.
#[derive(Clone, Debug, Default)]
pub struct FundRow {
    /// Whose fund; empty for the total.
    pub holder: String,
    /// By item, in the order of [`FundItem::ALL`]; none where nothing is listed.
    pub by: [Option<Decimal>; 7],
    /// What came in.
    pub income: Decimal,
    /// What was spent.
    pub spent: Decimal,
    /// What is left.
    pub left: Decimal,
}

/// Form 2: the fund in a year.
#[derive(Clone, Debug)]
pub struct FundForm {
    /// Rows, the total last.
    pub rows: Vec<FundRow>,
    /// Rows of the lists in doubt.
    pub left_out: usize,
    /// Rows of other years.
    pub other_years: usize,
}

/// The yearly forms; none where no list was handed in that one is made of.
#[derive(Clone, Debug, Default)]
pub struct YearlyForms {
    /// Form 1.
    pub awards: Option<AwardsForm>,
    /// Form 2.
    pub fund: Option<FundForm>,
}
