//! Which columns there is room for, and where they stand.
//!
//! Header and cells are placed by the same numbers. When there is no room, columns go in an order
//! of their own; what they say stays one click away, in the details.

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The check box.
    Check,
    /// Avatar, name and user principal name.
    Name,
    /// The roles.
    Roles,
    /// The licences.
    Licences,
    /// Whether they may sign in.
    SignIn,
    /// Whether they can be reached.
    Contact,
    /// When they last signed in.
    LastSignIn,
}

/// A column in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// What stands in it.
    pub cell: Cell,
    /// Its left side, from the left of the list.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

/// The columns in their order, with the least width and the share of what is left over.
const COLUMNS: [(Cell, f32, f32); 7] = [
    (Cell::Check, 44.0, 0.0),
    (Cell::Name, 250.0, 3.0),
    (Cell::Roles, 280.0, 5.0),
    (Cell::Licences, 150.0, 2.0),
    (Cell::SignIn, 104.0, 0.0),
    (Cell::Contact, 84.0, 0.0),
    (Cell::LastSignIn, 130.0, 0.5),
];

/// Who goes first when there is no room.
const DISPENSABLE: [Cell; 4] = [
    Cell::Licences,
    Cell::Contact,
    Cell::LastSignIn,
    Cell::SignIn,
];

/// The columns that fit in `width`. `words` is what the words of a column take.
pub fn place(width: f32, words: impl Fn(Cell) -> f32) -> Vec<Placed> {
    let mut chosen: Vec<(Cell, f32, f32)> = COLUMNS
        .iter()
        .map(|(cell, least, share)| (*cell, least.max(words(*cell)), *share))
        .collect();
    for cell in DISPENSABLE {
        if needed(&chosen) <= width {
            break;
        }
        chosen.retain(|(other, _, _)| *other != cell);
    }
    // Too little even for those that stay: they share the want as they share what is left over.
    let left = width - needed(&chosen);
    let shares: f32 = chosen.iter().map(|(_, _, share)| share).sum();
    let mut x = 0.0;
    chosen
        .into_iter()
        .map(|(cell, least, share)| {
            let width = (least + left * share / shares).floor().max(0.0);
            let placed = Placed { cell, x, width };
            x += width;
            placed
        })
        .collect()
}

fn needed(columns: &[(Cell, f32, f32)]) -> f32 {
    columns.iter().map(|(_, least, _)| least).sum()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Placed, place};

    fn cells(width: f32) -> Vec<Cell> {
        let placed = place(width, |_| 0.0);
        placed.iter().map(|column| column.cell).collect()
    }

    #[test]
    fn columns_go_in_order_and_never_overlap() {
        assert_eq!(cells(1_600.0).len(), 7);
        assert!(!cells(1_000.0).contains(&Cell::Licences));
        let narrow = [Cell::Check, Cell::Name, Cell::Roles];
        assert_eq!(cells(700.0), [&narrow[..], &[Cell::SignIn]].concat());
        assert_eq!(cells(600.0), narrow);
        assert_eq!(cells(300.0), narrow);
        for width in [300.0, 700.0, 1_234.0, 4_000.0] {
            let placed = place(width, |_| 96.0);
            let beside = |pair: &[Placed]| pair[0].x + pair[0].width <= pair[1].x;
            assert!(placed.windows(2).all(beside), "{width}");
            let last = placed.last().expect("a column");
            assert!(last.x + last.width <= width, "{width}");
        }
    }
}
