//! In: things that have to wait for their turn. Out: the same again, held in few bytes until then.
//!
//! The first few wait as they are. The others are deflated `MessagePack`, each packed with the first of them as its
//! dictionary, since forms of one kind say much the same; all in a few large blocks, between which nothing else is strewn.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, ErrorKind};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes of a block.
const BLOCK: usize = 4 << 20;

thread_local! {
    // to make one takes as long as to pack a form
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
    static UNPACKER: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// Where things wait.
pub struct Shelf<T> {
    /// How many more wait as they are.
    open: AtomicUsize,
    dictionary: OnceLock<Vec<u8>>,
    blocks: Mutex<Vec<Vec<u8>>>,
    of: PhantomData<fn(T) -> T>,
}

/// Something that waits on a shelf.
pub enum Waiting<T> {
    /// As it is.
    Open(Box<T>),
    /// Packed.
    Packed(Slip),
}

/// Where something packed stands, and how long it is unpacked.
pub struct Slip {
    block: usize,
    start: usize,
    length: usize,
    unpacked: usize,
}

impl<T: Serialize + DeserializeOwned + Clone> Shelf<T> {
    /// An empty one, on which so many things wait as they are.
    pub fn new(open: usize) -> Self {
        Self { open: AtomicUsize::new(open), dictionary: OnceLock::new(), blocks: Mutex::default(), of: PhantomData }
    }

    /// Puts something there; what cannot be packed stays as it is.
    pub fn put(&self, what: T) -> Waiting<T> {
        if self.holds_one_more() {
            return Waiting::Open(Box::new(what));
        }
        match rmp_serde::to_vec(&what).map_err(io::Error::other).and_then(|plain| self.packed(&plain)) {
            Ok(slip) => Waiting::Packed(slip),
            Err(_) => Waiting::Open(Box::new(what)),
        }
    }

    /// Puts something there that is in `MessagePack` already.
    ///
    /// # Errors
    /// What flate2 or serde say of it.
    pub fn put_told(&self, plain: &[u8]) -> io::Result<Waiting<T>> {
        if self.holds_one_more() {
            return rmp_serde::from_slice(plain).map(|what| Waiting::Open(Box::new(what))).map_err(io::Error::other);
        }
        self.packed(plain).map(Waiting::Packed)
    }

    fn holds_one_more(&self) -> bool {
        let less = |open: usize| open.checked_sub(1);
        self.open.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok()
    }

    /// The same again.
    ///
    /// # Errors
    /// What flate2 or serde say of bytes that are not their own.
    pub fn take<'a>(&self, waiting: &'a Waiting<T>) -> io::Result<Cow<'a, T>> {
        match waiting {
            Waiting::Open(what) => Ok(Cow::Borrowed(what)),
            Waiting::Packed(slip) => {
                rmp_serde::from_slice(&self.unpacked(slip)?).map(Cow::Owned).map_err(io::Error::other)
            }
        }
    }

    fn packed(&self, plain: &[u8]) -> io::Result<Slip> {
        let bytes = deflated(plain, self.dictionary.get_or_init(|| plain.to_vec()))?;
        let mut blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        if blocks.last().is_none_or(|block| block.len() + bytes.len() > block.capacity()) {
            blocks.push(Vec::with_capacity(BLOCK.max(bytes.len())));
        }
        let block = blocks.len() - 1;
        let start = blocks[block].len();
        blocks[block].extend_from_slice(&bytes);
        Ok(Slip { block, start, length: bytes.len(), unpacked: plain.len() })
    }

    fn unpacked(&self, slip: &Slip) -> io::Result<Vec<u8>> {
        let bytes = {
            let blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
            blocks[slip.block][slip.start..slip.start + slip.length].to_vec()
        };
        inflated(&bytes, slip.unpacked, self.dictionary.get().map_or(&[], Vec::as_slice))
    }
}

fn deflated(plain: &[u8], dictionary: &[u8]) -> io::Result<Vec<u8>> {
    // a byte that nothing can be made of takes nine bits
    let mut bytes = Vec::with_capacity(plain.len() + plain.len() / 8 + 64);
    let status = PACKER.with_borrow_mut(|packer| {
        packer.reset();
        packer.set_dictionary(dictionary)?;
        packer.compress_vec(plain, &mut bytes, FlushCompress::Finish)
    })?;
    (status == Status::StreamEnd).then_some(bytes).ok_or_else(|| ErrorKind::WriteZero.into())
}

fn inflated(bytes: &[u8], length: usize, dictionary: &[u8]) -> io::Result<Vec<u8>> {
    let mut plain = Vec::with_capacity(length);
    let status = UNPACKER.with_borrow_mut(|unpacker| {
        unpacker.reset(false);
        unpacker.set_dictionary(dictionary)?;
        unpacker.decompress_vec(bytes, &mut plain, FlushDecompress::Finish)
    })?;
    (status == Status::StreamEnd).then_some(plain).ok_or_else(|| ErrorKind::UnexpectedEof.into())
}

#[cfg(test)]
mod tests {
    use super::{Shelf, Waiting};

    fn form(number: usize) -> Vec<String> {
        (0..200).map(|line| format!("criterion {line}: {} of {}", (line * number) % 97, line * 31 % 101)).collect()
    }

    #[test]
    fn what_waits_is_the_same_again_and_small() {
        let shelf = Shelf::new(2);
        let forms: Vec<_> = (0..50).map(form).collect();
        let waiting: Vec<_> = forms.iter().map(|form| shelf.put(form.clone())).collect();
        for (index, (form, waiting)) in forms.iter().zip(&waiting).enumerate() {
            assert_eq!(*shelf.take(waiting).unwrap(), *form);
            let Waiting::Packed(slip) = waiting else {
                assert!(index < 2);
                continue;
            };
            assert!(slip.length * 3 < slip.unpacked, "{} of {}", slip.length, slip.unpacked);
        }
        let held: usize = shelf.blocks.lock().unwrap().iter().map(Vec::len).sum();
        assert!(held > 0);
    }

    #[test]
    fn what_does_not_deflate_is_held_all_the_same() {
        let mut seed = 1_u64;
        let mut noise = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed
        };
        let shelf = Shelf::new(0);
        for _ in 0..3 {
            let numbers: Vec<u64> = (0..400_000).map(|_| noise()).collect();
            let waiting = shelf.put(numbers.clone());
            assert!(matches!(waiting, Waiting::Packed(_)));
            assert_eq!(*shelf.take(&waiting).unwrap(), numbers);
        }
    }
}
