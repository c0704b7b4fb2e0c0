//! A call into a reading library in; what it comes to, or nothing where the library panics, out.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// What a reading comes to, or none where the library panics; of that panic nothing is printed.
pub fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            if !READING.get() {
                usual(panicked);
            }
        }));
    });
    READING.set(true);
    let read = panic::catch_unwind(AssertUnwindSafe(read)).ok();
    READING.set(false);
    read
}

#[cfg(test)]
mod tests {
    use super::quietly;

    #[test]
    fn a_panic_is_nothing_and_the_next_call_works() {
        let empty: &[u8] = &[];
        assert_eq!(quietly(|| empty[empty.len()]), None);
        assert_eq!(quietly(|| 1), Some(1));
    }
}
