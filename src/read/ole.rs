//! The bytes of an OLE file in; the streams that stand at its top, by name, with what they begin with, out.
//!
//! Only the header, the sector table and the directory are followed, each chain at most as far as the file has
//! sectors, so that a broken or looping one ends as nothing.

use std::collections::BTreeMap;

const HEADER: usize = 512;
const ENTRY: usize = 128;
/// The sectors of the table that the header itself names.
const IN_HEADER: usize = 109;
/// What smaller streams are kept in small sectors below; the format knows no other number.
const CUTOFF: u32 = 4_096;
/// Sector numbers from here on mean something else than a sector.
const SPECIAL: u32 = 0xFFFF_FFFA;

/// An OLE file.
pub struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// Sector by sector, the next one of its chain.
    table: Vec<u32>,
    /// The same for the small sectors, and where these stand.
    small_table: Vec<u32>,
    small: Vec<u8>,
    /// Streams smaller than this are kept in small sectors.
    cutoff: u32,
    streams: BTreeMap<String, (u32, u32)>,
    /// All entries of the directory in its order, those below a storage included.
    entries: Vec<(String, (u32, u32))>,
}

impl<'a> Ole<'a> {
    /// The file's top streams; none where its structure is broken or its end is missing.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 0x1E)?;
        let sector = matches!(shift, 9 | 12).then(|| 1_usize << shift)?;
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            cutoff: u32_at(bytes, 0x38)?,
            streams: BTreeMap::new(),
            entries: Vec::new(),
        };
        (file.cutoff == CUTOFF).then_some(())?;
        for index in file.table_sectors()? {
            file.table.extend(numbers(file.sector_at(index)?));
        }
        let directory = file.chain(u32_at(bytes, 0x30)?)?;
        let root = directory.get(..ENTRY)?;
        file.small_table = numbers(&file.chain(u32_at(bytes, 0x3C)?)?).collect();
        file.small = file.chain(u32_at(root, 0x74)?)?;
        file.streams = top_streams(&directory)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(named).collect();
        Some(file)
    }

    /// Whether a stream or storage of this name, in small letters, stands at the top.
    pub fn has(&self, name: &str) -> bool {
        self.streams.contains_key(name)
    }

    /// Whether the first entry of this name, wherever it stands, is the one at the top: an embedded file may come before.
    pub fn is_first(&self, name: &str) -> bool {
        let first = self.entries.iter().find(|(own, _)| own == name).map(|(_, place)| place);
        first == self.streams.get(name)
    }

    /// All bytes of a stream; none where it is not there or breaks off.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        const SMALL: usize = 64;
        let (start, size) = *self.streams.get(name)?;
        let mut content = if size >= self.cutoff {
            self.chain(start)?
        } else {
            let mut content = Vec::new();
            for index in follow(&self.small_table, start)? {
                content.extend(self.small.get(index as usize * SMALL..)?.get(..SMALL)?);
            }
            content
        };
        (content.len() >= size as usize).then(|| content.truncate(size as usize))?;
        Some(content)
    }

    /// The sectors that hold the table, those named in the header and those in its continuation.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let known = |index: &u32| *index < SPECIAL;
        let mut found: Vec<u32> = numbers(self.bytes.get(0x4C..HEADER)?).take(IN_HEADER).filter(known).collect();
        let mut next = u32_at(self.bytes, 0x44)?;
        for _ in 0..self.bytes.len() / self.sector {
            if !known(&next) {
                return Some(found);
            }
            let mut more: Vec<u32> = numbers(self.sector_at(next)?).collect();
            next = more.pop()?;
            found.extend(more.into_iter().filter(known));
        }
        (!known(&next)).then_some(found)
    }

    /// A sector; the last one of a file may be cut where its content ends.
    fn sector_at(&self, index: u32) -> Option<&'a [u8]> {
        let start = (index as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        for index in follow(&self.table, start)? {
            content.extend(self.sector_at(index)?);
        }
        Some(content)
    }
}

/// The sectors of a chain; none where it leaves the table or does not end.
fn follow(table: &[u32], start: u32) -> Option<Vec<u32>> {
    let (mut found, mut next) = (Vec::new(), start);
    while next < SPECIAL {
        if found.len() > table.len() {
            return None;
        }
        found.push(next);
        next = *table.get(next as usize)?;
    }
    Some(found)
}

/// The entries below the root of a directory, which stand in a tree of siblings, by their name in small letters.
fn top_streams(directory: &[u8]) -> Option<BTreeMap<String, (u32, u32)>> {
    let entry = |index: u32| directory.get(index as usize * ENTRY..)?.get(..ENTRY);
    let mut found = BTreeMap::new();
    let mut open = vec![u32_at(entry(0)?, 0x4C)?];
    let mut seen = 0;
    while let Some(index) = open.pop() {
        if index >= SPECIAL {
            continue;
        }
        seen += 1;
        if seen > directory.len() / ENTRY {
            return None;
        }
        let own = entry(index)?;
        found.extend([named(own)?]);
        open.extend([u32_at(own, 0x44)?, u32_at(own, 0x48)?]);
    }
    Some(found)
}

/// The name of an entry in small letters, where its stream begins, and its size.
fn named(entry: &[u8]) -> Option<(String, (u32, u32))> {
    let letters = usize::from(u16_at(entry, 0x40)?.min(64) / 2).saturating_sub(1);
    let name: Vec<u16> = (0..letters).filter_map(|at| u16_at(entry, at * 2)).collect();
    Some((String::from_utf16_lossy(&name).to_lowercase(), (u32_at(entry, 0x74)?, u32_at(entry, 0x78)?)))
}

/// The number of two bytes at a place.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The number of four bytes at a place.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|chunk| u32_at(chunk, 0))
}
