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
search-hint = Search people and commands
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
notices-none = Nothing to report
count-assignments =
    { $count ->
        [one] { $count } role assignment
       *[other] { $count } role assignments
    }
status-saving = Saving…
status-opening = Opening…
palette-hint = Type a command or a name
palette-nothing = Nothing found
nothing-to-do = There is nothing to do

## Start

start-recent = Recent files
start-no-recent = Files you open appear here
start-drop = Drop a tenant file anywhere on the window to open it
start-sample-text = A Dutch organisation of about 60 people to look around in
start-open-text = A tenant file from this computer
start-new-text = From organisation, domain and buyer

## Sign in

sign-in-title = Choose the account to act as
sign-in-hint = Search by name or user name
sign-out = Sign out
sign-in-text = A plan follows the rules that hold for this account. No password is asked for or kept.
sign-in-nobody = No one found
sign-in-nobody-text = Try a part of the first name, the last name or the user name.
sign-in-more = There are more accounts: type a part of a name to find them.
sign-in-blocked-why = This account is blocked from signing in, so nobody can act as it.

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
user-department = Department
user-list = People
user-search = Search by name or department
user-allowed = Allowed
user-blocked = Blocked
user-unlicensed = Unlicensed
user-must-change-password = Must choose a new password at the next sign-in
user-email-known = Alternate e-mail address { $address }
user-email-missing = No alternate e-mail address
user-phone-known = Mobile phone { $number }
user-phone-missing = No mobile phone
user-shown =
    { $count ->
        [one] { $shown } of { $count } user
       *[other] { $shown } of { $count } users
    }
user-select = Select { $name }
user-select-all = Select everyone shown
user-deselect = Clear selection
user-edit-roles = Edit roles
user-reset-password = Reset password
user-block = Block sign-in
user-unblock = Unblock sign-in
user-export = Export users
user-export-file = users
user-exporting = Preparing the export…
user-choose-first = Select someone first
user-choose-one = Roles are edited for one person at a time
user-choose-fewer = Select { $count } people or fewer
user-sort-ascending = Sorted, lowest first
user-sort-descending = Sorted, highest first
user-none-found = No one matches
user-none-found-hint = No one has all of these words in their name, user name or department and passes the filters.
user-none = No users yet
user-none-hint = The people of the organisation appear here, with their roles and how they can be reached.
filter-administrators = Administrators
filter-global-administrators = Global administrators
filter-guests = Guests
filter-synchronised = Synchronised
filter-blocked = Blocked
filter-missing-contact = Missing contact
filter-licensed = Licensed
filter-must-change-password = Must change password
filter-more = More filters
filter-role = Role
filter-role-any = Any role
filter-licence = Licence
filter-licence-any = Any licence
filter-domain = Domain
filter-domain-any = Any domain
role-eligible = eligible
role-expired = expired
role-later = not yet
role-of-group = by group
role-directly = Assigned directly
role-through-group = Through the group { $group }
role-within-unit = Within { $unit } only
role-from-date = From { $date }
role-until-date = Until { $date }

## Role editor

role-kind-user = User (no admin access)
role-kind-global = Global administrator
role-kind-customized = Customized administrator
alternate-email = Alternate e-mail address
mobile-phone = Mobile phone
role-gained = Gained
role-lost = Lost
editor-manage-roles = Manage roles
editor-manage-roles-intro = Admin roles let someone manage this organisation. Give only the access that is needed.
editor-user-about = Signs in and uses the apps that are assigned.
editor-global-about = Manages everything and gives roles to others.
editor-customized-about = Holds the roles you choose below.
editor-copy-upn = Copy user name
editor-close-panel = Close details
editor-must-change-password = Must change password
editor-roles-now = Roles now
editor-no-roles = No admin roles
editor-search-roles = Search roles and what they can do
editor-office-roles = Office 365 roles
editor-category-global = Whole organisation
editor-category-identity = Identity
editor-category-collaboration = Collaboration
editor-category-security = Security and compliance
editor-category-devices = Devices
editor-category-billing = Billing and support
editor-category-data = Data and AI
editor-category-other = Other
editor-chosen = { $count } chosen
editor-no-match = No role is called or can do “{ $query }”
editor-in-entra = Called { $name } in Entra
editor-out-of-use = Out of use: can be taken away, not given
editor-about-role = About { $role }
editor-note-for = For
editor-note-can = Can
editor-note-cannot = Can't
editor-note-risk = Risk
editor-note-automatic = Given by the service
editor-note-do-not-use = Don't use
editor-note-scope = Holds for
editor-note-rename = Renamed
editor-note-see = See also
editor-note-action = Action
editor-actions-unknown = Actions unknown: it may do more than is known here
editor-source-seed = From the article on built-in roles
editor-source-docs = From Microsoft's documentation
editor-source-docs-dated = From Microsoft's documentation of { $date }
editor-template-id = Template id
editor-copy-template-id = Copy template id
editor-through-group = through the group { $group }
editor-eligible = eligible, not active
editor-in-unit = only in { $unit }
editor-from = from { $date }
editor-until = until { $date }
editor-expired = expired on { $date }
editor-contact = Contact details
editor-contact-intro = To get back in after losing the password.
editor-email-hint = name@example.com
editor-phone-hint = Such as +31 6 12345678
editor-email-invalid = This is not an e-mail address.
editor-phone-no-country = Start with + and the country code, such as +31.
editor-phone-invalid = This is not a phone number of that country.
editor-phone-saved-as = Will be saved as { $phone }
editor-summary = What changes
editor-assigned = Assigned
editor-revoked = Revoked
editor-services-gained = Comes along in services
editor-services-lost = Goes in services
editor-actions-gap = Actions unknown: there may be more
editor-more = and { $count } more
editor-limit-view-only = view only
editor-limit-non-admins = people without an admin role
editor-limit-no-admins = no deleting of global administrators, no creating of administrators
editor-grant-full = Full
editor-asks-reason = Asks for a reason
editor-mind = Keep in mind
editor-not-allowed = Not allowed
editor-save-asking = Save…
editor-nothing-changed = Nothing has changed
editor-choose-a-role = Choose at least one role
editor-correct-contact = Correct the contact details first
editor-reload-first = Reload first: this person was changed meanwhile
editor-changed-meanwhile = This person was changed meanwhile, in what you were editing too.
editor-reload = Reload
editor-not-confirmed = Not saved: no reason was given
editor-impossible = Not saved: { $message }
editor-gone = This person is not in the tenant any more.
editor-not-saved = Not saved
editor-gist = Permissions: { $gained } gained, { $lost } lost
editor-namesake = Not the role of this name under Office 365 roles
editor-actions =
    { $count ->
        [one] { $count } resource action
       *[other] { $count } resource actions
    }
editor-actions-gained =
    { $count ->
        [one] { $count } resource action gained
       *[other] { $count } resource actions gained
    }
editor-actions-lost =
    { $count ->
        [one] { $count } resource action lost
       *[other] { $count } resource actions lost
    }

## Permissions

matrix-office-365 = Office 365
matrix-entra = Entra
matrix-action = Action
matrix-role = Role
matrix-permission = Permission
matrix-entra-current = Entra, current
matrix-entra-seed = Entra, source article
matrix-find-action = Find actions
matrix-find-permission = Find permissions
matrix-find-role = Find roles
matrix-verb = Any verb
matrix-verb-is = Verb { $verb }
matrix-privileged-actions = Privileged actions
matrix-privileged-roles = Privileged roles
matrix-differing = Differences only
matrix-granted = Without empty rows
matrix-roles-of = Roles of { $name }
matrix-only-these = Only these
matrix-in-words = Actions in words
matrix-fold = Click to fold
matrix-unfold = Click to unfold
matrix-fold-all = Fold all
matrix-unfold-all = Unfold all
matrix-actions =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
matrix-of = { $shown } of { $all }
matrix-size = { $rows } rows, { $columns } roles
matrix-copy-tip = Copy what is shown, to paste into a spreadsheet
matrix-export-tip = Save what is shown as a CSV file; folded rows are included
matrix-nothing = Nothing matches
matrix-nothing-text = No row or no role is left by what you searched for and filtered.
matrix-holds-nothing = { $name } holds no role that is in force now.
matrix-column-unknown = Actions unknown
matrix-column-held = Held by the selected person
matrix-why = Why
matrix-why-yes = This role may do this fully.
matrix-why-no = This role may not do this.
matrix-limit-view-only = This role sees it but can't change anything.
matrix-limit-view-only-short = View only
matrix-limit-non-admins = Only for people who hold no admin role themselves.
matrix-limit-non-admins-short = Not admins
matrix-limit-no-admins = This role can't delete global administrators and can't create administrators.
matrix-limit-no-admins-short = With limits
matrix-contradiction-service = The source contradicts itself: it calls this role view-only, yet its table says that the role may not view users and roles. The table is followed.
matrix-contradiction-licences = The source quotes a limit here that speaks of deleting and creating administrators, which says little about licences. It is shown as it stands.
matrix-entra-role = The Entra role behind it
matrix-source = Source
matrix-source-office365 = Office 365, about admin roles: the table of permissions
matrix-source-seed = The article that lists 104 roles
matrix-source-docs = Microsoft's documentation of { $date }
matrix-source-docs-undated = Microsoft's documentation, undated
matrix-source-none = No source gives a table of actions for this role
matrix-why-action-yes = The action stands in the table of this role.
matrix-why-action-no = The action does not stand in the table of this role.
matrix-broader = Yet the role has { $action }, which may cover this.
matrix-why-unknown = No source tells which actions this role has. It may or may not be able to do this: unknown is not no.
matrix-action-privileged = Microsoft labels this action privileged.
matrix-action-plain = This action is not labelled privileged.
matrix-action-unlabelled = No source says whether this action is privileged.
matrix-who-else = Who else
matrix-roles-may =
    { $count ->
        [one] { $count } role may do this
       *[other] { $count } roles may do this
    }
