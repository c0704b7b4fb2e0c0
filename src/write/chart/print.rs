//! In: a picture in pixels. Out: the same with the size it has on paper, so that office programs paste it as wide as the
//! text of an A4 page.

/// Pixels of the PNG to a millimetre of paper: 2,400 of them are 160 mm, the text width of a page.
const TO_MILLIMETRE: u32 = 15;
/// Bytes of a PNG before its second part: the signature and the head.
const HEAD: usize = 33;
/// The part of a PNG that says 15,000 pixels to a metre, with its checksum.
const DENSITY: [u8; 21] = [
    0x00, 0x00, 0x00, 0x09, 0x70, 0x48, 0x59, 0x73, 0x00, 0x00, 0x3A, 0x98, 0x00, 0x00, 0x3A, 0x98, 0x01, 0x87, 0x27,
    0x18, 0xC2,
];

/// A PNG that says how large it is on paper.
pub(super) fn png(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or("no PNG")?;
    Ok([head, &DENSITY, rest].concat())
}

/// The opening tag of an SVG of so many pixels, of which `scale` pixels of the PNG are one, in millimetres of paper.
pub(super) fn svg(opening: &str, (width, height): (u32, u32), scale: u32) -> String {
    let pixels = format!("width=\"{width}\" height=\"{height}\"");
    let millimetres = |pixels: u32| {
        let thousandths = u64::from(pixels * scale) * 1000 / u64::from(TO_MILLIMETRE);
        format!("{}.{:03}mm", thousandths / 1000, thousandths % 1000)
    };
    let (across, down) = (millimetres(width), millimetres(height));
    opening.replacen(&pixels, &format!("width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {width} {height}\""), 1)
}

#[cfg(test)]
mod tests {
    use super::{DENSITY, svg};

    /// The checksum of a part of a PNG: CRC-32 of ISO 3309 over its kind and its content.
    fn checksum(bytes: &[u8]) -> u32 {
        let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
    }

    #[test]
    fn the_density_is_a_part_of_a_png_and_a_page_is_160_millimetres_wide() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(DENSITY[17..], checksum(&DENSITY[4..17]).to_be_bytes());
        assert_eq!(
            (&DENSITY[..8], DENSITY[8..12].to_vec()),
            (b"\0\0\0\x09pHYs".as_slice(), 15_000_u32.to_be_bytes().to_vec())
        );
    }

    #[test]
    fn an_svg_is_as_large_on_paper_as_its_png() {
        let opening = svg("<svg width=\"1200\" height=\"644\" xmlns=\"x\"", (1200, 644), 2);
        assert_eq!(opening, "<svg width=\"160.000mm\" height=\"85.866mm\" viewBox=\"0 0 1200 644\" xmlns=\"x\"");
    }
}
