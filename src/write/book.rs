//! In: sheets, one after another. Out: the bytes of a workbook in the style of scoring.toml, by default that of the offices:
//! Times New Roman 13; dated by scoring.toml so that the same inputs give the same bytes.

mod runs;

use chrono::Datelike;
use rust_xlsxwriter::{Color, XlsxError};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook};

use super::face::Face;
use super::native::{self, Notes};
use super::sheet::Sheet;
use super::text;
use crate::diag::Lang;
use crate::model::{Bloc, Colour, Letterhead, MADE_BY, OutputContext, Scoring, Style};
use crate::wording::style::ANNEX_HEADING;
pub(super) use runs::Runs;

/// How hard a workbook is packed. The library packs at 6: a twelfth smaller, and the whole run takes a tenth longer.
pub const PACKED: u8 = 3;
/// Red of the notice.
const NOTICE: Color = Color::RGB(0xC0_0000);
/// Blue of a link.
const LINK: Color = Color::RGB(0x05_63C1);
/// Fill of a group's line.
const BAND_FILL: Color = Color::RGB(0xF2_F2F2);
/// Fill of a cell to be changed.
const INPUT_FILL: Color = Color::RGB(0xFF_F9E0);
/// Grey of a row that stands under another.
const FURTHER: Color = Color::RGB(0x40_4040);

/// How a row of a table looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As any other.
    Plain,
    /// A leader's.
    Leader,
    /// A further row under another.
    Further,
    /// The row that sums those above it.
    Total,
    /// A cell to be changed for a trial.
    Input,
    /// The same, not final.
    Unofficial,
}

/// How a cell of a table is aligned and what number format it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text from the left.
    Left,
    /// Text in the middle.
    Middle,
    /// A day.
    Date,
    /// A whole number in the middle.
    Count,
    /// A number with so many decimals, nine at most.
    Number(u32),
    /// The same, with a plus where it is above zero.
    Signed(u32),
}

impl Look {
    /// Whether its letters are bold.
    pub(super) fn bold(self) -> bool {
        matches!(self, Self::Leader | Self::Total)
    }
}

impl Shape {
    /// The same, a number with at least so many decimals.
    pub(super) fn with_at_least(self, decimals: u32) -> Self {
        match self {
            Self::Number(places) => Self::Number(places.max(decimals)),
            Self::Signed(places) => Self::Signed(places.max(decimals)),
            other => other,
        }
    }
}

const LOOKS: [Look; 6] = [Look::Plain, Look::Leader, Look::Further, Look::Total, Look::Input, Look::Unofficial];
/// Most decimals of a number.
const DECIMALS: u32 = 9;
/// The slot of numbers without decimals; other shapes come before.
const FIRST_NUMBER: u32 = 4;
/// The slot of differences without decimals.
const FIRST_SIGNED: u32 = FIRST_NUMBER + DECIMALS + 1;
/// How many shapes there are.
const SHAPES: u32 = FIRST_SIGNED + DECIMALS + 1;

/// The place of a cell's format among those of a workbook.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot(usize);

/// Every format of a workbook, made once.
pub(super) struct Formats {
    cells: Vec<Format>,
    /// Header of a table.
    pub(super) header: Format,
    /// A line over a group of rows.
    pub(super) band: Format,
    /// Title.
    pub(super) title: Format,
    /// What stands under the title.
    pub(super) subtitle: Format,
    /// Red line.
    pub(super) notice: Format,
    /// A sentence over or under a table.
    pub(super) sentence: Format,
    /// Centred capitals of a heading.
    pub(super) body: Format,
    /// The same, bold.
    pub(super) body_bold: Format,
    /// The same, bold and underlined.
    pub(super) motto: Format,
    /// Place and date over a signature.
    pub(super) dateline: Format,
    /// A line that leads to another file.
    pub(super) link: Format,
}

fn base(face: Face) -> Format {
    Format::new().set_font_name(face.font.name()).set_font_size(face.size).set_align(FormatAlign::VerticalCenter)
}

fn fill(colour: Colour) -> Color {
    Color::RGB(colour.number())
}

impl Formats {
    pub(super) fn new(style: &Style) -> Self {
        let face = Face::of(style);
        let base = || base(face);
        let centre = || base().set_align(FormatAlign::Center).set_text_wrap();
        let boxed = || base().set_border(FormatBorder::Thin).set_text_wrap();
        Self {
            cells: LOOKS.iter().flat_map(|look| (0..SHAPES).map(|slot| cell_format(style, *look, slot))).collect(),
            header: boxed().set_bold().set_align(FormatAlign::Center).set_background_color(fill(style.header)),
            band: boxed().set_bold().set_background_color(BAND_FILL),
            title: centre().set_bold().set_font_size(face.size + 1),
            subtitle: centre().set_bold(),
            notice: centre().set_bold().set_font_color(NOTICE),
            sentence: base().set_text_wrap().set_italic(),
            body: centre(),
            body_bold: centre().set_bold(),
            motto: centre().set_bold().set_underline(FormatUnderline::Single),
            dateline: centre().set_italic(),
            link: base().set_font_color(LINK).set_underline(FormatUnderline::Single),
        }
    }

    /// The format of a cell.
    pub(super) fn cell(&self, look: Look, shape: Shape) -> &Format {
        self.of(Self::slot(look, shape))
    }