matrix-copy-action = Copy action
matrix-copy-id = Copy template id

## Dialogs

dialog-unsaved-title = Save the changes first?
dialog-unsaved-text = What was changed in { $file } since it was last saved is lost otherwise.
dialog-discard = Don't save
dialog-reason = Reason
dialog-reason-title = Confirm and say why
dialog-reason-hint = Why is this needed?
dialog-reason-needed = A reason is needed: it goes into the history.
dialog-unsaved-explained = What was changed since the last save is lost otherwise.
dialog-edits-title = Discard the edits to { $name }?
dialog-edits-text = What was filled in there has not been saved.
dialog-edits-keep = Keep editing
dialog-edits-discard = Discard
dialog-conflict-title = The file changed on disk
dialog-conflict-text = Someone or something changed { $file } since it was opened. Saving would lose that change.
dialog-overwrite = Overwrite
dialog-reload = Reload and lose my changes
dialog-exists-title = The file exists already
dialog-exists-text = { $file } exists. Overwriting keeps the old file as a backup beside it.
dialog-path-open = Open a file
dialog-path-save = Save to a file
dialog-path-why = This system has no file dialog: neither a desktop portal nor zenity answers. Type the path instead.
dialog-path = Path
dialog-open = Open
dialog-new-title = New tenant
dialog-new-text = Whoever buys the subscription becomes the first Global Administrator.
dialog-new-organisation = Organisation
dialog-new-domain = Initial domain (name.onmicrosoft.com)
dialog-new-buyer = Buyer
dialog-new-user = User name of the buyer, before the @
dialog-new-partner = Bought from (leave empty for Microsoft)
dialog-new-make = Create
dialog-new-no-organisation = Give the organisation a name.
dialog-new-bad-domain = The initial domain is a name of letters, digits and hyphens under onmicrosoft.com.
dialog-new-no-buyer = Give the name of the buyer.
dialog-new-bad-user = The user name has 1 to 64 of A-Z a-z 0-9 ' . - _ ! # ^ ~.
command-edit-profile = Edit profile…
command-edit-profile-tip = Edit name and place in the organisation
profile-title = Edit profile
profile-given-name = First name
profile-surname = Last name
profile-job-title = Job title
profile-office = Office
profile-usage-location = Usage location (two letters, such as NL)
profile-no-name = A person has a name.

## Notices

notice-saved = Saved { $file }
notice-undone = Undone
notice-redone = Redone
notice-changed-outside = { $file } was changed outside Mandate since it was last saved here.
notice-settings-bad = The settings could not be read and were put aside as { $file }.
notice-settings = The settings can't be kept: { $error }

## Errors

error-open = Can't open { $file }
error-save = Can't save { $file }
try-again = Try again
impossible-already-assigned = The role is already assigned.
impossible-not-assigned = The role is not assigned.
impossible-too-long = "{ $text }" is too long: at most 256 characters.
impossible-usage-location = "{ $text }" is not a usage location: give a country as two capitals, such as NL.
impossible-other = This can't be done: { $text }

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
command-quit = Quit
command-new-tip = Make a tenant from organisation, domain and buyer
command-open-tip = Open a tenant file
command-sample-tip = Open a built-in organisation to look around in
command-save-tip = Save the tenant to its file
command-save-as-tip = Save the tenant under another name
command-close-tenant = Close the tenant
command-close-tenant-tip = Close the tenant and go to the start view
command-quit-tip = Close the window
command-undo-tip = Take back the latest change
command-redo-tip = Do again what was undone last
command-palette-tip = Search commands and people
command-find-people = Find people
command-find-people-tip = Search in Active users
command-active-users = Active users
command-active-users-tip = Show Active users
command-permissions = Permissions
command-permissions-tip = Show the permissions matrices
command-switch-account = Switch account…
command-switch-account-tip = Choose another account to act as
command-close-details = Close details
command-close-details-tip = Close the details panel
command-theme-system = Theme of the system
command-theme-system-tip = Light or dark, as the system has it
command-theme-light = Light theme
command-theme-light-tip = Dark text on a light ground
command-theme-dark = Dark theme
command-theme-dark-tip = Light text on a dark ground
command-english = Show in English
command-english-tip = Show everything in English
command-dutch = Show in Dutch
command-dutch-tip = Show everything in Dutch
command-next-pane = Next part of the window
command-next-pane-tip = Move the keyboard to the next part: navigation, view, details
command-text-larger-tip = Make everything larger
command-text-smaller-tip = Make everything smaller
command-text-reset-tip = Back to the usual size
command-export-tip = Save what is shown as a file

## Rules

rule = Rule { $number }

## Many at once, and the whole tenant

view-add-user = Add a user
view-bulk-edit = Bulk edit
view-import = Import people
view-deleted-users = Deleted users
view-groups = Groups
command-deleted-users = Deleted users
command-deleted-users-tip = Who was deleted and can be restored
command-groups = Groups and administrative units
command-groups-tip = Who is in what, and the roles it holds
command-organisation = Organisation
command-organisation-tip = Domains, subscriptions, partners
command-changes = Changes
command-changes-tip = Who changed what, when and why
command-add-user = Add a user…
command-add-user-tip = A new account, with its licences and roles
command-bulk-edit = Bulk edit…
command-bulk-edit-tip = Edit everybody who is selected alike
command-import = Import people…
command-import-tip = Bring people and their roles in from a CSV file
command-compare = Compare with a file…
command-compare-tip = What differs between a tenant file and what is open
command-cancel-work = Cancel
command-cancel-work-tip = Stop the work under way
status-rehearsing = Checking…
status-applying = Applying…
status-comparing = Comparing…
notice-outrun = Something else was changed meanwhile, so nothing was done. Try again.
notice-cancelled = Cancelled. Nothing was changed.
notice-each-done =
    { $count ->
        [one] { $count } changed
       *[other] { $count } changed
    }
notice-each-refused = { $count } changed, { $refused } refused. { $why }
impossible-own-account = You can't delete the account you act as.
impossible-kept-no-longer =
    { $count ->
        [one] Deleted users can be restored for { $count } day.
       *[other] Deleted users can be restored for { $count } days.
    }
impossible-no-seats =
    { $count ->
        [one] { $name } has no seat left: its one seat is in use.
       *[other] { $name } has no seat left: all { $count } are in use.
    }
impossible-seats-in-use =
    { $count ->
        [one] { $name } has { $count } seat in use.
       *[other] { $name } has { $count } seats in use.
    }
impossible-subscription-in-use =
    { $count ->
        [one] { $count } user holds a licence of { $name }. Take it away first.
       *[other] { $count } users hold a licence of { $name }. Take those away first.
    }
impossible-domain-in-use =
    { $count ->
        [one] { $count } user has a name on { $name }. Rename them first.
       *[other] { $count } users have a name on { $name }. Rename them first.
    }
impossible-initial-domain = { $name } is the initial domain and stays.
impossible-holds-roles = Roles are assigned to or over { $name }. Revoke them first.
impossible-no-name = Enter a name.
impossible-name-taken = There are two by the name { $name }.

## What changed

item-delegation = Delegated administration
item-usage-location = Usage location

## Bulk edit

