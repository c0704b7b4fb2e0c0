//! The program: arguments in, a command run, its exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(thidua::commands::main(std::env::args_os()))
}
