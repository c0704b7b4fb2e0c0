//! In: files and the program that reads them. Out: their documents as they come, and their notes in the order of the files.
//!
//! Processes take files as they come free. A file on which one ended, hung or told too much is read once more when all
//! others are done, by a process that does nothing else; then it is named. Where no process can be started the run
//! reads by itself.

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::super::whole;
use super::wire::{Answer, Heard, Task, hear, tell};
use super::{ARGUMENT, Workers};
use crate::diag::{Diagnostic, Fault, Limits, Place, Stop};
use crate::model::{Dictionary, Document, Told, sha256};

/// What its allocator reserves at once, as that wants it said: of itself a GiB, which is more than a reading process has.
const ADDRESSES: &str = "32MiB";

/// What is known of a file.
type Read = (Document<Told>, Vec<Diagnostic>);

/// What reading processes work on.
struct Job<'a> {
    workers: &'a Workers,
    inputs: &'a Path,
    task: Task,
    /// Reads a file in this process.
    here: &'a (dyn Fn(&str) -> Read + Sync),
}

/// Reads files of a folder by processes, and hands over what each holds with its index among the files; `here` reads
/// one in this process. Returned are the notes, in the order of the files.
pub fn read(
    workers: &Workers,
    (inputs, files): (&Path, &[String]),
    (dictionary, limits): (&Dictionary, &Limits),
    here: &(dyn Fn(&str) -> Read + Sync),
    take: &(dyn Fn(usize, Document<Told>) + Sync),
) -> Vec<Diagnostic> {
    let task = Task { dictionary: dictionary.clone(), limits: limits.clone() };
    let job = Job { workers, inputs, task, here };
    let (next, again) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let noted: Mutex<BTreeMap<usize, Vec<Diagnostic>>> = Mutex::default();
    let put = |index: usize, (document, notes): Read| {
        take(index, document);
        if !notes.is_empty() {
            noted.lock().unwrap_or_else(PoisonError::into_inner).insert(index, notes);
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers.count.clamp(1, files.len().max(1)) {
            scope.spawn(|| {
                let mut reader = None;
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(index) else { break };
                    match job.ask(&mut reader, file) {
                        Ok(read) => put(index, read),
                        Err(_) => again.lock().unwrap_or_else(PoisonError::into_inner).push(index),
                    }
                }
            });
        }
    });
    let mut again = again.into_inner().unwrap_or_else(PoisonError::into_inner);
    again.sort_unstable();
    for index in again {
        let file = &files[index];
        put(index, job.ask(&mut None, file).unwrap_or_else(|stop| stopped(inputs, file, stop)));
    }
    noted.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().flatten().collect()
}

/// A file that could not be read by anybody; its bytes are hashed all the same.
fn stopped(inputs: &Path, file: &str, stop: Stop) -> Read {
    let mut document = Document { file: file.to_owned(), sha256: String::new(), size: 0, tables: Vec::new() };
    if let Ok(bytes) = whole(&inputs.join(file), &mut document) {
        document.sha256 = sha256(&bytes);
    }
    (document.into(), vec![Diagnostic::new(Fault::ReaderStopped { stop }, Place::File(file.to_owned()))])
}

impl Job<'_> {
    /// Has a file read by the process there is, or by a new one.
    fn ask(&self, reader: &mut Option<Reader>, file: &str) -> Result<Read, Stop> {
        let Ok(own) = reader.take().map_or_else(|| Reader::start(self), Ok) else { return Ok((self.here)(file)) };
        let (answer, own) = own.ask(file, self.workers.patience)?;
        *reader = own.filter(|own| own.asked < self.workers.files);
        Ok((answer.document, answer.notes))
    }
}

/// A reading process; ended when dropped.
struct Reader {
    process: Child,
    requests: Option<ChildStdin>,
    answers: Receiver<Heard<Answer>>,
    asked: usize,
}

impl Reader {
    fn start(job: &Job) -> io::Result<Self> {
        let mut command = Command::new(&job.workers.program);
        command.arg(ARGUMENT).arg(job.inputs).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.env("MIMALLOC_ARENA_RESERVE", ADDRESSES);
        let mut process = command.spawn()?;
        let (requests, told) = (process.stdin.take(), process.stdout.take());
        let (send, answers) = sync_channel(1);
        let mut reader = Self { process, requests, answers, asked: 0 };
        let told = told.ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe))?;
        thread::Builder::new().spawn(move || {
            let mut told = BufReader::new(told);
            loop {
                let heard = hear(&mut told);
                let last = !matches!(heard, Heard::Said(_));
                if send.send(heard).is_err() || last {
                    break;
                }
            }
        })?;
        let requests = reader.requests.as_mut().ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe))?;
        tell(requests, &job.task)?;
        Ok(reader)
    }

    /// What it says of a file, and itself, unless it ends after that.
    fn ask(mut self, file: &str, patience: Duration) -> Result<(Answer, Option<Self>), Stop> {
        self.asked += 1;
        let requests = self.requests.as_mut().ok_or(Stop::Ended)?;
        tell(requests, &file).map_err(|_| Stop::Ended)?;
        match self.answers.recv_timeout(patience) {
            Ok(Heard::Said(answer)) if answer.document.file == file => {
                let own = (!answer.spent).then_some(self);
                Ok((answer, own))
            }
            Ok(Heard::Said(_) | Heard::Flood) => Err(Stop::Flood),
            Err(RecvTimeoutError::Timeout) => Err(Stop::Time),
            Ok(Heard::Ended) | Err(RecvTimeoutError::Disconnected) => Err(self.why()),
        }
    }

    /// Why it ended by itself.
    fn why(&mut self) -> Stop {
        #[cfg(unix)]
        if let Ok(status) = self.process.wait() {
            use std::os::unix::process::ExitStatusExt;
            if status.signal() == Some(rustix::process::Signal::XCPU.as_raw()) {
                return Stop::Time;
            }
        }
        Stop::Ended
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // with nobody to ask it ends by itself; one that hangs does not
        self.requests = None;
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