bulk-step-details = Details
bulk-step-settings = Settings
bulk-step-licences = Licences
bulk-step-results = Results
bulk-and-more = { $names } and { $count } more
bulk-nobody = No one is selected
bulk-nobody-hint = Select people in Active users, then choose Bulk edit.
bulk-details-about = Whatever is not switched on stays as each person has it.
bulk-change-department = Change the department
bulk-change-office = Change the office
bulk-change-location = Change the usage location
bulk-change-sign-in = Change whether they may sign in
bulk-empties-hint = Leave empty to clear it
bulk-empties = Will be cleared for everyone.
bulk-block = Block sign-in
bulk-block-about = They keep their roles and licences and can't sign in.
bulk-allow = Allow sign-in
bulk-allow-about = They can sign in again with the password they have.
bulk-roles-about = Do you want to assign admin roles to these people?
bulk-roles-leave = Leave as they are
bulk-roles-leave-about = Everyone keeps the roles they have.
bulk-roles-assign = Yes, assign
bulk-roles-assign-about = The roles you choose are added to what each person holds.
bulk-roles-revoke = No, revoke
bulk-roles-revoke-about = Every role that was assigned to them directly is taken away.
bulk-delegation = Delegated administration
bulk-delegation-about = How far they administer your customers, as a certified partner.
bulk-delegation-leave = Leave the level as it is
bulk-delegation-leave-about = Everyone keeps the level they have.
bulk-delegation-full = Full administration
bulk-delegation-full-about = Comparable to a Global administrator with each customer.
bulk-delegation-limited = Limited administration
bulk-delegation-limited-about = Comparable to a Password administrator with each customer.
bulk-delegation-none = No delegated administration
bulk-delegation-none-about = They do not administer customers.
bulk-licences-about = What should happen to the licences of these people?
bulk-licences-leave = Leave licences as they are
bulk-licences-leave-about = Everyone keeps the licences they have.
bulk-licences-add = Add licences
bulk-licences-add-about = The licences you choose come beside what each person has.
bulk-licences-replace = Replace licences
bulk-licences-replace-about = Everyone gets the licences you choose and loses all others.
bulk-licences-remove = Remove licences
bulk-licences-remove-about = The licences you choose are taken away from whoever has them.
bulk-licences-which = Which licences
bulk-licences-none = There are no subscriptions in this tenant yet. Add one under Organisation.
bulk-seats = { $used } of { $count } seats in use
bulk-seats-few =
    { $count ->
        [0] No seat left: whoever does not have one yet gets none.
        [one] { $count } seat left, which is fewer than the people selected.
       *[other] { $count } seats left, which is fewer than the people selected.
    }
bulk-no-licence = Choose at least one licence.
bulk-nothing-asked = Nothing is switched on yet. Change something in one of the steps.
bulk-checking = Checking what would change for each person. Nothing is changed yet.
bulk-applying = Changing each person who may be changed.
bulk-check-again = Check again
bulk-check-failed = The check was cancelled
bulk-check-failed-hint = Check again to see what would change for whom.
bulk-will-change = Will change
bulk-changed = Changed
bulk-unchanged = No change
bulk-bad-location = Give the usage location as two letters, such as NL.
bulk-refused-by = Refused by
bulk-no-permission = No permission
bulk-refused = Refused
bulk-warned = With warnings
bulk-already-so = Is so already
bulk-impossible = Not possible
bulk-column-outcome = Outcome
bulk-column-what = What changes, or why not
bulk-column-rules = Rules
bulk-list = What happens to each person
bulk-search = Find in the results
bulk-none-match = No one matches
bulk-none-match-hint = No one has this outcome and these words in their name, user name or department.
bulk-export = Export results
bulk-export-file = bulk-edit
bulk-open-person = Show { $name }
bulk-reason-optional = Reason (optional)
bulk-ticket = Ticket (optional)
bulk-nobody-changes = No one would change, so there is nothing to submit.
bulk-submit = Submit
bulk-submit-ready =
    { $count ->
        [one] { $count } person will be changed, as one step to undo.
       *[other] { $count } people will be changed, as one step to undo.
    }
bulk-done =
    { $count ->
        [one] { $count } person was changed, as one step to undo.
       *[other] { $count } people were changed, as one step to undo.
    }
bulk-done-refused =
    { $count ->
        [one] { $count } person was refused.
       *[other] { $count } people were refused.
    }
bulk-done-none = No one was changed.
bulk-undone = This bulk edit was undone since.
bulk-retry =
    { $count ->
        [one] Retry the refused one
       *[other] Retry the { $count } refused
    }
bulk-ask-title =
    { $count ->
        [one] Change { $count } person?
       *[other] Change { $count } people?
    }
bulk-ask-many =
    { $count ->
        [one] That is more than { $count } person at once.
       *[other] That is more than { $count } people at once.
    }
bulk-ask-global = Someone gains or loses Global administrator.
bulk-ask-type = Type { $number } to go on
bulk-discard-title = Discard this bulk edit?
bulk-discard-text = What you chose in the steps is lost. No one was changed.

## Changes in words

change-line = { $about }: { $what }
change-founded = became the first Global Administrator of the new tenant
change-role-assigned = { $role } assigned
change-role-revoked = { $role } revoked
change-field-changed = { $field } changed from “{ $from }” to “{ $to }”
change-field-set = { $field } set to “{ $to }”
change-field-cleared = { $field } “{ $from }” removed
change-flag-on = { $field } set to yes
change-flag-off = { $field } set to no
change-sign-in-blocked = sign-in blocked
change-sign-in-allowed = sign-in allowed
change-password-reset = password reset
change-password-withdrawn = password reset taken back
change-account-added = account { $upn } added
change-account-withdrawn = adding of account { $upn } taken back
change-account-deleted = account { $upn } deleted
change-account-restored = account { $upn } restored
change-account-purged = account { $upn } deleted for good
change-account-kept = deleting account { $upn } for good taken back
change-licence-assigned = licence { $name } assigned
change-licence-removed = licence { $name } removed
change-delegation = delegated administration changed from “{ $from }” to “{ $to }”
change-product-mail-declined = mail about products turned off
change-product-mail-accepted = mail about products turned on
change-member-added = { $name } added as a member
change-member-removed = { $name } removed as a member
change-owner-added = { $name } added as an owner
change-owner-removed = { $name } removed as an owner
change-person-added = { $name } added
change-person-removed = { $name } removed
change-thing-added = added
change-thing-removed = removed
thing-domain = Domain { $name }
thing-subscription = Subscription { $name }
thing-group = Group { $name }
thing-unit = Administrative unit { $name }
thing-role-set = Role set { $name }
thing-partner = Partner { $name }
thing-customer = Customer { $name }
field-display-name = display name
field-given-name = first name
field-surname = last name
field-job-title = job title
field-department = department
field-office = office
field-usage-location = usage location
field-alternate-email = alternate e-mail address
field-mobile-phone = mobile phone
field-user-name = user name
field-name = name
field-purchased-from = seller
field-directory-sync = directory synchronisation
field-certified-partner = certified partner
field-deleted-user-days = days a deleted user can be restored
field-verified = verified
field-default = default domain
field-seats = seats
field-services = services
field-role-assignable = may hold roles
field-restricted = restricted management
field-roles = roles
field-administers = administers this tenant
field-domain = domain
diff-person-added = added, with user name { $upn }
diff-person-removed = removed, user name { $upn }
diff-person-deleted = deleted, can be restored
diff-person-restored = restored
diff-person-purged = deleted for good
diff-person-kept = stands among the deleted users
diff-guest = is a guest now
diff-member = is no guest any more
diff-synchronised = is synchronised from on-premises now
diff-not-synchronised = is not synchronised from on-premises any more
diff-last-sign-in = last sign-in changed from “{ $from }” to “{ $to }”
diff-times = duration of { $role } changed from “{ $from }” to “{ $to }”
diff-permanent = permanent
diff-member-count = members: from { $from } to { $to }
diff-owner-count = owners: from { $from } to { $to }
diff-people-count = people: from { $from } to { $to }
diff-deleted-at = time of deletion changed from “{ $from }” to “{ $to }”
diff-keeps-role = gets { $role } back when restored
diff-loses-role = does not get { $role } back when restored
diff-keeps-member = gets back into { $set } when restored
diff-loses-member = does not get back into { $set } when restored
diff-initial-domain = initial domain changed from “{ $from }” to “{ $to }”
diff-history-same = The history is the same
diff-history-longer =
    { $count ->
        [one] goes on with { $count } entry
       *[other] goes on with { $count } entries
    }
diff-history-shorter =
    { $count ->
        [one] the last entry is missing
       *[other] the last { $count } entries are missing
    }
diff-history-diverged = is another from entry { $number } on
section-people = People
section-roles = Roles and assignments
section-groups = Groups and units
section-history = History

## Role editor: more options, sources, delegated administration

