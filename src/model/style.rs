//! How the outputs look, as scoring.toml has it: what stands over a table, who signs, font, colours, size of the charts.

/// What every output prints, and how.
#[derive(Clone, Debug)]
pub struct Style {
    /// The body that issues the outputs.
    pub issuer: String,
    /// The body above it.
    pub parent: String,
    /// The place in the date line.
    pub place: String,
    /// The line that every output of a sample carries; empty for real runs.
    pub notice: String,
    /// What stands over an official table.
    pub letterhead: Letterhead,
    /// Who signs the tables of all blocs.
    pub signer: Signer,
    /// The font of the workbooks.
    pub font: Font,
    /// Its size in points.
    pub font_size: u16,
    /// Ground of a leader's row.
    pub leader: Colour,
    /// Ground of a table's header.
    pub header: Colour,
    /// Colour of leaders in charts.
    pub accent: Colour,
    /// Width of a chart in pixels.
    pub chart_width: u32,
}

impl Style {
    /// The font sizes that a printed table may have, in points.
    pub const FONT_SIZES: std::ops::RangeInclusive<u16> = 10..=14;
    /// The widths that a chart may have, in pixels.
    pub const CHART_WIDTHS: std::ops::RangeInclusive<u32> = 600..=2400;
}

impl Default for Style {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            parent: String::new(),
            place: String::new(),
            notice: String::new(),
            letterhead: Letterhead::National,
            signer: Signer::default(),
            font: Font::Times,
            font_size: 13,
            leader: Colour { red: 0xFF, green: 0xE6, blue: 0x99 },
            header: Colour { red: 0xD9, green: 0xE2, blue: 0xEF },
            accent: Colour { red: 0xC5, green: 0x5A, blue: 0x11 },
            chart_width: 1200,
        }
    }
}

/// What stands over an official table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letterhead {
    /// The issuer at the left, the nation and its motto at the right.
    National,
    /// The table is an annex of a document that carries these itself.
    Annex {
        /// Which annex; none where it has no number.
        name: Option<String>,
        /// The document it belongs to; empty where it is not said.
        to: String,
    },
}

/// Who signs a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// In what capacity, a line each; the usual words where it is not said.
    pub title: Option<String>,
    /// The person.
    pub name: Option<String>,
}

/// A font that holds every Vietnamese letter and whose widths are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// Times New Roman, which the rules for official documents ask for.
    Times,
    /// Arial.
    Arial,
    /// Calibri.
    Calibri,
    /// Cambria.
    Cambria,
    /// Tahoma.
    Tahoma,
    /// Verdana.
    Verdana,
}

impl Font {
    /// All, the usual one first.
    pub const ALL: [Self; 6] = [Self::Times, Self::Arial, Self::Calibri, Self::Cambria, Self::Tahoma, Self::Verdana];

    /// As office programs call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Times => "Times New Roman",
            Self::Arial => "Arial",
            Self::Calibri => "Calibri",
            Self::Cambria => "Cambria",
            Self::Tahoma => "Tahoma",
            Self::Verdana => "Verdana",
        }
    }
}

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// The difference of brightness, of 255, that letters and what they stand on must have to be read.
    pub const READABLE: u32 = 125;

    /// A colour written `#RRGGBB`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |from: usize| {
            let pair = digits.get(from..from + 2).filter(|pair| pair.chars().all(|c| c.is_ascii_hexdigit()))?;
            u8::from_str_radix(pair, 16).ok()
        };
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// Its brightness to the eye, from 0 (black) to 255 (white), by the weights of ITU-R BT.601.
    pub fn brightness(self) -> u32 {
        (299 * u32::from(self.red) + 587 * u32::from(self.green) + 114 * u32::from(self.blue)) / 1000
    }

    /// Its digits as one number.
    pub fn number(self) -> u32 {
        u32::from_be_bytes([0, self.red, self.green, self.blue])
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, Style};

    #[test]
    fn colours_are_read_digit_by_digit() {
        assert_eq!(Colour::parse("#C55A11"), Some(Colour { red: 0xC5, green: 0x5A, blue: 0x11 }));
        assert_eq!(Colour::parse("#c55a11").map(Colour::number), Some(0xC5_5A11));
        for odd in ["", "#", "C55A11", "#C55A1", "#C55A111", "#C55A1G", "#+55A11", "#\u{1EBF}abc", "red"] {
            assert_eq!(Colour::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn brightness_is_that_of_the_television_standard() {
        let of = |text: &str| Colour::parse(text).map(Colour::brightness);
        assert_eq!(of("#000000"), Some(0));
        assert_eq!(of("#FFFFFF"), Some(255));
        // 0.299 * 255, 0.587 * 255, 0.114 * 255, cut to whole numbers
        assert_eq!([of("#FF0000"), of("#00FF00"), of("#0000FF")], [Some(76), Some(149), Some(29)]);
    }

    #[test]
    fn the_usual_colours_can_be_read() {
        let style = Style::default();
        assert!(style.leader.brightness() >= Colour::READABLE && style.header.brightness() >= Colour::READABLE);
        assert!(255 - style.accent.brightness() >= Colour::READABLE);
    }
}
