//! The colours of both themes, and how well they are told apart.
//!
//! Owns every colour of the screen. It must not know a widget: what a colour is used for is said
//! by its name, and the test below holds every pair that is used to its contrast.

use egui::Color32;

/// The colours of one theme, named after what they are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything: navigation, margins.
    pub page: Color32,
    /// Lists, panels, the top bar, text fields.
    pub surface: Color32,
    /// A card on a surface.
    pub card: Color32,
    /// A row or a borderless button under the pointer.
    pub hover: Color32,
    /// A control being pressed.
    pub pressed: Color32,
    /// Every other row or column of a wide table.
    pub band: Color32,
    /// A selected row.
    pub selection: Color32,
    /// Lines that part things; decoration only.
    pub line: Color32,
    /// The outline of a control, which tells where it is.
    pub control_line: Color32,
    /// The ring around what has the keyboard.
    pub focus: Color32,
    /// Text.
    pub text: Color32,
    /// Text of lesser weight: second lines, hints.
    pub text_secondary: Color32,
    /// The accent as a shape: primary button, checked box, mark of the current view.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_hover: Color32,
    /// The accent pressed.
    pub accent_pressed: Color32,
    /// Text and marks on the accent.
    pub on_accent: Color32,
    /// The accent as text: links, role chips, a selected filter.
    pub accent_text: Color32,
    /// Behind [`Self::accent_text`]: chips; stands out from [`Self::selection`].
    pub accent_soft: Color32,
    /// A chip or counter without a tone of its own.
    pub neutral_soft: Color32,
    /// It is well: text and shapes.
    pub good: Color32,
    /// Behind [`Self::good`].
    pub good_soft: Color32,
    /// Look at this: text and shapes.
    pub warning: Color32,
    /// Behind [`Self::warning`].
    pub warning_soft: Color32,
    /// It is wrong, or destroys: text, shapes, the fill of a destroying button.
    pub danger: Color32,
    /// Behind [`Self::danger`].
    pub danger_soft: Color32,
    /// Text and marks on [`Self::danger`].
    pub on_danger: Color32,
    /// A privileged role. Not the tone of an error: holding one is no mistake.
    pub privileged: Color32,
    /// Behind [`Self::privileged`].
    pub privileged_soft: Color32,
    /// Over the window while a dialog is open.
    pub backdrop: Color32,
    /// The shadow under what floats.
    pub shadow: Color32,
}

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self {
        page: grey(245),
        surface: Color32::WHITE,
        card: grey(250),
        hover: grey(240),
        pressed: grey(224),
        band: grey(249),
        selection: Color32::from_rgb(235, 243, 252),
        line: grey(224),
        control_line: grey(133),
        focus: grey(16),
        text: grey(36),
        text_secondary: grey(97),
        accent: Color32::from_rgb(15, 108, 189),
        accent_hover: Color32::from_rgb(17, 94, 163),
        accent_pressed: Color32::from_rgb(12, 59, 94),
        on_accent: Color32::WHITE,
        accent_text: Color32::from_rgb(17, 94, 163),
        accent_soft: Color32::from_rgb(207, 228, 250),
        neutral_soft: grey(230),
        good: Color32::from_rgb(14, 112, 14),
        good_soft: Color32::from_rgb(223, 246, 221),
        warning: Color32::from_rgb(138, 83, 0),
        warning_soft: Color32::from_rgb(255, 244, 206),
        danger: Color32::from_rgb(177, 14, 28),
        danger_soft: Color32::from_rgb(253, 231, 233),
        on_danger: Color32::WHITE,
        privileged: Color32::from_rgb(130, 38, 118),
        privileged_soft: Color32::from_rgb(246, 228, 244),
        backdrop: Color32::from_black_alpha(102),
        shadow: Color32::from_black_alpha(36),
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        page: grey(31),
        surface: grey(41),
        card: grey(45),
        hover: grey(56),
        pressed: grey(61),
        band: grey(46),
        selection: Color32::from_rgb(30, 58, 86),
        line: grey(61),
        control_line: grey(133),
        focus: Color32::WHITE,
        text: Color32::WHITE,
        text_secondary: grey(173),
        accent: Color32::from_rgb(71, 158, 245),
        accent_hover: Color32::from_rgb(98, 171, 245),
        accent_pressed: Color32::from_rgb(40, 134, 222),
        on_accent: grey(10),
        accent_text: Color32::from_rgb(150, 198, 250),
        accent_soft: Color32::from_rgb(14, 71, 117),
        neutral_soft: grey(61),
        good: Color32::from_rgb(108, 203, 95),
        good_soft: Color32::from_rgb(12, 54, 14),
        warning: Color32::from_rgb(250, 192, 80),
        warning_soft: Color32::from_rgb(70, 48, 6),
        danger: Color32::from_rgb(255, 153, 153),
        danger_soft: Color32::from_rgb(86, 20, 27),
        on_danger: grey(10),
        privileged: Color32::from_rgb(238, 167, 230),
        privileged_soft: Color32::from_rgb(78, 28, 72),
        backdrop: Color32::from_black_alpha(128),
        shadow: Color32::from_black_alpha(110),
    };

    /// The palette of the dark or of the light theme.
    pub const fn of(dark: bool) -> &'static Self {
        if dark { &Self::DARK } else { &Self::LIGHT }
    }
}