editor-standing-active = Active
editor-permanent = permanent
editor-whole-tenant = Whole tenant
editor-gives-when-activated = Gives nothing until it is activated.
editor-gives-later = Gives nothing before { $date }.
editor-gives-no-more = Is over and counts as none.
editor-gives-in-unit = Holds for the people of { $unit } only; not counted in the permissions of the whole tenant.
editor-time-missing = Give a start, an end or both.
editor-time-ends-before = The end must come after the start.
editor-held-twice = The role is chosen twice with this kind and scope: change one of them or remove it.
editor-time-form = Write the day as 2026-12-31, or with a time as 2026-12-31 17:00.
editor-time-no-day = There is no such day.
editor-time-no-time = There is no such time.
editor-time-skipped = This time does not exist that day: the clocks are put forward.
editor-time-outside = This lies outside the calendar, which ends with the year 9999.
editor-more-options = More options
editor-more-options-intro = Make a role eligible, limit it in time, or to an administrative unit.
editor-add-way = Add another way to hold { $role }
editor-change-way = Change how { $role } is held
editor-remove-way = Remove { $role }
editor-way-wrong = Incomplete
editor-way-kind = Kind
editor-kind-active = Active now
editor-kind-eligible = Eligible
editor-way-period = Duration
editor-permanent-choice = Permanent
editor-for-a-time = For a time
editor-way-scope = Scope
editor-time-from = From
editor-time-until = Until
editor-time-hint = 2026-12-01
editor-time-hint-until = 2026-12-31 17:00
editor-no-units = This tenant has no administrative units yet; they are made under Groups.
editor-search-units = Search administrative units
editor-no-unit-found = No administrative unit has this name.
editor-correct-ways = Correct the kind, time or scope of the roles first
editor-by-groups = Through groups
editor-by-groups-intro = Held as a member of a group: taken away by leaving the group.
editor-show-groups = Show groups
editor-derived = Comes with it
editor-derived-intro = Not assigned by itself: it follows from the roles.
editor-copy-roles = Copy roles from…
editor-copy-search = Search whose roles to copy
editor-copy-nobody = Nobody is found.
editor-copy-from = Copy the roles of { $name }
editor-copied = These are the roles of { $name }. Nothing is saved yet: see below what changes.
editor-set-applied = These are the roles of the set. Nothing is saved yet: see below what changes.
editor-no-product-mail = No product mail to the alternate e-mail address
editor-product-mail-comes = Product mail to the alternate e-mail address
editor-contradiction-licences = The source quotes a limit in its rows about licences that speaks of deleting and creating administrators, which says little about licences. It is shown as it stands.
delegated-title = Delegated administration
delegated-intro = How far this person administers the customers of this partner.
delegated-none = No delegated administration
delegated-limited = Limited administration
delegated-full = Full administration
delegated-none-about = Administers no customers.
delegated-about = Comparable to { $role } in the tenant of every customer.
delegated-chip-limited = Delegated: Limited
delegated-chip-full = Delegated: Full
delegated-tip = Administers the customers of this partner
sets-title = Role sets
sets-none = No sets yet. Choose roles and save them under a name, to give them together later.
sets-intro = Choosing a set replaces the roles chosen for good over the whole tenant.
sets-apply = Use the set { $name }
sets-delete = Delete the set { $name }
sets-delete-question = Delete the set “{ $name }”? Nobody loses a role by it.
sets-delete-yes = Delete the set
sets-save-chosen = Save the chosen roles as a set
sets-save = Save the set
sets-name-hint = Such as Service desk
sets-nothing-chosen = Choose at least one role first.
sets-replaces = Replaces the set { $name }.
sets-will-hold =
    { $count ->
        [one] Will hold { $count } role.
       *[other] Will hold { $count } roles.
    }
sets-roles =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }

## Groups and administrative units

group-units = Administrative units
group-unit = Administrative unit
group-search = Search by name
group-find-people = Find people
group-add = Add a group…
group-unit-add = Add an administrative unit…
group-members = Members
group-owners = Owners
group-roles-over = Roles over it
group-role-assignable = Role-assignable
group-role-assignable-about = Can hold admin roles, which its members then hold too. Only a Global Administrator changes it, and its members and owners are protected: whoever is not privileged can't reset their password (R24).
group-ordinary = Can't hold roles
group-ordinary-about = An ordinary group. Whether a group can hold admin roles is chosen when it is made.
group-restricted = Restricted management
group-restricted-about = Whoever holds a role over this unit is protected from administrators of the whole organisation who are not privileged (R23).
group-unit-about = Roles can be given over the people in it alone.
group-rename = Rename…
group-delete = Delete…
group-add-people = Add people…
group-remove = Remove { $name }
group-nobody-found = Nobody here has all of these words in their name, user name or department.
group-no-members = No members yet
group-no-members-hint = Members hold the roles that the group holds.
group-no-owners = No owners
group-no-owners-hint = Owners decide who is in the group. They do not hold its roles.
group-unit-nobody = Nobody in it yet
group-unit-nobody-hint = Roles over this unit hold for the people in it.
group-kind-active = Active
group-kind-eligible = Eligible
group-kind-active-about = Held from now on
group-kind-eligible-about = May be taken up when needed
group-scope-tenant = Whole tenant
group-no-end = No end date
group-expired-on = Expired on { $date }
group-give-roles = Choose roles…
group-revoke = Revoke { $role }
group-revoke-from = Revoke { $role } from { $name }
group-no-roles = No roles
group-no-roles-hint = Roles given to this group are held by all its members.
group-never-roles = Only a role-assignable group can hold roles, and that is chosen when a group is made.
group-unit-no-roles = No roles over it
group-unit-no-roles-hint = A role that is given over this unit alone appears here, with who holds it.
group-roles-of = Roles of { $name }
group-new = New group
group-unit-new = New administrative unit
group-may-hold-roles = Admin roles can be assigned to this group
group-may-hold-roles-about = This can't be changed later. Only a Global Administrator then changes the group, and its members and owners are protected.
group-unit-restricted-about = This can't be changed later. Whoever holds a role over a restricted unit is protected from administrators who are not privileged.
group-new-and-add = Create and add people…
group-rename-title = Rename { $name }
group-delete-title = Delete { $name }?
group-add-members-to = Add people to { $name }
group-add-owners-to = Add owners to { $name }
group-already-in = Already in it
group-choose-people = Choose someone first
group-add-asking = Add…
group-none = No groups yet
group-none-hint = Groups appear here, with who is in them and the roles they hold.
group-unit-none = No administrative units yet
group-unit-none-hint = An administrative unit holds the people that a role can be limited to.
group-none-found = Nothing by that name
group-none-found-hint = No name here has all of these words.
group-count-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
group-count-owners =
    { $count ->
        [one] { $count } owner
       *[other] { $count } owners
    }
group-delete-text =
    { $count ->
        [one] Its one member stays. The group can be brought back by undoing.
       *[other] Its { $count } members stay. The group can be brought back by undoing.
    }
group-unit-delete-text =
    { $count ->
        [one] The one person in it stays. The unit can be brought back by undoing.
       *[other] The { $count } people in it stay. The unit can be brought back by undoing.
    }

## Coming and going

user-add = Add a user
user-more = More
user-delete = Delete user
command-edit-licences = Licences…
command-edit-licences-tip = Give and take seats of subscriptions
command-ask = Ask first
command-ask-tip = Ask before something is done
licences-title = Licences of { $name }
licences-none = There are no subscriptions in this tenant yet. Add one under Organisation.
licences-left =
    { $count ->
        [one] { $count } of { $seats } seats left
       *[other] { $count } of { $seats } seats left
    }
licences-no-seat = No seat left of { $seats }
delete-one-title = Delete { $name }?
delete-many-title =
    { $count ->
        [one] Delete { $count } user?
       *[other] Delete { $count } users?
    }
delete-text =
    { $count ->
        [one] Whoever is deleted can't sign in and loses roles and licences. They can be restored for { $count } day, with everything they had.
       *[other] Whoever is deleted can't sign in and loses roles and licences. They can be restored for { $count } days, with everything they had.
    }
delete-many-text = Whoever may not be deleted stays; you will be told how many and why.
deleted-about =
    { $count ->
        [one] Whoever is deleted can be restored for { $count } day, with the roles and licences they had.
       *[other] Whoever is deleted can be restored for { $count } days, with the roles and licences they had.
    }
deleted-when = Deleted
deleted-until = Can be restored until
deleted-roles = Roles kept
deleted-expired = Can no longer be restored
deleted-restore = Restore user
deleted-purge = Delete for good
deleted-none = No deleted users
deleted-none-hint = Whoever you delete in Active users stands here, to be restored with their roles.
deleted-none-found-hint = No one has all of these words in their name or user name.
deleted-go = Go to Active users
purge-one-title = Delete { $name } for good?
purge-many-title =
    { $count ->
        [one] Delete { $count } user for good?
       *[other] Delete { $count } users for good?
    }
purge-text = They can't be restored any more, and their roles and memberships are forgotten.
add-basics = Basics
add-display-name = Display name
add-signs-in-as = Signs in as { $upn }
add-member = Member
add-member-about = Belongs to the organisation.
add-guest-about = Invited from elsewhere.
add-no-password = No password is made or shown: a plan holds none. Whoever carries the plan out sets the first password.
add-place = Place in the organisation
add-location-for-licences = Give a usage location: services are licensed by country.
add-delegation-none-about = Does not administer customers.
add-summary = What this gives
add-gives-nothing = No admin role. Signs in and uses the apps of the licences.
add-another = Add and start another
add-done = { $name } was added.
add-needs-name = Enter a display name
add-needs-user-name = Enter a user name
add-correct-user-name = Correct the user name first
add-correct-location = Correct the usage location first
add-no-seat = Choose licences that have a seat left

## Changes

changes-compare = Compare
changes-list = Entries of the history
changes-search = Search the history
changes-person = Person
changes-anyone = Anyone
changes-actor = Changed by
changes-actor-is = By { $name }
changes-period = Period
changes-from = From
changes-until = Until and including
changes-date-hint = Such as 2026-11-22
changes-date-invalid = This is not a date. Write it as 2026-11-22.
changes-any-time = Any time
changes-today = Today
changes-week = Last 7 days
changes-month = Last 30 days
changes-year = This year
changes-find = Find a name
changes-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
changes-shown =
    { $count ->
        [one] { $shown } of { $count } entry
       *[other] { $shown } of { $count } entries
    }
