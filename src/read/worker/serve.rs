//! In: a task and names of files, one after the other. Out: what each file holds; the process bounds itself before every
//! file.

use std::io::{BufReader, stdin, stdout};
use std::path::Path;

use super::limits;
use super::wire::{Answer, Heard, Task, hear, tell};
use crate::diag::Diagnostic;
use crate::model::{Dictionary, Document};

/// Serves until nobody asks any more; `read` is given the inputs folder, the name of a file in it and the dictionary.
/// The exit code: 0, or 1 where nobody listens.
pub fn serve(inputs: &Path, read: impl Fn(&Path, &str, &Dictionary) -> (Document, Vec<Diagnostic>)) -> u8 {
    let mut requests = BufReader::new(stdin().lock());
    let mut answers = stdout().lock();
    let Heard::Said(Task { dictionary, limits }) = hear(&mut requests) else { return 1 };
    limits::of_process(&limits);
    while let Heard::Said(file) = hear::<String>(&mut requests) {
        limits::of_file(&limits);
        let (document, notes) = limits.bound(|| read(inputs, &file, &dictionary));
        let spent = limits::spent(&limits);
        let told = document.closed().and_then(|document| tell(&mut answers, &Answer { document, notes, spent }));
        if told.is_err() {
            return 1;
        }
        if spent {
            break;
        }
    }
    0
}
