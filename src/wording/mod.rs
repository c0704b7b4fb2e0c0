//! Every sentence, heading, label and help text, in Vietnamese and English; Vietnamese letters stand here,
//! in a rule's or award's own sentences, and nowhere else.

/// Constants with a sentence of their own on what each is for.
macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident = $vi:literal, $en:literal;)*) => {
        $($(#[doc = $doc])* pub const $name: Text = Text { vi: $vi, en: $en };)*
    };
}

/// Constants whose English says what they are for.
macro_rules! texts {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Text = Text { vi: $vi, en: $en };)*
    };
}

pub mod award;
pub mod blank;
pub mod chart;
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
pub mod live;
pub mod midyear;
pub mod recognition;
pub mod record;
pub mod render;
pub mod returned;
pub mod score;
pub mod shared;
pub mod sheets;
pub mod stage;
pub mod style;
pub mod tables;
pub mod yearly;
