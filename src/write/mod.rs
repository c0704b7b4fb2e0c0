//! stub
use crate::diag::Diagnostic;
use crate::model::{Output, OutputContext};
pub static OUTPUTS: &[&dyn Output] = &[];
pub struct Published {
    pub set: String,
    pub folder: std::path::PathBuf,
    pub files: Vec<String>,
    pub changed: bool,
}
pub struct Claim;
pub fn prepare(_: &std::path::Path) -> Result<Claim, Diagnostic> {
    Ok(Claim)
}
pub fn write(c: &OutputContext, _: &Claim) -> Result<Published, Diagnostic> {
    Ok(Published { set: c.results.scoring.set_name(c.lang), folder: "x".into(), files: vec![], changed: true })
}
