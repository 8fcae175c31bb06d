## Shell

app-name = Mandate
app-sentence = Wie mag wat beheren in een Microsoft 365-tenant
view-start = Start
view-sign-in = Aanmelden
view-users = Actieve gebruikers
view-roles = Rollen
view-permissions = Machtigingen
view-access = Toegang
view-review = Controle
view-changes = Wijzigingen
view-organisation = Organisatie
navigation = Navigatie
search = Zoeken
search-hint = Mensen en opdrachten zoeken
search-clear = Zoekopdracht wissen
signed-in-as = Aangemeld als { $name }
not-signed-in = Niet aangemeld
account-switch = Ander account…
status-saved = Opgeslagen
status-unsaved = Niet-opgeslagen wijzigingen
status-new-file = Nog niet in een bestand opgeslagen
status-working = Bezig…
details = Details
notices = Meldingen
language-name = Nederlands
theme-light = Licht
theme-dark = Donker
theme-system = Zoals het systeem
save = Opslaan
cancel = Annuleren
close = Sluiten
confirm = Bevestigen
back = Terug
next = Volgende
add = Toevoegen
edit = Bewerken
delete = Verwijderen
copy = Kopiëren
copied = Gekopieerd
filter = Filteren
clear-filters = Filters wissen
show-more = Meer tonen
show-less = Minder tonen
yes = Ja
no = Nee
limited = Beperkt
unknown = Onbekend
none = Geen
all = Alle
never = Nooit
privileged = Bevoorrecht
count-users =
    { $count ->
        [one] { $count } gebruiker
       *[other] { $count } gebruikers
    }
count-roles =
    { $count ->
        [one] { $count } rol
       *[other] { $count } rollen
    }
count-selected = { $count } geselecteerd
count-more = +{ $count }
time-just-now = Zojuist
time-minutes-ago =
    { $count ->
        [one] { $count } minuut geleden
       *[other] { $count } minuten geleden
    }
time-today = Vandaag, { $time }
time-yesterday = Gisteren
time-days-ago =
    { $count ->
        [one] { $count } dag geleden
       *[other] { $count } dagen geleden
    }
time-in-minutes =
    { $count ->
        [one] Over { $count } minuut
       *[other] Over { $count } minuten
    }
time-tomorrow = Morgen
time-in-days =
    { $count ->
        [one] Over { $count } dag
       *[other] Over { $count } dagen
    }
time-date = { $day } { $month } { $year }
time-exact = { $date }, { $time } { $zone }
month-1 = jan
month-2 = feb
month-3 = mrt
month-4 = apr
month-5 = mei
month-6 = jun
month-7 = jul
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec
month-long-1 = januari
month-long-2 = februari
month-long-3 = maart
month-long-4 = april
month-long-5 = mei
month-long-6 = juni
month-long-7 = juli
month-long-8 = augustus
month-long-9 = september
month-long-10 = oktober
month-long-11 = november
month-long-12 = december
notices-none = Niets te melden
count-assignments =
    { $count ->
        [one] { $count } roltoewijzing
       *[other] { $count } roltoewijzingen
    }
status-saving = Opslaan…
status-opening = Openen…
palette-hint = Typ een opdracht of een naam
palette-nothing = Niets gevonden
nothing-to-do = Er is niets te doen

## Start

start-recent = Recente bestanden
start-no-recent = Bestanden die u opent, verschijnen hier
start-drop = Sleep een tenantbestand naar het venster om het te openen
start-sample-text = Een Nederlandse organisatie van ongeveer 60 mensen om in rond te kijken
start-open-text = Een tenantbestand van deze computer
start-new-text = Op basis van organisatie, domein en koper

## Sign in

sign-in-title = Kies het account waarmee u werkt
sign-in-hint = Zoeken op naam of gebruikersnaam
sign-out = Afmelden
sign-in-text = Een plan volgt de regels die voor dit account gelden. Er wordt geen wachtwoord gevraagd of bewaard.
sign-in-nobody = Niemand gevonden
sign-in-nobody-text = Probeer een deel van de voornaam, de achternaam of de gebruikersnaam.
sign-in-more = Er zijn meer accounts: typ een deel van een naam om ze te vinden.
sign-in-blocked-why = Dit account is geblokkeerd voor aanmelden, dus niemand kan ermee handelen.

## Active users

user-name = Naam
user-upn = Gebruikersnaam
user-roles = Rollen
user-licences = Licenties
user-status = Aanmelding
user-contact = Contactgegevens
user-last-sign-in = Laatste aanmelding
user-no-roles = Gebruiker
sign-in-allowed = Aanmelden toegestaan
sign-in-blocked = Aanmelden geblokkeerd
user-guest = Gast
user-synced = Gesynchroniseerd met map
user-department = Afdeling
user-list = Personen
user-search = Zoeken op naam of afdeling
user-allowed = Toegestaan
user-blocked = Geblokkeerd
user-unlicensed = Geen licentie
user-must-change-password = Moet bij de volgende aanmelding een nieuw wachtwoord kiezen
user-email-known = Alternatief e-mailadres { $address }
user-email-missing = Geen alternatief e-mailadres
user-phone-known = Mobiele telefoon { $number }
user-phone-missing = Geen mobiele telefoon
user-shown =
    { $count ->
        [one] { $shown } van { $count } gebruiker
       *[other] { $shown } van { $count } gebruikers
    }
user-select = { $name } selecteren
user-select-all = Iedereen in de lijst selecteren
user-deselect = Selectie wissen
user-edit-roles = Rollen bewerken
user-reset-password = Wachtwoord opnieuw instellen
user-block = Aanmelden blokkeren
user-unblock = Blokkering opheffen
user-export = Gebruikers exporteren
user-export-file = gebruikers
user-exporting = De export wordt voorbereid…
user-choose-first = Selecteer eerst iemand
user-choose-one = Rollen bewerkt u voor één persoon tegelijk
user-choose-fewer = Selecteer hoogstens { $count } personen
user-sort-ascending = Gesorteerd, laagste eerst
user-sort-descending = Gesorteerd, hoogste eerst
user-none-found = Niemand gevonden
user-none-found-hint = Niemand heeft al deze woorden in naam, gebruikersnaam of afdeling en voldoet aan de filters.
user-none = Nog geen gebruikers
user-none-hint = Hier verschijnen de personen van de organisatie, met hun rollen en hoe ze bereikbaar zijn.
filter-administrators = Beheerders
filter-global-administrators = Globale beheerders
filter-guests = Gasten
filter-synchronised = Gesynchroniseerd
filter-blocked = Geblokkeerd
filter-missing-contact = Geen contactgegevens
filter-licensed = Met licentie
filter-must-change-password = Moet wachtwoord wijzigen
filter-more = Meer filters
filter-role = Rol
filter-role-any = Elke rol
filter-licence = Licentie
filter-licence-any = Elke licentie
filter-domain = Domein
filter-domain-any = Elk domein
role-eligible = in aanmerking
role-expired = verlopen
role-later = nog niet
role-of-group = via groep
role-directly = Rechtstreeks toegewezen
role-through-group = Via de groep { $group }
role-within-unit = Alleen binnen { $unit }
role-from-date = Vanaf { $date }
role-until-date = Tot { $date }

## Role editor

role-kind-user = Gebruiker (geen beheerderstoegang)
role-kind-global = Globale beheerder
role-kind-customized = Aangepaste beheerder
alternate-email = Alternatief e-mailadres
mobile-phone = Mobiele telefoon
role-gained = Erbij
role-lost = Eraf
editor-manage-roles = Rollen beheren
editor-manage-roles-intro = Met beheerdersrollen beheert iemand deze organisatie. Geef alleen de toegang die nodig is.
editor-user-about = Meldt zich aan en gebruikt de toegewezen apps.
editor-global-about = Beheert alles en geeft rollen aan anderen.
editor-customized-about = Heeft de rollen die u hieronder kiest.
editor-copy-upn = Gebruikersnaam kopiëren
editor-close-panel = Details sluiten
editor-must-change-password = Moet wachtwoord wijzigen
editor-roles-now = Rollen nu
editor-no-roles = Geen beheerdersrollen
editor-search-roles = Zoeken in rollen en wat ze kunnen
editor-office-roles = Office 365-rollen
editor-category-global = Hele organisatie
editor-category-identity = Identiteit
editor-category-collaboration = Samenwerking
editor-category-security = Beveiliging en naleving
editor-category-devices = Apparaten
editor-category-billing = Facturering en ondersteuning
editor-category-data = Gegevens en AI
editor-category-other = Overige
editor-chosen = { $count } gekozen
editor-no-match = Geen rol heet zo of kan “{ $query }”
editor-in-entra = Heet { $name } in Entra
editor-out-of-use = Niet meer in gebruik: intrekken kan, geven niet
editor-about-role = Over { $role }
editor-note-for = Voor
editor-note-can = Kan
editor-note-cannot = Kan niet
editor-note-risk = Risico
editor-note-automatic = Gegeven door de service
editor-note-do-not-use = Niet gebruiken
editor-note-scope = Geldt voor
editor-note-rename = Hernoemd
editor-note-see = Zie ook
editor-note-action = Actie
editor-actions-unknown = Acties onbekend: deze rol kan meer dan hier bekend is
editor-source-seed = Uit het artikel over ingebouwde rollen
editor-source-docs = Uit de documentatie van Microsoft
editor-source-docs-dated = Uit de documentatie van Microsoft van { $date }
editor-template-id = Sjabloon-id
editor-copy-template-id = Sjabloon-id kopiëren
editor-through-group = via de groep { $group }
editor-eligible = komt in aanmerking, niet actief
editor-in-unit = alleen in { $unit }
editor-from = vanaf { $date }
editor-until = tot { $date }
editor-expired = verlopen op { $date }
editor-contact = Contactgegevens
editor-contact-intro = Om weer toegang te krijgen als het wachtwoord kwijt is.
editor-email-hint = naam@voorbeeld.nl
editor-phone-hint = Zoals +31 6 12345678
editor-email-invalid = Dit is geen e-mailadres.
editor-phone-no-country = Begin met + en het landnummer, zoals +31.
editor-phone-invalid = Dit is geen telefoonnummer van dat land.
editor-phone-saved-as = Wordt opgeslagen als { $phone }
editor-summary = Wat er verandert
editor-assigned = Toegewezen
editor-revoked = Ingetrokken
editor-services-gained = Komt mee in services
editor-services-lost = Vervalt in services
editor-actions-gap = Acties onbekend: er kan meer zijn
editor-more = en nog { $count }
editor-limit-view-only = alleen bekijken
editor-limit-non-admins = mensen zonder beheerdersrol
editor-limit-no-admins = geen globale beheerders verwijderen, geen beheerders maken
editor-grant-full = Volledig
editor-asks-reason = Vraagt om een reden
editor-mind = Let op
editor-not-allowed = Niet toegestaan
editor-save-asking = Opslaan…
editor-nothing-changed = Er is niets gewijzigd
editor-choose-a-role = Kies minstens één rol
editor-correct-contact = Verbeter eerst de contactgegevens
editor-reload-first = Laad eerst opnieuw: deze persoon is intussen gewijzigd
editor-changed-meanwhile = Deze persoon is intussen gewijzigd, ook in wat u aan het bewerken was.
editor-reload = Opnieuw laden
editor-not-confirmed = Niet opgeslagen: er is geen reden gegeven
editor-impossible = Niet opgeslagen: { $message }
editor-gone = Deze persoon staat niet meer in de tenant.
editor-not-saved = Niet opgeslagen
editor-gist = Machtigingen: { $gained } erbij, { $lost } eraf
editor-namesake = Niet de rol met deze naam onder Office 365-rollen
editor-actions =
    { $count ->
        [one] { $count } resourceactie
       *[other] { $count } resourceacties
    }
editor-actions-gained =
    { $count ->
        [one] { $count } resourceactie erbij
       *[other] { $count } resourceacties erbij
    }
editor-actions-lost =
    { $count ->
        [one] { $count } resourceactie eraf
       *[other] { $count } resourceacties eraf
    }

## Permissions

