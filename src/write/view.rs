//! In: one bloc, its panel and marks at hand. Out: what several outputs say of it in the same way, from its marks; and all
//! that its [`Brief`] says.

use std::ops::Deref;

use super::brief::Brief;
use crate::model::{BlocPanel, BlocResults, BlocScores, FieldKind, MemberScores, OutputContext, Points, Stage};

/// One bloc of the results, in a language.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    brief: Brief<'a>,
    own: &'a BlocResults,
}

impl<'a> Deref for View<'a> {
    type Target = Brief<'a>;

    fn deref(&self) -> &Brief<'a> {
        &self.brief
    }
}

impl<'a> View<'a> {
    pub(super) fn new(context: &OutputContext<'a>, index: usize, own: &'a BlocResults) -> Self {
        Self { brief: Brief::new(context, index), own }
    }

    /// What is said of it without its panel and marks.
    pub(super) fn brief(&self) -> Brief<'a> {
        self.brief
    }

    pub(super) fn scores(&self) -> &'a BlocScores {
        &self.own.scores
    }

    pub(super) fn panel(&self) -> &'a BlocPanel {
        &self.own.panel
    }

    pub(super) fn member(&self, member: usize) -> &'a MemberScores {
        &self.scores().members[member]
    }

    /// The mark a member gave itself for a criterion.
    pub(super) fn self_mark(&self, member: usize, criterion: usize) -> Option<Points> {
        let stage = self.compact().stages.iter().position(|stage| stage.id == Stage::KNOWN[Stage::SELF])?;
        self.stage_mark(member, criterion, stage)
    }

    /// The mark of a stage.
    pub(super) fn stage_mark(&self, member: usize, criterion: usize, stage: usize) -> Option<Points> {
        let row = self.panel().members.get(member)?.rows.get(criterion)?;
        row.marks.iter().find(|mark| mark.stage == stage).map(|mark| mark.points)
    }

    /// The stages of which any mark was handed in.
    pub(super) fn stages_present(&self) -> Vec<usize> {
        let marks = || self.panel().members.iter().flat_map(|member| &member.rows).flat_map(|row| &row.marks);
        (0..self.compact().stages.len()).filter(|stage| marks().any(|mark| mark.stage == *stage)).collect()
    }

    /// All of a member's own marks together; none unless it marked itself for every criterion of the scale that counts.
    pub(super) fn self_total(&self, member: usize) -> Option<Points> {
        let compact = self.compact();
        let mut sum = Points::ZERO;
        for (index, (mark, criterion)) in self.member(member).marks.iter().zip(&compact.criteria).enumerate() {
            let scale = compact.fields[compact.top_of(criterion.field)].kind == FieldKind::Scale;
            match self.self_mark(member, index) {
                Some(points) => sum = sum + points,
                None if scale && mark.state.needed() => return None,
                None => {}
            }
        }
        Some(sum)
    }

    /// The total less the member's own marks. A total over part of the scale, brought to the whole, is no match for
    /// marks over that part.
    pub(super) fn over_self_total(&self, member: usize) -> Option<Points> {
        let total = self.member(member).total;
        let own = self.total(member).filter(|_| total.scaled == total.got).zip(self.self_total(member));
        own.map(|(total, own)| total - own)
    }
}
