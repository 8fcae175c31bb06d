//! The people of the sample tenant, one a line.
//!
//! Data and the few words it is written in. Who holds which role stands in
//! [`super::organisation`].

use crate::domain::user::ProductMail;

/// Someone in the sample.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// The name before the `@`; for a guest, their own address.
    pub name: &'static str,
    pub given: &'static str,
    pub surname: &'static str,
    pub title: &'static str,
    pub department: &'static str,
    pub office: &'static str,
    pub account: Account,
    pub licence: Option<Licence>,
    pub synchronised: bool,
    pub blocked: bool,
    pub must_change_password: bool,
    pub product_mail: ProductMail,
    /// The last three digits of the mobile phone.
    pub phone: Option<u16>,
    pub email: Option<&'static str>,
    /// The hours since the last sign-in.
    pub seen: Option<i64>,
}

/// What sort of account someone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// On the organisation's own domain.
    Member,
    /// On the domain of its vacancies.
    Recruitment,
    /// Invited from elsewhere.
    Guest,
}

/// What someone holds a seat of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Desk workers.
    Desk,
    /// Desk workers who also build apps.
    Maker,
    /// Customer service.
    Customer,
    /// People in the field.
    Field,
}

impl Person {
    const fn synced(mut self) -> Self {
        self.synchronised = true;
        self
    }

    const fn blocked(mut self) -> Self {
        self.blocked = true;
        self
    }

    const fn new_password(mut self) -> Self {
        self.must_change_password = true;
        self
    }

    const fn no_product_mail(mut self) -> Self {
        self.product_mail = ProductMail::Declined;
        self
    }

    const fn phone(mut self, digits: u16) -> Self {
        self.phone = Some(digits);
        self
    }

    const fn email(mut self, address: &'static str) -> Self {
        self.email = Some(address);
        self
    }

    const fn seen(mut self, hours: i64) -> Self {
        self.seen = Some(hours);
        self
    }

    const fn vacancies(mut self) -> Self {
        self.account = Account::Recruitment;
        self
    }

    const fn with(mut self, licence: Licence) -> Self {
        self.licence = Some(licence);
        self
    }
}

