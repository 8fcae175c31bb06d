//! The real program: how it ends, and what it leaves on disk.

use std::process::{Command, Stdio};

use super::path;

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_mandate"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        program.env_remove(name);
    }
    program
}

#[test]
fn the_program_ends_with_the_code_that_scripts_rely_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "sample.tenant.ron");
    let sample = program().args(["sample", "-o", &file]).output();
    assert_eq!(sample.expect("run").status.code(), Some(0));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let found = std::fs::metadata(&file).expect("a file");
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }

    let found = program().args(["check", &file]).output().expect("run");
    assert_eq!(found.status.code(), Some(1));
    assert!(found.stderr.is_empty());

    let absent = path(folder.path(), "absent");
    let unreadable = program().args(["check", &absent]).output().expect("run");
    assert_eq!(unreadable.status.code(), Some(2));
    assert!(unreadable.stdout.is_empty());
    assert!(unreadable.stderr.starts_with(b"error: "));

    let refused = program()
        .args([
            "can",
            &file,
            "--as",
            "wim.jansen@rijnzicht.example",
            "add-user",
        ])
        .output()
        .expect("run");
    assert_eq!(refused.status.code(), Some(3));
    assert!(refused.stderr.is_empty());

    let dutch = program().env("LANG", "nl_NL.UTF-8").arg("--foo").output();
    let dutch = dutch.expect("run");
    assert_eq!(dutch.status.code(), Some(2));
    assert!(dutch.stderr.starts_with(b"fout: "));
}

#[test]
fn the_program_is_quiet_when_its_reader_leaves() {
    let mut child = program()
        .args(["matrix", "--catalogue", "entra", "--format", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
