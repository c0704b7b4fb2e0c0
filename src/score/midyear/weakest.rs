//! Parts of the whole in; the few lowest of those that are short of it, equals sharing a place, out.

use rust_decimal::Decimal;

use crate::model::Weak;

/// The lowest `count`, and whoever is level with the last of them.
pub fn weakest(parts: Vec<(usize, Decimal)>, count: usize) -> Vec<Weak> {
    let mut short: Vec<_> = parts.into_iter().filter(|(_, reached)| *reached < Decimal::ONE).collect();
    short.sort_by_key(|(index, reached)| (*reached, *index));
    let place = |reached: Decimal| short.iter().filter(|(_, other)| *other < reached).count() + 1;
    let placed = short.iter().map(|(index, reached)| Weak { index: *index, place: place(*reached), reached: *reached });
    placed.take_while(|weak| weak.place <= count).collect()
}

#[cfg(test)]
mod tests {
    use super::weakest;
    use rust_decimal::Decimal;

    #[test]
    fn equals_share_a_place_and_nobody_is_cut_off_among_equals() {
        let parts = [60, 40, 100, 60, 90, 120].iter().map(|part| Decimal::new(*part, 2)).enumerate().collect();
        let found: Vec<_> = weakest(parts, 2).iter().map(|weak| (weak.index, weak.place)).collect();
        assert_eq!(found, [(1, 1), (0, 2), (3, 2)]);
    }

    #[test]
    fn what_is_reached_is_not_weak() {
        assert!(weakest(vec![(0, Decimal::ONE), (1, Decimal::TWO)], 3).is_empty());
    }
}
