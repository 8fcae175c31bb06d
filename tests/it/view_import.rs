//! The import wizard: the verdicts without pixels, the steps by their labels, and whole paths
//! through the app.

mod many;
mod pure;
mod whole;
