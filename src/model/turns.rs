//! In: how many blocs there are, and what is to be done with one. Out: what came of each, in their order; they are begun in
//! their order too, on a few more threads than there are processors.
//!
//! These are threads of their own: a thread that rayon lends waits for the table library by taking up the next bloc, and
//! within that the next, until its stack is full.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// So many threads more than there are processors, since some always wait: for the disk, or for others to render.
const WAITING: usize = 2;

/// Does something with every bloc; after an error no further bloc is begun.
///
/// # Errors
/// That of the first bloc which has one.
pub fn bloc_by_bloc<T: Send, E: Send>(blocs: usize, of: impl Fn(usize) -> Result<T, E> + Sync) -> Result<Vec<T>, E> {
    let next = AtomicUsize::new(0);
    let (send, made) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..(rayon::current_num_threads() + WAITING).min(blocs) {
            let (send, next, of) = (send.clone(), &next, &of);
            scope.spawn(move || {
                loop {
                    let bloc = next.fetch_add(1, Ordering::Relaxed);
                    if bloc >= blocs {
                        break;
                    }
                    let own = of(bloc);
                    if own.is_err() {
                        next.store(blocs, Ordering::Relaxed);
                    }
                    let _ = send.send((bloc, own));
                }
            });
        }
    });
    drop(send);
    let mut made: Vec<_> = made.into_iter().collect();
    made.sort_by_key(|(bloc, _)| *bloc);
    made.into_iter().map(|(_, own)| own).collect()
}

#[cfg(test)]
mod tests {
    use super::bloc_by_bloc;

    #[test]
    fn results_come_in_order_and_the_first_error_counts() {
        let all: Result<Vec<usize>, String> = bloc_by_bloc(1000, |bloc| Ok(bloc * 2));
        assert_eq!(all.unwrap(), (0..1000).map(|bloc| bloc * 2).collect::<Vec<_>>());
        let failed = |bloc: usize| if bloc >= 7 { Err(bloc) } else { Ok(bloc) };
        assert_eq!(bloc_by_bloc(1000, failed), Err(7));
        assert_eq!(bloc_by_bloc(0, failed), Ok(Vec::new()));
    }
}