matrix-office-365 = Office 365
matrix-entra = Entra
matrix-action = Actie
matrix-role = Rol
matrix-permission = Machtiging
matrix-entra-current = Entra, actueel
matrix-entra-seed = Entra, bronartikel
matrix-find-action = Acties zoeken
matrix-find-permission = Machtigingen zoeken
matrix-find-role = Rollen zoeken
matrix-verb = Elk werkwoord
matrix-verb-is = Werkwoord { $verb }
matrix-privileged-actions = Bevoorrechte acties
matrix-privileged-roles = Bevoorrechte rollen
matrix-differing = Alleen verschillen
matrix-granted = Zonder lege rijen
matrix-roles-of = Rollen van { $name }
matrix-only-these = Alleen deze
matrix-in-words = Acties in woorden
matrix-fold = Klik om in te klappen
matrix-unfold = Klik om uit te klappen
matrix-fold-all = Alles inklappen
matrix-unfold-all = Alles uitklappen
matrix-actions =
    { $count ->
        [one] { $count } actie
       *[other] { $count } acties
    }
matrix-of = { $shown } van { $all }
matrix-size = { $rows } rijen, { $columns } rollen
matrix-copy-tip = Kopieer wat wordt weergegeven, om in een werkblad te plakken
matrix-export-tip = Sla wat wordt weergegeven op als CSV-bestand; ingeklapte rijen gaan mee
matrix-nothing = Niets gevonden
matrix-nothing-text = Uw zoekopdracht en filters laten geen rij of geen rol over.
matrix-holds-nothing = { $name } heeft nu geen rol die van kracht is.
matrix-column-unknown = Acties onbekend
matrix-column-held = Rol van de geselecteerde persoon
matrix-why = Waarom
matrix-why-yes = Deze rol mag dit volledig.
matrix-why-no = Deze rol mag dit niet.
matrix-limit-view-only = Deze rol ziet het, maar kan niets wijzigen.
matrix-limit-view-only-short = Alleen zien
matrix-limit-non-admins = Alleen voor personen die zelf geen beheerdersrol hebben.
matrix-limit-non-admins-short = Geen beheerders
matrix-limit-no-admins = Deze rol kan geen globale beheerders verwijderen en geen beheerders maken.
matrix-limit-no-admins-short = Met grenzen
matrix-contradiction-service = De bron spreekt zichzelf tegen: deze rol heet alleen-lezen, maar mag volgens de tabel gebruikers en rollen niet weergeven. De tabel wordt gevolgd.
matrix-contradiction-licences = De bron noemt hier een grens over het verwijderen en maken van beheerders, die weinig over licenties zegt. Zij wordt getoond zoals zij er staat.
matrix-entra-role = De Entra-rol erachter
matrix-source = Bron
matrix-source-office365 = Office 365, over beheerdersrollen: de tabel met machtigingen
matrix-source-seed = Het artikel dat 104 rollen opsomt
matrix-source-docs = Documentatie van Microsoft van { $date }
matrix-source-docs-undated = Documentatie van Microsoft, zonder datum
matrix-source-none = Geen bron geeft een tabel met acties voor deze rol
matrix-why-action-yes = De actie staat in de tabel van deze rol.
matrix-why-action-no = De actie staat niet in de tabel van deze rol.
matrix-broader = Toch heeft de rol { $action }, wat dit mogelijk omvat.
matrix-why-unknown = Geen bron zegt welke acties deze rol heeft. Misschien mag de rol dit, misschien niet: onbekend is geen nee.
matrix-action-privileged = Microsoft noemt deze actie bevoorrecht.
matrix-action-plain = Deze actie is niet als bevoorrecht gemerkt.
matrix-action-unlabelled = Geen bron zegt of deze actie bevoorrecht is.
matrix-who-else = Wie nog meer
matrix-roles-may =
    { $count ->
        [one] { $count } rol mag dit
       *[other] { $count } rollen mogen dit
    }
matrix-copy-action = Actie kopiëren
matrix-copy-id = Sjabloon-id kopiëren

## Dialogs

dialog-unsaved-title = Eerst de wijzigingen opslaan?
dialog-unsaved-text = Wat sinds het laatste opslaan in { $file } is gewijzigd, gaat anders verloren.
dialog-discard = Niet opslaan
dialog-reason = Reden
dialog-reason-title = Bevestigen met een reden
dialog-reason-hint = Waarom is dit nodig?
dialog-reason-needed = Er is een reden nodig: die komt in de geschiedenis.
dialog-unsaved-explained = Wat sinds de laatste keer opslaan is gewijzigd, gaat anders verloren.
dialog-edits-title = Bewerkingen van { $name } weggooien?
dialog-edits-text = Wat daar is ingevuld, is niet opgeslagen.
dialog-edits-keep = Verder bewerken
dialog-edits-discard = Weggooien
dialog-conflict-title = Het bestand is op schijf gewijzigd
dialog-conflict-text = { $file } is gewijzigd sinds het is geopend. Met opslaan gaat die wijziging verloren.
dialog-overwrite = Overschrijven
dialog-reload = Opnieuw laden en mijn wijzigingen verliezen
dialog-exists-title = Het bestand bestaat al
dialog-exists-text = { $file } bestaat al. Bij overschrijven blijft het oude bestand ernaast bewaard als back-up.
dialog-path-open = Een bestand openen
dialog-path-save = Opslaan in een bestand
dialog-path-why = Dit systeem heeft geen bestandsvenster: er antwoordt geen bureaubladportaal en geen zenity. Typ het pad.
dialog-path = Pad
dialog-open = Openen
dialog-new-title = Nieuwe tenant
dialog-new-text = Wie het abonnement koopt, wordt de eerste globale beheerder.
dialog-new-organisation = Organisatie
dialog-new-domain = Eerste domein (naam.onmicrosoft.com)
dialog-new-buyer = Koper
dialog-new-user = Gebruikersnaam van de koper, vóór de @
dialog-new-partner = Gekocht bij (leeg laten voor Microsoft)
dialog-new-make = Maken
dialog-new-no-organisation = Geef de organisatie een naam.
dialog-new-bad-domain = Het eerste domein is een naam van letters, cijfers en streepjes onder onmicrosoft.com.
dialog-new-no-buyer = Geef de naam van de koper.
dialog-new-bad-user = De gebruikersnaam bestaat uit 1 tot 64 tekens: A-Z a-z 0-9 ' . - _ ! # ^ ~.
command-edit-profile = Profiel bewerken…
command-edit-profile-tip = Naam en plaats in de organisatie bewerken
profile-title = Profiel bewerken
profile-given-name = Voornaam
profile-surname = Achternaam
profile-job-title = Functie
profile-office = Kantoor
profile-usage-location = Gebruikslocatie (twee letters, zoals NL)
profile-no-name = Iemand heeft een naam.

## Notices

notice-saved = { $file } opgeslagen
notice-undone = Ongedaan gemaakt
notice-redone = Opnieuw uitgevoerd
notice-changed-outside = { $file } is buiten Mandate gewijzigd sinds het hier is opgeslagen.
notice-settings-bad = De instellingen konden niet worden gelezen en zijn bewaard als { $file }.
notice-settings = De instellingen kunnen niet worden bewaard: { $error }

## Errors

error-open = Kan { $file } niet openen
error-save = Kan { $file } niet opslaan
try-again = Opnieuw proberen
impossible-already-assigned = De rol is al toegewezen.
impossible-not-assigned = De rol is niet toegewezen.
impossible-too-long = "{ $text }" is te lang: maximaal 256 tekens.
impossible-usage-location = "{ $text }" is geen gebruikslocatie: geef een land als twee hoofdletters, zoals NL.
impossible-other = Dit kan niet: { $text }

## Commands

command-new = Nieuwe tenant…
command-open = Openen…
command-save = Opslaan
command-save-as = Opslaan als…
command-sample = Voorbeeldtenant openen
command-undo = Ongedaan maken
command-redo = Opnieuw uitvoeren
command-palette = Opdrachten…
command-theme = Wisselen tussen licht en donker
command-language = Taal wisselen
command-text-larger = Grotere tekst
command-text-smaller = Kleinere tekst
command-text-reset = Normale tekstgrootte
command-export = Exporteren…
command-quit = Afsluiten
command-new-tip = Een tenant maken op basis van organisatie, domein en koper
command-open-tip = Een tenantbestand openen
command-sample-tip = Een ingebouwde organisatie openen om in rond te kijken
command-save-tip = De tenant opslaan in het bestand
command-save-as-tip = De tenant opslaan onder een andere naam
command-close-tenant = De tenant sluiten
command-close-tenant-tip = De tenant sluiten en naar het beginscherm gaan
command-quit-tip = Het venster sluiten
command-undo-tip = De laatste wijziging ongedaan maken
command-redo-tip = De laatst ongedaan gemaakte wijziging opnieuw uitvoeren
command-palette-tip = Opdrachten en mensen zoeken
command-find-people = Mensen zoeken
command-find-people-tip = Zoeken in Actieve gebruikers
command-active-users = Actieve gebruikers
command-active-users-tip = Actieve gebruikers weergeven
command-permissions = Machtigingen
command-permissions-tip = De machtigingenmatrices weergeven
command-switch-account = Van account wisselen…
command-switch-account-tip = Een ander account kiezen om mee te handelen
command-close-details = Details sluiten
command-close-details-tip = Het detailpaneel sluiten
command-theme-system = Thema van het systeem
command-theme-system-tip = Licht of donker, zoals het systeem
command-theme-light = Licht thema
command-theme-light-tip = Donkere tekst op een lichte ondergrond
command-theme-dark = Donker thema
command-theme-dark-tip = Lichte tekst op een donkere ondergrond
command-english = In het Engels weergeven
command-english-tip = Alles in het Engels weergeven
command-dutch = In het Nederlands weergeven
command-dutch-tip = Alles in het Nederlands weergeven
command-next-pane = Volgend deel van het venster
command-next-pane-tip = Het toetsenbord naar het volgende deel verplaatsen: navigatie, weergave, details
command-text-larger-tip = Alles groter maken
command-text-smaller-tip = Alles kleiner maken
command-text-reset-tip = Terug naar de gewone grootte
command-export-tip = Wat wordt getoond als bestand opslaan

## Rules

rule = Regel { $number }

## Many at once, and the whole tenant

view-add-user = Gebruiker toevoegen
view-bulk-edit = Bulksgewijs bewerken
view-import = Mensen importeren
view-deleted-users = Verwijderde gebruikers
view-groups = Groepen
command-deleted-users = Verwijderde gebruikers
command-deleted-users-tip = Wie is verwijderd en kan worden hersteld
command-groups = Groepen en beheereenheden
command-groups-tip = Wie waarin zit, en welke rollen daarbij horen
command-organisation = Organisatie
command-organisation-tip = Domeinen, abonnementen, partners
command-changes = Wijzigingen
command-changes-tip = Wie wat wanneer wijzigde en waarom
command-add-user = Gebruiker toevoegen…
command-add-user-tip = Een nieuw account, met licenties en rollen
command-bulk-edit = Bulksgewijs bewerken…
command-bulk-edit-tip = Iedereen die is geselecteerd op dezelfde manier bewerken
command-import = Mensen importeren…
command-import-tip = Mensen en hun rollen uit een CSV-bestand halen
command-compare = Vergelijken met een bestand…
command-compare-tip = Wat verschilt tussen een tenantbestand en wat open is
command-cancel-work = Annuleren
command-cancel-work-tip = Het lopende werk stoppen
status-rehearsing = Controleren…
status-applying = Toepassen…
status-comparing = Vergelijken…
notice-outrun = Intussen is iets anders gewijzigd, dus er is niets gedaan. Probeer het opnieuw.
notice-cancelled = Geannuleerd. Er is niets gewijzigd.
notice-each-done =
    { $count ->
        [one] { $count } gewijzigd
       *[other] { $count } gewijzigd
    }
notice-each-refused = { $count } gewijzigd, { $refused } geweigerd. { $why }
impossible-own-account = U kunt het account waarmee u werkt niet verwijderen.
impossible-kept-no-longer =
    { $count ->
        [one] Verwijderde gebruikers kunnen { $count } dag worden hersteld.
       *[other] Verwijderde gebruikers kunnen { $count } dagen worden hersteld.
    }
impossible-no-seats =
    { $count ->
        [one] { $name } heeft geen plaats vrij: de enige plaats is in gebruik.
       *[other] { $name } heeft geen plaats vrij: alle { $count } zijn in gebruik.
    }
impossible-seats-in-use =
    { $count ->
        [one] Van { $name } is { $count } plaats in gebruik.
       *[other] Van { $name } zijn { $count } plaatsen in gebruik.
    }
