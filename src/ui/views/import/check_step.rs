//! The third step and the last: what would become of each, and what became of them.

use egui::{Align, Label, Layout, ProgressBar, ScrollArea, Stroke, StrokeKind, TextEdit, Ui, vec2};

use super::flow::{Awaited, Outcome};
use super::list::{self, list};
use super::report::{Report, Shown};
use super::rows::rows;
use super::{State, Step, export, power, within};
use crate::domain::audit::AuditOrigin;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::many::NotRun;
use crate::ui::panes::{self, Pane};
use crate::ui::refusal;
use crate::ui::rule_text::rule_texts;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::search_box::search_box;

/// The longest reason and ticket, in characters: each stands on one line of the file.
const SAID_MAX: usize = 1000;
/// The least height of the list before what is under it gives way.
const LEAST_LIST: f32 = 150.0;
/// The height of the whole text of a row.
const WHOLE: f32 = 76.0;

/// Draws the step.
pub fn check(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let exporting = export::is_under_way(cx, &mut state.export);
    if let Some(awaited) = &state.awaited {
        let (text, done) = match awaited {
            Awaited::People(_, _, progress) => {
                (t!(cx.texts, "import-reading-rows"), progress.fraction())
            }
            Awaited::Rehearsal(..) => (t!(cx.texts, "import-checking"), fraction(cx)),
            Awaited::Submission(_) => (t!(cx.texts, "import-applying"), fraction(cx)),
        };
        working(ui, &text, done);
        return;
    }
    // Out of the state while it is drawn, which may change everything else of it.
    let mut outcome = std::mem::take(&mut state.outcome);
    let again = match &outcome {
        Outcome::Unknown => false,
        Outcome::Failed { why, .. } => failed(ui, cx, why),
        Outcome::Rehearsed { report, .. } => {
            verdicts(ui, cx, state, report, exporting);
            false
        }
        Outcome::Submitted(report, entry) => {
            became(ui, cx, report, *entry);
            verdicts(ui, cx, state, report, exporting);
            false
        }
    };
    if again {
        outcome = Outcome::Unknown;
        ui.ctx().request_repaint();
    }
    state.outcome = outcome;
}

fn fraction(cx: &ViewContext<'_>) -> f32 {
    cx.work.map_or(0.0, |(_, done)| done)
}

/// While a worker is at it.
fn working(ui: &mut Ui, text: &str, done: f32) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(theme::subtitle(text));
        ui.add_space(theme::SPACE_2);
        let bar = ProgressBar::new(done).desired_width(360.0);
        ui.add(bar).accessible_name(text);
    });
}

/// Why there are no verdicts; whether they are asked for again.
fn failed(ui: &mut Ui, cx: &ViewContext<'_>, why: &NotRun) -> bool {
    let texts = cx.texts;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(theme::subtitle(t!(texts, "import-check-failed")));
        ui.label(theme::secondary(ui, not_run(cx, why)));
        ui.add_space(theme::SPACE_2);
        button::standard(ui, t!(texts, "import-check-again")).clicked()
    })
    .inner
}

fn not_run(cx: &ViewContext<'_>, why: &NotRun) -> String {
    match why {
        NotRun::Cancelled => t!(cx.texts, "notice-cancelled"),
        NotRun::Outrun => t!(cx.texts, "notice-outrun"),
        NotRun::Failed => t!(cx.texts, "notice-failed-changing"),
        NotRun::Refused(error) => refusal::explain(cx.texts, cx.session.catalogue(), error),
    }
}

/// How many were added, and whether that was undone since.
fn became(ui: &mut Ui, cx: &ViewContext<'_>, report: &Report, entry: Option<u32>) {
    let texts = cx.texts;
    let p = theme::palette(ui);
    let (added, refused) = (report.tally.added, report.tally.refused);
    let audit = cx.session.tenant().audit().iter().rev();
    let since = audit.take_while(|it| entry.is_some_and(|entry| it.number > entry));
    let last = since
        .filter(|it| {
            let of = |number: u32| entry == Some(number);
            match it.origin {
                AuditOrigin::Undo(number) | AuditOrigin::Redo(number) => of(number),
                AuditOrigin::Direct => false,
            }
        })
        .map(|it| it.origin)
        .next();
    let undone = matches!(last, Some(AuditOrigin::Undo(_)));
    let (glyph, ink, text) = if undone {
        let text = t!(texts, "import-undone");
        (icon::UNDO, p.text_secondary, text)
    } else if refused == 0 {
        let text = t!(texts, "import-done", count = added);
        (icon::CHECK_CIRCLE_FILLED, p.good, text)
    } else {
        let text = t!(texts, "import-done-some", count = added, refused = refused);
        (icon::WARNING_FILLED, p.warning, text)
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        silent(ui.label(theme::icon_text(glyph).color(ink)));
        let told = ui.add(Label::new(theme::medium(text)).truncate());
        ui.ctx().accesskit_node_builder(told.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    });
}

