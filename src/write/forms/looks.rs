//! The formats of blank sheets: given cells locked and white, cells to fill in open and yellow.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// Every format of a blank sheet, made once a workbook.
pub(super) struct Looks {
    /// Given text.
    pub(super) given: Format,
    /// Given text in the middle: a running number, a code, a unit.
    pub(super) middle: Format,
    /// A given number.
    pub(super) number: Format,
    /// Text to fill in.
    pub(super) open: Format,
    /// A number to fill in.
    pub(super) open_number: Format,
    /// A date to fill in.
    pub(super) open_date: Format,
    /// A choice to fill in.
    pub(super) open_choice: Format,
    /// The line of a field.
    pub(super) band: Format,
    /// Its number.
    pub(super) band_number: Format,
    /// Its code.
    pub(super) band_code: Format,
    /// The header of the table.
    pub(super) header: Format,
    /// The title.
    pub(super) title: Format,
    /// What stands below it.
    pub(super) subtitle: Format,
    /// A line that names somebody.
    pub(super) bold: Format,
    /// How to fill it in.
    pub(super) sentence: Format,
    /// A line of the letterhead.
    pub(super) letterhead: Format,
    /// The same, bold.
    pub(super) letterhead_bold: Format,
    /// The motto.
    pub(super) motto: Format,
    /// Place and date, to be filled in.
    pub(super) dateline: Format,
    /// Below who signs.
    pub(super) signed: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name("Times New Roman").set_font_size(13);
        let cell = || font().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let open = || cell().set_background_color(Color::RGB(0xFF_F2CC)).set_unlocked();
        let band = || cell().set_bold().set_background_color(Color::RGB(0xF2_F2F2));
        let centre = || font().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        Self {
            given: cell(),
            middle: cell().set_align(FormatAlign::Center),
            number: cell().set_align(FormatAlign::Right).set_num_format("#,##0.#########"),
            open: open(),
            open_number: open().set_align(FormatAlign::Right),
            open_date: open().set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
            open_choice: open().set_align(FormatAlign::Center),
            band: band(),
            band_number: band().set_align(FormatAlign::Right),
            band_code: band().set_align(FormatAlign::Center),
            header: cell().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xD9_E2EF)),
            title: centre().set_bold().set_font_size(14),
            subtitle: centre().set_italic(),
            bold: font().set_bold().set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            sentence: font().set_italic().set_text_wrap().set_align(FormatAlign::VerticalCenter),
            letterhead: centre(),
            letterhead_bold: centre().set_bold(),
            motto: centre().set_bold().set_underline(FormatUnderline::Single),
            dateline: centre().set_italic().set_unlocked(),
            signed: centre().set_italic(),
        }
    }
}