impossible-subscription-in-use =
    { $count ->
        [one] { $count } gebruiker heeft een licentie van { $name }. Neem die eerst weg.
       *[other] { $count } gebruikers hebben een licentie van { $name }. Neem die eerst weg.
    }
impossible-domain-in-use =
    { $count ->
        [one] { $count } gebruiker heeft een naam op { $name }. Wijzig die eerst.
       *[other] { $count } gebruikers hebben een naam op { $name }. Wijzig die eerst.
    }
impossible-initial-domain = { $name } is het initiële domein en blijft.
impossible-holds-roles = Aan of over { $name } zijn rollen toegewezen. Trek die eerst in.
impossible-no-name = Vul een naam in.
impossible-name-taken = Er zijn er twee met de naam { $name }.

## What changed

item-delegation = Gedelegeerd beheer
item-usage-location = Gebruikslocatie

## Bulk edit

bulk-step-details = Gegevens
bulk-step-settings = Instellingen
bulk-step-licences = Licenties
bulk-step-results = Resultaten
bulk-and-more = { $names } en nog { $count }
bulk-nobody = Er is niemand geselecteerd
bulk-nobody-hint = Selecteer mensen bij Actieve gebruikers en kies daarna Bulksgewijs bewerken.
bulk-details-about = Wat niet is ingeschakeld, blijft zoals het bij iedereen is.
bulk-change-department = De afdeling wijzigen
bulk-change-office = Het kantoor wijzigen
bulk-change-location = De gebruikslocatie wijzigen
bulk-change-sign-in = Wijzigen of zij zich mogen aanmelden
bulk-empties-hint = Laat leeg om te wissen
bulk-empties = Wordt bij iedereen gewist.
bulk-block = Aanmelden blokkeren
bulk-block-about = Zij houden hun rollen en licenties en kunnen zich niet aanmelden.
bulk-allow = Aanmelden toestaan
bulk-allow-about = Zij kunnen zich weer aanmelden met het wachtwoord dat zij hebben.
bulk-roles-about = Wilt u beheerdersrollen toewijzen aan deze mensen?
bulk-roles-leave = Laten zoals ze zijn
bulk-roles-leave-about = Iedereen houdt de rollen die hij of zij heeft.
bulk-roles-assign = Ja, toewijzen
bulk-roles-assign-about = De rollen die u kiest, komen bij wat iedereen al heeft.
bulk-roles-revoke = Nee, intrekken
bulk-roles-revoke-about = Elke rol die rechtstreeks is toegewezen, wordt ingetrokken.
bulk-delegation = Gedelegeerd beheer
bulk-delegation-about = Hoever zij uw klanten beheren, als gecertificeerde partner.
bulk-delegation-leave = Het niveau laten zoals het is
bulk-delegation-leave-about = Iedereen houdt het niveau dat hij of zij heeft.
bulk-delegation-full = Volledig beheer
bulk-delegation-full-about = Vergelijkbaar met een globale beheerder bij elke klant.
bulk-delegation-limited = Beperkt beheer
bulk-delegation-limited-about = Vergelijkbaar met een wachtwoordbeheerder bij elke klant.
bulk-delegation-none = Geen gedelegeerd beheer
bulk-delegation-none-about = Zij beheren geen klanten.
bulk-licences-about = Wat moet er met de licenties van deze mensen gebeuren?
bulk-licences-leave = Licenties laten zoals ze zijn
bulk-licences-leave-about = Iedereen houdt de licenties die hij of zij heeft.
bulk-licences-add = Licenties toevoegen
bulk-licences-add-about = De licenties die u kiest, komen bij wat iedereen al heeft.
bulk-licences-replace = Licenties vervangen
bulk-licences-replace-about = Iedereen krijgt de licenties die u kiest en verliest alle andere.
bulk-licences-remove = Licenties verwijderen
bulk-licences-remove-about = De licenties die u kiest, worden weggenomen bij wie ze heeft.
bulk-licences-which = Welke licenties
bulk-licences-none = Deze tenant heeft nog geen abonnementen. Voeg er een toe bij Organisatie.
bulk-seats = { $used } van { $count } plaatsen in gebruik
bulk-seats-few =
    { $count ->
        [0] Geen plaats over: wie er nog geen heeft, krijgt er geen.
        [one] Nog { $count } plaats over, minder dan het aantal geselecteerde mensen.
       *[other] Nog { $count } plaatsen over, minder dan het aantal geselecteerde mensen.
    }
bulk-no-licence = Kies ten minste één licentie.
bulk-nothing-asked = Er is nog niets ingeschakeld. Wijzig iets in een van de stappen.
bulk-checking = Er wordt nagegaan wat er voor iedereen verandert. Er is nog niets gewijzigd.
bulk-applying = Iedereen die gewijzigd mag worden, wordt gewijzigd.
bulk-check-again = Opnieuw nagaan
bulk-check-failed = De controle is geannuleerd
bulk-check-failed-hint = Ga opnieuw na wat er voor wie zou veranderen.
bulk-will-change = Wordt gewijzigd
bulk-changed = Gewijzigd
bulk-unchanged = Geen wijziging
bulk-bad-location = Geef de gebruikslocatie als twee letters, zoals NL.
bulk-refused-by = Geweigerd door
bulk-no-permission = Geen bevoegdheid
bulk-refused = Geweigerd
bulk-warned = Met waarschuwing
bulk-already-so = Is al zo
bulk-impossible = Niet mogelijk
bulk-column-outcome = Uitkomst
bulk-column-what = Wat verandert er, of waarom niet
bulk-column-rules = Regels
bulk-list = Wat er met iedereen gebeurt
bulk-search = Zoeken in de resultaten
bulk-none-match = Niemand gevonden
bulk-none-match-hint = Niemand heeft deze uitkomst en deze woorden in naam, gebruikersnaam of afdeling.
bulk-export = Resultaten exporteren
bulk-export-file = bulksgewijs-bewerken
bulk-open-person = { $name } weergeven
bulk-reason-optional = Reden (optioneel)
bulk-ticket = Ticket (optioneel)
bulk-nobody-changes = Er zou niemand veranderen, dus er valt niets in te dienen.
bulk-submit = Indienen
bulk-submit-ready =
    { $count ->
        [one] { $count } persoon wordt gewijzigd, in één stap ongedaan te maken.
       *[other] { $count } mensen worden gewijzigd, in één stap ongedaan te maken.
    }
bulk-done =
    { $count ->
        [one] { $count } persoon is gewijzigd, in één stap ongedaan te maken.
       *[other] { $count } mensen zijn gewijzigd, in één stap ongedaan te maken.
    }
bulk-done-refused =
    { $count ->
        [one] { $count } persoon is geweigerd.
       *[other] { $count } mensen zijn geweigerd.
    }
bulk-done-none = Er is niemand gewijzigd.
bulk-undone = Deze bewerking is sindsdien ongedaan gemaakt.
bulk-retry =
    { $count ->
        [one] De geweigerde opnieuw proberen
       *[other] De { $count } geweigerde opnieuw proberen
    }
bulk-ask-title =
    { $count ->
        [one] { $count } persoon wijzigen?
       *[other] { $count } mensen wijzigen?
    }
bulk-ask-many =
    { $count ->
        [one] Dat is meer dan { $count } persoon tegelijk.
       *[other] Dat zijn er meer dan { $count } tegelijk.
    }
bulk-ask-global = Iemand krijgt of verliest de rol globale beheerder.
bulk-ask-type = Typ { $number } om door te gaan
bulk-discard-title = Deze bewerking verwerpen?
bulk-discard-text = Wat u in de stappen hebt gekozen, gaat verloren. Er is niemand gewijzigd.

## Changes in words

change-line = { $about }: { $what }
change-founded = werd de eerste globale beheerder van de nieuwe tenant
change-role-assigned = { $role } toegewezen
change-role-revoked = { $role } ingetrokken
change-field-changed = { $field } gewijzigd van “{ $from }” in “{ $to }”
change-field-set = { $field } ingesteld op “{ $to }”
change-field-cleared = { $field } “{ $from }” verwijderd
change-flag-on = { $field } ingesteld op ja
change-flag-off = { $field } ingesteld op nee
change-sign-in-blocked = aanmelden geblokkeerd
change-sign-in-allowed = aanmelden toegestaan
change-password-reset = wachtwoord opnieuw ingesteld
change-password-withdrawn = opnieuw instellen van het wachtwoord teruggedraaid
change-account-added = account { $upn } toegevoegd
change-account-withdrawn = toevoegen van account { $upn } teruggedraaid
change-account-deleted = account { $upn } verwijderd
change-account-restored = account { $upn } hersteld
change-account-purged = account { $upn } definitief verwijderd
change-account-kept = definitief verwijderen van account { $upn } teruggedraaid
change-licence-assigned = licentie { $name } toegewezen
change-licence-removed = licentie { $name } ingetrokken
change-delegation = gedelegeerd beheer gewijzigd van “{ $from }” in “{ $to }”
change-product-mail-declined = e-mail over producten uitgezet
change-product-mail-accepted = e-mail over producten aangezet
change-member-added = { $name } toegevoegd als lid
change-member-removed = { $name } verwijderd als lid
change-owner-added = { $name } toegevoegd als eigenaar
change-owner-removed = { $name } verwijderd als eigenaar
change-person-added = { $name } toegevoegd
change-person-removed = { $name } verwijderd
change-thing-added = toegevoegd
change-thing-removed = verwijderd
thing-domain = Domein { $name }
thing-subscription = Abonnement { $name }
thing-group = Groep { $name }
thing-unit = Beheereenheid { $name }
thing-role-set = Rollenset { $name }
thing-partner = Partner { $name }
thing-customer = Klant { $name }
field-display-name = weergavenaam
field-given-name = voornaam
field-surname = achternaam
field-job-title = functie
field-department = afdeling
field-office = kantoor
field-usage-location = gebruikslocatie
field-alternate-email = alternatief e-mailadres
field-mobile-phone = mobiele telefoon
field-user-name = gebruikersnaam
field-name = naam
field-purchased-from = verkoper
field-directory-sync = directorysynchronisatie
field-certified-partner = gecertificeerde partner
field-deleted-user-days = aantal dagen dat een verwijderde gebruiker kan worden hersteld
field-verified = geverifieerd
field-default = standaarddomein
field-seats = plaatsen
field-services = services
field-role-assignable = mag rollen hebben
field-restricted = beperkt beheer
field-roles = rollen
field-administers = beheert deze tenant
field-domain = domein
diff-person-added = toegevoegd, met gebruikersnaam { $upn }
diff-person-removed = verdwenen, gebruikersnaam { $upn }
diff-person-deleted = verwijderd, kan worden hersteld
diff-person-restored = hersteld
diff-person-purged = definitief verwijderd
diff-person-kept = staat bij de verwijderde gebruikers
diff-guest = is nu gast
diff-member = is geen gast meer
diff-synchronised = wordt nu on-premises gesynchroniseerd
diff-not-synchronised = wordt niet meer on-premises gesynchroniseerd
diff-last-sign-in = laatste aanmelding gewijzigd van “{ $from }” in “{ $to }”
diff-times = duur van { $role } gewijzigd van “{ $from }” in “{ $to }”
diff-permanent = onbeperkt
diff-member-count = leden: van { $from } naar { $to }
diff-owner-count = eigenaren: van { $from } naar { $to }
diff-people-count = mensen: van { $from } naar { $to }
diff-deleted-at = tijdstip van verwijdering gewijzigd van “{ $from }” in “{ $to }”
diff-keeps-role = krijgt { $role } terug na herstel
diff-loses-role = krijgt { $role } niet terug na herstel
diff-keeps-member = komt na herstel terug in { $set }
diff-loses-member = komt na herstel niet terug in { $set }
diff-initial-domain = initieel domein gewijzigd van “{ $from }” in “{ $to }”
diff-history-same = De geschiedenis is gelijk
diff-history-longer =
    { $count ->
        [one] telt { $count } item meer
       *[other] telt { $count } items meer
    }
diff-history-shorter =
    { $count ->
        [one] het laatste item ontbreekt
       *[other] de laatste { $count } items ontbreken
    }
diff-history-diverged = is anders vanaf item { $number }
section-people = Mensen
section-roles = Rollen en toewijzingen
section-groups = Groepen en eenheden
section-history = Geschiedenis

## Role editor: more options, sources, delegated administration

