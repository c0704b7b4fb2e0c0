//! stub
pub fn form(_: &crate::cli::Options) -> u8 {
    2
}
