//! The program: arguments in, a command run, its exit code out.

use std::process::ExitCode;

#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(thidua::commands::main(std::env::args_os()))
}
