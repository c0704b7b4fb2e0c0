//! The files of a run in; their documents out, each read by a process of its own kind, so that a file on which the
//! reading breaks off, hangs or eats the memory costs that file alone.
//!
//! `pool` stands in the run and hands files out; `serve` is what a reading process does; `limits` are those the process
//! gives itself; `wire` is what they tell each other.
//!
//! On Windows a process bounds only how long a file may take, not its memory.

mod limits;
mod pool;
mod serve;
mod wire;

use std::path::PathBuf;
use std::time::Duration;

pub use pool::read;
pub use serve::serve;

/// The first argument of a reading process.
pub const ARGUMENT: &str = "__read";

/// Who reads files.
#[derive(Clone, Debug, Default)]
pub enum Readers {
    /// This process itself.
    #[default]
    Here,
    /// Processes of their own.
    Workers(Workers),
}

/// Reading processes.
#[derive(Clone, Debug)]
pub struct Workers {
    /// The program that is started with [`ARGUMENT`] and the inputs folder.
    pub program: PathBuf,
    /// How many at once.
    pub count: usize,
    /// Files after which a process is replaced.
    pub files: usize,
    /// How long a file may take by the clock; a stopped process is ended then. Processor time is bounded by
    /// [`crate::diag::Limits::seconds`].
    pub patience: Duration,
}

impl Workers {
    /// Processes of this program, one for each thread there is.
    pub fn of(program: PathBuf) -> Self {
        Self { program, count: rayon::current_num_threads(), files: 500, patience: Duration::from_secs(25) }
    }
}
