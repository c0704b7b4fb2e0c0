//! The names of the stages of a mark: the usual words, or those of scoring.toml.

use crate::diag::{Lang, Text};
use crate::model::{HeadingKind, Stage};

/// A stage's own name, where scoring.toml gives one.
fn own(stage: &Stage, lang: Lang) -> Option<&str> {
    stage.name.as_ref().map(|(vi, en)| lang.pick(vi.as_str(), en.as_str()))
}

/// A stage by what a finding names it by; what is not known is its own name.
pub fn named(key: &str, lang: Lang) -> &str {
    let (vi, en) = match key {
        "self" => ("tự chấm", "self"),
        "cross" => ("chấm chéo", "cross"),
        "agency" => ("cơ quan theo dõi", "agency"),
        "appraised" => ("thẩm định", "appraised"),
        "council" => ("hội đồng", "council"),
        "computed" => ("tính theo quy tắc", "computed"),
        _ => return key,
    };
    lang.pick(vi, en)
}

/// One mark of a stage.
pub fn mark(stage: &Stage, lang: Lang) -> String {
    if let Some(name) = own(stage, lang) {
        return lang.pick(format!("điểm {name}"), format!("mark of {name}"));
    }
    let said = match stage.id.as_str() {
        "self" => Text { vi: "điểm tự chấm", en: "self mark" },
        "cross" => Text { vi: "điểm chấm chéo", en: "cross mark" },
        "agency" => Text { vi: "điểm của cơ quan theo dõi", en: "mark of the body concerned" },
        "appraised" => Text { vi: "điểm thẩm định", en: "appraised mark" },
        _ => Text { vi: "điểm hội đồng", en: "council's mark" },
    };
    said.say(lang).to_owned()
}

/// The marks of a stage, as a column is headed.
pub fn marks(stage: &Stage, kind: HeadingKind, lang: Lang) -> String {
    if let Some(name) = own(stage, lang) {
        return lang.pick(format!("điểm {name}"), format!("marks of {name}"));
    }
    let said = match (stage.id.as_str(), kind) {
        ("self", _) => Text { vi: "điểm tự chấm", en: "self-marks" },
        ("cross", HeadingKind::Cluster) => Text { vi: "điểm cụm chấm", en: "cluster's marks" },
        ("cross", HeadingKind::Bloc) => Text { vi: "điểm khối chấm", en: "bloc's marks" },
        ("agency", _) => Text { vi: "điểm cơ quan theo dõi", en: "agency's marks" },
        ("appraised", _) => Text { vi: "điểm thẩm định", en: "appraised marks" },
        _ => Text { vi: "điểm Hội đồng", en: "council's marks" },
    };
    said.say(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_called_what_the_compact_calls_it() {
        let known = Stage { id: "cross".to_owned(), name: None };
        assert_eq!(marks(&known, HeadingKind::Cluster, Lang::Vi), "điểm cụm chấm");
        let own = Stage {
            id: "second".to_owned(),
            name: Some(("thẩm định lần 2".to_owned(), "second appraisal".to_owned())),
        };
        assert_eq!(marks(&own, HeadingKind::Bloc, Lang::Vi), "điểm thẩm định lần 2");
        assert_eq!(
            (mark(&own, Lang::En).as_str(), named(own.key(), Lang::Vi)),
            ("mark of second appraisal", "thẩm định lần 2")
        );
    }
}
