//! A reading process that reads as the product does, and misbehaves on files whose names say so: the tests of the
//! reading processes start it in the product's place.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use thidua::diag::Diagnostic;
use thidua::model::{Dictionary, Document};
use thidua::read;

fn main() {
    let inputs = std::env::args_os().nth(2).unwrap_or_default();
    std::process::exit(read::worker::serve(Path::new(&inputs), misbehaving).into());
}

fn misbehaving(inputs: &Path, file: &str, dictionary: &Dictionary) -> (Document, Vec<Diagnostic>) {
    let says = |word: &str| file.contains(word);
    if says("abort") {
        std::process::abort();
    } else if says("panic") {
        panic!("a reader panics");
    } else if says("hang") {
        std::thread::sleep(Duration::from_hours(1));
    } else if says("spin") {
        loop {
            std::hint::spin_loop();
        }
    } else if says("eat") {
        let mut eaten = Vec::new();
        loop {
            eaten.push(vec![1_u8; 1 << 20]);
            assert_eq!(eaten.last().map(|last| last[7]), Some(1));
        }
    } else if says("flood") {
        let line = vec![b'x'; 1 << 20];
        while std::io::stdout().write_all(&line).is_ok() {}
    } else if says("once") {
        // breaks off the first time only
        let mark = inputs.join(file).with_extension("seen");
        if !mark.exists() {
            let _ = std::fs::write(mark, "");
            std::process::abort();
        }
    }
    read::document(inputs, file, dictionary)
}
