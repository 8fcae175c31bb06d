//! The theme: sizes, spacing, fonts, and how egui's own widgets look.
//!
//! With [`palette`](mod@palette) and [`icon`] it is the only place for colours, sizes and icons;
//! views name what they mean and never a number. It must not draw a widget of its own.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin,
    RichText, Shadow, Stroke, Style, TextStyle, Theme, Ui, Visuals,
    style::{ScrollStyle, WidgetVisuals, Widgets},
    vec2,
};

pub mod icon;
pub mod palette;

pub use palette::{Palette, avatar};

/// One step of spacing.
pub const SPACE_1: f32 = 4.0;
/// Two steps of spacing: between related controls.
pub const SPACE_2: f32 = 8.0;
/// Three steps of spacing: inside a card.
pub const SPACE_3: f32 = 12.0;
/// Four steps of spacing: between groups.
pub const SPACE_4: f32 = 16.0;
/// Five steps of spacing: the margin of a view.
pub const SPACE_5: f32 = 20.0;
/// Six steps of spacing: between sections.
pub const SPACE_6: f32 = 24.0;
/// Eight steps of spacing: around an empty state.
pub const SPACE_8: f32 = 32.0;

/// The height of a control.
pub const CONTROL_HEIGHT: f32 = 32.0;
/// The height of a row with two lines of text.
pub const ROW_HEIGHT: f32 = 42.0;
/// The height of a row with one line of text.
pub const ROW_HEIGHT_COMPACT: f32 = 36.0;
/// The height of a table's header.
pub const HEADER_HEIGHT: f32 = 36.0;
/// The height of the bar at the top of the window.
pub const TOP_BAR_HEIGHT: f32 = 48.0;
/// The height of the status line.
pub const STATUS_HEIGHT: f32 = 28.0;
/// The width of the navigation.
pub const NAVIGATION_WIDTH: f32 = 232.0;
/// The width of the details panel when it first opens.
pub const DETAILS_WIDTH: f32 = 390.0;
/// The height of a chip.
pub const CHIP_HEIGHT: f32 = 22.0;
/// The diameter of an avatar in a list.
pub const AVATAR_SIZE: f32 = 28.0;
/// The diameter of an avatar at the head of a panel.
pub const AVATAR_SIZE_LARGE: f32 = 56.0;

/// The rounding of controls.
pub const RADIUS: u8 = 4;
/// The rounding of cards and dialogs.
pub const RADIUS_CARD: u8 = 8;

/// Small text: second lines, chips.
pub const SIZE_SMALL: f32 = 12.0;
/// Body text.
pub const SIZE_BODY: f32 = 14.0;
/// The title of a section.
pub const SIZE_SUBTITLE: f32 = 16.0;
/// The title of a view.
pub const SIZE_TITLE: f32 = 22.0;
/// An icon beside text.
pub const ICON_SIZE: f32 = 16.0;
/// An icon that stands alone.
pub const ICON_SIZE_LARGE: f32 = 20.0;
/// The icon of an empty state.
pub const ICON_SIZE_EMPTY: f32 = 48.0;

/// How long a change of state takes to show, in seconds.
pub const ANIMATION: f32 = 0.12;

const INTER: &str = "inter";
const ICONS: &str = "icons";
const ICON_FAMILY: &str = "icons";
const WEIGHT: &[u8; 4] = b"wght";

/// Whatever can tell which of the two themes is in force.
pub trait Themed {
    /// Is it the dark theme?
    fn is_dark(&self) -> bool;
}

impl Themed for Visuals {
    fn is_dark(&self) -> bool {
        self.dark_mode
    }
}

impl Themed for Ui {
    fn is_dark(&self) -> bool {
        self.visuals().dark_mode
    }
}

impl Themed for Context {
    fn is_dark(&self) -> bool {
        self.theme() == Theme::Dark
    }
}

/// The colours in force.
pub fn palette(themed: &impl Themed) -> &'static Palette {
    Palette::of(themed.is_dark())
}

/// Gives `ctx` the fonts and both themes. Call it once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.set_style_of(Theme::Light, style(&Palette::LIGHT, Visuals::light()));
    ctx.set_style_of(Theme::Dark, style(&Palette::DARK, Visuals::dark()));
    // Where the system does not say, as the admin center does.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
}