editor-standing-active = Actief
editor-permanent = permanent
editor-whole-tenant = Hele tenant
editor-gives-when-activated = Geeft niets tot de rol wordt geactiveerd.
editor-gives-later = Geeft niets vóór { $date }.
editor-gives-no-more = Is voorbij en telt niet mee.
editor-gives-in-unit = Geldt alleen voor de mensen van { $unit }; telt niet mee bij de machtigingen van de hele tenant.
editor-time-missing = Geef een begin, een einde of beide.
editor-time-ends-before = Het einde moet na het begin liggen.
editor-held-twice = De rol is twee keer gekozen met deze soort en dit bereik: wijzig of verwijder er een.
editor-time-form = Schrijf de dag als 2026-12-31, of met een tijd als 2026-12-31 17:00.
editor-time-no-day = Deze dag bestaat niet.
editor-time-no-time = Deze tijd bestaat niet.
editor-time-skipped = Deze tijd bestaat die dag niet: de klok gaat dan vooruit.
editor-time-outside = Dit ligt buiten de kalender, die loopt tot en met het jaar 9999.
editor-more-options = Meer opties
editor-more-options-intro = Laat iemand voor een rol in aanmerking komen, of beperk de rol in tijd of tot een beheereenheid.
editor-add-way = Nog een toewijzing van { $role } toevoegen
editor-change-way = Toewijzing van { $role } wijzigen
editor-remove-way = { $role } verwijderen
editor-way-wrong = Onvolledig
editor-way-kind = Soort
editor-kind-active = Nu actief
editor-kind-eligible = Komt in aanmerking
editor-way-period = Duur
editor-permanent-choice = Permanent
editor-for-a-time = Voor een tijd
editor-way-scope = Bereik
editor-time-from = Vanaf
editor-time-until = Tot en met
editor-time-hint = 2026-12-01
editor-time-hint-until = 2026-12-31 17:00
editor-no-units = Deze tenant heeft nog geen beheereenheden; u maakt ze onder Groepen.
editor-search-units = Zoeken in beheereenheden
editor-no-unit-found = Geen beheereenheid heet zo.
editor-correct-ways = Verbeter eerst de soort, tijd of het bereik van de rollen
editor-by-groups = Via groepen
editor-by-groups-intro = Als lid van een groep: vervalt bij het verlaten van de groep.
editor-show-groups = Groepen weergeven
editor-derived = Komt erbij
editor-derived-intro = Niet apart toegewezen: het volgt uit de rollen.
editor-copy-roles = Rollen kopiëren van…
editor-copy-search = Zoek van wie u rollen kopieert
editor-copy-nobody = Niemand gevonden.
editor-copy-from = De rollen van { $name } kopiëren
editor-copied = Dit zijn de rollen van { $name }. Er is nog niets opgeslagen: zie onderaan wat er verandert.
editor-set-applied = Dit zijn de rollen van de set. Er is nog niets opgeslagen: zie onderaan wat er verandert.
editor-no-product-mail = Geen productmail naar het alternatieve e-mailadres
editor-product-mail-comes = Productmail naar het alternatieve e-mailadres
editor-contradiction-licences = De bron noemt bij licenties een beperking die over het verwijderen en maken van beheerders gaat, en weinig over licenties zegt. Dit wordt getoond zoals het er staat.
delegated-title = Gedelegeerd beheer
delegated-intro = Hoever deze persoon de klanten van deze partner beheert.
delegated-none = Geen gedelegeerd beheer
delegated-limited = Beperkt beheer
delegated-full = Volledig beheer
delegated-none-about = Beheert geen klanten.
delegated-about = Vergelijkbaar met { $role } in de tenant van elke klant.
delegated-chip-limited = Gedelegeerd: Beperkt
delegated-chip-full = Gedelegeerd: Volledig
delegated-tip = Beheert de klanten van deze partner
sets-title = Rollensets
sets-none = Nog geen sets. Kies rollen en bewaar ze onder een naam, om ze later samen toe te wijzen.
sets-intro = Een set kiezen vervangt de gekozen rollen die permanent voor de hele tenant gelden.
sets-apply = De set { $name } gebruiken
sets-delete = De set { $name } verwijderen
sets-delete-question = De set “{ $name }” verwijderen? Niemand verliest daardoor een rol.
sets-delete-yes = Set verwijderen
sets-save-chosen = De gekozen rollen als set bewaren
sets-save = Set bewaren
sets-name-hint = Zoals Servicedesk
sets-nothing-chosen = Kies eerst minstens één rol.
sets-replaces = Vervangt de set { $name }.
sets-will-hold =
    { $count ->
        [one] Bevat dan { $count } rol.
       *[other] Bevat dan { $count } rollen.
    }
sets-roles =
    { $count ->
        [one] { $count } rol
       *[other] { $count } rollen
    }

## Groups and administrative units

group-units = Beheereenheden
group-unit = Beheereenheid
group-search = Zoeken op naam
group-find-people = Mensen zoeken
group-add = Groep toevoegen…
group-unit-add = Beheereenheid toevoegen…
group-members = Leden
group-owners = Eigenaars
group-roles-over = Rollen hierover
group-role-assignable = Roltoewijsbaar
group-role-assignable-about = Kan beheerdersrollen hebben, die de leden dan ook hebben. Alleen een globale beheerder wijzigt de groep, en leden en eigenaars zijn beschermd: wie niet bevoorrecht is, kan hun wachtwoord niet opnieuw instellen (R24).
group-ordinary = Kan geen rollen hebben
group-ordinary-about = Een gewone groep. Of een groep beheerdersrollen kan hebben, wordt bij het maken gekozen.
group-restricted = Beperkt beheer
group-restricted-about = Wie een rol over deze eenheid heeft, is beschermd tegen niet-bevoorrechte beheerders van de hele organisatie (R23).
group-unit-about = Rollen kunnen over alleen de mensen hierin worden gegeven.
group-rename = Naam wijzigen…
group-delete = Verwijderen…
group-add-people = Mensen toevoegen…
group-remove = { $name } verwijderen
group-nobody-found = Niemand hier heeft al deze woorden in naam, gebruikersnaam of afdeling.
group-no-members = Nog geen leden
group-no-members-hint = Leden hebben de rollen die de groep heeft.
group-no-owners = Geen eigenaars
group-no-owners-hint = Eigenaars bepalen wie in de groep zit. Zij hebben de rollen ervan niet.
group-unit-nobody = Nog niemand in deze eenheid
group-unit-nobody-hint = Rollen over deze eenheid gelden voor de mensen erin.
group-kind-active = Actief
group-kind-eligible = Komt in aanmerking
group-kind-active-about = Vanaf nu in bezit
group-kind-eligible-about = Kan worden geactiveerd wanneer nodig
group-scope-tenant = Hele tenant
group-no-end = Geen einddatum
group-expired-on = Verlopen op { $date }
group-give-roles = Rollen kiezen…
group-revoke = { $role } intrekken
group-revoke-from = { $role } intrekken van { $name }
group-no-roles = Geen rollen
group-no-roles-hint = Rollen die aan deze groep worden toegewezen, hebben alle leden.
group-never-roles = Alleen een groep waaraan rollen toewijsbaar zijn kan rollen hebben, en dat wordt bij het maken gekozen.
group-unit-no-roles = Geen rollen hierover
group-unit-no-roles-hint = Een rol die alleen over deze eenheid is toegewezen, staat hier, met wie die heeft.
group-roles-of = Rollen van { $name }
group-new = Nieuwe groep
group-unit-new = Nieuwe beheereenheid
group-may-hold-roles = Aan deze groep kunnen beheerdersrollen worden toegewezen
group-may-hold-roles-about = Dit kan later niet worden gewijzigd. Alleen een globale beheerder wijzigt de groep dan, en leden en eigenaars zijn beschermd.
group-unit-restricted-about = Dit kan later niet worden gewijzigd. Wie een rol over een eenheid met beperkt beheer heeft, is beschermd tegen beheerders die niet bevoorrecht zijn.
group-new-and-add = Maken en mensen toevoegen…
group-rename-title = Naam van { $name } wijzigen
group-delete-title = { $name } verwijderen?
group-add-members-to = Mensen toevoegen aan { $name }
group-add-owners-to = Eigenaars toevoegen aan { $name }
group-already-in = Zit er al in
group-choose-people = Kies eerst iemand
group-add-asking = Toevoegen…
group-none = Nog geen groepen
group-none-hint = Groepen staan hier, met wie erin zit en de rollen die ze hebben.
group-unit-none = Nog geen beheereenheden
group-unit-none-hint = Een beheereenheid bevat de mensen waartoe een rol beperkt kan worden.
group-none-found = Niets met die naam
group-none-found-hint = Geen naam hier heeft al deze woorden.
group-count-members =
    { $count ->
        [one] { $count } lid
       *[other] { $count } leden
    }
group-count-owners =
    { $count ->
        [one] { $count } eigenaar
       *[other] { $count } eigenaars
    }
group-delete-text =
    { $count ->
        [one] Het ene lid blijft bestaan. De groep komt terug door ongedaan te maken.
       *[other] De { $count } leden blijven bestaan. De groep komt terug door ongedaan te maken.
    }
group-unit-delete-text =
    { $count ->
        [one] De ene persoon erin blijft bestaan. De eenheid komt terug door ongedaan te maken.
       *[other] De { $count } mensen erin blijven bestaan. De eenheid komt terug door ongedaan te maken.
    }

## Coming and going

user-add = Gebruiker toevoegen
user-more = Meer
user-delete = Gebruiker verwijderen
command-edit-licences = Licenties…
command-edit-licences-tip = Licenties toewijzen en intrekken
command-ask = Eerst vragen
command-ask-tip = Vragen voordat iets wordt gedaan
licences-title = Licenties van { $name }
licences-none = Deze tenant heeft nog geen abonnementen. Voeg er een toe bij Organisatie.
licences-left =
    { $count ->
        [one] Nog { $count } van { $seats } plaatsen over
       *[other] Nog { $count } van { $seats } plaatsen over
    }
licences-no-seat = Geen van { $seats } plaatsen over
delete-one-title = { $name } verwijderen?
delete-many-title =
    { $count ->
        [one] { $count } gebruiker verwijderen?
       *[other] { $count } gebruikers verwijderen?
    }
delete-text =
    { $count ->
        [one] Wie verwijderd is, kan zich niet aanmelden en verliest rollen en licenties. Herstellen kan { $count } dag lang, met alles wat er was.
       *[other] Wie verwijderd is, kan zich niet aanmelden en verliest rollen en licenties. Herstellen kan { $count } dagen lang, met alles wat er was.
    }
delete-many-text = Wie niet verwijderd mag worden, blijft staan; u hoort hoeveel dat er zijn en waarom.
deleted-about =
    { $count ->
        [one] Wie verwijderd is, kan { $count } dag lang worden hersteld, met de rollen en licenties van toen.
       *[other] Wie verwijderd is, kan { $count } dagen lang worden hersteld, met de rollen en licenties van toen.
    }
deleted-when = Verwijderd
deleted-until = Te herstellen tot
deleted-roles = Bewaarde rollen
deleted-expired = Kan niet meer worden hersteld
deleted-restore = Gebruiker herstellen
deleted-purge = Definitief verwijderen
deleted-none = Geen verwijderde gebruikers
deleted-none-hint = Wie u bij Actieve gebruikers verwijdert, staat hier en kan met alle rollen worden hersteld.
deleted-none-found-hint = Niemand heeft al deze woorden in naam of gebruikersnaam.
deleted-go = Naar Actieve gebruikers
purge-one-title = { $name } definitief verwijderen?
purge-many-title =
    { $count ->
        [one] { $count } gebruiker definitief verwijderen?
       *[other] { $count } gebruikers definitief verwijderen?
    }
purge-text = Herstellen kan daarna niet meer; rollen en lidmaatschappen worden vergeten.
add-basics = Basisgegevens
add-display-name = Weergavenaam
add-signs-in-as = Meldt zich aan als { $upn }
add-member = Lid
add-member-about = Hoort bij de organisatie.
add-guest-about = Van elders uitgenodigd.
add-no-password = Er wordt geen wachtwoord gemaakt of getoond: een plan bevat er geen. Wie het plan uitvoert, stelt het eerste wachtwoord in.
add-place = Plaats in de organisatie
add-location-for-licences = Geef een gebruikslocatie op: licenties gelden per land.
add-delegation-none-about = Beheert geen klanten.
add-summary = Wat dit geeft
add-gives-nothing = Geen beheerdersrol. Meldt zich aan en gebruikt de apps van de licenties.
add-another = Toevoegen en nog iemand
add-done = { $name } is toegevoegd.
add-needs-name = Vul een weergavenaam in
add-needs-user-name = Vul een gebruikersnaam in
add-correct-user-name = Corrigeer eerst de gebruikersnaam
add-correct-location = Corrigeer eerst de gebruikslocatie
add-no-seat = Kies licenties die nog vrij zijn

