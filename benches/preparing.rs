//! What is made ready once: the roles, a snapshot for saving, the index of the people.

use mandate::catalogue;
use mandate::sample::REFERENCE;
use mandate::ui::user_index::UserIndex;

use super::Outcome;
use super::table::{Line, Table, people};
use super::tenants::Tenants;
use super::timing::{median_of, ms};

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, sizes: &[usize]) -> Outcome {
    table.heading("Made ready");
    catalogue::load()?;
    table.line(&Line {
        name: "role catalogue, read and checked",
        figure: ms(median_of(2, 15, catalogue::load)),
        unit: "ms",
        ..Line::default()
    });
    for size in sizes.iter().skip(1) {
        let tenant = tenants.of(*size)?;
        let size = people(*size);
        table.line(&Line {
            name: &format!("snapshot for a save, {size}"),
            figure: median_of(3, 51, || tenant.snapshot()).as_secs_f64() * 1e6,
            unit: "us",
            ..Line::default()
        });
        let build = || UserIndex::build(&tenant, tenants.catalogue(), REFERENCE);
        table.line(&Line {
            name: &format!("index of the people, {size}"),
            figure: ms(median_of(1, 3, build)),
            unit: "ms",
            ..Line::default()
        });
    }
    Ok(())
}
