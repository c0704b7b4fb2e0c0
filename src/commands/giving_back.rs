//! `check --return`: the findings in; for each sender, its workbook of faults and its own files as they came, out.
//!
//! A sender is a member, with its own files and every finding about it; a file of several members or of none is a
//! sender of its own.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::Options;
use crate::diag::{Diagnostic, Fault, Place};
use crate::model::{Panel, Rendered, Scoring, slug};
use crate::read::copies;
use crate::wording::returned as words;
use crate::write::{Returned, give_back, prepare};

/// Who a finding goes back to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sender {
    /// A member: indices of bloc and member.
    Member(usize, usize),
    /// A file that is not one member's.
    File(String),
    /// Nobody in particular.
    Nobody,
}

/// The findings by sender, members first.
pub fn by_sender<'a>(
    notes: &'a [Diagnostic],
    scoring: &Scoring,
    panel: Option<&Panel>,
) -> BTreeMap<Sender, Vec<&'a Diagnostic>> {
    let mut senders: BTreeMap<Sender, Vec<&Diagnostic>> = BTreeMap::new();
    for note in notes {
        senders.entry(sender(note, scoring, panel)).or_default().push(note);
    }
    senders
}

fn sender(note: &Diagnostic, scoring: &Scoring, panel: Option<&Panel>) -> Sender {
    let about = note.about.bloc.as_ref().zip(note.about.member.as_ref()).and_then(|(bloc, name)| {
        let bloc = scoring.blocs.iter().position(|known| known.id == *bloc)?;
        let member = scoring.blocs[bloc].members.iter().position(|known| known.name == *name)?;
        Some(Sender::Member(bloc, member))
    });
    about.unwrap_or_else(|| match note.place.file() {
        Some(file) => match owner(file, panel) {
            Some((bloc, member)) => Sender::Member(bloc, member),
            None => Sender::File(file.to_owned()),
        },
        None => Sender::Nobody,
    })
}

/// The one member a file is of.
fn owner(file: &str, panel: Option<&Panel>) -> Option<(usize, usize)> {
    let submission = panel?.common.submissions.iter().find(|known| known.file == file)?;
    if let [one] = submission.members[..] { Some(one) } else { None }
}

/// The name of a sender as scoring.toml or its path has it.
pub fn name(sender: &Sender, scoring: &Scoring) -> Option<String> {
    match sender {
        Sender::Member(bloc, member) => Some(scoring.blocs[*bloc].members[*member].name.clone()),
        Sender::File(file) => Some(file.clone()),
        Sender::Nobody => None,
    }
}

/// Writes one folder for each sender under `folder`; how many senders there are and where they stand.
///
/// # Errors
/// `outputs-unwritable`, `outputs-busy`, `render-failed`.
pub fn write(
    options: &Options,
    folder: &Path,
    notes: &[Diagnostic],
    scoring: &Scoring,
    panel: &Panel,
) -> Result<(usize, String), Diagnostic> {
    let mut files = Vec::new();
    let mut count = 0;
    for (sender, notes) in by_sender(notes, scoring, Some(panel)) {
        let Some(name) = name(&sender, scoring) else { continue };
        let own = files_of(&sender, panel);
        let (bloc, place) = match &sender {
            Sender::Member(bloc, member) => {
                let bloc = &scoring.blocs[*bloc];
                (Some(bloc.name.as_str()), format!("{}/{}-{}", bloc.id, member + 1, slug(&name)))
            }
            _ => (None, format!("{}/{}", words::OTHER_FOLDER.say(options.lang), slug(&name))),
        };
        let sheets: Vec<_> = own.iter().flat_map(|file| copies(&options.inputs, file)).collect();
        let returned = Returned { name: &name, bloc, sheets: &sheets, notes: &notes };
        let bytes = returned.workbook(scoring, options.lang).map_err(|error| failed(&error.to_string(), &name))?;
        files.push(Rendered { path: format!("{place}/{}.xlsx", words::FILE.say(options.lang)), bytes });
        for file in own {
            let bytes = std::fs::read(options.inputs.join(&file)).map_err(|error| failed(&error.to_string(), &file))?;
            let (folder, name) = file.rsplit_once('/').unwrap_or(("", &file));
            let path = format!("{place}/{name}");
            let taken = files.iter().any(|other| other.path == path);
            let path = if taken { format!("{place}/{}-{name}", slug(folder)) } else { path };
            files.push(Rendered { path, bytes });
        }
        count += 1;
    }
    let claim = prepare(folder)?;
    let place = give_back(&files, &words::set(options.lang, scoring.term.year), &claim)?;
    Ok((count, place.display().to_string()))
}

fn failed(reason: &str, name: &str) -> Diagnostic {
    Diagnostic::new(Fault::RenderFailed { reason: reason.to_owned() }, Place::Run).found(name)
}

fn files_of(sender: &Sender, panel: &Panel) -> Vec<String> {
    match sender {
        Sender::Member(bloc, member) => {
            let own = panel.common.submissions.iter().filter(|file| file.members == [(*bloc, *member)]);
            own.map(|file| file.file.clone()).collect()
        }
        Sender::File(file) => vec![file.clone()],
        Sender::Nobody => Vec::new(),
    }
}
