//! In: finished results. Out: files in memory; the table of outputs that scoring.toml may name.
//!
//! To add an output: one file here that implements [`Output`], and two lines below, its `mod` and its entry in
//! [`OUTPUTS`]. Its name is then valid in scoring.toml, and it is written by every run that names none.
//! The manifest is no output: it hashes the others and is written with every set.

pub(super) mod bloc_workbook;
mod charts;
mod ket_qua;
mod notices;
mod roll_up;
mod tables;
mod yearly_forms;

use crate::model::Output;

/// Every output, in the order they are listed.
pub static OUTPUTS: &[&dyn Output] = &[
    &roll_up::RollUp,
    &bloc_workbook::BlocWorkbook,
    &notices::Notices,
    &charts::Charts,
    &ket_qua::KetQua,
    &tables::Tables,
    &yearly_forms::YearlyForms,
];

#[cfg(test)]
mod tests {
    use super::OUTPUTS;

    #[test]
    fn names_are_unique_kebab_case_and_docs_are_there() {
        for (index, output) in OUTPUTS.iter().enumerate() {
            assert!(output.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
            assert!(OUTPUTS[..index].iter().all(|other| other.name() != output.name()));
            assert!(!output.doc().vi.is_empty() && !output.doc().en.is_empty());
        }
    }
}
