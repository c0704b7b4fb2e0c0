//! Every sentence, heading, label and help text, in Vietnamese and English; Vietnamese letters stand here,
//! in a rule's or award's own sentences, and nowhere else.

pub mod award;
pub mod blank;
pub mod columns;
pub mod config;
pub mod console;
pub mod diff;
pub mod draft;
pub mod faults;
pub mod form;
pub mod guide;
pub mod headings;
pub mod help;
pub mod midyear;
pub mod recognition;
pub mod record;
pub mod render;
pub mod returned;
pub mod score;
pub mod shared;
pub mod stage;
pub mod yearly;
