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

## Start

start-recent = Recente bestanden
start-no-recent = Bestanden die u opent, verschijnen hier
start-drop = Sleep een tenantbestand naar het venster om het te openen

## Sign in

sign-in-title = Kies het account waarmee u werkt
sign-in-hint = Zoek op naam of gebruikersnaam
sign-out = Afmelden

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

## Notices

notice-saved = { $file } opgeslagen
notice-undone = Ongedaan gemaakt
notice-redone = Opnieuw uitgevoerd

## Errors

error-open = Kan { $file } niet openen
error-save = Kan { $file } niet opslaan
try-again = Opnieuw proberen

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

## Rules

rule = Regel { $number }
