//! The properties of a workbook in; the stamp that `thidua form` put there out: whose form it is and of which compact.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::model::Stamp;

/// The most of the properties that is looked at, in bytes.
const MOST: u64 = 1 << 20;

/// The stamp of a file, if it has a whole one.
pub fn stamp(bytes: &[u8]) -> Option<Stamp> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    zip.by_name("docProps/custom.xml").ok()?.take(MOST).read_to_string(&mut text).ok()?;
    let mut values: [Option<String>; 3] = [None, None, None];
    let mut at = None;
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(start) if start.local_name().as_ref() == "property" => {
                let name =
                    start.attributes().with_checks(false).flatten().find(|own| own.key.local_name().as_ref() == "name");
                at = name.and_then(|name| Stamp::KEYS.iter().position(|key| *key == name.value));
            }
            Event::Text(said) => {
                if let Some(at) = at {
                    values[at].get_or_insert_default().push_str(&said);
                }
            }
            Event::GeneralRef(sign) => {
                let character = match &*sign {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => return None,
                };
                if let Some(at) = at {
                    values[at].get_or_insert_default().push_str(character);
                }
            }
            Event::End(end) if end.local_name().as_ref() == "property" => at = None,
            _ => {}
        }
    }
    let [bloc, member, form] = values;
    Some(Stamp { bloc: bloc?, member: member?, form: form? })
}
