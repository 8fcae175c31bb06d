//! The icons: one name for each glyph of the embedded icon font.
//!
//! Owns the code points, nothing else: size and colour are the caller's. `assets/README.md` tells
//! how to add one; a glyph that is named here but not in the font fails the test below.

/// Declares every icon once, as a constant and as a row of [`ALL`].
macro_rules! icons {
    ($($name:ident = $glyph:literal, $fluent:literal;)+) => {
        $(
            #[doc = concat!("Fluent icon `", $fluent, "`.")]
            pub const $name: &str = $glyph;
        )+

        /// Every icon: its name here and its glyph.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $glyph)),+];
    };
}

icons! {
    // Frame and navigation
    APP = "\u{e9c1}", "GridRegular";
    HOME = "\u{ea32}", "HomeRegular";
    HOME_FILLED = "\u{ea31}", "HomeFilled";
    USERS = "\u{ed75}", "PeopleRegular";
    USERS_FILLED = "\u{ed74}", "PeopleFilled";
    ROLES = "\u{f04f}", "ShieldPersonRegular";
    ROLES_FILLED = "\u{f04e}", "ShieldPersonFilled";
    MATRIX = "\u{f1f1}", "TableRegular";
    MATRIX_FILLED = "\u{f1f0}", "TableFilled";
    GRID = "\u{e9c3}", "GridDotsRegular";
    ACCESS = "\u{eaab}", "KeyMultipleRegular";
    ACCESS_FILLED = "\u{eaaa}", "KeyMultipleFilled";
    REVIEW = "\u{e4fa}", "ClipboardTaskRegular";
    REVIEW_FILLED = "\u{e4f9}", "ClipboardTaskFilled";
    CHANGES = "\u{ea2e}", "HistoryRegular";
    CHANGES_FILLED = "\u{ea2d}", "HistoryFilled";
    ORGANISATION = "\u{e2f6}", "BuildingRegular";
    ORGANISATION_FILLED = "\u{e2f5}", "BuildingFilled";
    SIGN_IN = "\u{edc7}", "PersonAvailableRegular";
    SIGN_IN_FILLED = "\u{edc6}", "PersonAvailableFilled";
    SETTINGS = "\u{f00f}", "SettingsRegular";
    SETTINGS_FILLED = "\u{f00e}", "SettingsFilled";
    // Commands
    SEARCH = "\u{efd7}", "SearchRegular";
    DISMISS = "\u{e6d3}", "DismissRegular";
    ADD = "\u{e00d}", "AddRegular";
    SUBTRACT = "\u{f1a3}", "SubtractRegular";
    EDIT = "\u{e837}", "EditRegular";
    SAVE = "\u{ef99}", "SaveRegular";
    SAVE_AS = "\u{ef9f}", "SaveEditRegular";
    FOLDER_OPEN = "\u{e90b}", "FolderOpenRegular";
    DOCUMENT = "\u{e6e9}", "DocumentRegular";
    DOCUMENT_ADD = "\u{e6eb}", "DocumentAddRegular";
    UNDO = "\u{e1a5}", "ArrowUndoRegular";
    REDO = "\u{e131}", "ArrowRedoRegular";
    KEY = "\u{eaa7}", "KeyRegular";
    KEY_RESET = "\u{eaad}", "KeyResetRegular";
    BLOCK = "\u{eee3}", "ProhibitedRegular";
    DELETE = "\u{e66d}", "DeleteRegular";
    COPY = "\u{e5d7}", "CopyRegular";
    FILTER = "\u{e8a7}", "FilterRegular";
    SORT = "\u{e14f}", "ArrowSortRegular";
    EXPORT = "\u{e0dd}", "ArrowDownloadRegular";
    IMPORT = "\u{e1b1}", "ArrowUploadRegular";
    REFRESH = "\u{e0bf}", "ArrowClockwiseRegular";
    SYNC = "\u{e171}", "ArrowSyncRegular";
    COMPARE = "\u{e2cc}", "BranchCompareRegular";
    SWAP = "\u{e16f}", "ArrowSwapRegular";
    PERSON_SWAP = "\u{eda5}", "PeopleSwapRegular";
    PERSON_ADD = "\u{edbb}", "PersonAddRegular";
    PERSON_SEARCH = "\u{ee09}", "PersonSearchRegular";
    PERSON_DELETE = "\u{edd9}", "PersonDeleteRegular";
    PEOPLE_EDIT = "\u{ed87}", "PeopleEditRegular";
    MORE = "\u{ec72}", "MoreHorizontalRegular";
    PANEL = "\u{ed3f}", "PanelRightRegular";
    NAVIGATION = "\u{ec9a}", "NavigationRegular";
    COMMAND = "\u{f5cd}", "WindowConsoleRegular";
    KEYBOARD = "\u{eab1}", "KeyboardRegular";
    LANGUAGE = "\u{eb88}", "LocalLanguageRegular";
    GLOBE = "\u{e99b}", "GlobeRegular";
    MOON = "\u{f57d}", "WeatherMoonRegular";
    SUN = "\u{f597}", "WeatherSunnyRegular";
    THEME = "\u{e619}", "DarkThemeRegular";
    TEXT_SIZE = "\u{f38b}", "TextFontSizeRegular";
    CODE = "\u{e54e}", "CodeRegular";
    PLAY = "\u{ee8d}", "PlayRegular";
    OPEN = "\u{ecf4}", "OpenRegular";
    LINK = "\u{eb68}", "LinkRegular";
    PIN = "\u{ee75}", "PinRegular";
    PIN_FILLED = "\u{ee74}", "PinFilled";
    STAR = "\u{f15d}", "StarRegular";
    STAR_FILLED = "\u{f15c}", "StarFilled";
    // Arrows and marks
    CHEVRON_DOWN = "\u{e488}", "ChevronDownRegular";
    CHEVRON_UP = "\u{e490}", "ChevronUpRegular";
    CHEVRON_RIGHT = "\u{e48e}", "ChevronRightRegular";
    CHEVRON_LEFT = "\u{e48c}", "ChevronLeftRegular";
    ARROW_UP = "\u{e155}", "ArrowSortUpRegular";
    ARROW_DOWN = "\u{e151}", "ArrowSortDownRegular";
    ARROW_LEFT = "\u{e115}", "ArrowLeftRegular";
    ARROW_RIGHT = "\u{e141}", "ArrowRightRegular";
    CHECK = "\u{e460}", "CheckmarkRegular";
    CHECK_FILLED = "\u{e45f}", "CheckmarkFilled";
    CHECK_CIRCLE = "\u{e462}", "CheckmarkCircleRegular";
    CHECK_CIRCLE_FILLED = "\u{e461}", "CheckmarkCircleFilled";
    CIRCLE = "\u{e494}", "CircleRegular";
    CIRCLE_FILLED = "\u{e493}", "CircleFilled";
    HALF_CIRCLE = "\u{e49a}", "CircleHalfFillRegular";
    HALF_CIRCLE_FILLED = "\u{e499}", "CircleHalfFillFilled";
    QUESTION = "\u{ef05}", "QuestionRegular";
    QUESTION_CIRCLE = "\u{ef07}", "QuestionCircleRegular";
    QUESTION_CIRCLE_FILLED = "\u{ef06}", "QuestionCircleFilled";
    DISMISS_CIRCLE = "\u{e6d5}", "DismissCircleRegular";
    DISMISS_CIRCLE_FILLED = "\u{e6d4}", "DismissCircleFilled";
    SUBTRACT_CIRCLE = "\u{f1a5}", "SubtractCircleRegular";
    SUBTRACT_CIRCLE_FILLED = "\u{f1a4}", "SubtractCircleFilled";
    // States
    INFO = "\u{ea88}", "InfoRegular";
    INFO_FILLED = "\u{ea87}", "InfoFilled";
    WARNING = "\u{f561}", "WarningRegular";
    WARNING_FILLED = "\u{f560}", "WarningFilled";
    ERROR = "\u{e877}", "ErrorCircleRegular";
    ERROR_FILLED = "\u{e876}", "ErrorCircleFilled";
    BELL = "\u{e02b}", "AlertRegular";
    LIGHTBULB = "\u{eb3a}", "LightbulbRegular";
    PRIVILEGED = "\u{f038}", "ShieldFilled";
    SHIELD = "\u{f039}", "ShieldRegular";
    SHIELD_CHECK = "\u{f041}", "ShieldCheckmarkRegular";
    SHIELD_CHECK_FILLED = "\u{f040}", "ShieldCheckmarkFilled";
    SHIELD_ERROR = "\u{f047}", "ShieldErrorRegular";
    SHIELD_ERROR_FILLED = "\u{f046}", "ShieldErrorFilled";
    LOCK = "\u{ebac}", "LockClosedRegular";
    LOCK_FILLED = "\u{ebab}", "LockClosedFilled";
    UNLOCK = "\u{ebb4}", "LockOpenRegular";
    EYE = "\u{e883}", "EyeRegular";
    EYE_FILLED = "\u{e882}", "EyeFilled";
    EYE_OFF = "\u{e889}", "EyeOffRegular";
    CLOCK = "\u{e508}", "ClockRegular";
    CLOCK_FILLED = "\u{e507}", "ClockFilled";
    CALENDAR = "\u{e32e}", "CalendarRegular";
    CLOUD = "\u{e522}", "CloudRegular";
    DIRECTORY_SYNC = "\u{e548}", "CloudSyncRegular";
    DIRECTORY_SYNC_FILLED = "\u{e547}", "CloudSyncFilled";
    TARGET = "\u{f2a2}", "TargetRegular";
    FLAG = "\u{e8b7}", "FlagRegular";
    FLAG_FILLED = "\u{e8b6}", "FlagFilled";
    // People and things
    PERSON = "\u{edb3}", "PersonRegular";
    PERSON_FILLED = "\u{edb2}", "PersonFilled";
    PERSON_BLOCKED = "\u{ee01}", "PersonProhibitedRegular";
    PERSON_UNKNOWN = "\u{ee03}", "PersonQuestionMarkRegular";
    PERSON_LOCK = "\u{edf5}", "PersonLockRegular";
    GUEST = "\u{e9d1}", "GuestRegular";
    GUEST_FILLED = "\u{e9d0}", "GuestFilled";
    GROUP = "\u{eda9}", "PeopleTeamRegular";
    GROUP_FILLED = "\u{eda8}", "PeopleTeamFilled";
    PARTNER = "\u{e9e9}", "HandshakeRegular";
    PARTNER_FILLED = "\u{e9e8}", "HandshakeFilled";
    MAIL = "\u{ebbc}", "MailRegular";
    MAIL_MISSING = "\u{ebfa}", "MailOffRegular";
    MAIL_WARNING = "\u{ebc0}", "MailAlertRegular";
    PHONE = "\u{ee2f}", "PhoneRegular";
    PHONE_MISSING = "\u{ee3d}", "PhoneDismissRegular";
    LICENCE = "\u{e402}", "CertificateRegular";
    LICENCE_FILLED = "\u{e401}", "CertificateFilled";
    RECEIPT = "\u{ef2d}", "ReceiptRegular";
    BRIEFCASE = "\u{e2dc}", "BriefcaseRegular";
    TAG = "\u{f283}", "TagRegular";
    APPS = "\u{e075}", "AppsRegular";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{super::install, ALL};

    #[test]
    fn every_icon_is_one_glyph_of_the_icon_font() {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = egui::FontId::new(16.0, egui::FontFamily::Name("icons".into()));
            ui.fonts_mut(|fonts| {
                for (name, glyph) in ALL {
                    assert_eq!(glyph.chars().count(), 1, "{name} is one character");
                    assert!(fonts.has_glyphs(&font, glyph), "{name} has a glyph");
                }
            });
        });
        output.textures_delta.clear();
    }

    #[test]
    fn no_two_icons_share_a_glyph() {
        let glyphs: BTreeSet<_> = ALL.iter().map(|(_, glyph)| glyph).collect();
        assert_eq!(glyphs.len(), ALL.len());
    }
}
