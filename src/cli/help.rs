//! The words of the help, in English and Dutch side by side.

use clap::{Arg, Command};

use super::failure::choose;
use crate::domain::language::Language;

/// A rendered help in `language`: the few words that can't be set beforehand.
pub fn finish(help: String, language: Language) -> String {
    match language {
        Language::English => help,
        Language::Dutch => help.replace("[OPTIONS]", "[OPTIES]"),
    }
}

/// The command with its help in `language`.
pub fn in_words(command: Command, language: Language) -> Command {
    let usage = choose(language, "Usage:", "Gebruik:");
    let ways = choose(
        language,
        "mandate [FILE]\n       mandate --sample\n       mandate <COMMAND> [OPTIONS]",
        "mandate [FILE]\n         mandate --sample\n         mandate <OPDRACHT> [OPTIES]",
    );
    describe(command, language)
        .override_usage(ways)
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}"))
        .mut_subcommands(|command| {
            describe(command, language).help_template(format!(
                "{{about}}\n\n{usage} mandate {{usage}}\n\n{{all-args}}"
            ))
        })
}

fn describe(command: Command, language: Language) -> Command {
    let about = about(command.get_name(), language);
    let of = command.get_name().to_owned();
    command
        .about(about)
        .subcommand_help_heading(choose(language, "Commands", "Opdrachten"))
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                choose(language, "Arguments", "Argumenten")
            } else {
                choose(language, "Options", "Opties")
            };
            let words = argument(&of, &arg, language);
            let has_value = arg.get_action().takes_values();
            arg.help(words)
                .help_heading(heading)
                .hide_possible_values(has_value)
                .hide_default_value(has_value)
        })
}

fn about(command: &str, language: Language) -> &'static str {
    let [en, nl] = match command {
        "check" => [
            "Opens a tenant file and reports what deserves attention; exits with 0 when nothing does, 1 when something does, 2 when the file can't be read",
            "Opent een tenantbestand en meldt wat aandacht verdient; eindigt met 0 als er niets is, 1 als er iets is, 2 als het bestand niet te lezen is",
        ],
        "diff" => [
            "Compares two tenant files, their histories too: what came, went and changed from A to B; exits with 0 when they are the same, 1 when they differ, 2 when one can't be read",
            "Vergelijkt twee tenantbestanden, ook hun geschiedenis: wat er van A naar B bij kwam, wegging en wijzigde; eindigt met 0 als ze gelijk zijn, 1 als ze verschillen, 2 als er een niet te lezen is",
        ],
        "import" => [
            "Brings people with their roles from a CSV file into a tenant file, which keeps a backup; exits with 0 when everyone is added, 1 when someone is refused, 2 when nothing could be done",
            "Brengt personen met hun rollen uit een CSV-bestand in een tenantbestand, met een back-up; eindigt met 0 als iedereen is toegevoegd, 1 als iemand is geweigerd, 2 als er niets kon",
        ],
        "matrix" => [
            "Prints a permission matrix",
            "Drukt een machtigingenmatrix af",
        ],
        "roles" => ["Prints a list of roles", "Drukt een lijst van rollen af"],
        "sample" => [
            "Writes a made-up tenant to a file: the sample organisation, or any number of people; the same options give the same file",
            "Schrijft een verzonnen tenant naar een bestand: de voorbeeldorganisatie, of een aantal mensen; dezelfde opties geven hetzelfde bestand",
        ],
        _ => [
            "Who may administer what in a Microsoft 365 tenant: opens the window, or runs a command",
            "Wie mag wat beheren in een Microsoft 365-tenant: opent het venster, of voert een opdracht uit",
        ],
    };
    choose(language, en, nl)
}

fn argument(command: &str, arg: &Arg, language: Language) -> &'static str {
    let [en, nl] = match (command, arg.get_id().as_str()) {
        ("check", "file") => ["The tenant file", "Het tenantbestand"],
        ("check", "format") => [
            "text (unless given) or json",
            "text (tenzij opgegeven) of json",
        ],
        ("diff", "before") => ["The tenant file before", "Het tenantbestand van eerst"],
        ("diff", "after") => ["The tenant file after", "Het tenantbestand van nu"],
        ("import", "file") => [
            "The tenant file to add to",
            "Het tenantbestand om aan toe te voegen",
        ],
        ("import", "people") => [
            "The people: Mandate's template, Microsoft 365 add multiple users, or Entra bulk create; initial passwords are dropped",
            "De personen: het sjabloon van Mandate, meerdere gebruikers toevoegen van Microsoft 365, of bulksgewijs maken van Entra; initiële wachtwoorden worden weggelaten",
        ],
        ("import", "account") => [
            "The user name of the account to act as, whose rules hold",
            "De gebruikersnaam van het account dat handelt, waarvan de regels gelden",
        ],
        ("import", "dry_run") => [
            "Tells what would happen and changes nothing",
            "Zegt wat er zou gebeuren en wijzigt niets",
        ],
        ("import", "reason") => [
            "Why; privileged roles are refused without it",
            "Waarom; bevoorrechte rollen worden zonder reden geweigerd",
        ],
        ("import", "ticket") => [
            "The ticket it is done for",
            "Het ticket waarvoor het gebeurt",
        ],
        ("import", "country_code") => [
            "The country code for numbers without one, such as +31",
            "Het landnummer voor nummers zonder, zoals +31",
        ],
        ("import", "format") => [
            "text (unless given) or csv",
            "text (tenzij opgegeven) of csv",
        ],
        (_, "file") => [
            "A tenant file to open in the window; `./check` where it is called like a command",
            "Een tenantbestand om in het venster te openen; `./check` als het als een opdracht heet",
        ],
        (_, "format") => [
            "text (unless given), csv or json",
            "text (tenzij opgegeven), csv of json",
        ],
        (_, "catalogue") => [
            "office365 (unless given): the eight Office 365 roles; entra: today's Entra roles; entra-seed: those of the article Mandate began with",
            "office365 (tenzij opgegeven): de acht Office 365-rollen; entra: de Entra-rollen van nu; entra-seed: die van het artikel waarmee Mandate begon",
        ],
        (_, "sample") => [
            "Opens the built-in sample organisation in the window",
            "Opent de ingebouwde voorbeeldorganisatie in het venster",
        ],
        (_, "language") => [
            "The language of what is printed here; the window has a setting of its own",
            "De taal van wat hier wordt afgedrukt; het venster heeft een eigen instelling",
        ],
        (_, "users") => [
            "How many people; without it the sample organisation",
            "Hoeveel mensen; zonder dit de voorbeeldorganisatie",
        ],
        (_, "seed") => [
            "Another number draws other people (1 unless given)",
            "Een ander getal trekt andere mensen (1 tenzij opgegeven)",
        ],
        (_, "output") => ["The file to write", "Het bestand om te schrijven"],
        (_, "force") => [
            "Replaces an existing file, which is kept with .bak behind its name",
            "Vervangt een bestaand bestand, dat met .bak achter de naam bewaard blijft",
        ],
        (_, "version") => ["Prints the version", "Drukt de versie af"],
        _ => ["Prints this help", "Drukt deze hulp af"],
    };
    choose(language, en, nl)
}
