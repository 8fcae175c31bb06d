//! What the keyboard and a screen reader need of widgets that are painted by hand.

use egui::Response;

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