## Changes

changes-compare = Vergelijken
changes-list = Items van de geschiedenis
changes-search = Zoeken in de geschiedenis
changes-person = Persoon
changes-anyone = Iedereen
changes-actor = Gewijzigd door
changes-actor-is = Door { $name }
changes-period = Periode
changes-from = Vanaf
changes-until = Tot en met
changes-date-hint = Zoals 2026-11-22
changes-date-invalid = Dit is geen datum. Schrijf die als 2026-11-22.
changes-any-time = Elk moment
changes-today = Vandaag
changes-week = Laatste 7 dagen
changes-month = Laatste 30 dagen
changes-year = Dit jaar
changes-find = Naam zoeken
changes-count =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
changes-shown =
    { $count ->
        [one] { $shown } van { $count } item
       *[other] { $shown } van { $count } items
    }
changes-and-more = { $first } en nog { $count }
changes-undone-by = Ongedaan gemaakt door { $number }
changes-undo-of = Maakt { $number } ongedaan
changes-redo-of = Herhaalt { $number }
changes-entry = Item { $number }
changes-ticket = Ticket
changes-no-reason = Geen reden opgegeven
changes-items =
    { $count ->
        [one] { $count } wijziging
       *[other] { $count } wijzigingen
    }
changes-chain-holds = De geschiedenis klopt
changes-chain-broken = De geschiedenis klopt niet vanaf item { $number }
changes-chain-missing = Item { $number } heeft geen hash: het is met de hand geschreven
changes-chain-old = De geschiedenis was nog geen keten toen de eerste { $count } items werden geschreven
changes-chain-tip = Elk item draagt een hash over zichzelf en het item ervoor, zodat een item dat in het bestand wordt gewijzigd, verwijderd, toegevoegd of verplaatst, wordt gevonden. Het weglaten van de nieuwste items niet: dat zegt de controlesom van het bestand.
changes-preparing = De geschiedenis wordt voorbereid…
changes-would-undo = Ongedaan maken draait item { $number } terug: { $what }
changes-would-redo = Opnieuw uitvoeren herhaalt item { $number }: { $what }
changes-nothing-to-undo = Alleen wat sinds het openen van de tenant is gewijzigd, kan ongedaan worden gemaakt
changes-nothing-to-redo = Er is niets ongedaan gemaakt
changes-none = Nog geen wijzigingen
changes-none-hint = Alles wat in deze tenant wijzigt, staat hier: wie het deed, wat, wanneer en waarom.
changes-none-found = Geen item gevonden
changes-none-found-hint = Geen item heeft al deze woorden en voldoet aan de filters.
changes-hash = Hash { $hash }
changes-no-hash = Geschreven voordat de geschiedenis een keten was
changes-copy-hash = Hash kopiëren
changes-export-file = geschiedenis
compare-with = Vergelijk wat open is met
compare-saved = Opgeslagen bestand
compare-backup = Reservekopie
compare-other = Ander bestand…
compare-result =
    { $count ->
        [one] Van { $file } naar wat open is: { $count } verschil
       *[other] Van { $file } naar wat open is: { $count } verschillen
    }
compare-same = Geen verschillen
compare-same-text = { $file } bevat hetzelfde als wat open is, met dezelfde geschiedenis.
compare-search = Zoeken in de verschillen
compare-list = Verschillen
compare-stale = De tenant is na deze vergelijking gewijzigd.
compare-again = Opnieuw vergelijken
compare-none-found = Geen verschil gevonden
compare-none-found-hint = Geen verschil heeft al deze woorden en staat in het onderdeel dat u koos.
compare-nothing = Nog niets vergeleken
compare-nothing-hint = Kies hierboven een bestand. Wat verschilt in mensen, rollen, groepen, organisatie en geschiedenis verschijnt hier.
compare-export-file = verschillen
notice-history-broken = De geschiedenis van { $file } klopt niet vanaf item { $number }: ze is buiten Mandate gewijzigd. Wijzigingen toont dat.
dialog-ticket = Ticket (optioneel)
dialog-ticket-hint = Zoals CHG-1042

## Importeren

import-step-file = Bestand
import-step-columns = Kolommen
import-step-check = Controle
import-step-results = Resultaten
import-people =
    { $count ->
        [one] { $count } persoon
       *[other] { $count } personen
    }
import-file-title = Kies een CSV-bestand
import-file-about = Er wordt niets gewijzigd voordat u indient. U ziet eerst wat er met elke persoon zou gebeuren, en waarom iemand wordt geweigerd.
import-format-ours = Sjabloon van Mandate
import-format-ours-about = met rollen, licenties en contactgegevens
import-format-m365 = Microsoft 365
import-format-m365-about = Meerdere gebruikers toevoegen
import-format-entra = Microsoft Entra
import-format-entra-about = Bulksgewijs maken; initiële wachtwoorden worden weggelaten
import-format-other = Elke andere tabel
import-format-other-about = u geeft aan welke kolom wat is
import-choose = Een bestand kiezen…
import-choose-other = Een ander bestand kiezen…
import-save-template = Een sjabloon opslaan…
import-template-file = personen
import-reading = Het bestand wordt gelezen…
import-drop = U kunt een CSV-bestand ook op dit venster slepen.
import-may-not-add = U kunt geen personen toevoegen
import-may-not-assign = U kunt personen toevoegen, maar hun geen rollen geven
import-columns-title = Welke kolom wat is
import-is-ours = Dit is het sjabloon van Mandate.
import-is-m365 = Dit is het sjabloon van Microsoft 365 voor meerdere gebruikers toevoegen.
import-is-entra = Dit is het sjabloon van Microsoft Entra voor bulksgewijs maken.
import-is-unknown = De kopteksten zijn van geen bekend sjabloon.
import-passwords-dropped =
    { $count ->
        [0] Een kolom met initiële wachtwoorden is weggelaten; er stond geen wachtwoord in.
        [one] { $count } initieel wachtwoord is weggelaten: het wordt niet bewaard, getoond of opgeslagen.
       *[other] { $count } initiële wachtwoorden zijn weggelaten: ze worden niet bewaard, getoond of opgeslagen.
    }
import-examples-skipped =
    { $count ->
        [one] De voorbeeldrij van het sjabloon is overgeslagen.
       *[other] { $count } voorbeeldrijen van het sjabloon zijn overgeslagen.
    }
import-like-m365 = Er zijn evenveel kolommen als in het sjabloon van Microsoft 365 voor meerdere gebruikers toevoegen, waarvan de kopteksten vertaald kunnen zijn.
import-map-yourself = Kies hieronder wat elke kolom is.
import-by-order = De volgorde van dat sjabloon gebruiken
import-by-heading = Voorstellen op koptekst
import-country-code = Landnummer voor nummers zonder
import-country-code-does = 06 12345678 wordt +{ $code } 6 12345678
import-country-code-none = Laat leeg om nummers zonder landnummer te weigeren
import-bad-country-code = Geef het landnummer als + en één tot drie cijfers, zoals +31.
import-column = Kolom
import-column-number = Kolom { $number }
import-values = Eerste waarden
import-becomes = Wordt
import-becomes-of = Wat { $column } wordt
import-ignored = Niet geïmporteerd
import-dropped = Wachtwoorden: weggelaten
import-required = { $name } (vereist)
import-field-user-name = Gebruikersnaam
import-field-display-name = Weergavenaam
import-field-first-name = Voornaam
import-field-last-name = Achternaam
import-field-job-title = Functie
import-field-department = Afdeling
import-field-office = Kantoor
import-field-usage-location = Gebruikslocatie
import-field-country = Land, waar het twee letters zijn
import-field-block-sign-in = Aanmelden blokkeren
import-field-alternate-email = Alternatief e-mailadres
import-field-mobile-phone = Mobiele telefoon
import-field-licences = Licenties
import-field-roles = Rollen
import-field-delegated-administration = Gedelegeerd beheer
import-field-guest = Gast
import-needs = Kies een kolom voor { $name }.
import-reading-rows = De personen worden gelezen…
import-checking = Er wordt gecontroleerd wat er met elke persoon zou gebeuren. Er is nog niets gewijzigd.
import-applying = Iedereen die mag worden toegevoegd, wordt toegevoegd.
import-check-failed = De controle is niet voltooid
import-check-again = Opnieuw controleren
import-countries-left-out =
    { $count ->
        [one] In { $count } rij staat het land met zijn naam; de gebruikslocatie blijft daar leeg.
       *[other] In { $count } rijen staat het land met zijn naam; de gebruikslocatie blijft daar leeg.
    }
import-all = Iedereen
import-will-be-added = Wordt toegevoegd
import-added = Toegevoegd
import-warned = Met waarschuwingen
import-refused = Geweigerd
import-delegated-limited = Gedelegeerd beheer, beperkt
import-delegated-full = Gedelegeerd beheer, volledig
import-line = Regel
import-line-of = Regel { $line }: { $name }
import-verdict = Uitkomst
import-why = Waarom
import-no-name = (geen naam)
import-list = Wat er met elke rij gebeurt
import-search = Zoeken in het bestand
import-none-match = Niemand voldoet
import-none-match-hint = Geen rij heeft dit oordeel en deze woorden in de naam of gebruikersnaam.
import-export = Resultaten exporteren
import-export-file = import-oordelen
import-refused-file = import-geweigerd
import-open-person = { $name } weergeven
import-reason-optional = Reden (optioneel)
import-ticket = Ticket (optioneel)
import-submit = Indienen
import-submit-ready =
    { $count ->
        [one] { $count } persoon wordt toegevoegd.
       *[other] { $count } personen worden toegevoegd.
    }
import-submit-some =
    { $count ->
        [one] { $count } persoon wordt toegevoegd; { $refused } geweigerd en overgeslagen.
       *[other] { $count } personen worden toegevoegd; { $refused } geweigerd en overgeslagen.
    }
import-nobody-added = Elke rij is geweigerd, dus er valt niets in te dienen.
import-save-refused =
    { $count ->
        [one] De geweigerde rij opslaan…
       *[other] De { $count } geweigerde rijen opslaan…
    }
import-save-refused-tip = Als CSV-bestand om te verbeteren en opnieuw te importeren, met waarom elke rij is geweigerd
import-done =
    { $count ->
        [one] { $count } persoon is toegevoegd. Ongedaan maken draait dit terug.
       *[other] { $count } personen zijn toegevoegd. Ongedaan maken draait dit in één keer terug.
    }
import-done-some =
    { $count ->
        [one] { $count } persoon is toegevoegd en { $refused } geweigerd. Ongedaan maken draait dit terug.
       *[other] { $count } personen zijn toegevoegd en { $refused } geweigerd. Ongedaan maken draait dit in één keer terug.
    }
import-undone = Deze import is sindsdien ongedaan gemaakt.
import-show-people = Actieve gebruikers weergeven
import-another = Nog een bestand importeren

## Organisation

org-profile = Profiel
org-domains = Domeinen
org-subscriptions = Abonnementen
org-partners = Partners
org-customers = Klanten
org-unsaved = Niet opgeslagen
org-remove = Verwijderen
org-remove-title = { $name } verwijderen?
org-close-form = Formulier sluiten
org-read-only = U kunt dit bekijken, niet wijzigen
org-bought = Waar het abonnement is gekocht
org-bought-microsoft = Bij Microsoft
org-bought-microsoft-about = De facturen komen van Microsoft. Factureringsbeheerder kan worden toegewezen.
org-bought-partner = Bij een partner
org-bought-partner-about = De facturering loopt via de verkoper. Factureringsbeheerder kan niet worden toegewezen (R10).
org-seller = Verkoper
org-seller-missing = Noem de partner waar het is gekocht.
org-people = Gebruikers
org-sync = Directorysynchronisatie
org-sync-about = Naam, gebruikersnaam, telefoon en blokkering van gesynchroniseerde gebruikers komen van on-premises en worden hier niet bewerkt (R25). Beheerders hebben een mobiele telefoon nodig om het eigen wachtwoord opnieuw in te stellen (R8).
org-sync-count =
    { $count ->
        [one] Nu is { $count } gebruiker gesynchroniseerd.
       *[other] Nu zijn { $count } gebruikers gesynchroniseerd.
    }