changes-and-more = { $first } and { $count } more
changes-undone-by = Undone by { $number }
changes-undo-of = Undoes { $number }
changes-redo-of = Redoes { $number }
changes-entry = Entry { $number }
changes-ticket = Ticket
changes-no-reason = No reason given
changes-items =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
changes-chain-holds = The history holds together
changes-chain-broken = The history does not hold together from entry { $number } on
changes-chain-missing = Entry { $number } has no hash: it was written by hand
changes-chain-old = The history was not chained yet when its first { $count } entries were written
changes-chain-tip = Every entry carries a hash over itself and the one before it, so that an entry that is changed, removed, added or moved in the file is found. Leaving out the newest entries is not: the checksum of the file tells that.
changes-preparing = Preparing the history…
changes-would-undo = Undo takes back entry { $number }: { $what }
changes-would-redo = Redo does entry { $number } again: { $what }
changes-nothing-to-undo = Only what was changed since the tenant was opened can be undone
changes-nothing-to-redo = Nothing was undone
changes-none = No changes yet
changes-none-hint = Whatever changes in this tenant is listed here: who did it, what, when and why.
changes-none-found = No entry matches
changes-none-found-hint = No entry has all of these words and passes the filters.
changes-hash = Hash { $hash }
changes-no-hash = Written before the history was a chain
changes-copy-hash = Copy hash
changes-export-file = history
compare-with = Compare what is open with
compare-saved = Saved file
compare-backup = Backup
compare-other = Another file…
compare-result =
    { $count ->
        [one] From { $file } to what is open: { $count } difference
       *[other] From { $file } to what is open: { $count } differences
    }
compare-same = No differences
compare-same-text = { $file } holds the same as what is open, and the same history.
compare-search = Search the differences
compare-list = Differences
compare-stale = The tenant was changed after this comparison.
compare-again = Compare again
compare-none-found = No difference matches
compare-none-found-hint = No difference has all of these words and stands in the section you chose.
compare-nothing = Nothing compared yet
compare-nothing-hint = Choose a file above. What differs in people, roles, groups, organisation and history appears here.
compare-export-file = differences
notice-history-broken = The history of { $file } does not hold together from entry { $number } on: it was changed outside Mandate. Changes shows it.
dialog-ticket = Ticket (optional)
dialog-ticket-hint = Such as CHG-1042

## Import

import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-results = Results
import-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
import-file-title = Choose a CSV file
import-file-about = Nothing is changed before you submit. You see first what would happen to each person, and why someone is refused.
import-format-ours = Mandate template
import-format-ours-about = with roles, licences and contact details
import-format-m365 = Microsoft 365
import-format-m365-about = Add multiple users
import-format-entra = Microsoft Entra
import-format-entra-about = Bulk create; initial passwords are dropped
import-format-other = Any other table
import-format-other-about = you say which column is what
import-choose = Choose a file…
import-choose-other = Choose another file…
import-save-template = Save a template…
import-template-file = people
import-reading = Reading the file…
import-drop = You can also drop a CSV file on this window.
import-may-not-add = You can't add people
import-may-not-assign = You can add people, but not give them roles
import-columns-title = Which column is what
import-is-ours = This is the Mandate template.
import-is-m365 = This is the Microsoft 365 template for adding multiple users.
import-is-entra = This is the Microsoft Entra template for bulk create.
import-is-unknown = The headings are of no template that is known.
import-passwords-dropped =
    { $count ->
        [0] A column of initial passwords was dropped; it held none.
        [one] { $count } initial password was dropped: it is not kept, shown or saved.
       *[other] { $count } initial passwords were dropped: they are not kept, shown or saved.
    }
import-examples-skipped =
    { $count ->
        [one] The example row of the template was left out.
       *[other] { $count } example rows of the template were left out.
    }
import-like-m365 = There are as many columns as in the Microsoft 365 template for adding multiple users, whose headings may be translated.
import-map-yourself = Choose below what each column is.
import-by-order = Use the order of that template
import-by-heading = Suggest by heading
import-country-code = Country code for numbers without one
import-country-code-does = 06 12345678 becomes +{ $code } 6 12345678
import-country-code-none = Leave empty to refuse numbers without a country code
import-bad-country-code = Give the country code as + and one to three digits, such as +31.
import-column = Column
import-column-number = Column { $number }
import-values = First values
import-becomes = Becomes
import-becomes-of = What { $column } becomes
import-ignored = Not imported
import-dropped = Passwords: dropped
import-required = { $name } (required)
import-field-user-name = User name
import-field-display-name = Display name
import-field-first-name = First name
import-field-last-name = Last name
import-field-job-title = Job title
import-field-department = Department
import-field-office = Office
import-field-usage-location = Usage location
import-field-country = Country, where it is two letters
import-field-block-sign-in = Block sign-in
import-field-alternate-email = Alternate e-mail address
import-field-mobile-phone = Mobile phone
import-field-licences = Licences
import-field-roles = Roles
import-field-delegated-administration = Delegated administration
import-field-guest = Guest
import-needs = Choose a column for { $name }.
import-reading-rows = Reading the people…
import-checking = Checking what would happen to each person. Nothing is changed yet.
import-applying = Adding each person who may be added.
import-check-failed = The check was not finished
import-check-again = Check again
import-countries-left-out =
    { $count ->
        [one] In { $count } row the country is given by its name, so the usage location stays empty there.
       *[other] In { $count } rows the country is given by its name, so the usage location stays empty there.
    }
import-all = Everyone
import-will-be-added = Will be added
import-added = Added
import-warned = With warnings
import-refused = Refused
import-delegated-limited = Delegated administration, limited
import-delegated-full = Delegated administration, full
import-line = Line
import-line-of = Line { $line }: { $name }
import-verdict = Outcome
import-why = Why
import-no-name = (no name)
import-list = What happens to each row
import-search = Find in the file
import-none-match = No one matches
import-none-match-hint = No row has this verdict and these words in the name or user name.
import-export = Export results
import-export-file = import-verdicts
import-refused-file = import-refused
import-open-person = Show { $name }
import-reason-optional = Reason (optional)
import-ticket = Ticket (optional)
import-submit = Submit
import-submit-ready =
    { $count ->
        [one] { $count } person will be added.
       *[other] { $count } people will be added.
    }
import-submit-some =
    { $count ->
        [one] { $count } person will be added; { $refused } refused and left out.
       *[other] { $count } people will be added; { $refused } refused and left out.
    }
import-nobody-added = Every row is refused, so there is nothing to submit.
import-save-refused =
    { $count ->
        [one] Save the refused row…
       *[other] Save the { $count } refused rows…
    }
import-save-refused-tip = As a CSV file to correct and import again, with why each was refused
import-done =
    { $count ->
        [one] { $count } person was added. Undo takes it back.
       *[other] { $count } people were added. Undo takes all of it back.
    }
import-done-some =
    { $count ->
        [one] { $count } person was added and { $refused } refused. Undo takes it back.
       *[other] { $count } people were added and { $refused } refused. Undo takes all of it back.
    }
import-undone = This import was undone since.
import-show-people = Show active users
import-another = Import another file

## Organisation

org-profile = Profile
org-domains = Domains
org-subscriptions = Subscriptions
org-partners = Partners
org-customers = Customers
org-unsaved = Not saved
org-remove = Remove
org-remove-title = Remove { $name }?
org-close-form = Close form
org-read-only = You can look at this, not change it
org-bought = Where the subscription was bought
org-bought-microsoft = From Microsoft
org-bought-microsoft-about = Bills come from Microsoft. Billing administrator can be assigned.
org-bought-partner = From a partner
org-bought-partner-about = Billing is arranged with the seller. Billing administrator can't be assigned (R10).
org-seller = Seller
org-seller-missing = Name the partner it was bought from.
org-people = People
org-sync = Directory synchronisation
org-sync-about = Synchronised users get their name, user name, phone and block state on-premises, so those are not edited here (R25). Administrators need a mobile phone to reset their own password (R8).
org-sync-count =
    { $count ->
        [one] { $count } user is synchronised now.
       *[other] { $count } users are synchronised now.
    }
org-days = Days a deleted user can be restored
org-days-about = After that a deleted user is gone for good. Microsoft keeps 30 days.
org-days-wrong = Give a number of days, from 1 to 65,535.
org-partner = Partner
org-certified = Certified partner
org-certified-about = People of a certified partner can be given delegated administration: Full or Limited (R18), and its customers are listed here.
org-delegates-count =
    { $count ->
        [one] { $count } user has delegated administration.
       *[other] { $count } users have delegated administration.
    }
org-customers-count =
    { $count ->
        [one] { $count } customer is listed.
       *[other] { $count } customers are listed.
    }
