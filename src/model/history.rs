//! What members reached in earlier years, found in the results of those years.

use rust_decimal::Decimal;

use super::{Points, ratio, round};

/// The results of an earlier year of a member, or of a unit it came out of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The year.
    pub year: u16,
    /// What the unit was called.
    pub name: String,
    /// It is one that the member came out of, not the member itself.
    pub predecessor: bool,
    /// The bloc it stood in: id and name.
    pub bloc: (String, String),
    /// Members of that bloc.
    pub members: usize,
    /// Its rank, where it had one.
    pub rank: Option<u32>,
    /// Its total, where it was whole.
    pub total: Option<Points>,
    /// The scale of its compact.
    pub scale: Points,
    /// The bloc's results were not final.
    pub provisional: bool,
}

impl Past {
    /// The total as a part of the scale, so that years under different compacts can stand side by side.
    pub fn share(&self) -> Option<Decimal> {
        ratio(self.total?.decimal(), self.scale.decimal())
    }

    /// The same as a percentage of two decimals.
    pub fn percent(&self) -> Option<Decimal> {
        Self::percent_of(self.total, self.scale)
    }

    /// A total as a percentage of a scale, of two decimals.
    pub fn percent_of(total: Option<Points>, scale: Points) -> Option<Decimal> {
        let share = ratio(total?.decimal(), scale.decimal())?;
        Some(round(share * Decimal::ONE_HUNDRED, 2))
    }
}

/// All earlier results, by bloc and member of scoring.toml.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The years of which there are results, oldest first.
    pub years: Vec<u16>,
    /// Per bloc and member: oldest year first; of one year the member itself before its predecessors.
    pub blocs: Vec<Vec<Vec<Past>>>,
}

impl History {
    /// The earlier results of a member.
    pub fn of(&self, bloc: usize, member: usize) -> &[Past] {
        self.blocs.get(bloc).and_then(|bloc| bloc.get(member)).map_or(&[], Vec::as_slice)
    }

    /// The same as lines through the years: the member's own under an empty name, then one for each unit it came out
    /// of, by the name it had, in the order in which they appear.
    pub fn lines(&self, bloc: usize, member: usize) -> Vec<(&str, Vec<&Past>)> {
        let (before, own): (Vec<&Past>, Vec<&Past>) = self.of(bloc, member).iter().partition(|past| past.predecessor);
        let mut lines = vec![("", own)];
        for past in before {
            let same = |other: &&Past| other.bloc.0 == past.bloc.0 && other.name == past.name;
            match lines.iter_mut().skip(1).find(|(_, unit)| unit.first().is_some_and(same)) {
                Some((_, unit)) => unit.push(past),
                None => lines.push((past.name.as_str(), vec![past])),
            }
        }
        lines
    }
}
