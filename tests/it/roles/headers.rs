//! The comments that open the generated files: what each holds and where it comes from.

/// The date of the documentation page that filled the tables the seed article had lost.
pub const SEED_DOCS_DATE: &str = "2025-05-26";

pub const ENTRA_CURRENT: &str = "\
// The built-in roles of Microsoft Entra as of mid 2026, with their resource actions.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew.
//
// Names, ids, privileged flags: Microsoft Learn, \"Microsoft Entra built-in roles\", the page of
// 2026-06-30. The last three roles stand in no list; each has a page of its own. Actions: the
// page of the role named in the comment above it, in MicrosoftDocs/entra-docs under
// docs/identity/role-based-access-control/, with the date the page carries.
// Dutch names: Microsoft's own, where its Dutch article has the role; else ours.
//
// `Privileged(..)` carries the label in this role's table, `Plain(..)` does not. A table that no
// stored page prints is `Unknown`, which is not the same as none. `NotForUse`: people are told to
// leave the role alone. `Deprecated`: Microsoft says so, and lists the role still.
";

pub const ENTRA_SEED: &str = "\
// The 104 built-in roles of Microsoft Entra as its article in Dutch listed them, about half a year
// before the page that is named below, with their resource actions.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew.
//
// `Seed(..)`: the table as the article has it, in its order and spelling. `Docs(..)`: the article's
// table was lost, so it is the one of Microsoft Learn, \"Microsoft Entra built-in roles\"
// (MicrosoftDocs/entra-docs, permissions-reference.md), of the date given.
//
// `Privileged(..)`, `Plain(..)`: the label of the action in Microsoft's pages, for `Seed` tables
// that of the page nearest in time; `Unlabelled(..)`: an action those pages do not have.
// `aliases`: the heading of the role's own section where it differs from the list, names in Graph
// and PowerShell, former names, the name in the table of hidden roles.
// Names do not identify a role: \"Password Administrator\" is also what Helpdesk Administrator was
// once called. Statuses are explained in entra-current.ron.
";

pub const NOTES: &str = "\
// What each role is for, can and cannot do, and what to mind before giving it: our own words, in
// English and Dutch. The `For` notes are the role's description.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew. The
// roles after the first 104 come from new-role-texts.ron, which is written by hand.
//
// A `Cannot` carries its own negation; a `See` speaks of the `related` role.
";

pub const RETIRED: &str = "\
// Roles that stand in no list any more, or never stood in one, and are still found in tenants.
// Nobody assigns them: `Deprecated` is out of use, `ServiceAssigned` is what members and guests
// hold by themselves.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew.
//
// Names: Microsoft Learn, \"Microsoft Entra built-in roles\", tables of deprecated and of hidden
// roles. Ids: as several public code files agree; the pages do not print them. `without_id`: no
// id is known, so these can be named and not looked up.
";

pub const OFFICE365: &str = "\
// The classic view of Office 365: fifteen permissions for eight roles, 120 cells, and the roles
// inside the services that come with each of the eight.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew.
//
// Cells and service roles: Microsoft's article on assigning admin roles in Office 365 for
// business, Dutch edition. `limited:view_only` sees and cannot edit;
// `limited:non_admins_only` is for people without an admin role;
// `limited:no_delete_global_admin_no_create_admins` does not delete global administrators and
// creates no administrators. The licence rows quote that last limit too, as the article does.
//
// The eight are views of Entra roles by id, not by name: `password` is Helpdesk Administrator,
// `service` is Service Support Administrator, `user_management` is User Administrator.
";

pub const RESET: &str = "\
// Who may reset whose password and change whose sensitive properties.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew.
//
// Both matrices, the sensitive actions and the roles outside the columns: Microsoft Learn,
// \"Privileged roles and permissions in Microsoft Entra ID\", the page of 2026-06-05. A row is the
// person acted on, a column the acting role. `Conditional`: the page has an asterisk there that
// it does not explain. `extra_actors` hold for both matrices.
//
// `authentication_roles`: the comparison in the Dutch article on built-in roles. Columns: a
// person's authentication methods, multifactor authentication per person, its settings, policy of
// methods, policy of password protection, sensitive properties, delete and restore. The pages of
// 2026 are stricter: no multifactor authentication per person for either authentication role.
";

pub const TASKS: &str = "\
// Tasks, and the roles Microsoft names as the least privileged that do them.
//
// Generated: edit nothing here. UPDATE_ROLES=1 cargo test --test it roles:: writes it anew. The
// Dutch stands in task-texts.ron, by area and English label.
//
// Microsoft Learn, \"Least privileged roles by task in Microsoft Entra ID\", the page of
// 2026-06-17; the labels are ours. `several` says how several least roles relate: any of them
// when it is absent.
";