org-days = Dagen dat een verwijderde gebruiker kan worden hersteld
org-days-about = Daarna is een verwijderde gebruiker definitief weg. Microsoft hanteert 30 dagen.
org-days-wrong = Geef een aantal dagen, van 1 tot en met 65.535.
org-partner = Partner
org-certified = Gecertificeerde partner
org-certified-about = Mensen van een gecertificeerde partner kunnen gedelegeerd beheer krijgen: volledig of beperkt (R18), en de klanten staan hier.
org-delegates-count =
    { $count ->
        [one] { $count } gebruiker heeft gedelegeerd beheer.
       *[other] { $count } gebruikers hebben gedelegeerd beheer.
    }
org-customers-count =
    { $count ->
        [one] Er staat { $count } klant.
       *[other] Er staan { $count } klanten.
    }
org-show-customers = Klanten en hun beheerders weergeven
org-domain = Domein
org-domain-state = Status
org-domain-people = Gebruikers
org-domain-add = Domein toevoegen
org-domain-new = Nieuw domein
org-domain-name = Domeinnaam
org-domain-hint = contoso.nl
org-domain-new-about = Een nieuw domein is niet geverifieerd: pas daarna kunnen gebruikers er een naam op hebben.
org-domain-missing = Vul een domeinnaam in.
org-domain-wrong = Vul een domeinnaam in, zoals contoso.nl.
org-domain-too-long = Een domeinnaam heeft hoogstens { $count } tekens.
org-domain-verified = Geverifieerd
org-domain-unverified = Niet geverifieerd
org-domain-initial = Initieel
org-domain-default = Standaard
org-domain-default-about = Nieuwe gebruikers krijgen een naam op dit domein, tenzij een ander wordt gekozen.
org-domain-verify = Als geverifieerd markeren
org-domain-verify-about = Mandate werkt offline en controleert geen DNS: het markeert het domein alleen in dit plan als geverifieerd. In de tenant zelf wordt het eigendom met een DNS-record bewezen.
org-domain-make-default = Standaard maken
org-domain-make-default-about = Nieuwe gebruikers krijgen een naam op het standaarddomein, tenzij een ander wordt gekozen.
org-domain-remove = Domein verwijderen…
org-domain-remove-about = Niemand heeft er een naam op.
impossible-default-domain = Er is altijd één standaarddomein. Maak eerst een ander domein standaard.
org-show-people = Deze gebruikers weergeven
org-subscription = Abonnement
org-subscription-name = Product
org-subscription-add = Abonnement toevoegen
org-subscription-new = Nieuw abonnement
org-subscription-none = Geen abonnementen
org-subscription-none-hint = Hier staat wat is gekocht, met plaatsen en services. Zonder abonnement kan niemand een licentie hebben en kunnen rollen voor één service niet worden toegewezen (R9).
org-subscription-remove = Abonnement verwijderen…
org-subscription-remove-about = Niemand heeft er een plaats van.
org-seats = Plaatsen
org-seats-wrong = Geef het aantal plaatsen in cijfers.
org-seats-in-use = Plaatsen in gebruik
org-seats-used = { $used } van { $count } in gebruik
org-seats-left = { $count } over
org-seats-over = { $count } te veel
org-show-holders = Weergeven wie een plaats heeft
org-services = Services
org-services-about = Een rol voor één service kan worden toegewezen zolang een abonnement die service bevat (R9).
org-no-services = Geen services
org-roles-without-service = Nu toegewezen, voor een service die in geen abonnement meer zou zitten:
org-role-held = { $role } ({ $count }×)
org-administers = Beheert deze tenant
org-administers-about = De mensen van deze partner beheren deze tenant met gedelegeerd beheer.
org-administers-yes = Beheert mee
org-administers-no = Adviseert alleen
org-partner-name = Naam van de partner
org-partner-add = Partner toevoegen
org-partner-new = Nieuwe partner
org-partner-none = Geen partners
org-partner-none-hint = Hier staan de partners van deze organisatie, en of zij deze tenant beheren.
org-partner-remove = Partner verwijderen…
org-partner-remove-about = De partner staat hier dan niet meer. Wat deze in de tenant zelf mag, moet daar worden beëindigd.
org-customer = Klant
org-customer-name = Naam van de klant
org-customer-domain = Domein van de klant
org-customer-about = Iedereen hier met gedelegeerd beheer mag deze klant beheren.
org-customer-add = Klant toevoegen
org-customer-new = Nieuwe klant
org-customer-none = Geen klanten
org-customer-none-hint = Hier staan de klanten die deze partner beheert.
org-customer-remove = Klant verwijderen…
org-customer-remove-about = De klant staat hier dan niet meer. Gedelegeerd beheer van mensen blijft zoals het is.
org-who-administers-this = Wie deze klant mag beheren
org-who-administers = Wie deze klanten mag beheren
org-who-administers-about = Met gedelegeerd beheer, elk van hen alle klanten.
org-level-line = { $level }: { $count }, vergelijkbaar met { $role }
org-level-full = Volledig
org-level-limited = Beperkt
org-nobody-administers = Nog niemand heeft gedelegeerd beheer. U geeft het aan een gebruiker onder Rollen beheren bij Actieve gebruikers.

## Waarom, waar niemand het hoeft te zeggen

why-line = Reden en ticket (optioneel)

## Werk dat eerst klaar moet zijn, en werk dat wordt afgebroken

notice-waiting = Dit gaat verder zodra het lopende werk klaar is.
notice-failed-saving = Door een fout in Mandate is het opslaan afgebroken. Sla opnieuw op, of onder een andere naam.
notice-failed-reading = Door een fout in Mandate is het lezen van een bestand afgebroken. Er is niets geopend.
notice-failed-changing = Door een fout in Mandate is dit afgebroken. Er is niets gewijzigd.
notice-failed-other = Door een fout in Mandate is het lopende werk afgebroken.

## Views of what roles amount to

view-overview = Overzicht
command-overview = Overzicht
command-overview-tip = Wat het eerst aandacht vraagt
command-roles = Rollen
command-roles-tip = Wat elke rol kan, en wie hem heeft
command-access = Toegang
command-access-tip = Wie wat kan, en hoe
command-review = Controle
command-review-tip = De bevindingen, en wat ze verhelpt

## Roles of the tenant's own and the review, in the history

thing-custom-role = Aangepaste rol {$name}
thing-review = Drempels van de controle
thing-break-glass = Noodaccount {$name}
thing-acceptance = Acceptatie van de bevinding ‘{$finding}’
change-action-added = staat nu {$action} toe
change-action-removed = staat {$action} niet meer toe
field-description = beschrijving
field-action = actie
field-fewest-global = minste globale beheerders
field-most-global = meeste globale beheerders
field-limit-global = grens van globale beheerders
field-most-privileged = meeste bevoorrechte toewijzingen
field-reason = reden
field-until = geaccepteerd tot
field-people = personen waarvoor dit geldt
editor-category-custom = Aangepaste rollen
source-custom = eigen definitie van de tenant
impossible-role-in-use = De rol {$name} is nog toegewezen, was van een verwijderde gebruiker, of zit in een rollenset. Trek de rol daar eerst in.
impossible-no-actions = De rol zou niets toestaan. Kies minstens één actie.
impossible-thresholds = De drempels spreken elkaar tegen: elk moet minstens het vorige zijn.
impossible-already-over = De einddatum is voorbij. Kies een latere.

## Review

review-search = Bevindingen zoeken
review-list = Bevindingen
review-open = Open
review-accepted = Geaccepteerd
review-all = Alle
review-error = Fout
review-warning = Waarschuwing
review-info = Info
review-error-about = Mandate zou weigeren dit tot stand te brengen.
review-warning-about = Toegestaan, maar onverstandig.
review-info-about = Goed om te weten.
review-rule = Regel
review-rule-all = Alle regels
review-rule-none = Zonder regel
review-gathering = Zoeken naar wat opvalt…
review-renewing = Wordt bijgewerkt…
review-failed = De controle is vastgelopen. Wat hier staat kan verouderd zijn.
review-none = Niets op te merken
review-none-hint = Niets aan deze tenant vraagt om aandacht. Wat later wordt gevonden, verschijnt hier vanzelf.
review-none-accepted = Niets is geaccepteerd
review-none-accepted-hint = Een bevinding die bekend is en voorlopig zo blijft, staat hier met de reden en de dag waarop ze terugkomt.
review-none-found = Geen bevinding voldoet
review-none-found-hint = Zoek iets anders of wis de filters.
review-clear = Filters wissen
review-show-open = Open bevindingen tonen
review-people-count = { $count ->
    [one] 1 persoon
   *[other] { $count } personen
}
review-why = Waarom dit ertoe doet
review-rule-says = De regel
review-people = Personen
review-groups = Groepen
review-people-list = Betrokken personen
review-roles-list = Betrokken rollen
review-groups-list = Betrokken groepen
review-nobody = Dit gaat over de tenant, niet over iemand.
review-export-people = Personen exporteren
review-export = Bevindingen exporteren
review-export-file = bevindingen
review-export-people-file = betrokken-personen
review-column-severity = Ernst
review-column-finding = Bevinding
review-column-key = Sleutel
review-column-people = Aantal personen
review-column-until = Geaccepteerd tot
review-column-reason = Reden van acceptatie
review-fix = Oplossen…
review-fix-none = Hoe u dit oplost vraagt een eigen afweging: open hieronder om wie of wat het gaat.
review-fix-title = Een bevinding oplossen
review-fix-intro = { $count ->
    [one] Deze wijziging helpt dit op te lossen. Er gebeurt niets voordat u die uitvoert.
   *[other] Deze { $count } wijzigingen helpen dit op te lossen. Kies welke; er gebeurt niets voordat u ze uitvoert.
}
review-fix-list = Wijzigingen
review-fix-all = Alle wijzigingen
review-fix-choose = Kiezen: { $change }
review-fix-rehearsing = De regels worden geraadpleegd…
review-fix-left = Blijft zoals het is
review-fix-will = Wordt uitgevoerd
review-fix-done = Uitgevoerd
review-fix-go = { $count ->
    [one] 1 wijziging uitvoeren
   *[other] { $count } wijzigingen uitvoeren
}
review-fix-nothing = Kies ten minste één wijziging die is toegestaan.
review-fix-working = Wordt uitgevoerd…
review-fix-result = { $count ->
    [one] Er is 1 wijziging uitgevoerd, als één stap om ongedaan te maken.
    [0] Er is niets gewijzigd.
   *[other] Er zijn { $count } wijzigingen uitgevoerd, als één stap om ongedaan te maken.
}
review-fix-refused = { $count ->
    [one] 1 wijziging is geweigerd.
   *[other] { $count } wijzigingen zijn geweigerd.
}
review-accept = Accepteren…
review-accept-title = Een bevinding accepteren
review-accept-intro = De bevinding telt niet mee tot de einddatum. Daarna komt ze terug, en ook zodra ze iemand betreft die er nu niet bij is.
review-accept-reason = Waarom dit zo blijft
review-accept-reason-hint = Bijvoorbeeld: afgesproken met de auditor, in maart vervangen
review-accept-reason-missing = Geef een reden: die staat bij de bevinding.
review-accept-until = Tot en met
review-accept-until-missing = Geef een einddatum.
review-accept-until-past = De einddatum is voorbij. Kies een latere.
review-accept-go = Accepteren
review-accept-stop = Niet meer accepteren
review-accept-not = Wat het bestand zelf vertelt, kan niet worden geaccepteerd.
review-accept-over = Dit was geaccepteerd tot { $date }. Dat is voorbij, dus de bevinding staat weer open.
review-accept-others = { $count ->
    [0] Dit is geaccepteerd tot { $date } zoals het toen was; het is nu anders.
    [one] Dit is geaccepteerd tot { $date } voor 1 persoon, niet voor wie hier staat.
   *[other] Dit is geaccepteerd tot { $date } voor { $count } personen, niet voor iedereen die hier staat.
}
review-accepted-until = Geaccepteerd tot { $date }
review-days-left = { $count ->
    [0] loopt vandaag af
    [one] nog 1 dag
   *[other] nog { $count } dagen
}
review-break-glass = Noodaccounts…
review-break-glass-title = Noodaccounts
review-break-glass-about = Accounts voor noodgevallen: blijvende globale beheerders die niemand belt en die zich nooit aanmelden. Bevindingen daarover slaan ze over; ze worden wel gevonden als ze in een noodgeval onbruikbaar zouden zijn.
review-break-glass-search = Personen zoeken om te registreren
review-break-glass-list = Geregistreerde accounts
review-break-glass-found = Gevonden personen
review-break-glass-none = Er is geen account geregistreerd. Twee is gebruikelijk: zoek het eerste.
review-break-glass-is = Geregistreerd
review-break-glass-add = { $name } registreren
review-break-glass-remove = { $name } niet meer registreren
review-thresholds = Drempels…
review-thresholds-title = Drempels
review-thresholds-about = Wat de controle van deze tenant te weinig en te veel vindt. Ze worden in het tenantbestand bewaard.
review-threshold-fewest = Minimumaantal globale beheerders
review-threshold-fewest-source = Gewoonlijk 2. Microsoft: ten minste twee, zodat één verloren account niemand buitensluit.
review-threshold-most = Aanbevolen maximum aan globale beheerders
review-threshold-most-source = Gewoonlijk 4. Microsoft 365 raadt er minder dan vijf aan.
review-threshold-limit = Bovengrens voor globale beheerders
review-threshold-limit-source = Gewoonlijk 8. CISA (SCuBA) staat er twee tot acht toe.
review-threshold-privileged = Maximumaantal bevoorrechte toewijzingen
review-threshold-privileged-source = Gewoonlijk 10. Microsoft Entra raadt er minder dan tien aan.
review-threshold-number = Geef een geheel getal van 1 tot en met 65535.
review-threshold-order = Dit moet ten minste { $least } zijn, het getal hiervoor.
review-thresholds-reset = Gebruikelijke waarden
review-badge = { $name }, { $count ->
    [one] 1 open bevinding
   *[other] { $count } open bevindingen
}
notice-failed-review = De controle is vastgelopen; de getoonde bevindingen kunnen verouderd zijn.

