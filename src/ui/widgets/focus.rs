//! What the keyboard and a screen reader need of widgets that are painted by hand.

use egui::{Context, Id, Memory, Response};

/// Scrolls to what was just given the keyboard: Tab goes on below the edge of a scrolled panel.
pub fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Keeps a part of a widget from being told twice: the name of the widget says it already.
pub fn silent(response: Response) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_hidden();
        node.clear_label();
        node.clear_value();
    });
    response
}

/// What had the keyboard before a question came over the views.
#[derive(Clone, Copy, Default)]
struct Before {
    latest: Option<Id>,
    covered: Option<Id>,
    open: bool,
    input: bool,
}

/// Gives the keyboard back to what had it before a question came over the views, once that is
/// gone and unless something else asked for it. Call it first in a frame: the frame before tells.
pub fn give_back(ctx: &Context) {
    let key = Id::unique("keyboard before a question");
    let mut before: Before = ctx.data(|data| data.get_temp(key)).unwrap_or_default();
    let (open, focused) = ctx.memory(|memory| {
        let open = memory.top_modal_layer().is_some();
        (open, Memory::focused(memory))
    });
    if open && !before.open {
        before.covered = before.latest;
    } else if before.open
        && !open
        && let Some(id) = before.covered.take()
        && focused.is_none()
    {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
    if open && before.input {
        // If that closed it, the next frame knows.
        ctx.request_repaint();
    }
    before.open = open;
    before.latest = focused;
    before.input = ctx.input(|input| !input.events.is_empty());
    ctx.data_mut(|data| data.insert_temp(key, before));
}
