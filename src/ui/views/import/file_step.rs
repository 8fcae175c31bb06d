//! The first step: which file.

use egui::{Label, Ui};

use super::{State, Trouble, power};
use crate::domain::language::Language;
use crate::exchange::people::ours;
use crate::exchange::people::table::Separator;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// The width of lines that are read.
const WIDTH: f32 = 680.0;
/// The height of a line that is only read.
const LINE: f32 = 24.0;

/// Draws the step.
pub fn file(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    ui.set_max_width(ui.available_width().min(WIDTH));
    ui.label(theme::subtitle(t!(texts, "import-file-title")));
    let about = theme::secondary(ui, t!(texts, "import-file-about"));
    ui.add(Label::new(about).wrap());
    ui.add_space(theme::SPACE_2);
    if let Some(trouble) = &state.trouble {
        let (title, text) = in_words(texts, trouble);
        notice::boxed(ui, Tone::Refused, |ui| {
            ui.label(theme::medium(title));
            ui.label(text);
        });
    }
    power::tell(ui, cx, &mut state.power);
    ui.add_space(theme::SPACE_1);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LINE;
        formats(ui, texts);
    });
    ui.add_space(theme::SPACE_4);
    ui.horizontal(|ui| {
        let reading = state.reading.is_some();
        let choose = |ui: &mut Ui| match &state.table {
            None => button::primary(ui, t!(texts, "import-choose")),
            Some(_) => button::standard(ui, t!(texts, "import-choose-other")),
        };
        if ui.add_enabled_ui(!reading, choose).inner.clicked() {
            cx.outbox.ui(UiCommand::ChooseImport);
        }
        if button::standard(ui, t!(texts, "import-save-template")).clicked() {
            let name = format!("{}.csv", t!(texts, "import-template-file"));
            let text = ours::template(usual_separator(texts.language()));
            cx.outbox.ui(UiCommand::Export { name, text });
        }
        if reading {
            ui.label(theme::secondary(ui, t!(texts, "import-reading")));
        }
    });
    ui.add_space(theme::SPACE_2);
    ui.add(Label::new(theme::caption(ui, t!(texts, "import-drop"))).wrap());
}

fn formats(ui: &mut Ui, texts: &Texts) {
    for (glyph, key) in [
        (icon::APP, "import-format-ours"),
        (icon::USERS, "import-format-m365"),
        (icon::ROLES, "import-format-entra"),
        (icon::MATRIX, "import-format-other"),
    ] {
        let p = theme::palette(ui);
        ui.horizontal(|ui| {
            silent(ui.label(theme::icon_text(glyph).color(p.accent_text)));
            ui.label(theme::medium(texts.dynamic(key)));
            let about = texts.dynamic(&format!("{key}-about"));
            ui.add(Label::new(theme::secondary(ui, about)).truncate());
        });
    }
}

fn in_words(texts: &Texts, trouble: &Trouble) -> (String, String) {
    let language = texts.language();
    let (name, text) = match trouble {
        Trouble::File(name, error) => (name, error.explain(language)),
        Trouble::Table(name, error) => (name, error.explain(language)),
    };
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let text = first.chain(letters).collect();
    (t!(texts, "error-open", file = name.as_str()), text)
}

/// What spreadsheets expect where the language is spoken.
const fn usual_separator(language: Language) -> Separator {
    match language {
        Language::English => Separator::Comma,
        Language::Dutch => Separator::Semicolon,
    }
}
