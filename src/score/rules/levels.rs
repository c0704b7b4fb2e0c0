//! `levels`: each word of a scale gives its points.
//!
//! Source: the yearly classification of collectives, as compact tables count it: hoàn thành xuất sắc 40, tốt 32,
//! hoàn thành 20, không 0 (compact table B, III.1).

use rust_decimal::Decimal;

use super::basis::literal;
use crate::diag::Text;
use crate::model::{
    Args, Catalogue, Cells, Column, Entry, Evidence, Input, InputKind, Kernel, Param, ParamFault, ParamKind, Refusal,
    Rule, Worked, fold,
};

/// The rule.
pub struct Levels;

const LEVELS: Text = Text {
    vi: "mỗi mức có `word` và `points` không âm; các từ khác nhau",
    en: "each level has a `word` and `points` not below 0; the words differ",
};

impl Rule for Levels {
    fn name(&self) -> &'static str {
        "levels"
    }

    fn entry(&self) -> Entry {
        Entry {
            summary: Text {
                vi: "mỗi mức xếp loại một số điểm", en: "each level of a scale gives its points"
            },
            formula: "points of the level whose word stands in the cell",
            example: Text {
                vi: "hoàn thành xuất sắc 40, tốt 32, hoàn thành 20, không 0",
                en: "excellent 40, good 32, completed 20, not completed 0",
            },
            source: "yearly classification of collectives in four levels",
        }
    }

    fn params(&self) -> &'static [Param] {
        const PARAMS: &[Param] = &[Param::required(
            "levels",
            ParamKind::Tables(&["word", "points", "aliases"]),
            "các mức: word (từ), points (điểm), aliases (cách viết khác)",
            "the levels: word, points, aliases",
        )];
        PARAMS
    }

    fn bind(&self, args: &Args, maximum: Decimal, _: &Catalogue) -> Result<Box<dyn Kernel>, Vec<ParamFault>> {
        let bad = || vec![ParamFault::Bad { key: "levels", expected: LEVELS }];
        let mut levels: Vec<(Vec<String>, Decimal)> = Vec::new();
        for table in args.tables("levels") {
            let word = table.word("word").ok_or_else(bad)?.to_owned();
            let points = table.number("points").filter(|points| *points >= Decimal::ZERO).ok_or_else(bad)?;
            if table.values.get("aliases").is_some_and(|aliases| !ParamKind::Words.admits(aliases)) {
                return Err(bad());
            }
            let mut words = vec![word];
            words.extend(table.words("aliases"));
            let taken =
                |word: &String| levels.iter().flat_map(|(words, _)| words).any(|known| fold(known) == fold(word));
            if words.iter().any(taken) {
                return Err(bad());
            }
            levels.push((words, points));
        }
        let best = levels.iter().map(|(_, points)| *points).max().unwrap_or_default();
        if best != maximum {
            return Err(vec![ParamFault::OutOfReach { best }]);
        }
        Ok(Box::new(Bound { levels }))
    }
}

struct Bound {
    levels: Vec<(Vec<String>, Decimal)>,
}

impl Kernel for Bound {
    fn inputs(&self) -> Vec<Input> {
        vec![Input::own(Column::Actual, InputKind::Word(self.levels.iter().map(|(words, _)| words.clone()).collect()))]
    }

    fn mark(&self, evidence: &Evidence) -> Result<Worked, Refusal> {
        let word = evidence.word("actual")?.to_owned();
        let level = self.levels.iter().find(|(words, _)| words.contains(&word));
        let points = level.map(|(_, points)| *points).ok_or_else(|| Refusal::Missing("actual".to_owned()))?;
        Ok(Worked::new(points, move |lang| {
            let points = lang.number(points);
            lang.pick(format!("mức `{word}`: {points} điểm"), format!("level `{word}`: {points} points"))
        }))
    }

    fn numbers(&self) -> Vec<(String, Decimal)> {
        (1..).zip(&self.levels).map(|(place, (_, points))| (format!("levels.{place}.points"), *points)).collect()
    }

    /// Excel nests 64 IF: some 60 levels.
    fn formula(&self, cells: &dyn Cells) -> Option<String> {
        let actual = cells.input("actual");
        let levels = (1..).zip(&self.levels).collect::<Vec<(usize, _)>>().into_iter().rev();
        Some(levels.fold("NA()".to_owned(), |others, (place, (words, _))| {
            let word = words.first().map(|word| literal(word)).unwrap_or_default();
            format!("IF({actual}={word},{},{others})", cells.number(&format!("levels.{place}.points")))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bind, marks};

    #[test]
    fn the_four_levels_of_the_yearly_classification() {
        let levels = "levels = [{word = 'hoàn thành xuất sắc nhiệm vụ', points = 40, aliases = ['xuất sắc']}, \
                      {word = 'hoàn thành tốt', points = 32}, {word = 'hoàn thành', points = 20}, \
                      {word = 'không hoàn thành', points = 0}]";
        marks("levels", "40", levels, &[("actual", "hoàn thành xuất sắc nhiệm vụ")], "40");
        marks("levels", "40", levels, &[("actual", "hoàn thành tốt")], "32");
        marks("levels", "40", levels, &[("actual", "không hoàn thành")], "0");
        assert!(bind("levels", "41", levels).is_err());
    }

    #[test]
    fn other_spellings_are_a_list() {
        assert!(bind("levels", "4", "levels = [{word = 'tốt', points = 4, aliases = 'khá'}]").is_err());
        assert!(bind("levels", "4", "levels = [{word = 'tốt', points = 4}, {word = 'Tốt', points = 3}]").is_err());
    }
}
