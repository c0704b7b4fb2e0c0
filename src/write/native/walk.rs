//! In: the XML of a part. Out: its elements and texts, one after another.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rust_xlsxwriter::XlsxError;

/// What is met in a part.
#[derive(Clone, Copy)]
pub(super) enum Told<'a> {
    /// An element begins.
    Start(&'a BytesStart<'a>),
    /// Text in it.
    Text(&'a str),
    /// It ends.
    End,
}

/// Walks through a part; `told` gets the names of the open elements, the one it is about last, and where it stands.
pub(super) fn walk(xml: &str, mut told: impl FnMut(&[String], Range<usize>, Told)) -> Result<(), XlsxError> {
    let wrong = |error: &dyn std::fmt::Display| XlsxError::CustomError(error.to_string());
    let mut reader = Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    loop {
        let from = reader.buffer_position();
        let event = reader.read_event().map_err(|error| wrong(&error))?;
        let span = usize::try_from(from).unwrap_or(0)..usize::try_from(reader.buffer_position()).unwrap_or(0);
        match event {
            Event::Eof => return Ok(()),
            Event::Start(start) => {
                path.push(start.local_name().as_ref().to_owned());
                told(&path, span, Told::Start(&start));
            }
            Event::Empty(start) => {
                path.push(start.local_name().as_ref().to_owned());
                told(&path, span.clone(), Told::Start(&start));
                told(&path, span, Told::End);
                path.pop();
            }
            Event::Text(said) => told(&path, span, Told::Text(&said)),
            Event::GeneralRef(sign) => {
                let text =
                    quick_xml::escape::unescape(&format!("&{};", &*sign)).map_err(|error| wrong(&error))?.into_owned();
                told(&path, span, Told::Text(&text));
            }
            Event::End(_) => {
                told(&path, span, Told::End);
                path.pop();
            }
            _ => {}
        }
    }
}

/// The value of an attribute, whatever its prefix; empty if it is not there.
pub(super) fn attribute(start: &BytesStart, name: &str) -> String {
    let mut own = start.attributes();
    let found = own.with_checks(false).flatten().find(|own| own.key.local_name().as_ref() == name);
    let value = found.and_then(|own| quick_xml::escape::unescape(&own.value).ok().map(Cow::into_owned));
    value.unwrap_or_default()
}
