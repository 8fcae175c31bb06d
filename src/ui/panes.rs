//! The parts of the window that F6 goes round: navigation, view, details.
//!
//! Each part says while it is drawn where it lies and what in it is to have the keyboard. Kept
//! from one frame to the next in egui's memory, because the key comes before the drawing.

use egui::{Context, Id, Rect, Ui};

/// The parts, in the order that F6 goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// The views, on the left.
    Navigation,
    /// The view in the middle.
    View,
    /// The details, on the right.
    Details,
}

/// A part as it was drawn.
#[derive(Clone, Copy, Debug)]
struct Drawn {
    pane: Pane,
    area: Rect,
    first: Id,
    frame: u64,
}

type Parts = Vec<Drawn>;

fn key() -> Id {
    Id::unique("parts of the window")
}

/// Says that `pane` lies in `area`, and that `first` is to have the keyboard when F6 comes to it.
pub fn mark(ui: &Ui, pane: Pane, area: Rect, first: Id) {
    let frame = ui.ctx().cumulative_frame_nr();
    let drawn = Drawn {
        pane,
        area,
        first,
        frame,
    };
    ui.data_mut(|data| {
        let parts: &mut Parts = data.get_temp_mut_or_default(key());
        parts.retain(|other| other.pane != pane);
        parts.push(drawn);
    });
}

/// Gives the keyboard to the part after the one that has it.
pub fn next(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    let mut parts: Parts = ctx.data(|data| data.get_temp(key())).unwrap_or_default();
    parts.retain(|part| part.frame + 1 >= frame);
    parts.sort_by_key(|part| part.pane);
    let focused = ctx.memory(egui::Memory::focused);
    let at = focused
        .and_then(|id| ctx.read_response(id))
        .map(|it| it.rect);
    let here = at.and_then(|rect| {
        let holds = |part: &Drawn| part.area.contains(rect.center());
        parts.iter().position(holds)
    });
    let to = here.map_or(0, |here| here + 1);
    if let Some(part) = parts.get(to).or(parts.first()) {
        ctx.memory_mut(|memory| memory.request_focus(part.first));
    }
}
