//! The whole window without a screen: an [`App`] that is given input and draws.
//!
//! What a frame costs is the processor's part: everything up to the triangles that a graphics
//! card would be given.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::{Node, Role, TreeUpdate};
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, ViewportId};
use mandate::domain::language::Language;
use mandate::sample::REFERENCE;
use mandate::ui::file_dialog::DialogService;
use mandate::ui::findings::Status;
use mandate::ui::{App, Launch, Options, View};

use super::Outcome;
use super::tenants::Tenants;

const SIZE: egui::Vec2 = egui::vec2(1280.0, 800.0);
/// Longer than the largest file takes to open.
const PATIENCE: Duration = Duration::from_mins(2);

/// An app and what is shown of it.
pub struct Screen {
    ctx: Context,
    app: App,
    time: f64,
}

/// What one frame took and asked for.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Drawing: from input to shapes.
    pub draw: Duration,
    /// From shapes to triangles.
    pub tessellate: Duration,
    /// When the next frame is asked for; never is [`Duration::MAX`].
    pub next: Duration,
}

impl Frame {
    /// Both parts.
    pub fn whole(self) -> Duration {
        self.draw + self.tessellate
    }
}

impl Screen {
    /// Opens a file and signs in as someone who may do everything.
    pub fn open(tenants: &Tenants, file: &Path) -> Outcome<Self> {
        let ctx = Context::default();
        let options = Options {
            launch: Launch::File(file.to_path_buf()),
            catalogue: Arc::clone(tenants.catalogue()),
            clock: || REFERENCE,
            settings: None,
            language: Language::English,
            dialogs: Some(DialogService::Missing),
        };
        let app = App::new(&ctx, options);
        let mut screen = Self {
            ctx,
            app,
            time: 0.0,
        };
        screen.until(View::SignIn)?;
        let document = screen.app.document().ok_or("nothing is open")?;
        let tenant = document.session.tenant();
        let mut globals = tenant.lasting_global_administrators();
        let global = globals.next().and_then(|id| tenant.user(id));
        let upn = global.ok_or("nobody may do everything")?.upn.to_string();
        drop(globals);
        screen.settle();
        screen.frame(vec![Event::Text(upn)]);
        screen.press(Modifiers::NONE, Key::Enter);
        screen.until(View::Overview)?;
        screen.reviewed()?;
        screen.press(Modifiers::COMMAND, Key::Num2);
        screen.until(View::ActiveUsers)?;
        screen.settle();
        Ok(screen)
    }

    /// One frame with this input.
    pub fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.draw(events).0
    }

    /// Presses a key and draws until nothing moves.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        self.settle();
    }

    /// Clicks the first thing of this role and name.
    pub fn click(&mut self, role: Role, name: &str) -> Outcome {
        let named = |node: &Node| node.role() == role && node.label() == Some(name);
        let node = self.nodes().into_iter().find(named);
        let bounds = node.and_then(|node| node.bounds());
        let bounds = bounds.ok_or_else(|| format!("there is no {role:?} `{name}`"))?;
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let middle = |one, other| f64::midpoint(one, other) as f32;
        let pos = Pos2::new(middle(bounds.x0, bounds.x1), middle(bounds.y0, bounds.y1));
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![button(true)]);
        self.frame(vec![button(false)]);
        self.settle();
        Ok(())
    }

    /// Makes sure that what is measured is what is shown: so many things of this role.
    pub fn expect(&mut self, role: Role, least: usize) -> Outcome {
        let found = self.nodes().iter().filter(|it| it.role() == role).count();
        if found < least {
            return Err(format!("{found} things of role {role:?}, not {least}").into());
        }
        Ok(())
    }

    /// What is shown, as a screen reader has it; asked for apart, since it is no part of a frame
    /// that is measured.
    fn nodes(&mut self) -> Vec<Node> {
        self.ctx.enable_accesskit();
        let tree = self.draw(Vec::new()).1;
        self.ctx.disable_accesskit();
        let nodes = tree.map(|tree| tree.nodes).unwrap_or_default();
        nodes.into_iter().map(|(_, node)| node).collect()
    }

    /// Draws until nothing moves, or two seconds of the screen's time have gone by.
    pub fn settle(&mut self) -> Frame {
        let mut frame = self.frame(Vec::new());
        for _ in 0..120 {
            if frame.next > Duration::from_millis(100) {
                break;
            }
            frame = self.frame(Vec::new());
        }
        frame
    }

    /// Draws until the findings are there, which a worker looks for.
    pub fn reviewed(&mut self) -> Outcome {
        let began = Instant::now();
        let ready = |app: &App| {
            let open = app.document();
            open.is_some_and(|open| open.findings.status() == Status::Ready)
        };
        while !ready(&self.app) {
            if began.elapsed() > PATIENCE {
                return Err("the findings did not come".into());
            }
            std::thread::sleep(Duration::from_millis(2));
            self.frame(Vec::new());
        }
        self.settle();
        Ok(())
    }

    fn until(&mut self, view: View) -> Outcome {
        let began = Instant::now();
        while self.app.view() != view {
            if began.elapsed() > PATIENCE {
                return Err(format!("{view:?} did not come").into());
            }
            std::thread::sleep(Duration::from_millis(2));
            self.frame(Vec::new());
        }
        Ok(())
    }

    fn draw(&mut self, events: Vec<Event>) -> (Frame, Option<TreeUpdate>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            predicted_dt: 1.0 / 60.0,
            focused: true,
            events,
            ..RawInput::default()
        };
        let began = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let draw = began.elapsed();
        let shapes = std::mem::take(&mut output.shapes);
        let began = Instant::now();
        let triangles = self.ctx.tessellate(shapes, output.pixels_per_point);
        let tessellate = began.elapsed();
        drop(std::hint::black_box(triangles));
        output.textures_delta.clear();
        let next = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        let frame = Frame {
            draw,
            tessellate,
            next,
        };
        (frame, output.platform_output.accesskit_update.take())
    }
}