const fn person(
    name: &'static str,
    [given, surname]: [&'static str; 2],
    [title, department, office]: [&'static str; 3],
) -> Person {
    Person {
        name,
        given,
        surname,
        title,
        department,
        office,
        account: Account::Member,
        licence: Some(Licence::Desk),
        synchronised: false,
        blocked: false,
        must_change_password: false,
        product_mail: ProductMail::Accepted,
        phone: None,
        email: None,
        seen: None,
    }
}

const fn guest(address: &'static str, name: [&'static str; 2], title: &'static str) -> Person {
    let mut guest = person(address, name, [title, "", ""]);
    guest.account = Account::Guest;
    guest.licence = None;
    guest
}

const BOARD: &str = "Directie";
const ICT: &str = "ICT";
const FINANCE: &str = "Financiën";
const PERSONNEL: &str = "Personeel en organisatie";
const LEGAL: &str = "Juridische zaken";
const PRESS: &str = "Communicatie";
const CUSTOMERS: &str = "Klantenservice";
const PRODUCTION: &str = "Waterproductie";
const LABORATORY: &str = "Laboratorium";
const PIPES: &str = "Distributie en aanleg";

const ARNHEM: &str = "Arnhem";
/// The office that an administrative unit is made of.
pub const NIJMEGEN: &str = "Nijmegen";
const TIEL: &str = "Tiel";
const ZEVENAAR: &str = "Zevenaar";

/// Who left a few days ago.
#[rustfmt::skip] // As below.
pub const LEAVER: Person = person("marit.hofstra", ["Marit", "Hofstra"], ["Beheerder accounts en toegang", ICT, NIJMEGEN]).phone(617).email("marit.hofstra@example.net").seen(80);

/// Everyone, department by department.
#[rustfmt::skip] // One person a line, so that the table can be read and compared.
pub const PEOPLE: &[Person] = &[
    person("henk.vanrossum", ["Henk", "van Rossum"], ["Directeur-bestuurder", BOARD, ARNHEM]).synced().phone(601).email("hvanrossum@example.org").seen(20),
    person("saskia.willemsen", ["Saskia", "Willemsen"], ["Financieel directeur", BOARD, ARNHEM]).synced().phone(602).seen(44),
    person("thea.mulder", ["Thea", "Mulder"], ["Directiesecretaresse", BOARD, ARNHEM]).synced().seen(19),

    person("sanne.devries", ["Sanne", "de Vries"], ["Hoofd ICT", ICT, ARNHEM]).phone(604).email("sanne.de.vries@example.net").seen(2),
    person("daan.bakker", ["Daan", "Bakker"], ["Senior systeembeheerder", ICT, ARNHEM]).phone(605).email("daanbakker@example.org").seen(5),
    person("joelle.peeters", ["Joëlle", "Peeters"], ["Cloudarchitect", ICT, NIJMEGEN]).email("joelle.peeters@example.net").seen(23),
    person("mehmet.yilmaz", ["Mehmet", "Yılmaz"], ["Beheerder e-mail en agenda", ICT, ARNHEM]).phone(607).email("m.yilmaz@example.net").seen(6),
    person("lotte.vermeulen", ["Lotte", "Vermeulen"], ["Beheerder intranet", ICT, ARNHEM]).phone(608).email("lotte@example.org").seen(27),
    person("bram.hendriks", ["Bram", "Hendriks"], ["Beheerder telefonie", ICT, NIJMEGEN]).phone(609).email("bram.hendriks@example.net").seen(70),
    person("priya.ramdin", ["Priya", "Ramdin"], ["Coördinator servicedesk", ICT, ARNHEM]).phone(610).email("priya.ramdin@example.org").seen(4),
    person("fatima.elamrani", ["Fatima", "El Amrani"], ["Medewerker servicedesk", ICT, ARNHEM]).phone(611).email("f.elamrani@example.net").seen(3),
    person("kevin.smits", ["Kevin", "Smits"], ["Medewerker servicedesk", ICT, NIJMEGEN]).email("kevinsmits@example.net").seen(21),
    person("lukasz.nowak", ["Łukasz", "Nowak"], ["Medewerker servicedesk", ICT, ARNHEM]).phone(613).seen(18),
    person("tjeerd.wiersma", ["Tjeerd", "Wiersma"], ["Werkplekbeheerder", ICT, TIEL]).phone(614).email("tjeerd@example.org").seen(26),
    person("noor.vandermeulen", ["Noor", "van der Meulen"], ["Adviseur informatiebeveiliging", ICT, ARNHEM]).phone(615).email("noor.vandermeulen@example.net").seen(7),
    person("rene.kuipers", ["René", "Kuipers"], ["Beheerder accounts en toegang", ICT, ARNHEM]).phone(616).email("rene.kuipers@example.org").seen(9),
    person("zoe.janssens", ["Zoë", "Janssens"], ["Functioneel beheerder", ICT, NIJMEGEN]).with(Licence::Maker).seen(31),
    person("wim.jansen", ["Wim", "Jansen"], ["Netwerkbeheerder (uit dienst)", ICT, ARNHEM]).blocked().phone(618).seen(1970),

    person("anneke.visser", ["Anneke", "Visser"], ["Hoofd financiën", FINANCE, ARNHEM]).synced().phone(619).email("anneke.visser@example.net").seen(22),
    person("ruud.scholten", ["Ruud", "Scholten"], ["Controller", FINANCE, ARNHEM]).synced().phone(620).seen(47),
    person("ilse.dijkstra", ["Ilse", "Dijkstra"], ["Medewerker crediteuren", FINANCE, ARNHEM]).synced().seen(25),
    person("ozgur.demir", ["Özgür", "Demir"], ["Financieel analist", FINANCE, ARNHEM]).synced().phone(622).email("ozgur.demir@example.org").seen(24),
    person("marloes.post", ["Marloes", "Post"], ["Salarisadministrateur", FINANCE, TIEL]).synced().seen(96),
    person("gijs.brouwer", ["Gijs", "Brouwer"], ["Inkoper ICT en licenties", FINANCE, ARNHEM]).synced().phone(624).email("gijs.brouwer@example.net").seen(29),

    person("carla.meijer", ["Carla", "Meijer"], ["Hoofd personeel en organisatie", PERSONNEL, ARNHEM]).synced().phone(625).seen(43),
    person("esther.vandam", ["Esther", "van Dam"], ["Adviseur personeel", PERSONNEL, ARNHEM]).phone(626).email("esthervandam@example.org").seen(8),
    person("bjorn.lindqvist", ["Björn", "Lindqvist"], ["Recruiter", PERSONNEL, ARNHEM]).vacancies().seen(50),
    person("naima.haddad", ["Naïma", "Haddad"], ["Recruiter", PERSONNEL, NIJMEGEN]).vacancies().phone(628).email("naima@example.net").seen(28),
    person("maria-antoinette.vanoldenborgh", ["Maria-Antoinette Alexandrina", "van Oldenborgh-Schimmelpenninck"], ["Vertrouwenspersoon", PERSONNEL, ARNHEM]).synced().email("mavanoldenborgh@example.org").seen(190),

    person("mirjam.cohen", ["Mirjam", "Cohen"], ["Functionaris gegevensbescherming", LEGAL, ARNHEM]).phone(630).email("mirjam.cohen@example.net").seen(30),
    person("steven.obradovic", ["Steven", "Obradović"], ["Jurist", LEGAL, ARNHEM]).synced().seen(72),

    person("chloe.martens", ["Chloé", "Martens"], ["Hoofd communicatie", PRESS, ARNHEM]).synced().phone(632).seen(21),
    person("jasper.kok", ["Jasper", "Kok"], ["Webredacteur", PRESS, ARNHEM]).phone(633).email("jasperkok@example.net").seen(45),
    person("femke.postma", ["Femke", "Postma"], ["Communicatieadviseur", PRESS, NIJMEGEN]).synced().seen(33),
    person("siham.ouali", ["Siham", "Ouali"], ["Vormgever", PRESS, ARNHEM]).synced().seen(120),

    person("ingrid.prins", ["Ingrid", "Prins"], ["Manager klantenservice", CUSTOMERS, ARNHEM]).synced().with(Licence::Customer).phone(636).email("ingrid.prins@example.org").seen(20),
    person("dennis.groen", ["Dennis", "Groen"], ["Medewerker klantenservice", CUSTOMERS, ARNHEM]).with(Licence::Customer).new_password().seen(51),
    person("seyma.kaya", ["Şeyma", "Kaya"], ["Medewerker klantenservice", CUSTOMERS, ARNHEM]).synced().with(Licence::Customer).phone(638).seen(17),
    person("rachid.benali", ["Rachid", "Benali"], ["Medewerker klantenservice", CUSTOMERS, NIJMEGEN]).synced().with(Licence::Customer).seen(19),
    person("linda.jonker", ["Linda", "Jonker"], ["Teamleider klantenservice", CUSTOMERS, ARNHEM]).synced().with(Licence::Customer).phone(640).seen(42),
    person("marco.degraaf", ["Marco", "de Graaf"], ["Medewerker klantenservice", CUSTOMERS, ARNHEM]).synced().with(Licence::Customer).seen(66),
    person("thuy.nguyen", ["Thủy", "Nguyễn"], ["Medewerker klantenservice", CUSTOMERS, NIJMEGEN]).with(Licence::Customer),

    person("sjoerd.hoekstra", ["Sjoerd", "Hoekstra"], ["Productieleider", PRODUCTION, ZEVENAAR]).synced().phone(643).email("sjoerdhoekstra@example.net").no_product_mail().seen(16),
    person("gerrit.tenbrinke", ["Gerrit", "ten Brinke"], ["Procesoperator", PRODUCTION, ZEVENAAR]).synced().with(Licence::Field).phone(644).seen(13),
    person("hassan.aydin", ["Hassan", "Aydın"], ["Procesoperator", PRODUCTION, ZEVENAAR]).synced().with(Licence::Field).phone(645).seen(11),
    person("kees.van.'t.hof", ["Kees", "van 't Hof"], ["Monteur zuivering", PRODUCTION, TIEL]).synced().with(Licence::Field).phone(646).seen(140),
    person("miguel.fernandez", ["Miguel", "Fernández"], ["Procestechnoloog", PRODUCTION, ZEVENAAR]).synced().seen(34),
    person("pieter.bos", ["Pieter", "Bos"], ["Procesoperator", PRODUCTION, TIEL]).synced().with(Licence::Field).seen(15),
    person("jolanda.veenstra", ["Jolanda", "Veenstra"], ["Planner onderhoud", PRODUCTION, ZEVENAAR]).synced().phone(649).seen(22),

    person("annelies.claessens", ["Annelies", "Claessens"], ["Hoofd laboratorium", LABORATORY, NIJMEGEN]).synced().phone(650).email("annelies.claessens@example.org").seen(37),
    person("siobhan.oconnor", ["Siobhán", "O'Connor"], ["Analist microbiologie", LABORATORY, NIJMEGEN]).synced().seen(41),
    person("thijs.verhoeven", ["Thijs", "Verhoeven"], ["Analist chemie", LABORATORY, NIJMEGEN]).synced().seen(39),
    person("renee.timmermans", ["Renée", "Timmermans"], ["Monsternemer", LABORATORY, NIJMEGEN]).synced().with(Licence::Field).phone(653).seen(14),

    person("patrick.evers", ["Patrick", "Evers"], ["Regiocoördinator ICT", PIPES, NIJMEGEN]).phone(654).email("patrick.evers@example.net").seen(12),
    person("frank.maas", ["Frank", "Maas"], ["Regiomanager", PIPES, NIJMEGEN]).synced().phone(655).seen(23),
    person("abdullah.karaca", ["Abdullah", "Karaca"], ["Monteur leidingnet", PIPES, NIJMEGEN]).synced().with(Licence::Field).phone(656).seen(10),
    person("joost.wolters", ["Joost", "Wolters"], ["Monteur leidingnet (uit dienst)", PIPES, TIEL]).synced().blocked().with(Licence::Field).seen(3300),
    person("evelien.sanders", ["Evelien", "Sanders"], ["Omgevingsmanager", PIPES, TIEL]).synced().seen(52),

    guest("olivia.thompson_audit.example.com", ["Olivia", "Thompson"], "Accountant").phone(660).email("olivia.thompson@example.com").seen(75),
    guest("stefan.krueger_messtechnik.example.com", ["Stefan", "Krüger"], "Leverancier telemetrie").email("stefan.krueger@example.com").seen(260),
    guest("emma.lefevre_eau.example.com", ["Emma", "Lefèvre"], "Adviseur waterkwaliteit").email("emma.lefevre@example.com").seen(480),
    guest("jeroen.aarts_inhuur.example.com", ["Jeroen", "Aarts"], "Ingehuurd projectleider").blocked().seen(2900),
];
