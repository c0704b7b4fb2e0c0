//! In: the members of a bloc. Out: a file name for each: plain letters, no two alike on any system, none that Windows
//! keeps for a device; the same whenever the members are the same.

use std::collections::BTreeSet;

use crate::model::{Bloc, slug};

/// What stands before a name that Windows keeps for a device.
const BEFORE_A_DEVICE: &str = "don-vi";

/// The names, without an ending, in the order of the members.
pub(super) fn of_members(bloc: &Bloc) -> Vec<String> {
    let mut taken = BTreeSet::new();
    bloc.members.iter().map(|member| unlike(&plain(&member.name), &mut taken)).collect()
}

fn plain(name: &str) -> String {
    let name = slug(name);
    if is_device(&name) { format!("{BEFORE_A_DEVICE}-{name}") } else { name }
}

fn is_device(name: &str) -> bool {
    let numbered = |prefix: &str| name.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1);
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// With the first number from 2 behind it that nobody has, where another member has the name already.
fn unlike(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut own = name.to_owned();
    let mut number = 1;
    while !taken.insert(own.clone()) {
        number += 1;
        own = format!("{name}-{number}");
    }
    own
}

#[cfg(test)]
mod tests {
    use super::{plain, unlike};
    use std::collections::BTreeSet;

    #[test]
    fn names_are_plain_and_no_two_are_alike() {
        let mut taken = BTreeSet::new();
        let names = ["S\u{1EDF} Y t\u{1EBF}", "s\u{1EDF} y t\u{1EBF}", "So Y te 2", "So Y te"];
        let names = names.map(|name| unlike(&plain(name), &mut taken));
        assert_eq!(names, ["so-y-te", "so-y-te-2", "so-y-te-2-2", "so-y-te-3"]);
    }

    #[test]
    fn no_name_is_a_device_a_path_or_too_long() {
        assert_eq!(["CON", "Lpt1", "Com", "console"].map(plain), ["don-vi-con", "don-vi-lpt1", "com", "console"]);
        assert_eq!(["../..", "=1+1", "\u{1}\u{0}", ""].map(plain), ["x", "1-1", "x", "x"]);
        assert!(plain(&"\u{110}\u{1EBF} ".repeat(300)).len() <= 60);
    }
}
