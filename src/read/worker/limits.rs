//! The limits that a reading process gives itself: memory, processor time, open files, and that it writes no file.

use crate::diag::Limits;

/// Open files of a process that reads one file at a time.
#[cfg(unix)]
const OPEN_FILES: u64 = 64;

#[cfg(unix)]
fn set(resource: rustix::process::Resource, most: u64) {
    use rustix::process::{getrlimit, setrlimit};
    let mut limit = getrlimit(resource);
    limit.current = Some(limit.maximum.map_or(most, |maximum| maximum.min(most)));
    // where the system refuses, the clock of the run still bounds the file
    let _ = setrlimit(resource, limit);
}

/// What holds as long as the process lives.
#[cfg(unix)]
pub fn of_process(limits: &Limits) {
    use rustix::process::Resource;
    set(Resource::Core, 0);
    set(Resource::Fsize, 0);
    set(Resource::Nofile, OPEN_FILES);
    set(Resource::As, limits.memory_mib << 20);
}

/// What holds for the next file: so many seconds of processor time more, which do not add up over files.
#[cfg(unix)]
pub fn of_file(limits: &Limits) {
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    set(rustix::process::Resource::Cpu, used + 1 + limits.seconds);
}

/// Nothing: there is no such call, and the run's clock alone bounds a file.
#[cfg(not(unix))]
pub fn of_process(_: &Limits) {}

/// Nothing.
#[cfg(not(unix))]
pub fn of_file(_: &Limits) {}

/// Whether the process has taken half of its memory, and is better replaced than used on.
pub fn spent(limits: &Limits) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix(" kB")?.parse().ok());
    size.is_some_and(|kib: u64| kib * 2 > limits.memory_mib << 10)
}