org-show-customers = Show customers and who administers them
org-domain = Domain
org-domain-state = State
org-domain-people = Users
org-domain-add = Add domain
org-domain-new = New domain
org-domain-name = Domain name
org-domain-hint = contoso.com
org-domain-new-about = A new domain is not verified: users can have their name on it once it is.
org-domain-missing = Enter a domain name.
org-domain-wrong = Enter a domain name such as contoso.com.
org-domain-too-long = A domain name has at most { $count } characters.
org-domain-verified = Verified
org-domain-unverified = Not verified
org-domain-initial = Initial
org-domain-default = Default
org-domain-default-about = New users get a name on this domain unless another is chosen.
org-domain-verify = Mark as verified
org-domain-verify-about = Mandate works offline and checks no DNS: it only marks the domain as verified in this plan. In the tenant itself, ownership is proven with a DNS record.
org-domain-make-default = Make default
org-domain-make-default-about = New users get a name on the default domain unless another is chosen.
org-domain-remove = Remove domain…
org-domain-remove-about = Nobody has a name on it.
impossible-default-domain = There is always one default domain. Make another the default first.
org-show-people = Show these users
org-subscription = Subscription
org-subscription-name = Product
org-subscription-add = Add subscription
org-subscription-new = New subscription
org-subscription-none = No subscriptions
org-subscription-none-hint = What was bought stands here, with its seats and services. Without a subscription nobody can have a licence, and roles for one service can't be assigned (R9).
org-subscription-remove = Remove subscription…
org-subscription-remove-about = Nobody holds a seat of it.
org-seats = Seats
org-seats-wrong = Give the number of seats in digits.
org-seats-in-use = Seats in use
org-seats-used = { $used } of { $count } used
org-seats-left = { $count } left
org-seats-over = { $count } too many
org-show-holders = Show who holds a seat
org-services = Services
org-services-about = A role for one service can be assigned while a subscription includes it (R9).
org-no-services = No services
org-roles-without-service = Held now, for a service that no subscription would include any more:
org-role-held = { $role } ({ $count }×)
org-administers = Administers this tenant
org-administers-about = Its people administer this tenant by delegated administration.
org-administers-yes = Administers
org-administers-no = Advises only
org-partner-name = Name of the partner
org-partner-add = Add partner
org-partner-new = New partner
org-partner-none = No partners
org-partner-none-hint = Partners that this organisation works with stand here, and whether they administer this tenant.
org-partner-remove = Remove partner…
org-partner-remove-about = It is no longer listed here. What it may do in the tenant itself has to be ended there.
org-customer = Customer
org-customer-name = Name of the customer
org-customer-domain = Domain of the customer
org-customer-about = Everyone here with delegated administration may administer this customer.
org-customer-add = Add customer
org-customer-new = New customer
org-customer-none = No customers
org-customer-none-hint = The customers that this partner administers stand here.
org-customer-remove = Remove customer…
org-customer-remove-about = It is no longer listed here. Delegated administration of people stays as it is.
org-who-administers-this = Who may administer it
org-who-administers = Who may administer these customers
org-who-administers-about = By delegated administration, each of all customers.
org-level-line = { $level }: { $count }, comparable to { $role }
org-level-full = Full
org-level-limited = Limited
org-nobody-administers = Nobody has delegated administration yet. It is given to a person under Manage roles in Active users.

## Why, where nobody has to say

why-line = Reason and ticket (optional)

## Work that must end first, and workers that break down

notice-waiting = This goes on once the work under way is done.
notice-failed-saving = An error in Mandate broke off the saving. Save again, or under another name.
notice-failed-reading = An error in Mandate broke off the reading of a file. Nothing was opened.
notice-failed-changing = An error in Mandate broke this off. Nothing was changed.
notice-failed-other = An error in Mandate broke off the work under way.

## Views of what roles amount to

view-overview = Overview
command-overview = Overview
command-overview-tip = What deserves attention first
command-roles = Roles
command-roles-tip = What each role can do, and who holds it
command-access = Access
command-access-tip = Who can do what, and how
command-review = Review
command-review-tip = The findings, and what mends them

## Roles of the tenant's own and the review, in the history

thing-custom-role = Custom role {$name}
thing-review = Review thresholds
thing-break-glass = Break-glass account {$name}
thing-acceptance = Acceptance of the finding “{$finding}”
change-action-added = now allows {$action}
change-action-removed = no longer allows {$action}
field-description = description
field-action = action
field-fewest-global = fewest Global Administrators
field-most-global = most Global Administrators
field-limit-global = limit of Global Administrators
field-most-privileged = most privileged assignments
field-reason = reason
field-until = accepted until
field-people = people it is accepted for
editor-category-custom = Custom roles
source-custom = the tenant's own definition
impossible-role-in-use = The role {$name} is still assigned, was held by a deleted user, or is in a role set. Revoke it there first.
impossible-no-actions = The role would allow nothing. Choose at least one action.
impossible-thresholds = The thresholds contradict each other: each must be at least the one before it.
impossible-already-over = The end date is past. Choose a later one.

## Review

review-search = Search findings
review-list = Findings
review-open = Open
review-accepted = Accepted
review-all = All
review-error = Error
review-warning = Warning
review-info = Info
review-error-about = Mandate would refuse to bring this about.
review-warning-about = Allowed, and unwise.
review-info-about = Good to know.
review-rule = Rule
review-rule-all = All rules
review-rule-none = Without a rule
review-gathering = Looking for what is remarkable…
review-renewing = Being brought up to date…
review-failed = The review broke down. What is shown may be out of date.
review-none = Nothing to remark
review-none-hint = Nothing about this tenant asks for attention. What is found later appears here by itself.
review-none-accepted = Nothing is accepted
review-none-accepted-hint = A finding that is known and left as it is for a while stands here, with the reason and the day it comes back.
review-none-found = No finding matches
review-none-found-hint = Search for something else, or clear the filters.
review-clear = Clear filters
review-show-open = Show open findings
review-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
review-why = Why it matters
review-rule-says = The rule
review-people = People
review-groups = Groups
review-people-list = People concerned
review-roles-list = Roles concerned
review-groups-list = Groups concerned
review-nobody = It is about the tenant, not about someone.
review-export-people = Export people
review-export = Export findings
review-export-file = findings
review-export-people-file = people-concerned
review-column-severity = Severity
review-column-finding = Finding
review-column-key = Key
review-column-people = Number of people
review-column-until = Accepted until
review-column-reason = Reason for accepting
review-fix = Fix…
review-fix-none = How to fix this takes judgement: open below who or what it is about.
review-fix-title = Fix a finding
review-fix-intro = { $count ->
    [one] This change helps to mend it. Nothing happens before you carry it out.
   *[other] These { $count } changes help to mend it. Choose which; nothing happens before you carry them out.
}
review-fix-list = Changes
review-fix-all = All changes
review-fix-choose = Choose: { $change }
review-fix-rehearsing = Asking the rules…
review-fix-left = Left as it is
review-fix-will = Will be done
review-fix-done = Done
review-fix-go = { $count ->
    [one] Carry out 1 change
   *[other] Carry out { $count } changes
}
review-fix-nothing = Choose at least one change that is allowed.
review-fix-working = Carrying out…
review-fix-result = { $count ->
    [one] 1 change was made, as one step to undo.
    [0] Nothing was changed.
   *[other] { $count } changes were made, as one step to undo.
}
review-fix-refused = { $count ->
    [one] 1 change was refused.
   *[other] { $count } changes were refused.
}
review-accept = Accept…
review-accept-title = Accept a finding
review-accept-intro = It is not counted until the end date. Then it comes back, and so it does when it concerns someone it does not concern now.
review-accept-reason = Why it is left as it is
review-accept-reason-hint = Such as: agreed with the auditor, replaced in March
review-accept-reason-missing = Give a reason: it stands beside the finding.
review-accept-until = Until
review-accept-until-missing = Give an end date.
review-accept-until-past = The end date is past. Choose a later one.
review-accept-go = Accept
review-accept-stop = Stop accepting
review-accept-not = What the file itself tells can't be accepted.
review-accept-over = This was accepted until { $date }. That is over, so it is open again.
review-accept-others = { $count ->
    [0] This is accepted until { $date }, as it was then; it is another now.
    [one] This is accepted until { $date } for 1 person, not for those here.
   *[other] This is accepted until { $date } for { $count } people, not for all of those here.
}
review-accepted-until = Accepted until { $date }
review-days-left = { $count ->
    [0] ends today
    [one] 1 day left
   *[other] { $count } days left
}
review-break-glass = Break-glass accounts…
review-break-glass-title = Break-glass accounts
review-break-glass-about = Accounts kept for emergencies: Global Administrators for good whom nobody phones and who never sign in. Findings that remark on that pass them by; they are found when they could not be used in an emergency.
review-break-glass-search = Search people to register
review-break-glass-list = Registered accounts
review-break-glass-found = People found
review-break-glass-none = No account is registered. Two are usual: search for the first.
review-break-glass-is = Registered
review-break-glass-add = Register { $name }
review-break-glass-remove = No longer register { $name }
review-thresholds = Thresholds…
review-thresholds-title = Thresholds
review-thresholds-about = What the review of this tenant takes for too few and too many. They are saved in the tenant file.
review-threshold-fewest = Fewest Global Administrators
review-threshold-fewest-source = Usually 2. Microsoft: at least two, so that one lost account locks nobody out.
review-threshold-most = Most Global Administrators
review-threshold-most-source = Usually 4. Microsoft 365 advises fewer than five.
review-threshold-limit = Limit of Global Administrators
review-threshold-limit-source = Usually 8. CISA (SCuBA) allows two to eight.
review-threshold-privileged = Most privileged assignments
review-threshold-privileged-source = Usually 10. Microsoft Entra advises fewer than ten.
review-threshold-number = Give a whole number from 1 to 65535.
review-threshold-order = This must be at least { $least }, the number before it.
review-thresholds-reset = Reset to usual
review-badge = { $name }, { $count ->
    [one] 1 open finding
   *[other] { $count } open findings
}
notice-failed-review = The review broke down; the findings shown may be out of date.

