//! The words by which sheets, columns and special cells are recognised.