/// The text style between body and heading.
pub fn subtitle_style() -> TextStyle {
    TextStyle::Name("Subtitle".into())
}

/// Text of weight 500.
pub fn medium(text: impl Into<String>) -> RichText {
    RichText::new(text).variation(WEIGHT, 500.0)
}

/// Text of weight 600.
pub fn semibold(text: impl Into<String>) -> RichText {
    RichText::new(text).variation(WEIGHT, 600.0)
}

/// The title of a view.
pub fn title(text: impl Into<String>) -> RichText {
    semibold(text).text_style(TextStyle::Heading)
}

/// The title of a section or a dialog.
pub fn subtitle(text: impl Into<String>) -> RichText {
    semibold(text).text_style(subtitle_style())
}

/// Text of lesser weight, in body size.
pub fn secondary(themed: &impl Themed, text: impl Into<String>) -> RichText {
    RichText::new(text).color(palette(themed).text_secondary)
}

/// A second line: small and of lesser weight.
pub fn caption(themed: &impl Themed, text: impl Into<String>) -> RichText {
    secondary(themed, text).text_style(TextStyle::Small)
}

/// An icon as text, to stand beside body text.
pub fn icon_text(glyph: &str) -> RichText {
    RichText::new(glyph)
        .size(ICON_SIZE)
        .line_height(Some(SIZE_BODY * 1.2))
}

/// The font for painting text of `size` by hand, in the weight of body text.
pub fn font(size: f32) -> FontId {
    FontId::proportional(size)
}

/// Makes the controls that follow in `ui` primary: filled with the accent. One per place.
pub fn make_primary(ui: &mut Ui) {
    let p = palette(ui);
    let fills = [p.accent, p.accent_hover, p.accent_pressed];
    fill_controls(ui, fills, p.on_accent);
}

/// Makes the controls that follow in `ui` destroying: filled with the danger colour.
pub fn make_danger(ui: &mut Ui) {
    let p = palette(ui);
    fill_controls(ui, [p.danger; 3], p.on_danger);
}

/// Makes the controls that follow in `ui` subtle: no outline and no fill until hovered.
pub fn make_subtle(ui: &mut Ui) {
    let widgets = &mut ui.visuals_mut().widgets;
    for widget in [
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.open,
    ] {
        widget.bg_stroke = Stroke::NONE;
    }
    widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
}

/// Draws the focus ring around `rect`, for widgets painted by hand.
pub fn focus_ring(ui: &Ui, rect: egui::Rect, radius: impl Into<CornerRadius>) {
    let p = palette(ui);
    let radius = radius.into();
    let painter = ui.painter();
    let inner = Stroke::new(1.0, p.surface);
    let outer = Stroke::new(2.0, p.focus);
    painter.rect_stroke(rect, radius, inner, egui::StrokeKind::Inside);
    painter.rect_stroke(rect, radius, outer, egui::StrokeKind::Outside);
}

fn fill_controls(ui: &mut Ui, [rest, hovered, pressed]: [Color32; 3], on: Color32) {
    let widgets = &mut ui.visuals_mut().widgets;
    for (widget, fill) in [
        (&mut widgets.inactive, rest),
        (&mut widgets.hovered, hovered),
        (&mut widgets.active, pressed),
        (&mut widgets.open, pressed),
    ] {
        widget.weak_bg_fill = fill;
        widget.bg_fill = fill;
        widget.fg_stroke.color = on;
    }
    widgets.inactive.bg_stroke = Stroke::new(1.0, rest);
    widgets.hovered.bg_stroke = Stroke::new(1.0, hovered);
}