fn verdicts(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    report: &Report,
    exporting: bool,
) {
    let texts = cx.texts;
    let submitted = state.step == Step::Results;
    if !submitted {
        power::tell(ui, cx, &mut state.power);
        if let Some(why) = &state.not_run {
            let text = not_run(cx, why);
            notice::boxed(ui, Tone::Refused, |ui| {
                ui.label(text);
            });
        }
        let left_out = report.people.countries_left_out;
        if left_out > 0 {
            let text = t!(texts, "import-countries-left-out", count = left_out);
            ui.horizontal(|ui| {
                let p = theme::palette(ui);
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                silent(ui.label(theme::icon_text(icon::INFO).color(p.text_secondary)));
                ui.add(Label::new(theme::secondary(ui, text)).truncate());
            });
        }
    }
    bar(ui, cx, state, report, submitted, exporting);
    let shown = state.list.shown(report);
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let asks = if submitted { 0.0 } else { below(cx, report) };
    let chosen = state
        .list
        .cursor
        .and_then(|place| shown.get(place))
        .copied();
    let text = if chosen.is_some() {
        WHOLE + theme::SPACE_2
    } else {
        0.0
    };
    let room = (whole.height() - asks - text).max(LEAST_LIST.min(whole.height()));
    let (top, rest) = whole.split_top_bottom_at_y(whole.top() + room);
    if shown.is_empty() {
        within(ui, top, |ui| nobody(ui, texts, state));
    } else {
        let id = list::list_id(ui);
        panes::mark(ui, Pane::View, ui.clip_rect(), id);
        list(ui, cx, top, report, submitted, &mut state.list);
    }
    let rest = rest.with_min_y(rest.top() + theme::SPACE_2);
    let (words, asks) = rest.split_top_bottom_at_y(rest.top() + text);
    if let Some(record) = chosen {
        let words = words.with_max_y(words.top() + WHOLE);
        within(ui, words, |ui| person(ui, cx, report, record));
    }
    if !submitted {
        within(ui, asks, |ui| assent(ui, cx, state, report));
    }
}

/// The counts to filter by, the search box and the export.
fn bar(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        for shown in Shown::ALL {
            let count = report.tally.count(shown);
            if count == 0 && shown != Shown::All {
                continue;
            }
            let name = match shown {
                Shown::All => t!(texts, "import-all"),
                Shown::Added if submitted => t!(texts, "import-added"),
                Shown::Added => t!(texts, "import-will-be-added"),
                Shown::Warned => t!(texts, "import-warned"),
                Shown::Refused => t!(texts, "import-refused"),
            };
            let selected = state.list.filter.shown == shown;
            let chip = filter_chip_counted(ui, &name, &number(texts, count), selected);
            if chip.clicked() {
                state.list.filter.shown = shown;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = t!(texts, "import-export");
            let enabled = if exporting {
                Err(String::new())
            } else {
                Ok(())
            };
            if button::command_icon(ui, icon::EXPORT, &text, enabled).clicked() {
                let records = state.list.shown(report);
                let begun = export::verdicts(ui.ctx(), cx, report, submitted, records);
                state.export = Some(begun);
            }
            ui.spacing_mut().text_edit_width = 260.0;
            let hint = t!(texts, "import-search");
            search_box(ui, &mut state.list.filter.text, &hint, "search the file");
        });
    });
}

