//! A running program: started on a screen of its own, asked over a socket, and ended for sure.

use std::collections::HashMap;
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_inspection::protocol::read_handshake;
use egui_inspection::{PROTOCOL_VERSION, Request, Response, read_message, write_message};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_mandate");
/// What must be there, and the Debian package it is in.
const TOOLS: [(&str, &str); 4] = [
    ("xvfb-run", "xvfb"),
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("dbus-run-session", "dbus"),
];
/// A message bus that starts no services: neither a desktop portal nor anything else.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;
/// How long anything may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(50);

/// The program, its screen and its folder. Dropped, all three are gone.
pub struct Program {
    child: Child,
    window: TcpStream,
    process: PathBuf,
    home: TempDir,
}

/// Something in the window.
struct Thing {
    role: Role,
    name: String,
    middle: Pos2,
}

impl Program {
    /// Starts it and waits for its first frame.
    pub fn start(arguments: &[&str]) -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let missing: Vec<_> = TOOLS
            .iter()
            .filter(|(tool, _)| !std::env::split_paths(&path).any(|it| it.join(tool).is_file()))
            .collect();
        assert!(
            missing.is_empty(),
            "a window needs {missing:?}: apt install xvfb xauth dbus"
        );
        let home = tempfile::tempdir().expect("a folder");
        let bus = home.path().join("bus.conf");
        fs::write(&bus, BUS).expect("written");
        let said = File::create(home.path().join("said")).expect("a file");
        let port = free_port();
        let mut command = Command::new("xvfb-run");
        command
            .args([
                "-a",
                "-s",
                "-screen 0 1280x800x24 -nolisten tcp",
                "dbus-run-session",
            ])
            .arg(format!("--config-file={}", bus.display()))
            // Without a path there is no zenity on it.
            .args(["--", "env", "PATH=", PROGRAM])
            .args(arguments)
            .env_clear()
            .env("PATH", path)
            .env("LANG", "en_US.UTF-8")
            .env("RUST_BACKTRACE", "1")
            .env("EGUI_INSPECTION", format!("127.0.0.1:{port}"))
            .stdin(Stdio::null())
            .stdout(said.try_clone().expect("a file"))
            .stderr(said)
            .process_group(0);
        for (variable, name) in [
            ("HOME", "home"),
            ("TMPDIR", "tmp"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let folder = home.path().join(name);
            fs::create_dir(&folder).expect("a folder");
            let owner = fs::Permissions::from_mode(0o700);
            fs::set_permissions(&folder, owner).expect("set");
            command.env(variable, folder);
        }
        let mut child = command.spawn().expect("xvfb-run starts");
        let window = match connect(&mut child, port) {
            Ok(window) => window,
            Err(trouble) => {
                end(&mut child);
                panic!("{trouble}:\n{}", said_in(home.path()));
            }
        };
        let mut program = Self {
            child,
            window,
            process: process_of(port),
            home,
        };
        let version = read_handshake(&program.window).expect("it is the window that answers");
        assert_eq!(version, PROTOCOL_VERSION);
        program.things();
        program
    }

    /// A folder for this test alone.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// Since when it runs.
    pub fn age(&self) -> Duration {
        let began = Duration::from_millis(self.stat(22) * 10);
        let uptime = fs::read_to_string("/proc/uptime").expect("Linux");
        let now = uptime.split(' ').next().and_then(|it| it.parse().ok());
        Duration::from_secs_f64(now.expect("a number")).saturating_sub(began)
    }

    /// How long the processor worked for it so far, in hundredths of a second.
    pub fn processor_time(&self) -> u64 {
        self.stat(14) + self.stat(15)
    }

    /// Waits until something is so.
    pub fn until(&mut self, what: &str, mut is_so: impl FnMut(&mut Self) -> bool) {
        let began = Instant::now();
        while !is_so(self) {
            assert!(
                began.elapsed() < PATIENCE,
                "after {PATIENCE:?} it is not so that {what}; shown is {:#?}",
                self.names()
            );
            sleep(PAUSE);
        }
    }

    /// Waits until something of this role and name is shown.
    pub fn until_shown(&mut self, role: Role, name: &str) {
        self.until(&format!("{role:?} `{name}` is shown"), |program| {
            program.find(role, name).is_some()
        });
    }

    /// Clicks the last thing of this role and name, which is the one on top.
    pub fn click(&mut self, role: Role, name: &str) {
        self.until_shown(role, name);
        let pos = self.find(role, name).expect("it was shown");
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.apply(vec![Event::PointerMoved(pos)]);
        self.apply(vec![button(true)]);
        self.apply(vec![button(false)]);
    }

