//! What the editor does.