/// What stands in place of a list without rows.
fn nobody(ui: &mut Ui, texts: &Texts, state: &mut State) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.15);
        let p = theme::palette(ui);
        let glyph = theme::icon_text(icon::PERSON_SEARCH).size(theme::ICON_SIZE_EMPTY);
        silent(ui.label(glyph.line_height(None).color(p.text_secondary)));
        ui.label(theme::subtitle(t!(texts, "import-none-match")));
        ui.label(theme::secondary(ui, t!(texts, "import-none-match-hint")));
        ui.add_space(theme::SPACE_2);
        if button::standard(ui, t!(texts, "clear-filters")).clicked() {
            state.list.filter = super::report::Filter::default();
        }
    });
}

/// The whole text of the row with the keyboard, and after Submit the way to the person.
fn person(ui: &mut Ui, cx: &mut ViewContext<'_>, report: &Report, record: u32) {
    let rows = rows(cx.texts, cx.session.catalogue(), report, &[record]);
    let Some(row) = rows.first() else { return };
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    let kind = StrokeKind::Inside;
    ui.painter()
        .rect(rect, theme::RADIUS, p.card, outline, kind);
    let inside = rect.shrink2(vec2(theme::SPACE_3, theme::SPACE_2));
    let (words, way) =
        inside.split_left_right_at_x(inside.right() - theme::CONTROL_HEIGHT - theme::SPACE_2);
    within(ui, words, |ui| {
        let scroll = ScrollArea::vertical().id_salt("whole");
        scroll.auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let line = t!(
                cx.texts,
                "import-line-of",
                line = row.line,
                name = row.name.as_str()
            );
            silent(ui.label(theme::semibold(line)));
            let roles: Vec<_> = row.roles.iter().map(|role| role.name.as_str()).collect();
            if !roles.is_empty() {
                let roles = theme::caption(ui, roles.join("; "));
                silent(ui.add(Label::new(roles).wrap()));
            }
            if !row.why.is_empty() {
                silent(ui.add(Label::new(row.whole()).wrap()));
            }
        });
    });
    let users = cx.session.tenant().users();
    let user = users.by_upn(&row.user_name).map(|user| user.id);
    within(ui, way, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = t!(cx.texts, "import-open-person", name = row.name.as_str());
            let open = |ui: &mut Ui| button::icon_button(ui, icon::OPEN, &name);
            let clicked = ui.add_enabled_ui(user.is_some(), open).inner.clicked();
            if let Some(user) = user.filter(|_| clicked) {
                cx.outbox.ui(UiCommand::ShowUser(user));
            }
        });
    });
}

/// The height of what Submit needs to know.
fn below(cx: &ViewContext<'_>, report: &Report) -> f32 {
    let asked = rule_texts(
        cx.texts.language(),
        cx.session.catalogue(),
        &report.tally.confirmations,
    );
    let rules: f32 = asked.iter().map(|_| theme::SPACE_6).sum();
    let boxed = if asked.is_empty() {
        0.0
    } else {
        theme::SPACE_6
    };
    theme::CONTROL_HEIGHT + theme::SPACE_8 + rules + boxed
}

/// The reason, which some rules ask for, and the ticket.
fn assent(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, report: &Report) {
    let texts = cx.texts;
    let asked = &report.tally.confirmations;
    let required = !asked.is_empty();
    if required {
        let rules = rule_texts(texts.language(), cx.session.catalogue(), asked);
        notice::boxed(ui, Tone::Warning, |ui| {
            for rule in rules {
                let label = rule.label.unwrap_or_default();
                let line = format!("{label}  {}", rule.sentence);
                ui.add(Label::new(&*line).truncate()).on_hover_text(line);
            }
        });
    }
    let room = ui.available_width() - theme::SPACE_4;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_4;
        let (reason, hint) = if required {
            (
                t!(texts, "dialog-reason"),
                t!(texts, "dialog-reason-needed"),
            )
        } else {
            (
                t!(texts, "import-reason-optional"),
                t!(texts, "dialog-reason-hint"),
            )
        };
        said(ui, &reason, &hint, &mut state.reason, room * 0.7);
        let ticket = t!(texts, "import-ticket");
        said(ui, &ticket, "", &mut state.ticket, room * 0.3);
    });
}

fn said(ui: &mut Ui, name: &str, hint: &str, text: &mut String, width: f32) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let label = ui.label(theme::medium(name));
        let field = TextEdit::singleline(text)
            .char_limit(SAID_MAX)
            .hint_text(theme::secondary(ui, hint))
            .desired_width(width);
        follow(&ui.add(field).labelled_by(label.id));
    });
}
