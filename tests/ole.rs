//! Writes small OLE files: the streams at their top, and streams in a storage below it.

const SECTOR: usize = 512;
/// Streams shorter than this would go into small sectors, which this writer does not have.
const LEAST: usize = 4_096;
const NONE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;

/// An OLE file of these streams; those of `below` stand in a storage named `MBD0001`, as embedded objects do.
pub fn ole(top: &[(&str, &[u8])], below: &[(&str, &[u8])]) -> Vec<u8> {
    let streams: Vec<_> = top.iter().chain(below).collect();
    let entries = 1 + streams.len() + usize::from(!below.is_empty());
    let directory = (entries * 128).div_ceil(SECTOR);
    let mut table = vec![0xFFFF_FFFD];
    chain(&mut table, directory);
    let mut content = Vec::new();
    let mut written = Vec::new();
    for (name, bytes) in &streams {
        let mut padded = bytes.to_vec();
        padded.resize(bytes.len().max(LEAST).next_multiple_of(SECTOR), 0);
        written.push((*name, u32::try_from(table.len()).unwrap(), u32::try_from(bytes.len().max(LEAST)).unwrap()));
        chain(&mut table, padded.len() / SECTOR);
        content.extend(padded);
    }
    assert!(table.len() <= SECTOR / 4, "one sector of table is enough");
    table.resize(SECTOR / 4, NONE);
    let mut file = header();
    file.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let storage = u32::try_from(streams.len() + 1).unwrap();
    let first_below = u32::try_from(top.len() + 1).unwrap();
    file.extend(entry("Root Entry", 5, NONE, 1, END, 0));
    for (index, (name, start, size)) in written.iter().enumerate() {
        let following = u32::try_from(index + 2).unwrap();
        let right = match index + 1 {
            last if last == top.len() && !below.is_empty() => storage,
            last if last == top.len() || last == streams.len() => NONE,
            _ => following,
        };
        file.extend(entry(name, 2, right, NONE, *start, *size));
    }
    if !below.is_empty() {
        file.extend(entry("MBD0001", 1, NONE, first_below, 0, 0));
    }
    file.resize(SECTOR * (2 + directory), 0);
    file.extend(content);
    file
}

fn chain(table: &mut Vec<u32>, sectors: usize) {
    let first = table.len();
    table.extend((first + 1..first + sectors).map(|next| u32::try_from(next).unwrap()));
    table.push(END);
}

fn header() -> Vec<u8> {
    let mut bytes = vec![0; SECTOR];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (at, number) in [(0x18, 0x3E_u16), (0x1A, 3), (0x1C, 0xFFFE), (0x1E, 9), (0x20, 6)] {
        bytes[at..at + 2].copy_from_slice(&number.to_le_bytes());
    }
    for (at, number) in [(0x2C, 1), (0x30, 1), (0x38, 4_096), (0x3C, END), (0x44, END)] {
        bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
    }
    bytes[0x50..].fill(0xFF);
    bytes
}

fn entry(name: &str, kind: u8, right: u32, child: u32, start: u32, size: u32) -> Vec<u8> {
    let mut bytes = vec![0; 128];
    let letters: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes[..letters.len()].copy_from_slice(&letters);
    bytes[0x40..0x42].copy_from_slice(&u16::try_from(letters.len()).unwrap().to_le_bytes());
    bytes[0x42..0x44].copy_from_slice(&[kind, 1]);
    for (at, number) in [(0x44, NONE), (0x48, right), (0x4C, child), (0x74, start), (0x78, size)] {
        bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
    bytes
}