    /// Puts a text in place of what a field holds.
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.click(Role::TextInput, name);
        self.press(Modifiers::COMMAND, Key::A);
        self.apply(vec![Event::Text(text.to_owned())]);
    }

    /// Presses a key and lets go of it.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        for event in strokes(modifiers, key) {
            self.apply(vec![event]);
        }
    }

    /// What the window looks like.
    pub fn picture(&mut self) -> image::RgbaImage {
        self.ask(&Request::Settle { max_steps: 120 });
        let request = Request::GetScreenshot {
            pixels_per_point: None,
        };
        match self.ask(&request) {
            Response::Screenshot(picture) => image::load_from_memory(&picture.bytes)
                .expect("a picture")
                .into_rgba8(),
            other => panic!("no picture but {other:?}"),
        }
    }

    /// Asks it to quit, and returns how it ended and what it said.
    pub fn quit(mut self) -> (ExitStatus, String) {
        // The window may be gone before it answers.
        let [down, _] = strokes(Modifiers::COMMAND, Key::Q);
        let request = Request::ApplyEvents { events: vec![down] };
        write_message(&self.window, &request).expect("it is still there");
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return (status, said_in(self.home.path()));
            }
            assert!(began.elapsed() < PATIENCE, "it does not quit");
            sleep(PAUSE);
        }
    }

    /// The middle of the last thing of this role and name.
    fn find(&mut self, role: Role, name: &str) -> Option<Pos2> {
        let things = self.things();
        let mut found = things
            .iter()
            .filter(|thing| thing.role == role && thing.name == name);
        found.next_back().map(|thing| thing.middle)
    }

    fn names(&mut self) -> Vec<String> {
        let things = self
            .things()
            .into_iter()
            .filter(|thing| !thing.name.is_empty());
        things
            .map(|thing| format!("{:?} {}", thing.role, thing.name))
            .collect()
    }

    /// Everything in the window, in the order it is drawn.
    fn things(&mut self) -> Vec<Thing> {
        match self.ask(&Request::GetTree) {
            Response::Tree { accesskit, .. } => accesskit.map(in_order).unwrap_or_default(),
            other => panic!("no tree but {other:?}"),
        }
    }

    fn apply(&mut self, events: Vec<Event>) {
        let done = self.ask(&Request::ApplyEvents { events });
        assert!(matches!(done, Response::Done), "not done but {done:?}");
    }

    fn ask(&mut self, request: &Request) -> Response {
        let answer = write_message(&self.window, request).and_then(|()| read_message(&self.window));
        answer.unwrap_or_else(|error| {
            panic!(
                "the window does not answer: {error}\n{}",
                said_in(self.home.path())
            )
        })
    }

    /// A number that Linux notes about the process; counted from 1, as in proc(5).
    fn stat(&self, place: usize) -> u64 {
        let stat = fs::read_to_string(self.process.join("stat")).expect("it runs");
        // The second one is a name in brackets, which may hold anything.
        let after_name = stat.rsplit_once(") ").expect("a name").1;
        let number = after_name.split(' ').nth(place - 3);
        number.and_then(|it| it.parse().ok()).expect("a number")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Ends a program with everything it started: first kindly, so that the screen's files go too.
fn end(child: &mut Child) {
    let group = format!("-{}", child.id());
    for signal in ["-TERM", "-KILL"] {
        let sent = Command::new("kill")
            .args([signal, "--", &group])
            .stderr(Stdio::null())
            .status();
        // No such group: all of it has ended.
        if !sent.is_ok_and(|status| status.success()) {
            break;
        }
        let began = Instant::now();
        while matches!(child.try_wait(), Ok(None)) && began.elapsed() < Duration::from_secs(3) {
            sleep(PAUSE);
        }
    }
    let _ = child.wait();
}

fn strokes(modifiers: Modifiers, key: Key) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

fn in_order(update: TreeUpdate) -> Vec<Thing> {
    let root = update.tree.map(|tree| tree.root);
    let nodes: HashMap<_, _> = update.nodes.into_iter().collect();
    let mut next: Vec<_> = root.into_iter().collect();
    let mut things = Vec::new();
    while let Some(id) = next.pop() {
        if let Some(node) = nodes.get(&id) {
            next.extend(node.children().iter().rev());
            things.push(thing(node, &nodes));
        }
    }
    things
}

fn thing(node: &Node, nodes: &HashMap<NodeId, Node>) -> Thing {
    // What a label says stands in its value; a field is called what its label says.
    let by_itself = |node: &Node| node.label().or_else(|| node.value()).map(str::to_owned);
    let label = node.labelled_by().first().and_then(|id| nodes.get(id));
    let bounds = node.bounds().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let middle = |one, other| f64::midpoint(one, other) as f32;
    Thing {
        role: node.role(),
        name: label
            .and_then(by_itself)
            .or_else(|| by_itself(node))
            .unwrap_or_default(),
        middle: Pos2::new(middle(bounds.x0, bounds.x1), middle(bounds.y0, bounds.y1)),
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("an address").port()
}

fn connect(child: &mut Child, port: u16) -> Result<TcpStream, String> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Ok(Some(status)) = child.try_wait() {
            return Err(format!(
                "the program ended with {status} before it had a window"
            ));
        }
        if let Ok(window) = TcpStream::connect(("127.0.0.1", port)) {
            let set = window.set_read_timeout(Some(PATIENCE));
            return set.map(|()| window).map_err(|error| error.to_string());
        }
        sleep(Duration::from_millis(5));
    }
    Err(format!(
        "no window answers after {PATIENCE:?}: {PROGRAM} must have the feature `inspection`"
    ))
}

/// Where Linux tells about the program that listens on this port.
fn process_of(port: u16) -> PathBuf {
    let wanted = format!("EGUI_INSPECTION=127.0.0.1:{port}");
    let processes = fs::read_dir("/proc").expect("Linux");
    let mut processes = processes.filter_map(|entry| Some(entry.ok()?.path()));
    let is_it = |process: &PathBuf| {
        let environment = fs::read(process.join("environ")).unwrap_or_default();
        fs::read_link(process.join("exe")).is_ok_and(|exe| exe == Path::new(PROGRAM))
            && environment
                .split(|byte| *byte == 0)
                .any(|it| it == wanted.as_bytes())
    };
    processes.find(is_it).expect("the program runs")
}

fn said_in(home: &Path) -> String {
    fs::read_to_string(home.join("said")).unwrap_or_default()
}
