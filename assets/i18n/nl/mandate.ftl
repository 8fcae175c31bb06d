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
search-hint = Zoek gebruikers, rollen en acties
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
start-sample-text = Een Nederlandse organisatie met 60 mensen om in rond te kijken
start-open-text = Een tenantbestand van deze computer
start-new-text = Op basis van organisatie, domein en koper

## Sign in

sign-in-title = Kies het account waarmee u werkt
sign-in-hint = Zoek op naam of gebruikersnaam
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

## Role editor

role-kind-user = Gebruiker (geen beheerderstoegang)
role-kind-global = Globale beheerder
role-kind-customized = Aangepaste beheerder
alternate-email = Alternatief e-mailadres
mobile-phone = Mobiele telefoon
role-gained = Erbij
role-lost = Eraf

## Permissions

matrix-office-365 = Office 365
matrix-entra = Entra
matrix-action = Actie
matrix-role = Rol

## Dialogs

dialog-unsaved-title = Eerst de wijzigingen opslaan?
dialog-unsaved-text = Wat sinds het laatste opslaan in { $file } is gewijzigd, gaat anders verloren.
dialog-discard = Niet opslaan
dialog-reason = Reden
dialog-reason-title = Bevestigen met een reden
dialog-reason-hint = Waarom is dit nodig?
dialog-reason-needed = Er is een reden nodig: die komt in de geschiedenis.
dialog-unsaved-explained = Wat sinds de laatste keer opslaan is gewijzigd, gaat anders verloren.
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

## Notices

notice-saved = { $file } opgeslagen
notice-undone = Ongedaan gemaakt
notice-redone = Opnieuw uitgevoerd
notice-changed-outside = { $file } is buiten Mandate gewijzigd sinds het hier is opgeslagen.
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
command-import = Importeren…
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
command-english = Engels spreken
command-english-tip = Alles in het Engels weergeven
command-dutch = Nederlands spreken
command-dutch-tip = Alles in het Nederlands weergeven
command-text-larger-tip = Alles groter maken
command-text-smaller-tip = Alles kleiner maken
command-text-reset-tip = Terug naar de gewone grootte
command-export-tip = Wat wordt getoond als bestand opslaan

## Rules

rule = Regel { $number }
