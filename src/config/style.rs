//! How the outputs look, as written in scoring.toml.

use schemars::JsonSchema;
use serde::Deserialize;

use super::value::At;

/// How the outputs look; everything may be left out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// What stands over a table: `quoc-hieu` (issuer at the left, nation and motto at the right; the default) or
    /// `phu-luc` (the table is an annex of a document).
    pub heading: Option<At<String>>,
    /// With `phu-luc`: which annex, such as `Phụ lục I`.
    pub annex: Option<At<String>>,
    /// With `phu-luc`: the document it belongs to, such as `Kèm theo Tờ trình số … ngày …`; printed in brackets under
    /// the title.
    pub annex_to: Option<At<String>>,
    /// Who signs the tables of all blocs, a line each: `"TM. HỘI ĐỒNG\nCHỦ TỊCH"`.
    pub signer_title: Option<At<String>>,
    /// The person's name under the signature.
    pub signer: Option<At<String>>,
    /// Font of the workbooks with results: `Times New Roman` (the default), `Arial`, `Calibri`, `Cambria`, `Tahoma` or
    /// `Verdana`; blank forms keep `Times New Roman`.
    pub font: Option<At<String>>,
    /// Its size in points, from 10 to 14; 13 when left out.
    pub font_size: Option<At<u16>>,
    /// Ground of a leader's row, as `#RRGGBB`; light enough for black letters.
    pub leader: Option<At<String>>,
    /// Ground of a table's header, as `#RRGGBB`; light enough for black letters.
    pub header: Option<At<String>>,
    /// Colour of leaders in charts, as `#RRGGBB`; dark enough on white.
    pub accent: Option<At<String>>,
    /// Width of a chart in pixels, from 600 to 2400; 1200 when left out.
    pub chart_width: Option<At<u32>>,
}
