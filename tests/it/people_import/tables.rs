//! Bytes to tables: passwords are dropped, what is no table is refused, and nothing panics.

use mandate::domain::language::Language;
use mandate::exchange::people::{PeopleTable, TableProblem, refused};
use proptest::prelude::*;

use super::{read, table, usual};
use crate::support::roles;

#[test]
fn passwords_are_dropped_and_counted() {
    for name in ["entra.csv", "entra-dutch-utf16le.csv"] {
        let table = table(name);
        assert!(table.is_dropped(2));
        assert_eq!(table.passwords(), 3, "without the example's");
        let people = usual(&table);
        let refusals = people
            .rows
            .iter()
            .filter_map(|row| row.outcome.as_ref().err());
        let errors: Vec<String> = refusals
            .flatten()
            .map(|error| error.explain(Language::Dutch, roles()))
            .collect();
        let all = (0..table.len()).map(|record| (record, "why".to_owned()));
        let corrections = refused::table(&table, all);
        for place in [
            format!("{table:?}"),
            format!("{people:?}"),
            errors.join("\n"),
            corrections.clone(),
        ] {
            assert!(!place.contains("Geheim"), "{place}");
            assert!(!place.contains("myPassword"), "{place}");
        }
        assert!(
            corrections.contains("[passwordProfile]"),
            "the column stays"
        );
    }
    for heading in [
        "Wachtwoord",
        "PASSWORD",
        "Initial Passwords",
        "Mot de passe",
        "Contraseña",
    ] {
        let table = read(format!("{heading},user_name\nGeheim,a@contoso.nl\n"));
        let table = table.expect("a table");
        assert_eq!((table.passwords(), table.cell(0, 0)), (1, ""), "{heading}");
    }
}

#[test]
fn a_shifted_record_keeps_no_password() {
    let shifted = "user_name,display_name,password\na@contoso.nl,Geheim\nb@contoso.nl,B,,Geheim\n";
    let table = read(shifted).expect("a table");
    assert!(!format!("{table:?}").contains("Geheim"));
    assert_eq!((table.ragged(0), table.ragged(1)), (Some(2), Some(4)));
    let unclosed = read("user_name,password\na@contoso.nl,\"Geheim\n").expect_err("not closed");
    assert!(!format!("{unclosed:?}").contains("Geheim"));
    assert!(!unclosed.explain(Language::English).contains("Geheim"));
}

#[test]
fn what_is_no_table_is_refused_with_its_line() {
    use TableProblem as P;
    let head = "user_name,display_name\n";
    let long = format!("{head}a@contoso.nl,{}\n", "x".repeat(40_000));
    let wide = format!("{}\n", "x,".repeat(300));
    for (text, line, column, problem) in [
        ("", 1, None, P::Empty),
        ("\n \n,,\n", 4, None, P::Empty),
        (head, 2, None, P::NoRecords),
        (
            "user_name,display_name\na,\"b\n\n",
            2,
            Some(2),
            P::QuoteNotClosed(2),
        ),
        (
            "user_name,display_name\na,b\na,b\"c\n",
            3,
            Some(2),
            P::QuoteInside,
        ),
        (
            "user_name,display_name\n\"a\nb\"c,d\n",
            2,
            Some(1),
            P::TextAfterQuote,
        ),
        ("user_name,display_name\na,b\0\n", 2, Some(2), P::Nul),
        (long.as_str(), 2, Some(2), P::CellTooLong),
        (wide.as_str(), 1, Some(257), P::TooManyColumns),
    ] {
        let error = read(text).expect_err("no table");
        let shown = text.chars().take(60).collect::<String>();
        assert_eq!((error.line, error.column), (line, column), "{shown:?}");
        assert_eq!(error.problem, problem, "{shown:?}");
    }
    let latin = b"user_name,display_name\na@contoso.nl,Chlo\xe9\n";
    let error = read(latin).expect_err("not Unicode");
    assert_eq!(
        error.explain(Language::English),
        "line 2: this is not Unicode text: save the file as CSV UTF-8"
    );
    let half = read(b"\xff\xfea\0\n\0b").expect_err("half a unit");
    assert_eq!((half.line, half.problem), (2, P::NotUnicode));
    let torn = read(b"\xfe\xff\xd8\x00\x00a").expect_err("half a pair");
    assert_eq!((torn.line, torn.problem), (1, P::NotUnicode));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = PeopleTable::read(bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "(sep=;\n|version:v1.0\n)?[a-z,;\t\"\r\n'=@\u{202e}é]{0,200}") {
        let mut whole = String::from("user_name,display_name,roles,password\n");
        whole.push_str(&text);
        for text in [text, whole] {
            if let Ok(table) = read(&text) {
                let people = usual(&table);
                prop_assert_eq!(people.rows.len(), table.len());
                let all = (0..table.len()).map(|record| (record, String::new()));
                prop_assert!(read(refused::table(&table, all)).is_ok());
            }
        }
    }
}
