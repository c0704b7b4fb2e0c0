//! In: a picture in pixels. Out: the same with the size it has on paper, so that office programs paste it as wide as the
//! text of an A4 page.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::Pixmap;

/// Pixels of the PNG to a millimetre of paper: 2,400 of them are 160 mm, the text width of a page.
const TO_MILLIMETRE: u32 = 15;
/// Of a chart's flat colours a row differs little from the one above: with that filter this level packs as well as the
/// slower ones.
const LEVEL: u8 = 3;

/// A painted picture, opaque and so with its colours as they are, as a PNG that says how large it is on paper.
pub(super) fn png(painted: &Pixmap) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, painted.width(), painted.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_filter(Filter::Up);
    encoder.set_deflate_compression(DeflateCompression::Level(LEVEL));
    let to_metre = TO_MILLIMETRE * 1000;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: to_metre, yppu: to_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
    writer.write_image_data(painted.data()).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The opening tag of an SVG of so many pixels, in millimetres of paper; as many pixels of the PNG are one of the SVG's
/// as the quotient says.
pub(super) fn svg(opening: &str, (width, height): (u32, u32), (top, bottom): (u32, u32)) -> String {
    let pixels = format!("width=\"{width}\" height=\"{height}\"");
    let millimetres = |pixels: u32| {
        let thousandths = u64::from(pixels) * u64::from(top) * 1000 / u64::from(bottom * TO_MILLIMETRE);
        format!("{}.{:03}mm", thousandths / 1000, thousandths % 1000)
    };
    let (across, down) = (millimetres(width), millimetres(height));
    opening.replacen(&pixels, &format!("width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {width} {height}\""), 1)
}

#[cfg(test)]
mod tests {
    use super::{png, svg};
    use resvg::tiny_skia::{Color, Pixmap};

    /// 15,000 pixels to a metre, as the part of a PNG named pHYs says it: across, down, and that the unit is a metre.
    #[test]
    fn a_png_has_every_pixel_and_says_its_size_on_paper() {
        let mut painted = Pixmap::new(4, 3).unwrap();
        painted.fill(Color::from_rgba8(0xC5, 0x5A, 0x11, 255));
        let bytes = png(&painted).unwrap();
        let at = bytes.windows(4).position(|part| part == b"pHYs").unwrap();
        assert_eq!(bytes[at + 4..at + 13], [0, 0, 0x3A, 0x98, 0, 0, 0x3A, 0x98, 1]);
        assert_eq!(Pixmap::decode_png(&bytes).unwrap().data(), painted.data());
    }

    #[test]
    fn an_svg_is_as_large_on_paper_as_its_png() {
        let opening = svg("<svg width=\"1200\" height=\"644\" xmlns=\"x\"", (1200, 644), (2400, 1200));
        assert_eq!(opening, "<svg width=\"160.000mm\" height=\"85.866mm\" viewBox=\"0 0 1200 644\" xmlns=\"x\"");
    }
}
