//! Words that made-up people are made of: first and last names, departments, offices, titles.
//!
//! No two names of a list become the same text in a user principal name; a test holds it.

/// First names.
#[rustfmt::skip] // As many to a line as fit.
pub const GIVEN: &[&str] = &[
    "Aaliyah", "Abdel", "Adam", "Agnieszka", "Ahmed", "Aisha", "Aleksandra", "Ali", "Amber",
    "Amélie", "André", "Anja", "Anke", "Anna", "Anouk", "Ayşe", "Bart", "Bas", "Benjamin", "Bianca",
    "Björn", "Boris", "Brenda", "Britt", "Carlijn", "Carlos", "Cees", "Celine", "Chantal",
    "Charlotte", "Chloé", "Chris", "Claudia", "Daphne", "David", "Denise", "Desirée", "Diederik",
    "Dirk", "Edwin", "Elif", "Elise", "Ellen", "Emma", "Emre", "Erik", "Eva", "Evi", "Femke",
    "Fleur", "Floor", "Floris", "Frédérique", "Froukje", "Gerda", "Gert", "Gijs", "Guus", "Hanna",
    "Hans", "Harm", "Hassan", "Heleen", "Henk", "Hilde", "Hugo", "Ibrahim", "Imane", "Inge", "Iris",
    "Ivo", "Jan", "Janneke", "Jaap", "Jeroen", "Jesse", "Jip", "Joëlle", "Johan", "Jolien", "Joost",
    "Jorrit", "Joyce", "Julia", "Karim", "Karin", "Kim", "Klaas", "Koen", "Laila", "Lars", "Laura",
    "Lieke", "Lien", "Lisa", "Loes", "Luuk", "Maarten", "Maaike", "Maria", "Mark", "Marit",
    "Marjolein", "Martijn", "Mees", "Melissa", "Merel", "Michael", "Mieke", "Milan", "Mohamed",
    "Mustafa", "Myrthe", "Nadia", "Naomi", "Niels", "Nienke", "Noah", "Nora", "Olga", "Omar",
    "Oscar", "Özlem", "Pascal", "Paul", "Petra", "Piet", "Quinten", "Rachel", "Raúl", "Renée",
    "Richard", "Rik", "Roel", "Romy", "Ruben", "Sabine", "Samira", "Sander", "Sara", "Sebastiaan",
    "Selin", "Sem", "Simone", "Sofie", "Soraya", "Stijn", "Susan", "Sven", "Teun", "Thomas", "Tim",
    "Timo", "Tineke", "Tom", "Ursula", "Vera", "Victor", "Wendy", "Wessel", "Willem", "Wouter",
    "Xander", "Yara", "Youssef", "Yvonne", "Zahra", "Zoë", "Łucja",
];

/// Last names, as written after a first name.
#[rustfmt::skip]
pub const SURNAMES: &[&str] = &[
    "Aerts", "Akkerman", "Arslan", "Baars", "Bakker", "Bakri", "Beekman", "Benali", "van den Berg",
    "Bergsma", "van Beek", "Berends", "Biesheuvel", "Blok", "de Boer", "Boersma", "Bogaert", "Bos",
    "Bosch", "Bouwman", "Brands", "Brouwer", "de Bruijn", "van den Broek", "Bulut", "Cornelissen",
    "Çelik", "van Dam", "Dekker", "Demir", "van Dijk", "Dijkstra", "van Doorn", "Driessen",
    "van Dongen", "van den Dool", "Eikelenboom", "El Idrissi", "van Es", "Evers", "Faber",
    "Fernández", "Franken", "García", "Geerts", "van Gelder", "Gerritsen", "van Ginkel", "Goossens",
    "de Graaf", "Groen", "de Groot", "Haan", "de Haas", "Haddad", "Hamers", "Hartman", "Heijmans",
    "van der Heijden", "Hendriks", "Hermans", "Hoekstra", "van der Horst", "van Houten", "Huisman",
    "van Hulst", "Hussein", "IJsselstein", "Jacobs", "Jansen", "Janssen", "de Jong", "Jonker",
    "Kaya", "Kerkhof", "Khan", "Klaassen", "Klein", "van der Klooster", "Kok", "Koning", "Koster",
    "Kowalski", "Kramer", "Kuiper", "Kumar", "van der Laan", "de Lange", "van Leeuwen",
    "van der Linden", "Lopes", "Maas", "Martens", "Meijer", "van der Meer", "Mertens", "Mol",
    "Molenaar", "Mulder", "Müller", "Nguyen", "Nieuwenhuis", "van Nieuwkerk", "van Oosten",
    "Öztürk", "Peeters", "Pereira", "Peters", "van der Ploeg", "Pol", "Post", "Postma", "Prins",
    "Ramdin", "Reitsma", "van Rijn", "Roos", "van Rooij", "van der Ruit", "de Ruiter", "Sahin",
    "Schipper", "Scholten", "Schouten", "Schröder", "Simons", "Smeets", "Smit", "Smits", "Snijders",
    "van der Steen", "Swart", "Tahiri", "Timmermans", "Top", "van Tuijl", "Van Acker",
    "van der Veen", "Veenstra", "Verbeek", "Verhoeven", "Vermeer", "Vermeulen", "van Vliet",
    "Visser", "de Vos", "de Vries", "van der Waal", "Wang", "van de Water", "de Wit", "Willems",
    "Willemsen", "van Wijk", "Wolters", "Yıldız", "Zijlstra", "van Zanten", "Zwart",
];

/// Departments, each with the titles people have there.
#[rustfmt::skip]
pub const DEPARTMENTS: &[(&str, &[&str])] = &[
    ("ICT", &["Systeembeheerder", "Medewerker servicedesk", "Ontwikkelaar", "Architect"]),
    ("Financiën", &["Controller", "Medewerker crediteuren", "Financieel analist"]),
    ("Personeel en organisatie", &["Adviseur personeel", "Recruiter"]),
    ("Juridische zaken", &["Jurist", "Medewerker archief"]),
    ("Communicatie", &["Communicatieadviseur", "Webredacteur"]),
    ("Klantenservice", &["Medewerker klantenservice", "Teamleider klantenservice"]),
    ("Inkoop", &["Inkoper", "Contractmanager"]),
    ("Zorg", &["Verpleegkundige", "Verzorgende", "Fysiotherapeut", "Huisarts"]),
    ("Facilitair", &["Gastheer", "Beheerder gebouwen", "Kok"]),
    ("Onderwijs", &["Docent", "Onderwijsassistent", "Studieadviseur"]),
    ("Techniek", &["Monteur", "Werkvoorbereider", "Planner onderhoud"]),
    ("Onderzoek", &["Onderzoeker", "Analist", "Promovendus"]),
];

/// Offices.
#[rustfmt::skip]
pub const OFFICES: &[&str] = &[
    "Amersfoort", "Apeldoorn", "Assen", "Breda", "Deventer", "Emmen", "Gouda", "Hengelo",
    "Leeuwarden", "Middelburg", "Roermond", "Zwolle",
];
