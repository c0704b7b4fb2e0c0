//! What a workbook says before anything is calculated: marks, totals and ranks as formulas with the engine's numbers
//! beside them, and charts that know what their cells hold.

use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx, open_workbook};
use fastrand::Rng;
use thidua::Gathered;
use thidua::diag::Lang;
use thidua::model::Counted;
use thidua::wording::{headings, live};

use super::afresh::parts;
use super::trial::{Rows, Trial, differences};
use super::{SEED, every_rule, gathered, sample};
use crate::harness::World;

/// Both worlds, run: the compact of every rule and the sample.
fn worlds() -> [(World, Gathered); 2] {
    let every = every_rule(SEED);
    assert_eq!(every.run(&[]).code, 1);
    let taken = gathered(&every);
    [(every, taken), sample()]
}

fn book(world: &World, bloc: &str) -> PathBuf {
    world.root.join(format!("outputs/2023-tong-ket/{bloc}/xep-hang_{bloc}_2023.xlsx"))
}

#[test]
fn every_mark_of_a_rule_every_total_and_every_rank_is_a_formula() {
    let mut marks = 0;
    for (world, given) in worlds() {
        let (results, _) = thidua::engine(&given.scoring, &given.panel).unwrap();
        for (index, bloc) in given.scoring.blocs.iter().enumerate() {
            let mut book: Xlsx<_> = open_workbook(book(&world, &bloc.id)).unwrap();
            let sheet = live::MARKS.say(Lang::Vi);
            let rows = Rows::of(&mut book, sheet);
            let formulas = book.worksheet_formula(sheet).unwrap();
            let is_formula =
                |row: u32, column: u32| formulas.get_value((row, column)).is_some_and(|own| !own.is_empty());
            let of = |heading: thidua::diag::Text| rows.row(&[(0, ""), (1, heading.say(Lang::Vi))]);
            let results_rows = [of(headings::TOTAL), of(headings::RANK)];
            for (member, named) in bloc.members.iter().enumerate() {
                let column = rows.column(&named.name);
                assert!(results_rows.iter().all(|row| is_formula(*row, column)), "{}: {}", bloc.id, named.name);
                let scored = &results.scores.blocs[index].members[member].marks;
                for (criterion, mark) in given.scoring.compact_of(index).criteria.iter().zip(scored) {
                    if mark.counted == Counted::Computed || mark.computed.is_some() {
                        let row = rows.row(&[(0, &criterion.id), (1, &criterion.name)]);
                        assert!(is_formula(row, column), "{}: {}, {}", bloc.id, named.name, criterion.id);
                        marks += 1;
                    }
                }
            }
        }
    }
    assert!(marks > 2_500, "{marks}");
}

#[test]
fn a_workbook_says_what_the_engine_says_and_nothing_of_changed_figures() {
    for (world, given) in worlds() {
        for (index, bloc) in given.scoring.blocs.iter().enumerate() {
            let mut book: Xlsx<_> = open_workbook(book(&world, &bloc.id)).unwrap();
            let (results, _) = thidua::engine(&given.scoring, &given.panel).unwrap();
            assert_eq!(differences(&results, index, &mut book), Vec::<String>::new());
            let trial = Trial::new(&given.scoring, &given.panel, index, 40, &mut Rng::with_seed(SEED));
            let (results, _) = thidua::engine(&given.scoring, &trial.panel).unwrap();
            assert!(differences(&results, index, &mut book).len() > 5, "{}", bloc.id);
        }
    }
}

/// The points of a cache: place and text.
fn points(cache: &str) -> Vec<(usize, &str)> {
    let points = cache.split("<c:pt idx=\"").skip(1).map(|point| {
        let (place, rest) = point.split_once("\"><c:v>").unwrap();
        (place.parse().unwrap(), rest.split_once("</c:v>").unwrap().0)
    });
    points.collect()
}

#[test]
fn charts_know_names_and_totals_without_calculating() {
    let (world, given) = sample();
    let (results, _) = thidua::engine(&given.scoring, &given.panel).unwrap();
    for (index, bloc) in given.scoring.blocs.iter().enumerate() {
        let charts = parts(Path::new(&book(&world, &bloc.id)), "xl/charts/chart");
        assert_eq!(charts.len(), 2, "{}", bloc.id);
        for (name, xml) in &charts {
            let ranges = xml.matches("<c:f>").count();
            let caches = xml.matches("<c:strCache>").count() + xml.matches("<c:numCache>").count();
            assert!(ranges == caches && ranges >= 4, "{}, {name}: {ranges} ranges, {caches} caches", bloc.id);
        }
        let first = charts[0].1.split("<c:ser>").nth(1).unwrap();
        let named = points(first.split("<c:cat>").nth(1).unwrap().split("</c:cat>").next().unwrap());
        let totals = points(first.split("<c:val>").nth(1).unwrap().split("</c:val>").next().unwrap());
        let ranked: Vec<_> = results.rankings[index].standings.iter().enumerate().collect();
        let name = |member: usize| bloc.members[member].name.as_str();
        assert_eq!(named, ranked.iter().map(|(place, own)| (*place, name(own.member))).collect::<Vec<_>>());
        let expected = ranked.iter().filter(|(_, own)| results.scores.blocs[index].members[own.member].complete);
        let expected: Vec<_> =
            expected.map(|(place, own)| (*place, own.total.decimal().normalize().to_string())).collect();
        assert_eq!(totals.iter().map(|(place, said)| (*place, (*said).to_owned())).collect::<Vec<_>>(), expected);
    }
}
