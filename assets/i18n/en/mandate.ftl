## Shell

app-name = Mandate
app-sentence = Who may administer what in a Microsoft 365 tenant
view-start = Start
view-sign-in = Sign in
view-users = Active users
view-roles = Roles
view-permissions = Permissions
view-access = Access
view-review = Review
view-changes = Changes
view-organisation = Organisation
navigation = Navigation
search = Search
search-hint = Search users, roles and actions
search-clear = Clear search
signed-in-as = Signed in as { $name }
not-signed-in = Not signed in
account-switch = Switch account…
status-saved = Saved
status-unsaved = Unsaved changes
status-new-file = Not saved to a file yet
status-working = Working…
details = Details
notices = Notices
language-name = English
theme-light = Light
theme-dark = Dark
theme-system = Same as the system
save = Save
cancel = Cancel
close = Close
confirm = Confirm
back = Back
next = Next
add = Add
edit = Edit
delete = Delete
copy = Copy
copied = Copied
filter = Filter
clear-filters = Clear filters
show-more = Show more
show-less = Show less
yes = Yes
no = No
limited = Limited
unknown = Unknown
none = None
all = All
never = Never
privileged = Privileged
count-users =
    { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
count-roles =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
count-selected = { $count } selected
count-more = +{ $count }
time-just-now = Just now
time-minutes-ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
time-today = Today, { $time }
time-yesterday = Yesterday
time-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
time-in-minutes =
    { $count ->
        [one] In { $count } minute
       *[other] In { $count } minutes
    }
time-tomorrow = Tomorrow
time-in-days =
    { $count ->
        [one] In { $count } day
       *[other] In { $count } days
    }
time-date = { $day } { $month } { $year }
time-exact = { $date }, { $time } { $zone }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-long-1 = January
month-long-2 = February
month-long-3 = March
month-long-4 = April
month-long-5 = May
month-long-6 = June
month-long-7 = July
month-long-8 = August
month-long-9 = September
month-long-10 = October
month-long-11 = November
month-long-12 = December

## Start

start-recent = Recent files
start-no-recent = Files you open appear here
start-drop = Drop a tenant file anywhere on the window to open it

## Sign in

sign-in-title = Choose the account to act as
sign-in-hint = Search by name or user name
sign-out = Sign out

## Active users

user-name = Name
user-upn = User name
user-roles = Roles
user-licences = Licences
user-status = Sign-in
user-contact = Contact
user-last-sign-in = Last sign-in
user-no-roles = User
sign-in-allowed = Sign-in allowed
sign-in-blocked = Sign-in blocked
user-guest = Guest
user-synced = Directory-synchronised

## Role editor

role-kind-user = User (no admin access)
role-kind-global = Global administrator
role-kind-customized = Customized administrator
alternate-email = Alternate e-mail address
mobile-phone = Mobile phone
role-gained = Gained
role-lost = Lost

## Permissions

matrix-office-365 = Office 365
matrix-entra = Entra
matrix-action = Action
matrix-role = Role

## Dialogs

dialog-unsaved-title = Save the changes first?
dialog-unsaved-text = What was changed in { $file } since it was last saved is lost otherwise.
dialog-discard = Don't save
dialog-reason = Reason

## Notices

notice-saved = Saved { $file }
notice-undone = Undone
notice-redone = Done again

## Errors

error-open = Can't open { $file }
error-save = Can't save { $file }
try-again = Try again

## Commands

command-new = New tenant…
command-open = Open…
command-save = Save
command-save-as = Save as…
command-sample = Open the sample tenant
command-undo = Undo
command-redo = Redo
command-palette = Commands…
command-theme = Switch between light and dark
command-language = Switch language
command-text-larger = Larger text
command-text-smaller = Smaller text
command-text-reset = Normal text size
command-export = Export…
command-import = Import…
command-quit = Quit

## Rules

rule = Rule { $number }
