//! Measures what a person waits for, and what must not grow with the tenant.
//!
//! `cargo bench` prints one line a figure, with its target and whether it is met; nothing fails.
//! `cargo bench -- --quick` leaves out the tenant of a million people. The tenants are generated,
//! the same each time. Times are medians; what is compared is measured by turns, so that a busy
//! machine is unfair to both.

mod access;
mod bulk;
mod decisions;
mod files;
mod frames;
mod memory;
mod preparing;
mod screen;
mod table;
mod tenants;
mod timing;

use std::error::Error;
use std::ffi::OsStr;
use std::path::PathBuf;

use cap::Cap;
use mimalloc::MiMalloc;

use self::table::Table;
use self::tenants::Tenants;

// The same as the program's, counted: it decides what opening and dropping a large tenant costs.
#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

/// What a measurement returns: errors end the program and are shown by it.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How many people the tenants have.
const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];
/// What the targets for files are about.
const FILE_SIZE: usize = 100_000;

fn main() -> Outcome {
    let mut arguments = std::env::args_os().skip(1);
    let mut quick = std::env::var_os("MANDATE_BENCH_QUICK").is_some();
    while let Some(argument) = arguments.next() {
        if argument == OsStr::new("--quick") {
            quick = true;
        } else if argument == OsStr::new(memory::OPEN) {
            let file = arguments.next().ok_or("which file is to be opened?")?;
            return memory::open(&PathBuf::from(file));
        }
    }
    let sizes = if quick { &SIZES[..2] } else { &SIZES[..] };
    let tenants = Tenants::new()?;
    let mut table = Table::new(sizes);
    preparing::measure(&mut table, &tenants, sizes)?;
    decisions::measure(&mut table, &tenants, sizes)?;
    access::measure(&mut table, &tenants, sizes)?;
    bulk::measure(&mut table, &tenants, &ALLOCATOR)?;
    files::measure(&mut table, &tenants)?;
    let largest = sizes.last().copied().unwrap_or(FILE_SIZE);
    memory::measure(&mut table, &tenants, largest)?;
    frames::measure(&mut table, &tenants, sizes)?;
    table.finish();
    Ok(())
}
