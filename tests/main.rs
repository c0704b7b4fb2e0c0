//! All integration tests, one binary; each file names what it shows.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are ours")]

mod binary;
mod cases;
mod harness;
mod lab;
mod ole;

mod architecture; // imports go one way, crates stay behind their fences, Vietnamese in its places
mod charts; // the sample's charts look as they are kept, and need no font
mod commands; // explain, rules, check, init, form, help
mod containers; // files that are not what their names say
mod copies; // files that did not arrive whole, or are no files
mod decisions; // what the bodies decided beside the points, and ballots of every kind
mod dependencies; // licences of the crates that are built in, bans, duplicates
mod determinism; // the same bytes in any folder, order, language, time zone and number of threads
mod diff; // what differs between two runs, and by what
mod domain; // every row of the catalogue of practice, with its numbers
mod draft; // a scoring.toml from an office's score table
mod eligibility; // who may be considered, each ground in words
mod english; // no word of the program in Vietnamese under --lang en
mod faults; // what a bad input or scoring.toml comes to: place, wording, exit code
mod figures; // every way of writing a figure, and what does not agree with what stands beside it
mod formats; // one bloc in every format: the same results
mod forms; // the blank form, filled in and read back
mod formulas; // the spreadsheet formula of every rule, evaluated by LibreOffice; ignored where it is not there
mod habits; // one form in the habits of several offices
mod half; // the mid-year review: prospects, shares, what is weakest, ranks only on request
mod hazards; // every row of the list of bad inputs
mod history; // ranks and totals of earlier years, across mergers and new names
mod hostile; // crafted files and 2,000 mutants in runs of the program itself
mod independent; // the engine against a scorer by another hand, from the documents alone
mod kill; // killed at any moment: the old set or the new one, whole
mod ladder; // the awards: shares, certificates, leaders compared, seats that pass
mod linter; // everything in scoring.toml that can be known to be wrong, all at once
mod mutants; // the kept corpus of the fuzz targets, and mutants of it and of workbooks
mod names; // names as offices write them, and text in the fonts of old
mod notices; // what goes back to each member after the appraisal
mod office; // LibreOffice, poppler and openpyxl over the outputs; ignored where they are not there
mod outputs; // all or nothing, the same bytes twice, languages side by side
mod properties; // what holds for any compact and any figures
mod proposals; // nothing unconditional rests on a sheet that is not there
mod published; // tables from the literature, to their published digits
mod publishing; // outputs that cannot be written, two runs at once, a full disk
mod readme; // two commands, and they are the ones that CI runs
mod recalculation; // every formula calculated afresh by LibreOffice; ignored where it is not there
mod returned; // what goes back to each sender
mod sample; // the shipped sample against an independent calculation
mod schema; // ket-qua.json against its schema, and the page about the files for machines
mod security; // no network, no program, no file elsewhere, no formula from an input
mod shared_forms; // the sheets that all members share, filled in and read back
mod sheets; // tables as offices lay them out
mod silent; // what a reading library changes or loses without a word
mod speed; // the benchmark's forms: scored whole, without timing
mod stages; // stages of a mark and headings by the names scoring.toml gives them
mod style; // letterhead, signer, font and colours by scoring.toml
mod tables; // the tables for machines, and the limits in the manifest
mod tree; // trees of any depth, and what happens to what is missing
mod typing; // what LibreOffice lets a person type into a form; ignored where it is not there
mod values; // what stands in a cell
mod workbooks; // what stands on which sheet of the outputs, and how it is kept from harm
mod workers; // the processes that read, and one that misbehaves
mod yearly; // the award list, the fund list and the two yearly forms, printed and computed