## Access: who can do what, and how

access-tab-person = Wat kan iemand
access-tab-who = Wie kan …
access-tab-may = Mag dat …
access-tab-least = Minste rol
access-tab-gaps = Gaten
access-find-person = Persoon zoeken
access-administrators = Beheerders
access-everybody = Iedereen
access-person-none = Kies een persoon
access-person-none-hint = Hier staat alles waar de rollen van die persoon samen op neerkomen, met bij elke machtiging en actie de rol waar die van komt.
access-open-person = Persoon openen
access-search-within = Machtigingen en acties zoeken
access-is-blocked = Dit account is geblokkeerd
access-is-blocked-about = Wat hier staat, geldt zodra het account weer mag aanmelden.
access-holds-nothing = Deze persoon heeft geen enkele beheerdersrol
access-holds-nothing-about = Open de persoon om een rol toe te wijzen, rechtstreeks of via een groep.
access-unknown = Mogelijk is meer toegestaan dan hier staat
access-unknown-about = Van een van deze rollen noemt geen bron de acties. Onbekend is niet hetzelfde als geen.
access-eligible-adds = Met geactiveerde rollen komt erbij
access-actions = Acties
access-by = door { $roles }
access-directly = rechtstreeks
access-contained = Geheel bevat in { $role }
access-contained-together = Bevat in de andere rollen samen
access-in-group =
    { $count ->
        [one] { $count } lid
       *[other] { $count } leden
    }
access-show-group = Groep { $name } openen
access-who-can-this = Wie kan: { $what }
access-fold = Verberg wat onder { $what } staat
access-unfold = Toon wat onder { $what } staat
access-none-found = Niets gevonden
access-none-found-hint = Probeer minder of andere woorden.
access-find-need = Machtiging, taak of actie zoeken
access-needs = Machtigingen, taken en acties
access-a-permission = Machtiging van het Microsoft 365-beheercentrum
access-as-typed = Actie zoals u die typte
access-tasks-of = Taken: { $area }
access-actions-of = Acties: { $namespace }
access-need-none = Kies waar het om gaat
access-need-none-hint = Een machtiging, een taak of een actie, te vinden op woorden. Een actie mag voluit worden getypt, met allEntities, allProperties en allTasks.
access-working = Wordt uitgezocht…
access-count =
    { $count ->
        [one] { $count } persoon kan dit nu
       *[other] { $count } personen kunnen dit nu
    }
access-count-nobody = Niemand kan dit nu
access-nobody = Niemand heeft een rol die dit toestaat
access-nobody-now = Rollen die dit toestaan zijn toegewezen, maar geen daarvan geldt nu
access-nobody-about = Minste rol zoeken vertelt welke u kunt toewijzen en wat daarbij komt.
access-no-role = Geen bekende directoryrol doet dit.
access-find-least = Minste rol zoeken
access-unheld = Zou dit toestaan, door niemand gehouden
access-wholly = Geheel
access-in-part = Deels
access-all-of-it = Alles hiervan
access-depends-on-whose = wiens wachtwoord hangt af van wat diegene heeft (R23)
access-part-of-action = Een deel: een soort ervan, of enkele eigenschappen
access-part-of-task = Een deel hiervan
access-together = Alleen samen met { $roles }
access-published-for = Door Microsoft genoemd als minst bevoorrecht
access-published = Microsoft
access-assignments =
    { $count ->
        [one] { $count } toewijzing
       *[other] { $count } toewijzingen
    }
access-may-who = Wie
access-may-what = Wat
access-may-whom = Bij wie
access-group = Groep
access-find-operation = Handeling zoeken
access-operations = Handelingen
access-deleted-people = Verwijderde personen
access-may-none = Kies wat er moet gebeuren
access-may-none-hint = Hier staat of het account dit mag, met de regels die dat bepalen en wat er zou moeten veranderen.
access-may-choose-person = Kies bij wie dit gebeurt
access-may-choose-role = Kies welke rol
access-may-choose-group = Kies welke groep
access-may-choose-unit = Kies welke beheereenheid
access-unit = Eenheid
access-find-unit = Beheereenheid zoeken
access-not-assignable = kan niet worden toegewezen (R20)
access-may-choose-hint = Het antwoord hangt daarvan af.
access-may-already = Er zou niets veranderen
access-may-already-hint = Het is al zo, dus er valt niets te beslissen. Kies iemand of iets anders.
access-may-yes = Ja
access-may-with-reason = Ja, met een reden
access-may-impossible = Toegestaan, maar toch niet mogelijk
access-may-no = Nee
access-may-rules = De regels die dit weigeren
access-may-least = De kleinste wijziging waardoor het mag
access-take-up = Activeer deze rol, in aanmerking over: { $scope }
access-be-given = Krijg deze rol over: { $scope }
access-no-role-would = Geen enkele rol zou dit toestaan.
access-no-role-because = Geen enkele rol zou dit toestaan: { $rules }.
access-named = Hier genoemd
access-table-password = Wie mag wiens wachtwoord opnieuw instellen (R23)
access-table-sensitive = Wie mag wiens gevoelige gegevens wijzigen (R23)
access-cell-yes = Mag
access-cell-no = Mag niet
access-cell-conditional = Mag, onder een voorwaarde die de bron niet uitlegt
access-target-none = iemand zonder beheerdersrol
access-target-group = een lid of eigenaar van een groep die rollen kan krijgen
access-target-unit = iemand met een rol over een beperkte beheereenheid
access-target-other = iemand met een andere rol
access-least-none = Kies wat iemand moet kunnen
access-least-none-hint = Taken, machtigingen en acties, zoveel als nodig. Hier staan de rollen die dat met de minste macht doen.
access-least-about = Gerangschikt naar bevoorrechte acties buiten de behoefte, dan naar alle acties daarbuiten
access-remove-need = { $what } weghalen
access-clear-needs = Alles weghalen
access-no-excess = Niets buiten de behoefte
access-excess =
    { $count ->
        [one] { $count } actie buiten de behoefte
       *[other] { $count } acties buiten de behoefte
    }
access-excess-privileged =
    { $count ->
        [0] geen daarvan bevoorrecht
       *[other] { $count } daarvan bevoorrecht
    }
access-more-unknown = de acties zijn onbekend, mogelijk mag er meer
access-serves = Dient voor: { $what }
access-beyond = Toegestaan buiten de behoefte
access-microsoft-names = Wat Microsoft noemt voor: { $task }
access-named-outside = Microsoft noemt iets buiten de directoryrollen
access-named-differs = Microsoft noemt een andere rol dan de eerste set hierboven
access-named-same = Microsoft noemt hetzelfde als de eerste set hierboven
access-named-only = Microsoft noemt dit; geen set hierboven dekt alles wat nodig is
access-several-any = Eén daarvan is genoeg
access-several-all = Allemaal samen
access-several-unknown = De bron zegt niet of één genoeg is
access-outside-azure = de Azure-rol { $name }
access-outside-owner-application = de eigenaar van de bedrijfstoepassing
access-outside-owner-group = de eigenaar van de groep
access-outside-member = leden van de groep
access-outside-everyone = elke gebruiker, zonder enige rol
access-outside-nonguests = elke gebruiker behalve gasten, zonder enige rol
access-outside-group = leden van de groep { $name }
access-unserved = Geen rol doet dit: { $what }
access-unserved-about = Vraag er minder van, of een andere actie.
access-inexact = Niet elke set is bekeken
access-inexact-about = Bij zoveel behoeften stopt het zoeken eerder: er kan een kleinere set zijn.
access-gap-uncovered = Niemand kan het
access-gap-redundant = Rollen die niets toevoegen
access-gap-exceeding = Meer dan nodig
access-uncovered = Taken die niemand nu kan:
access-uncovered-about = Geen rol hiervoor geldt voor iemand die mag aanmelden
access-redundant = Rollen die niets toevoegen:
access-redundant-about = Alles wat ze toestaan, staan de andere rollen van de houder al toe
access-exceeding = Personen die meer kunnen dan nodig is:
access-exceeding-about = De meeste macht buiten de behoefte staat bovenaan
access-exceeding-none = Kies wat mensen moeten kunnen
access-exceeding-none-hint = Hier staat iedereen wiens rollen meer toestaan dan deze taken, machtigingen en acties vragen.
access-no-gap = Elke taak heeft iemand
access-no-gap-hint = Voor elke taak die een directoryrol doet, heeft iemand die mag aanmelden zo'n rol.
access-no-redundant = Elke rol voegt iets toe
access-no-redundant-hint = Een rol staat hier als de andere rollen van de houder alles al toestaan wat die toestaat.
access-no-exceeding = Niemand kan meer dan nodig is
access-no-exceeding-hint = Geen geldende rol staat meer toe dan wat is gekozen.
access-idle = Dient voor niets van wat nodig is
access-serves-of = kan { $count } van { $all } behoeften
access-nothing-to-export = Er is niets om te exporteren
access-file-person = wat-iemand-kan
access-file-who-can = wie-kan
access-file-may = mag-dat
access-file-least = minste-rol
access-file-gaps = gaten
access-column-kind = Soort
access-column-what = Wat
access-column-key = Sleutel
access-column-extent = Hoe ver
access-column-through = Via
access-column-scope = Bereik
access-column-standing = Stand
access-column-from = Vanaf
access-column-until = Tot
access-column-template = Sjabloon-id
access-column-about = Wie en bij wie
access-column-answer = Antwoord
access-column-rule = Regel
access-column-sentence = Zin
access-column-instead = In plaats daarvan
access-column-place = Plaats
access-column-excess-privileged = Bevoorrechte acties buiten de behoefte
access-column-excess = Acties buiten de behoefte
access-column-area = Gebied
access-column-task = Taak
access-column-contained = Bevat in
access-column-can = Behoeften die iemand kan
access-column-idle = Rollen die voor niets dienen
access-kind-refusal = Weigering
access-kind-confirmation = Vraagt om een reden
access-kind-warning = Waarschuwing
access-kind-cell = Cel van een tabel
access-kind-change = Zou het toestaan

## Roles of the tenant's own

