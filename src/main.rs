//! The program: the window, unless the arguments ask for a command. Everything is in the library.

use std::io::{self, Write};
use std::process::ExitCode;

use mandate::cli::{self, Exit, Outcome, Surroundings, Window};
use mandate::ui::{self, Launch};

// A tenant of a million people is tens of millions of small texts. glibc stalls for more than a
// tenth of a second after dropping them, in the middle of a frame; this allocator does not.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    let surroundings = Surroundings::of_this_process();
    // Not locked: the window's threads may want to say something as well.
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let window = match cli::run(arguments, &surroundings, &mut out, &mut err) {
        Outcome::Exit(exit) => return exit.into(),
        Outcome::Window(window) => window,
    };
    let launch = match window {
        Window::Start => Launch::Start,
        Window::Sample => Launch::Sample,
        Window::File(path) => Launch::File(path),
    };
    match ui::run(launch) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where nobody can be told, the exit code still says it.
            let _ = writeln!(err, "error: {error}");
            Exit::Failure.into()
        }
    }
}
