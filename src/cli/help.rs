//! The words of the help, in English and Dutch side by side.

use clap::{Arg, Command};

use super::failure::choose;
use crate::domain::language::Language;
use crate::domain::operation::Operation;

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
            let mut words = argument(&of, &arg, language).to_owned();
            if arg.get_id() == "operation" {
                let keys = Operation::ALL.map(Operation::key).join(", ");
                words = format!("{words}: {keys}");
            }
            let has_value = arg.get_action().takes_values();
            arg.help(words)
                .help_heading(heading)
                .hide_possible_values(has_value)
                .hide_default_value(has_value)
        })
}

fn about(command: &str, language: Language) -> &'static str {
    let [en, nl] = match command {
        "can" => [
            "Asks whether someone may do something, by which rules, and what would let them; exits with 0 when allowed, 3 when refused, 2 when it can't be asked",
            "Vraagt of iemand iets mag, volgens welke regels, en waarmee het zou mogen; eindigt met 0 als het mag, 3 als het wordt geweigerd, 2 als het niet te vragen is",
        ],
        "check" => [
            "Opens a tenant file and reports what deserves attention; exits with 0 when nothing does, 1 when something does, 2 when the file can't be read",
            "Opent een tenantbestand en meldt wat aandacht verdient; eindigt met 0 als er niets is, 1 als er iets is, 2 als het bestand niet te lezen is",
        ],
        "diff" => [
            "Compares two tenant files, their histories too: what came, went and changed from A to B; exits with 0 when they are the same, 1 when they differ, 2 when one can't be read",
            "Vergelijkt twee tenantbestanden, ook hun geschiedenis: wat er van A naar B bij kwam, wegging en wijzigde; eindigt met 0 als ze gelijk zijn, 1 als ze verschillen, 2 als er een niet te lezen is",
        ],
        "effective" => [
            "Tells what someone can do: their roles, and the permissions and actions these give with every way they are held; exits with 0, or 2 when it can't be told",
            "Vertelt wat iemand kan: de rollen, en de machtigingen en acties die ze geven met elke manier waarop; eindigt met 0, of 2 als het niet te vertellen is",
        ],
        "import" => [
            "Brings people with their roles from a CSV file into a tenant file, which keeps a backup; exits with 0 when everyone is added, 1 when someone is refused, 2 when nothing could be done",
            "Brengt personen met hun rollen uit een CSV-bestand in een tenantbestand, met een back-up; eindigt met 0 als iedereen is toegevoegd, 1 als iemand is geweigerd, 2 als er niets kon",
        ],
        "least" => [
            "Finds the roles that do what is asked with the least power beyond it, beside what Microsoft names; exits with 0, 1 when no role does something, 2 when it can't be asked",
            "Zoekt de rollen die doen wat is gevraagd met zo min mogelijk macht daarbuiten, naast wat Microsoft noemt; eindigt met 0, 1 als geen rol iets doet, 2 als het niet te vragen is",
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
        "who-can" => [
            "Tells who can do something, by the role that lets them; exits with 0, also when nobody can, which is an answer, or 2 when it can't be asked",
            "Vertelt wie iets kan, per rol waarmee dat kan; eindigt met 0, ook als niemand het kan, want dat is een antwoord, of 2 als het niet te vragen is",
        ],
        _ => [
            "Who may administer what in a Microsoft 365 tenant: opens the window, or runs a command",
            "Wie mag wat beheren in een Microsoft 365-tenant: opent het venster, of voert een opdracht uit",
        ],
    };
    choose(language, en, nl)
}

#[expect(clippy::too_many_lines, reason = "a table, one block an argument")]
fn argument(command: &str, arg: &Arg, language: Language) -> &'static str {
    let [en, nl] = match (command, arg.get_id().as_str()) {
        ("check", "format") => [
            "text (unless given), json or sarif",
            "text (tenzij opgegeven), json of sarif",
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
        ("can" | "check" | "effective" | "who-can", "file") => {
            ["The tenant file", "Het tenantbestand"]
        }
        ("can", "account") => [
            "The user name of who would do it",
            "De gebruikersnaam van wie het zou doen",
        ],
        ("can", "operation") => ["What they would do", "Wat diegene zou doen"],
        ("can", "target") => [
            "To whom or what: the user name of a person, the name of a group, an administrative unit or a custom role",
            "Met wie of wat: de gebruikersnaam van een persoon, de naam van een groep, een beheereenheid of een aangepaste rol",
        ],
        ("can", "role") => [
            "The role to assign or revoke, by name or template id",
            "De rol om toe te wijzen of in te trekken, met naam of sjabloon-id",
        ],
        ("can", "scope") => [
            "The administrative unit to assign or revoke it over",
            "De beheereenheid waarvoor dat geldt",
        ],
        ("can", "set") => [
            "The group or administrative unit to add to or remove from",
            "De groep of beheereenheid om aan toe te voegen of uit te verwijderen",
        ],
        ("effective", "account") => [
            "The user name of the person",
            "De gebruikersnaam van de persoon",
        ],
        ("least", "most") => [
            "How many sets of roles to show (5 unless given)",
            "Hoeveel combinaties van rollen (5 tenzij opgegeven)",
        ],
        (_, "action") => [
            "A resource action, in any capitals; * or allTasks, allProperties and allEntities stand for all of their place",
            "Een resourceactie, hoofdletters maken niet uit; * of allTasks, allProperties en allEntities staan voor alles op die plaats",
        ],
        (_, "permission") => [
            "One of the fifteen permissions, by key or name, such as reset_user_passwords",
            "Een van de vijftien machtigingen, met sleutel of naam, zoals reset_user_passwords",
        ],
        (_, "task") => [
            "A task of Microsoft's list of least privileged roles, or a part of its name; AREA/TASK where several have it",
            "Een taak uit Microsofts lijst van rollen met minimale bevoegdheden, of een deel van de naam; GEBIED/TAAK waar er meer zo heten",
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