custom-new = Nieuwe aangepaste rol
custom-new-title = Nieuwe aangepaste rol
custom-change-title = {$name} wijzigen
custom-change = Wijzigen
custom-clone = Klonen
custom-clone-tip = Een aangepaste rol maken die hetzelfde toestaat
custom-clone-unknown = Niemand weet wat deze rol toestaat, dus klonen kan niet.
custom-copy-of = Kopie van {$name}
custom-description = Beschrijving
custom-search-actions = Zoeken op woorden of actie
custom-actions-list = Acties om uit te kiezen
custom-unsaved = Er is nog niets opgeslagen. Druk nogmaals op Escape, of op Annuleren, om het zo te laten.
custom-chosen-only = Gekozen
custom-none-chosen = Er is nog niets gekozen. Zoek hierboven, of toon alles.
custom-none-found = Geen actie heeft deze woorden.
custom-chosen = {$count ->
    [one] 1 actie gekozen
   *[other] {$count} acties gekozen
}
custom-unlisted = {$count ->
    [one] nog 1 die op geen lijst staat
   *[other] nog {$count} die op geen lijst staan
}
custom-privileged = Bevoorrecht, omdat de rol {$actions} toestaat
custom-permissions = Geeft {$count} van de vijftien machtigingen: {$permissions}
custom-no-permissions = Geeft geen van de vijftien machtigingen.
custom-entra-limits = Microsoft Entra neemt maar een deel van deze acties in een aangepaste rol aan. Welke is hier niet bekend.
custom-delete-title = De aangepaste rol {$name} verwijderen?
custom-delete-text = Ongedaan maken brengt de rol terug.
custom-not-own = Ingebouwde rollen kunnen niet worden gewijzigd. Kloon de rol om er zelf een te maken.

## Roles

roles-category = Categorie
roles-status = Status
roles-service = Service
roles-people = Personen
roles-actions = Acties
roles-about = Informatie
roles-any = Alle
roles-assigned = Toegewezen
roles-unassigned = Niet toegewezen
roles-changes = Wijzigingen in de catalogus
roles-holders =
    { $count ->
        [0] Niemand heeft deze rol
        [one] { $count } persoon heeft deze rol
       *[other] { $count } personen hebben deze rol
    }
roles-eligible-more = +{ $count } in aanmerking
roles-none-found = Geen rol gevonden
roles-none-found-hint = Geen rol heet zo, kan dat of voldoet aan de filters.
roles-privileged-about = Wie deze rol heeft, kan alles in handen krijgen.
roles-privileged-count = { $count } bevoorrecht
roles-status-active = In gebruik
roles-status-active-about = Deze rol is bedoeld om te gebruiken.
roles-status-deprecated = Afgeschaft
roles-status-deprecated-about = Microsoft heeft deze rol buiten gebruik gesteld. De rol kan niet worden toegewezen; wie hem heeft, kan er beter van af.
roles-status-not-for-use = Niet gebruiken
roles-status-not-for-use-about = Deze rol bestaat, maar volgens Microsoft moet iedereen ervan afblijven. De rol kan niet worden toegewezen.
roles-status-service = Toegewezen door de service
roles-status-service-about = Alleen de service zelf geeft deze rol, aan haar eigen accounts. Mensen kunnen de rol niet toewijzen.
roles-hidden = Verborgen in de portal
roles-hidden-about = De portal laat deze rol weg uit de lijst: daar kan de rol alleen met een script worden toegewezen.
roles-unlisted = In geen lijst
roles-unlisted-about = Geen lijst die hier bekend is bevat deze rol. De rol is in deze tenant gevonden en blijft staan; wat de rol kan is onbekend.
roles-why-privileged = Waarom bevoorrecht
roles-privileged-because =
    { $count ->
        [one] { $count } van de { $all } acties is als bevoorrecht aangemerkt
       *[other] { $count } van de { $all } acties zijn als bevoorrecht aangemerkt
    }
roles-show-privileged = Alle { $count } bevoorrechte acties tonen
roles-privileged-unlabelled = Microsoft merkt de rol aan als bevoorrecht; geen van de acties die hier bekend zijn is zo aangemerkt.
roles-privileged-unknown = Microsoft merkt de rol aan als bevoorrecht; door welke acties is onbekend.
roles-notes = Goed om te weten
roles-permissions = In het beheercentrum
roles-classic = Dit is de Office 365-rol { $name }.
roles-not-classic = Geen van de acht Office 365-rollen; afgeleid van de acties.
roles-not-permitted =
    { $count ->
        [one] Niet: { $count } machtiging
       *[other] Niet: { $count } machtigingen
    }
roles-tasks = Rol met de minste rechten voor
roles-task = Taak
roles-no-tasks = Microsoft noemt de rol bij geen enkele taak.
roles-task-with-others = samen met andere rollen
roles-source-fresh = minder dan een maand oud
roles-source-old =
    { $count ->
        [one] { $count } maand oud
       *[other] { $count } maanden oud
    }
roles-source-unlisted =
    { $count ->
        [one] { $count } van de acties staat in geen lijst
       *[other] { $count } van de acties staan in geen lijst
    }
roles-not-in-seed = Nieuw sinds het bronartikel
roles-also-called = Ook wel { $names }
roles-other-language = In het Engels: { $name }
roles-actions-list = Acties van deze rol
roles-actions-unknown = Geen enkele bron vertelt welke acties deze rol heeft. Onbekend is niet geen: de rol kan heel veel.
roles-no-actions = Geen acties
roles-no-actions-hint = Er is een bron gelezen, en die geeft deze rol geen enkele actie.
roles-assign = Toewijzen…
roles-assign-go = Toewijzen
roles-assign-title = { $role } toewijzen
roles-already = Al toegewezen
roles-people-list = Personen met deze rol
roles-nobody = Niemand heeft deze rol
roles-nobody-hint = Wie de rol krijgt, rechtstreeks of via een groep, verschijnt hier.
roles-section-directly = Rechtstreeks
roles-section-group = Via een groep
roles-section-scoped = Alleen over een beheereenheid
roles-section-eligible = Komt in aanmerking
roles-section-later = Begint later
roles-section-expired = Verlopen
roles-revoke = Intrekken
roles-revoke-from = Intrekken bij { $name }
roles-revoke-title = { $role } intrekken bij { $name }?
roles-revoke-text = Wat alleen deze rol toestaat, kan dan niet meer. U kunt dit ongedaan maken.
roles-revoke-group-text = De leden van deze groep verliezen wat alleen deze rol toestaat. U kunt dit ongedaan maken.
roles-compare-shared = Bij alle hetzelfde
roles-compare-differing = Verschillend
roles-compare-only-one = Alleen in één
roles-compare-add = Rol toevoegen…
roles-compare-remove = { $role } uit de vergelijking halen
roles-compare-full = Meer dan { $count } rollen passen niet naast elkaar
roles-compare-empty = Kies rollen om te vergelijken
roles-compare-empty-hint = Twee tot { $count } rollen staan hier naast elkaar: wat ze delen, waarin ze verschillen, en of de ene de andere omvat.
roles-compare-none = Met deze zoekopdracht en filters blijft er geen machtiging of actie over.
roles-compare-list = Vergeleken machtigingen en acties
roles-compare-what = Machtiging of actie
roles-compare-permission = Machtiging van het beheercentrum
roles-relation-same = { $one } en { $other } hebben dezelfde acties
roles-relation-contained =
    { $count ->
        [one] { $one } zit helemaal in { $other }, met { $count } actie meer
       *[other] { $one } zit helemaal in { $other }, met { $count } acties meer
    }
roles-relation-overlap =
    { $count ->
        [one] { $one } en { $other } overlappen in { $count } actie
       *[other] { $one } en { $other } overlappen in { $count } acties
    }
roles-relation-nothing = { $one } en { $other } hebben geen enkele actie gemeen
roles-relation-unknown = Hoe { $one } en { $other } zich verhouden is onbekend, omdat de acties van een van beide dat zijn
roles-changes-editions = Het bronartikel bevat { $roles } rollen met { $actions } acties; nu zijn er { $newroles } rollen met { $newactions } acties.
roles-changes-search = Zoek rollen en acties
roles-changes-none = Niets wat is gewijzigd heeft al deze woorden en is van deze soort.
roles-changes-list = Wijzigingen in de catalogus
roles-change-role-newly-privileged = Nieuw bevoorrecht
roles-change-role-no-longer-privileged = Niet meer bevoorrecht
roles-change-role-added = Rol toegevoegd
roles-change-role-removed = Rol verwijderd
roles-change-role-renamed = Rol hernoemd
roles-change-action-newly-privileged = Nieuw bevoorrechte actie
roles-change-action-added = Actie toegevoegd
roles-change-action-removed = Actie verwijderd
roles-change-was = Was { $name }

## Overview

overview-gathering = De cijfers worden verzameld…
overview-people = Personen
overview-people-about =
    { $count ->
        [one] { $count } lid
       *[other] { $count } leden
    }
overview-share = { $percent } % van de personen
overview-share-small = Minder dan 1 %
overview-global-well = Advies: { $fewest } tot { $most }
overview-global-few = Advies: minstens { $count }
overview-global-many = Advies: hooguit { $count }
overview-global-limit = Grens: hooguit { $count }
overview-global-able = { $count } kan zich aanmelden
overview-global-blocked = { $count } geblokkeerd
overview-privileged-about = Met bevoorrechte rol
overview-guests = Gasten met rollen
overview-guests-about =
    { $count ->
        [one] van { $count } gast
       *[other] van { $count } gasten
    }
overview-blocked = Geblokkeerd met rollen
overview-blocked-about = van { $count } geblokkeerd
overview-assignments = Roltoewijzingen
overview-in-force = { $count } van kracht
overview-later = { $count } nog niet
overview-expired = { $count } verlopen
overview-eligible = In aanmerking
overview-eligible-about = Kan worden geactiveerd
overview-ending = Eindigt binnenkort
overview-ending-about = Binnen 30 dagen
overview-custom = Aangepaste rollen
overview-custom-about = Naast { $count } ingebouwde
overview-deleted-about =
    { $count ->
        [one] { $count } dag bewaard
       *[other] { $count } dagen bewaard
    }
overview-seats = Licenties in gebruik
overview-seats-about =
    { $count ->
        [one] van { $count } plaats
       *[other] van { $count } plaatsen
    }
overview-findings = Openstaande bevindingen
overview-findings-gathering = De tenant wordt doorgelicht…
overview-findings-renewing = Wordt vernieuwd…
overview-findings-failed = Een fout in Mandate heeft de controle afgebroken. Bij de volgende wijziging begint die opnieuw.
overview-findings-none = Er is niets gevonden dat aandacht vraagt.
overview-to-review = Naar de controle
overview-more-findings =
    { $count ->
        [one] En nog { $count } bevinding
       *[other] En nog { $count } bevindingen
    }
overview-holders = Wie bevoorrechte rollen heeft
overview-privileged-none = Niemand heeft een bevoorrechte rol. Wie er een heeft staat hier, wie het meeste mag bovenaan.
overview-more-people = En nog { $count }
overview-how-direct = Rechtstreeks
overview-how-group = Via een groep
overview-how-unit = Binnen een eenheid
overview-how-eligible = In aanmerking
overview-by-role = Per rol
overview-by-category = Per categorie
overview-chart-roles = Personen per rol
overview-chart-categories = Toewijzingen per categorie
overview-bars-none = Niemand heeft een rol. Rollen staan hier met het aantal personen dat ze heeft.
overview-bar-people =
    { $count ->
        [one] { $count } persoon
       *[other] { $count } personen
    }
overview-bar-eligible = { $count } in aanmerking
overview-bar-privileged = { $count } bevoorrecht
overview-legend-privileged = bevoorrecht
overview-legend-eligible = in aanmerking
overview-category-none = In geen rollenlijst
overview-more-roles =
    { $count ->
        [one] En nog { $count } rol
       *[other] En nog { $count } rollen
    }
overview-recent = Wat onlangs is gewijzigd
overview-recent-none = Er is nog niets gewijzigd. Wijzigingen staan hier, de nieuwste bovenaan.
overview-all-changes = Alle { $count } wijzigingen
overview-steps = Wat u nu kunt doen
overview-step-add = Voeg de personen van de organisatie toe
overview-step-import = Of haal ze uit een bestand
overview-step-global =
    { $count ->
        [one] Zorg dat iemand die zich kan aanmelden globale beheerder is
       *[other] Maak nog iemand globale beheerder: minstens { $count } is het advies
    }
overview-step-subscription = Leg vast welke abonnementen zijn gekocht: sommige rollen hebben de services ervan nodig
