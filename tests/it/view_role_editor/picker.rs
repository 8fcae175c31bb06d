//! The rows of the picker, without pixels.