## Access: who can do what, and how

access-tab-person = What can a person do
access-tab-who = Who can …
access-tab-may = May they …
access-tab-least = Least role
access-tab-gaps = Gaps
access-find-person = Find a person
access-administrators = Administrators
access-everybody = Everyone
access-person-none = Choose a person
access-person-none-hint = Everything that their roles add up to stands here, with the role that each permission and action comes from.
access-open-person = Open person
access-search-within = Search permissions and actions
access-is-blocked = This account is blocked
access-is-blocked-about = What stands here counts once the account may sign in again.
access-holds-nothing = No admin role reaches this person
access-holds-nothing-about = Open the person to assign a role, directly or by a group.
access-unknown = More may be allowed than stands here
access-unknown-about = No source tells the actions of one of these roles. Unknown is not none.
access-eligible-adds = With eligible roles taken up, besides
access-actions = Actions
access-by = by { $roles }
access-directly = directly
access-contained = Wholly contained in { $role }
access-contained-together = Contained in their other roles together
access-in-group =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
access-show-group = Open the group { $name }
access-who-can-this = Who can: { $what }
access-fold = Hide what is under { $what }
access-unfold = Show what is under { $what }
access-none-found = Nothing found
access-none-found-hint = Try fewer words, or other ones.
access-find-need = Find a permission, task or action
access-needs = Permissions, tasks and actions
access-a-permission = Permission of the Microsoft 365 admin center
access-as-typed = Action as you typed it
access-tasks-of = Tasks: { $area }
access-actions-of = Actions: { $namespace }
access-need-none = Choose what it is about
access-need-none-hint = A permission, a task or an action, found by its words. An action may be typed in full, with allEntities, allProperties and allTasks.
access-working = Working it out…
access-count =
    { $count ->
        [one] { $count } person can do this now
       *[other] { $count } people can do this now
    }
access-count-nobody = Nobody can do this now
access-nobody = Nobody holds a role that lets them do this
access-nobody-now = Roles that would let someone are held, and none counts now
access-nobody-about = Find the least role tells which to assign, and what comes with it.
access-no-role = No directory role that is known does this.
access-find-least = Find the least role
access-unheld = Would let someone, held by nobody
access-wholly = Wholly
access-in-part = In part
access-all-of-it = All of it
access-depends-on-whose = whose password depends on what they hold (R23)
access-part-of-action = Part of it: a kind of the thing, or some of its properties
access-part-of-task = Part of it
access-together = Only together with { $roles }
access-published-for = Microsoft names it as least privileged
access-published = Microsoft
access-assignments =
    { $count ->
        [one] { $count } assignment
       *[other] { $count } assignments
    }
access-may-who = Who
access-may-what = What
access-may-whom = To whom
access-group = Group
access-find-operation = Find an operation
access-operations = Operations
access-deleted-people = Deleted people
access-may-none = Choose what is to be done
access-may-none-hint = Whether the account may do it stands here, with the rules that say so and what would have to change.
access-may-choose-person = Choose to whom it is done
access-may-choose-role = Choose which role
access-may-choose-group = Choose which group
access-may-choose-unit = Choose which administrative unit
access-unit = Unit
access-find-unit = Find an administrative unit
access-not-assignable = can't be assigned (R20)
access-may-choose-hint = The answer depends on it.
access-may-already = Nothing would change
access-may-already-hint = It is like that already, so there is nothing to decide. Choose someone or something else.
access-may-yes = Yes
access-may-with-reason = Yes, with a reason
access-may-impossible = Allowed, and still not possible
access-may-no = No
access-may-rules = The rules that refuse it
access-may-least = The least change that would allow it
access-take-up = Take up this role, eligible over: { $scope }
access-be-given = Be given this role over: { $scope }
access-no-role-would = No role would allow this.
access-no-role-because = No role would allow this: { $rules }.
access-named = Named here
access-table-password = Who may reset whose password (R23)
access-table-sensitive = Who may change whose sensitive data (R23)
access-cell-yes = May
access-cell-no = May not
access-cell-conditional = May, under a condition that the source does not explain
access-target-none = someone without an admin role
access-target-group = a member or owner of a role-assignable group
access-target-unit = someone with a role over a restricted unit
access-target-other = someone with any other role
access-least-none = Choose what someone is to be able to do
access-least-none-hint = Tasks, permissions and actions, as many as are needed. The roles that do it with the least power stand here.
access-least-about = Ranked by privileged actions beyond the need, then by all actions beyond it
access-remove-need = Take out { $what }
access-clear-needs = Take out all
access-no-excess = Nothing beyond the need
access-excess =
    { $count ->
        [one] { $count } action beyond the need
       *[other] { $count } actions beyond the need
    }
access-excess-privileged =
    { $count ->
        [0] none of them privileged
       *[other] { $count } of them privileged
    }
access-more-unknown = its actions are unknown, it may allow more
access-serves = Serves: { $what }
access-beyond = Allowed beyond the need
access-microsoft-names = What Microsoft names for: { $task }
access-named-outside = Microsoft names something outside the directory's roles
access-named-differs = Microsoft names another role than the first set above
access-named-same = Microsoft names the same as the first set above
access-named-only = Microsoft names this; no set above serves every need
access-several-any = Any one of them is enough
access-several-all = All of them together
access-several-unknown = The source does not say whether one is enough
access-outside-azure = the Azure role { $name }
access-outside-owner-application = the owner of the enterprise application
access-outside-owner-group = the owner of the group
access-outside-member = members of the group
access-outside-everyone = every user, without any role
access-outside-nonguests = every user but guests, without any role
access-outside-group = members of the group { $name }
access-unserved = No role does this: { $what }
access-unserved-about = Ask for less of it, or for another action.
access-inexact = Not every set was looked at
access-inexact-about = With so many needs the search stops early: a smaller set may exist.
access-gap-uncovered = Nobody can
access-gap-redundant = Roles that add nothing
access-gap-exceeding = More than needed
access-uncovered = Tasks that nobody can do now:
access-uncovered-about = No role that does them is in force for anyone who may sign in
access-redundant = Roles that add nothing:
access-redundant-about = All that they allow is allowed already by the holder's other roles
access-exceeding = People who can do more than is needed:
access-exceeding-about = The most power beyond the need comes first
access-exceeding-none = Choose what people need to do
access-exceeding-none-hint = Everyone whose roles allow more than these tasks, permissions and actions ask for stands here.
access-no-gap = Every task has someone
access-no-gap-hint = For each task that a directory role does, someone who may sign in holds such a role.
access-no-redundant = Every role adds something
access-no-redundant-hint = A role stands here when all that it allows is allowed already by its holder's other roles.
access-no-exceeding = Nobody can do more than is needed
access-no-exceeding-hint = No role in force allows more than what was chosen.
access-idle = Serves none of what is needed
access-serves-of = can do { $count } of { $all } needs
access-nothing-to-export = There is nothing to export
access-file-person = what-a-person-can-do
access-file-who-can = who-can
access-file-may = may-they
access-file-least = least-role
access-file-gaps = gaps
access-column-kind = Kind
access-column-what = What
access-column-key = Key
access-column-extent = How far
access-column-through = Through
access-column-scope = Scope
access-column-standing = Standing
access-column-from = From
access-column-until = Until
access-column-template = Template id
access-column-about = Who and to whom
access-column-answer = Answer
access-column-rule = Rule
access-column-sentence = Sentence
access-column-instead = Instead
access-column-place = Place
access-column-excess-privileged = Privileged actions beyond the need
access-column-excess = Actions beyond the need
access-column-area = Area
access-column-task = Task
access-column-contained = Contained in
access-column-can = Needs they can do
access-column-idle = Roles that serve none
access-kind-refusal = Refusal
access-kind-confirmation = Asks for a reason
access-kind-warning = Warning
access-kind-cell = Cell of a table
access-kind-change = Would allow it

## Roles of the tenant's own

custom-new = New custom role
custom-new-title = New custom role
custom-change-title = Change {$name}
custom-change = Change
custom-clone = Clone
custom-clone-tip = Make a custom role that allows the same
custom-clone-unknown = Nobody knows what this role allows, so it can’t be cloned.
custom-copy-of = Copy of {$name}
custom-description = Description
custom-search-actions = Search by words or action
custom-actions-list = Actions to choose from
custom-unsaved = Nothing is saved yet. Press Escape again, or Cancel, to leave it so.
custom-chosen-only = Chosen
custom-none-chosen = Nothing is chosen yet. Search above, or show all.
custom-none-found = No action has these words.
custom-chosen = {$count ->
    [one] 1 action chosen
   *[other] {$count} actions chosen
}
custom-unlisted = {$count ->
    [one] 1 more that no list has
   *[other] {$count} more that no list has
}
custom-privileged = Privileged, because it allows {$actions}
custom-permissions = Gives {$count} of the fifteen permissions: {$permissions}
custom-no-permissions = Gives none of the fifteen permissions.
custom-entra-limits = Microsoft Entra takes only some of these actions in a custom role. Which ones is not known here.
custom-delete-title = Delete the custom role {$name}?
custom-delete-text = Undo brings it back.
custom-not-own = Built-in roles can’t be changed. Clone it to make one of your own.