/// Behind initials, which are white in both themes.
pub const AVATARS: [Color32; 12] = [
    Color32::from_rgb(0, 120, 120),
    Color32::from_rgb(66, 118, 4),
    Color32::from_rgb(0, 99, 177),
    Color32::from_rgb(125, 85, 175),
    Color32::from_rgb(196, 43, 48),
    Color32::from_rgb(74, 101, 230),
    Color32::from_rgb(190, 70, 10),
    Color32::from_rgb(180, 45, 170),
    Color32::from_rgb(152, 82, 30),
    Color32::from_rgb(105, 97, 95),
    Color32::from_rgb(92, 46, 145),
    Color32::from_rgb(0, 108, 80),
];

/// The colour behind a person's initials: the same for the same `key`, on every machine.
pub fn avatar(key: &str) -> Color32 {
    // FNV-1a: the standard library's hashes may differ from one version to the next.
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let [first, ..] = AVATARS;
    usize::try_from(hash % AVATARS.len() as u64)
        .ok()
        .and_then(|index| AVATARS.get(index).copied())
        .unwrap_or(first)
}

/// How well two opaque colours are told apart, from 1 to 21, as WCAG 2 counts it.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const fn grey(level: u8) -> Color32 {
    Color32::from_gray(level)
}

fn luminance(colour: Color32) -> f32 {
    let linear = egui::Rgba::from(colour);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

#[cfg(test)]
mod tests {
    use super::{AVATARS, Palette, avatar, contrast};
    use egui::Color32;

    /// A foreground, its least contrast, and what it is drawn on.
    type Pair = (&'static str, Color32, f32, Vec<Color32>);

    const TEXT: f32 = 4.5;
    const SHAPE: f32 = 3.0;

    fn pairs(p: &Palette) -> Vec<Pair> {
        let grounds = vec![p.page, p.surface, p.card, p.band, p.hover, p.selection];
        let anywhere = [grounds.clone(), vec![p.pressed, p.neutral_soft]].concat();
        let with = |soft| [grounds.clone(), vec![soft]].concat();
        let softs = vec![
            p.good_soft,
            p.warning_soft,
            p.danger_soft,
            p.privileged_soft,
        ];
        let bars = vec![p.accent, p.accent_hover, p.accent_pressed];
        vec![
            ("text", p.text, TEXT, anywhere.clone()),
            ("text on a banner", p.text, TEXT, softs.clone()),
            ("secondary text", p.text_secondary, TEXT, anywhere.clone()),
            ("secondary text on a banner", p.text_secondary, TEXT, softs),
            ("accent text", p.accent_text, TEXT, with(p.accent_soft)),
            ("accent text pressed", p.accent_text, TEXT, anywhere),
            ("good", p.good, TEXT, with(p.good_soft)),
            ("warning", p.warning, TEXT, with(p.warning_soft)),
            ("danger", p.danger, TEXT, with(p.danger_soft)),
            ("privileged", p.privileged, TEXT, with(p.privileged_soft)),
            ("on accent", p.on_accent, TEXT, bars),
            ("on danger", p.on_danger, TEXT, vec![p.danger]),
            ("accent shape", p.accent, SHAPE, with(p.accent_soft)),
            ("control outline", p.control_line, SHAPE, grounds.clone()),
            ("focus ring", p.focus, SHAPE, grounds),
        ]
    }

    #[test]
    fn every_pair_that_is_used_can_be_read() {
        for (theme, palette) in [("light", &Palette::LIGHT), ("dark", &Palette::DARK)] {
            for (name, fore, least, grounds) in pairs(palette) {
                for ground in grounds {
                    let ratio = contrast(fore, ground);
                    assert!(
                        ratio >= least,
                        "{theme}: {name} on {ground:?} is {ratio:.2}"
                    );
                }
            }
        }
    }

    #[test]
    fn chips_do_not_vanish_on_a_selected_row() {
        for p in [&Palette::LIGHT, &Palette::DARK] {
            let chips = [p.accent_soft, p.privileged_soft, p.neutral_soft];
            assert!(chips.iter().all(|chip| *chip != p.selection));
            assert!(contrast(p.accent_soft, p.selection) > 1.1);
        }
    }

    #[test]
    fn initials_can_be_read_on_every_avatar() {
        for colour in AVATARS {
            assert!(contrast(Color32::WHITE, colour) >= TEXT, "{colour:?}");
        }
    }

    #[test]
    fn an_avatar_keeps_its_colour() {
        assert_eq!(
            avatar("vera@contoso.example"),
            avatar("vera@contoso.example")
        );
        let used = (0..200).map(|n| avatar(&format!("person{n}")).to_array());
        let used: std::collections::BTreeSet<_> = used.collect();
        assert_eq!(used.len(), AVATARS.len());
    }
}