/// Inter, then the icons, then egui's own fonts for what Inter lacks.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let inter = FontData::from_static(include_bytes!("../../assets/fonts/Inter.ttf"));
    let mut icons =
        FontData::from_static(include_bytes!("../../assets/fonts/FluentSystemIcons.ttf"));
    // An icon stands on the baseline and is one em high; this centres it on a line of Inter.
    icons.tweak.y_offset_factor = 0.058;
    fonts.font_data.insert(INTER.to_owned(), Arc::new(inter));
    fonts.font_data.insert(ICONS.to_owned(), Arc::new(icons));

    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    proportional.splice(0..0, [INTER.to_owned(), ICONS.to_owned()]);
    let monospace = fonts.families.entry(FontFamily::Monospace).or_default();
    monospace.extend([INTER.to_owned(), ICONS.to_owned()]);
    let icon_family = FontFamily::Name(ICON_FAMILY.into());
    fonts.families.insert(icon_family, vec![ICONS.to_owned()]);
    fonts
}

fn style(p: &Palette, visuals: Visuals) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, FontId::proportional(SIZE_SMALL)),
            (TextStyle::Body, FontId::proportional(SIZE_BODY)),
            (TextStyle::Button, FontId::proportional(SIZE_BODY)),
            (subtitle_style(), FontId::proportional(SIZE_SUBTITLE)),
            (TextStyle::Heading, FontId::proportional(SIZE_TITLE)),
            (TextStyle::Monospace, FontId::monospace(13.0)),
        ]
        .into(),
        visuals: themed_visuals(p, visuals),
        animation_time: ANIMATION,
        ..Style::default()
    };

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(SPACE_2, SPACE_2);
    spacing.button_padding = vec2(SPACE_3, 7.0);
    spacing.interact_size = vec2(40.0, CONTROL_HEIGHT);
    spacing.window_margin = Margin::same(20);
    spacing.menu_margin = Margin::same(4);
    spacing.icon_width = 18.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = SPACE_2;
    spacing.combo_width = 160.0;
    spacing.text_edit_width = 280.0;
    spacing.tooltip_width = 360.0;
    spacing.menu_width = 280.0;
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 4.0,
        handle_min_length: 24.0,
        dormant_handle_opacity: 0.35,
        ..ScrollStyle::floating()
    };

    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn themed_visuals(p: &Palette, visuals: Visuals) -> Visuals {
    let float = Shadow {
        offset: [0, 8],
        blur: 24,
        spread: 0,
        color: p.shadow,
    };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(p.text_secondary),
        widgets: widgets(p),
        hyperlink_color: p.accent_text,
        faint_bg_color: p.band,
        extreme_bg_color: p.surface,
        text_edit_bg_color: Some(p.surface),
        code_bg_color: p.neutral_soft,
        warn_fg_color: p.warning,
        error_fg_color: p.danger,
        window_corner_radius: CornerRadius::same(RADIUS_CARD),
        window_shadow: float,
        window_fill: p.surface,
        window_stroke: Stroke::new(1.0, p.line),
        menu_corner_radius: CornerRadius::same(RADIUS_CARD),
        panel_fill: p.page,
        popup_shadow: float,
        indent_has_left_vline: false,
        interact_cursor: None,
        ..visuals
    };
    visuals.selection.bg_fill = p.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, p.accent_text);
    visuals.text_cursor.stroke = Stroke::new(1.5, p.text);
    // A blinking cursor draws the whole window twice a second for as long as it waits.
    visuals.text_cursor.blink = false;
    visuals
}

fn widgets(p: &Palette) -> Widgets {
    let rest = WidgetVisuals {
        bg_fill: p.surface,
        weak_bg_fill: p.surface,
        bg_stroke: Stroke::new(1.0, p.control_line),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, p.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_stroke: Stroke::new(1.0, p.line),
            ..rest
        },
        inactive: rest,
        hovered: WidgetVisuals {
            bg_fill: p.hover,
            weak_bg_fill: p.hover,
            bg_stroke: Stroke::new(1.0, p.text_secondary),
            fg_stroke: Stroke::new(1.5, p.text),
            ..rest
        },
        // egui draws both what is pressed and what has the keyboard with these.
        active: WidgetVisuals {
            bg_fill: p.pressed,
            weak_bg_fill: p.pressed,
            bg_stroke: Stroke::new(2.0, p.focus),
            fg_stroke: Stroke::new(1.5, p.text),
            ..rest
        },
        open: WidgetVisuals {
            bg_fill: p.pressed,
            weak_bg_fill: p.pressed,
            ..rest
        },
    }
}
