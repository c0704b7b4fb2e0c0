//! The colours that pictures and native charts have in common, as 0xRRGGBB, so that both have one look.

/// Letters and edges.
pub(super) const INK: u32 = 0x22_2222;
/// Lines of an axis.
pub(super) const GRID: u32 = 0xDD_DDDD;
/// A bar or a mark.
pub(super) const BAR: u32 = 0x5B_84B1;
/// Parts, dark and light by turns, so that a grey print still shows where one ends.
pub(super) const PARTS: [u32; 8] =
    [0x1F_3B63, 0x9D_C3E6, 0x3E_74AD, 0xF4_CC9F, 0x8A_4B1C, 0xD9_D9D9, 0x59_5959, 0xB7_D7A8];

/// What a grey print makes of a colour, of 255.
pub(super) fn lightness(colour: u32) -> u32 {
    let [_, red, green, blue] = colour.to_be_bytes().map(u32::from);
    (red * 299 + green * 587 + blue * 114) / 1000
}

/// Whether white letters are read better on a colour than dark ones.
pub(super) fn is_dark(colour: u32) -> bool {
    lightness(colour) <= 140
}