    /// Which of the formats of cells it is.
    pub(super) fn slot(look: Look, shape: Shape) -> Slot {
        let place = match shape {
            Shape::Left => 0,
            Shape::Middle => 1,
            Shape::Date => 2,
            Shape::Count => 3,
            Shape::Number(places) => (FIRST_NUMBER + places.min(DECIMALS)) as usize,
            Shape::Signed(places) => (FIRST_SIGNED + places.min(DECIMALS)) as usize,
        };
        let row = LOOKS.iter().position(|known| *known == look).unwrap_or_default();
        Slot(row * SHAPES as usize + place)
    }

    /// The format of a slot.
    pub(super) fn of(&self, slot: Slot) -> &Format {
        &self.cells[slot.0]
    }
}

fn cell_format(style: &Style, look: Look, slot: u32) -> Format {
    let format = base(Face::of(style)).set_border(FormatBorder::Thin);
    let format = match look {
        Look::Plain => format,
        Look::Leader => format.set_bold().set_background_color(fill(style.leader)),
        Look::Further => format.set_font_color(FURTHER).set_italic(),
        Look::Total => format.set_bold().set_background_color(BAND_FILL),
        Look::Input => format.set_background_color(INPUT_FILL),
        Look::Unofficial => format.set_background_color(INPUT_FILL).set_italic().set_underline(FormatUnderline::Single),
    };
    match slot {
        0 if look == Look::Further => format.set_text_wrap().set_indent(1),
        0 => format.set_text_wrap(),
        1 => format.set_text_wrap().set_align(FormatAlign::Center),
        2 => format.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
        3 => format.set_num_format("#,##0").set_align(FormatAlign::Center),
        _ if slot < FIRST_SIGNED => {
            format.set_align(FormatAlign::Right).set_num_format(number_format(slot - FIRST_NUMBER))
        }
        _ => {
            let plain = number_format(slot - FIRST_SIGNED);
            format.set_align(FormatAlign::Right).set_num_format(format!("+{plain};-{plain};{plain}"))
        }
    }
}

fn number_format(places: u32) -> String {
    if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places as usize)) }
}

/// A workbook in the making.
pub(super) struct Book<'a> {
    workbook: Workbook,
    formats: Formats,
    runs: Runs,
    notes: Notes,
    scoring: &'a Scoring,
    lang: Lang,
    annex: Option<&'a str>,
}

impl<'a> Book<'a> {
    /// An empty workbook under a title.
    pub(super) fn new(context: &OutputContext<'a>, title: &str) -> Result<Self, XlsxError> {
        let scoring = context.results.scoring;
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(PACKED);
        let face = Face::of(&scoring.style);
        workbook.set_default_format(&base(face), face.row_pixels(), face.column_pixels())?;
        let day = scoring.as_of;
        let (year, month) = (u16::try_from(day.year()).unwrap_or(1900), u8::try_from(day.month()).unwrap_or(1));
        let date = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
        let properties = DocProperties::new()
            .set_title(text::line(title))
            .set_company(text::line(&scoring.style.issuer))
            .set_creation_datetime(&date)
            .set_custom_property(MADE_BY, scoring.hash.as_str());
        workbook.set_properties(&properties);
        let annex = match &scoring.style.letterhead {
            Letterhead::Annex { name: Some(name), .. } => Some(name.as_str()),
            Letterhead::Annex { name: None, .. } => Some(ANNEX_HEADING.say(context.lang)),
            Letterhead::National => None,
        };
        let formats = Formats::new(&scoring.style);
        let (runs, notes) = (Runs::default(), Notes::default());
        Ok(Self { workbook, formats, runs, notes, scoring, lang: context.lang, annex })
    }

    /// The same as the workbook of a bloc, whose tables may be another annex.
    pub(super) fn of_bloc(mut self, bloc: &'a Bloc) -> Self {
        self.annex = self.annex.map(|usual| bloc.annex.as_deref().unwrap_or(usual));
        self
    }

    /// A new sheet of this name and these columns.
    pub(super) fn sheet(&mut self, name: &str, columns: Vec<super::sheet::Column>) -> Result<Sheet<'_>, XlsxError> {
        self.finish_sheet()?;
        let worksheet = self.workbook.add_worksheet();
        worksheet.set_name(name)?;
        let kept = (&self.formats, &mut self.runs, &mut self.notes);
        let mut sheet = Sheet::new(worksheet, kept, self.scoring, self.lang, columns)?;
        sheet.annex = self.annex;
        Ok(sheet)
    }

    fn finish_sheet(&mut self) -> Result<(), XlsxError> {
        let last = self.workbook.worksheets_mut().last_mut();
        last.map_or(Ok(()), |last| self.runs.finish(last, &self.formats))
    }

    /// Calls a range of a sheet by a name, in formulas.
    pub(super) fn name(&mut self, name: &str, range: &str) -> Result<(), XlsxError> {
        self.workbook.define_name(name, range)?;
        Ok(())
    }

    /// The bytes, in which every chart knows what its cells hold, with all notes.
    pub(super) fn bytes(mut self) -> Result<Vec<u8>, XlsxError> {
        self.finish_sheet()?;
        native::finish(self.workbook.save_to_buffer()?, &self.notes)
    }
}
