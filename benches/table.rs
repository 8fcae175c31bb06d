//! The table that is printed: one line a figure.

use std::thread::available_parallelism;

/// The figures so far: printed as they come, counted at the end.
pub struct Table {
    targets: usize,
    over: Vec<String>,
}

/// One figure.
#[derive(Default)]
pub struct Line<'a> {
    /// What was measured.
    pub name: &'a str,
    /// How much it was.
    pub figure: f64,
    /// In what.
    pub unit: &'static str,
    /// What it must stay under, in the same unit.
    pub limit: Option<f64>,
    /// What it is compared with.
    pub against: Option<Against<'a>>,
}

/// What a figure is compared with.
pub struct Against<'a> {
    /// Its name.
    pub name: &'a str,
    /// How much that was, in the same unit.
    pub figure: f64,
    /// How many times as much the line's own figure may be.
    pub limit: Option<f64>,
}

impl Table {
    /// Prints what was measured on, and the head.
    pub fn new(sizes: &[usize]) -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let sizes: Vec<_> = sizes.iter().map(|size| people(*size)).collect();
        println!("{cores} cores; tenants of {} people", sizes.join(", "));
        println!(
            "\n{:<46} {:>8} {:<3} {:>7} {:<33} {:<16} result",
            "what", "figure", "", "ratio", "of", "target"
        );
        Self {
            targets: 0,
            over: Vec::new(),
        }
    }

    /// Prints a heading.
    #[expect(clippy::unused_self, reason = "what is printed goes through the table")]
    pub fn heading(&self, text: &str) {
        println!("\n{text}");
    }

    /// Prints a line.
    pub fn line(&mut self, line: &Line<'_>) {
        let mut targets = Vec::new();
        let mut met = true;
        if let Some(limit) = line.limit {
            targets.push(format!("< {} {}", shortest(limit), line.unit));
            met &= line.figure < limit;
        }
        let (mut ratio, mut of) = (String::new(), String::new());
        if let Some(against) = &line.against {
            let times = line.figure / against.figure;
            ratio = format!("{times:.2} x");
            of = format!(
                "{}, {} {}",
                against.name,
                rounded(against.figure),
                line.unit
            );
            if let Some(limit) = against.limit {
                targets.push(format!("<= {limit} x"));
                met &= times <= limit;
            }
        }
        let result = match (targets.is_empty(), met) {
            (true, _) => "",
            (false, true) => "ok",
            (false, false) => "OVER",
        };
        if !targets.is_empty() {
            self.targets += 1;
        }
        if !met {
            self.over.push(line.name.to_owned());
        }
        let text = format!(
            "  {:<44} {:>8} {:<3} {ratio:>7} {of:<33} {:<16} {result}",
            line.name,
            rounded(line.figure),
            line.unit,
            targets.join(", "),
        );
        println!("{}", text.trim_end());
    }

    /// Prints how many targets were met.
    pub fn finish(self) {
        let met = self.targets - self.over.len();
        println!("\n{met} of {} targets met", self.targets);
        for name in self.over {
            println!("  over: {name}");
        }
    }
}

/// A number of people: `1 k`, `100 k`, `1 M`.
pub fn people(count: usize) -> String {
    match count {
        1_000_000.. => format!("{} M", count / 1_000_000),
        1_000.. => format!("{} k", count / 1_000),
        _ => count.to_string(),
    }
}

/// Three digits that count.
fn rounded(figure: f64) -> String {
    match figure.abs() {
        100.0.. => format!("{figure:.0}"),
        10.0.. => format!("{figure:.1}"),
        1.0.. => format!("{figure:.2}"),
        _ => format!("{figure:.3}"),
    }
}

fn shortest(figure: f64) -> String {
    format!("{figure}")
}