## Roles

roles-category = Category
roles-status = Status
roles-service = Service
roles-people = People
roles-actions = Actions
roles-about = About
roles-any = Any
roles-assigned = Assigned
roles-unassigned = Not assigned
roles-changes = Changes to the catalogue
roles-holders =
    { $count ->
        [0] Held by nobody
        [one] Held by { $count } person
       *[other] Held by { $count } people
    }
roles-eligible-more = +{ $count } eligible
roles-none-found = No role found
roles-none-found-hint = No role is called so, can do that, or passes the filters.
roles-privileged-about = Holding this role can lead to holding everything.
roles-privileged-count = { $count } privileged
roles-status-active = In use
roles-status-active-about = This role is meant to be used.
roles-status-deprecated = Deprecated
roles-status-deprecated-about = Microsoft took this role out of use. It can't be assigned; whoever holds it is better off without it.
roles-status-not-for-use = Not for use
roles-status-not-for-use-about = This role exists, but Microsoft tells everyone to leave it alone. It can't be assigned.
roles-status-service = Assigned by the service
roles-status-service-about = Only the service itself gives this role, to its own accounts. It can't be assigned by people.
roles-hidden = Hidden in the portal
roles-hidden-about = The portal leaves this role out of its list: there it can be assigned by script only.
roles-unlisted = In no list
roles-unlisted-about = No list known here has this role. It was found in this tenant and is kept; what it can do is unknown.
roles-why-privileged = Why privileged
roles-privileged-because =
    { $count ->
        [one] { $count } of its { $all } actions is labelled privileged
       *[other] { $count } of its { $all } actions are labelled privileged
    }
roles-show-privileged = Show all { $count } privileged actions
roles-privileged-unlabelled = Microsoft marks the role privileged; none of the actions known here carries that label.
roles-privileged-unknown = Microsoft marks the role privileged; which of its actions are the reason is unknown.
roles-notes = Worth knowing
roles-permissions = In the admin center
roles-classic = This is the Office 365 role { $name }.
roles-not-classic = Not one of the eight Office 365 roles; worked out from its actions.
roles-not-permitted =
    { $count ->
        [one] Not: { $count } permission
       *[other] Not: { $count } permissions
    }
roles-tasks = Least privileged role for
roles-task = Task
roles-no-tasks = Microsoft names it for no task.
roles-task-with-others = together with other roles
roles-source-fresh = less than a month old
roles-source-old =
    { $count ->
        [one] { $count } month old
       *[other] { $count } months old
    }
roles-source-unlisted =
    { $count ->
        [one] { $count } of its actions stands in no list
       *[other] { $count } of its actions stand in no list
    }
roles-not-in-seed = New since the source article
roles-also-called = Also called { $names }
roles-other-language = In Dutch: { $name }
roles-actions-list = Actions of this role
roles-actions-unknown = No source tells which actions this role has. Unknown is not none: it may do a great deal.
roles-no-actions = No actions
roles-no-actions-hint = A source was read, and it gives this role no action.
roles-assign = Assign…
roles-assign-go = Assign
roles-assign-title = Assign { $role }
roles-already = Already assigned
roles-people-list = People who hold this role
roles-nobody = Nobody holds this role
roles-nobody-hint = Whoever is given it, directly or through a group, appears here.
roles-section-directly = Directly
roles-section-group = Through a group
roles-section-scoped = Over an administrative unit only
roles-section-eligible = Eligible
roles-section-later = Beginning later
roles-section-expired = Expired
roles-revoke = Revoke
roles-revoke-from = Revoke from { $name }
roles-revoke-title = Revoke { $role } from { $name }?
roles-revoke-text = What this role alone allows can't be done any more. This can be undone.
roles-revoke-group-text = The members of this group lose what this role alone allows. This can be undone.
roles-compare-shared = Shared by all
roles-compare-differing = Differing
roles-compare-only-one = Only in one
roles-compare-add = Add a role…
roles-compare-remove = Remove { $role } from the comparison
roles-compare-full = { $count } roles are as many as fit side by side
roles-compare-empty = Choose roles to compare
roles-compare-empty-hint = Two to { $count } roles stand side by side here: what they share, where they differ, and whether one contains another.
roles-compare-none = No permission or action is left by what you searched for and filtered.
roles-compare-list = Permissions and actions compared
roles-compare-what = Permission or action
roles-compare-permission = Permission of the admin center
roles-relation-same = { $one } and { $other } have the same actions
roles-relation-contained =
    { $count ->
        [one] { $one } is contained in { $other }, which has { $count } action more
       *[other] { $one } is contained in { $other }, which has { $count } actions more
    }
roles-relation-overlap =
    { $count ->
        [one] { $one } and { $other } overlap in { $count } action
       *[other] { $one } and { $other } overlap in { $count } actions
    }
roles-relation-nothing = { $one } and { $other } have no action in common
roles-relation-unknown = How { $one } and { $other } relate is unknown, because the actions of one of them are
roles-changes-editions = The source article lists { $roles } roles with { $actions } actions; today there are { $newroles } roles with { $newactions } actions.
roles-changes-search = Search roles and actions
roles-changes-none = Nothing that changed has all of these words and is of this kind.
roles-changes-list = Changes to the catalogue
roles-change-role-newly-privileged = Newly privileged
roles-change-role-no-longer-privileged = No longer privileged
roles-change-role-added = Role added
roles-change-role-removed = Role removed
roles-change-role-renamed = Role renamed
roles-change-action-newly-privileged = Newly privileged action
roles-change-action-added = Action added
roles-change-action-removed = Action removed
roles-change-was = Was { $name }

## Overview

overview-gathering = Gathering the figures…
overview-people = People
overview-people-about =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
overview-share = { $percent } % of people
overview-share-small = Under 1 % of people
overview-global-well = { $fewest } to { $most } advised
overview-global-few = At least { $count } advised
overview-global-many = At most { $count } advised
overview-global-limit = At most { $count } allowed
overview-global-able = Only { $count } can sign in
overview-global-blocked = { $count } blocked
overview-privileged-about = Hold a privileged role
overview-guests = Guests with roles
overview-guests-about =
    { $count ->
        [one] of { $count } guest
       *[other] of { $count } guests
    }
overview-blocked = Blocked with roles
overview-blocked-about = of { $count } blocked
overview-assignments = Role assignments
overview-in-force = { $count } in force
overview-later = { $count } later
overview-expired = { $count } expired
overview-eligible = Eligible
overview-eligible-about = Can be taken up
overview-ending = Ending soon
overview-ending-about = Within 30 days
overview-custom = Custom roles
overview-custom-about = Beside { $count } built-in
overview-deleted-about =
    { $count ->
        [one] Kept for { $count } day
       *[other] Kept for { $count } days
    }
overview-seats = Licences in use
overview-seats-about =
    { $count ->
        [one] of { $count } seat
       *[other] of { $count } seats
    }
overview-findings = Open findings
overview-findings-gathering = Looking through the tenant…
overview-findings-renewing = Renewing…
overview-findings-failed = An error in Mandate broke the review off. The next change starts it again.
overview-findings-none = Nothing was found that asks for attention.
overview-to-review = Go to Review
overview-more-findings =
    { $count ->
        [one] And { $count } more finding
       *[other] And { $count } more findings
    }
overview-holders = Who holds privileged roles
overview-privileged-none = Nobody holds a privileged role. Whoever does stands here, the most powerful first.
overview-more-people = And { $count } more
overview-how-direct = Directly
overview-how-group = Through a group
overview-how-unit = Within a unit
overview-how-eligible = Eligible
overview-by-role = By role
overview-by-category = By category
overview-chart-roles = People by role
overview-chart-categories = Assignments by category
overview-bars-none = Nobody holds a role. Roles stand here with the number of people who hold them.
overview-bar-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
overview-bar-eligible = { $count } eligible
overview-bar-privileged = { $count } privileged
overview-legend-privileged = privileged
overview-legend-eligible = eligible
overview-category-none = In no list of roles
overview-more-roles =
    { $count ->
        [one] And { $count } more role
       *[other] And { $count } more roles
    }
overview-recent = What changed recently
overview-recent-none = Nothing has been changed yet. What is changed stands here, the newest first.
overview-all-changes = All { $count } changes
overview-steps = What to do next
overview-step-add = Add the people of the organisation
overview-step-import = Or bring them in from a file
overview-step-global =
    { $count ->
        [one] Make sure that someone who can sign in is Global administrator
       *[other] Make someone else Global administrator too: at least { $count } are advised
    }
overview-step-subscription = Note the subscriptions that were bought: some roles need their services
