//! Words of `thidua diff`: what differs between two runs, and by what.

use crate::diag::{Lang, Text};
use crate::model::{Ballot, BallotLevel, Classification, Decision, Figures, Opinion, Registration};

// the table of a bloc
texts! {
    RANK: "Hạng", "Rank";
    BEFORE: "Tổng điểm trước", "Total before";
    AFTER: "Tổng điểm sau", "Total after";
    DIFFERENCE: "Chênh lệch", "Difference";
    CLASS: "Xếp loại", "Class";
    TOGETHER: "gộp →", "joint →";
    CAME: "mới vào", "new";
    LEFT: "không còn", "left";
    NO_TOTAL: "thiếu", "incomplete";
    SAME_BLOC: "không có gì khác", "nothing is different";
}

// the causes
texts! {
    BY_PROGRAM: "do phiên bản chương trình", "by the program";
    BY_DATA: "do số liệu", "by data";
    BY_STAGES: "do các bước sau", "by later stages";
    BY_COMPACT: "do giao ước", "by the compact";
}

// values, marks and sheets
texts! {
    PLAN: "kế hoạch", "plan";
    ACTUAL: "thực hiện", "actual";
    NOTHING: "không có", "none";
    NOT_ASSIGNED: "không giao", "not assigned";
    NOT_ARISING: "không phát sinh", "nothing arose";
    UNCLEAR: "có lỗi", "in doubt";
    NOT_ASKED: "giao ước không hỏi", "not asked for";
    NO_MARK: "chưa có điểm", "no mark";
    OFFICIAL: "chính thức", "official";
    ESTIMATE: "ước", "estimate";
    FORECAST: "dự kiến", "forecast";
    BY_OTHERS: "số liệu của đơn vị khác trong cụm, khối đã đổi; quy tắc này so các đơn vị với nhau",
        "the figures of other members of the bloc have changed; this rule compares the members";
    INSEPARABLE: "giao ước nay chấm tiêu chí này cách khác, không tách được số liệu với giao ước: tính cả vào giao ước",
        "the compact marks this criterion otherwise now; data and compact cannot be told apart: all of it counts as the compact's";
    RELIABLE: "đủ và đọc được", "there and whole";
    UNRELIABLE: "thiếu hoặc có lỗi", "missing or in doubt";
    NOT_EXPECTED: "không yêu cầu", "not expected";
}

// estimates
texts! {
    ESTIMATES: "Số ước, số dự kiến", "Estimates and forecasts";
    CRITERION: "Tiêu chí", "Criterion";
    MEMBER: "Đơn vị", "Member";
    VALUE_BEFORE: "Trước", "Before";
    VALUE_AFTER: "Sau", "After";
}

// proposals
texts! {
    PROPOSALS: "Đề nghị khen thưởng", "Award proposals";
    AWARD: "Hình thức", "Award";
    BY: "Do", "By";
    PROPOSED: "đề nghị", "proposed";
    CONDITIONAL: "đề nghị có điều kiện", "proposed conditionally";
    TIED: "đồng điểm, chưa chọn", "tied, not chosen between";
    NOT_PROPOSED: "không đề nghị", "not proposed";
}

// sentences at the end
texts! {
    EQUAL: "Hai kết quả như nhau: số liệu, điểm, thứ hạng và đề nghị khen thưởng không có gì khác.",
        "The two results are equal: values, marks, ranks and proposals are the same.";
    EQUAL_BUT_SCORING: "scoring.toml đã sửa nhưng không làm đổi điểm, thứ hạng hay đề nghị nào.",
        "scoring.toml has changed, but no mark, rank or proposal with it.";
    ORDER: "Cách tách: lần lượt thay số liệu, rồi điểm và ý kiến của các bước sau, rồi giao ước của lần trước bằng của lần này, mỗi lần chấm lại toàn bộ; các phần cộng lại đúng bằng chênh lệch.",
        "How it is split: data, then marks and opinions of later stages, then the compact of the earlier run are replaced by those of this one, and all is scored again each time; the parts add up to the difference exactly.";
    PROGRAM: "Phiên bản chương trình này chấm lại số liệu lần trước ra điểm khác với lúc ghi; phần khác ấy ở cột riêng.",
        "This version of the program scores the earlier figures otherwise than they were scored; that part has a column of its own.";
    NO_PROPOSAL_CHANGED: "Không có đề nghị khen thưởng nào khác đi.", "No proposal would have been different.";
}

/// What is compared with what.
pub fn against(path: &str, year: u16, date: &str, lang: Lang) -> String {
    lang.pick(
        format!("So với {path} (năm {year}, số liệu đến ngày {date})"),
        format!("Against {path} (year {year}, figures as of {date})"),
    )
}

/// How many proposals are others now, and which.
pub fn proposals_changed(list: &[String], lang: Lang) -> String {
    let count = list.len();
    let en = if count == 1 { "1 proposal would".to_owned() } else { format!("{count} proposals would") };
    let list = list.join("; ");
    lang.pick(format!("Có {count} đề nghị khen thưởng khác đi: {list}."), format!("{en} have been different: {list}."))
}

/// A proposal that is another one now, in few words.
pub fn proposal(award: &str, member: &str, before: &str, after: &str) -> String {
    format!("{award}: {member} ({before} → {after})")
}

/// Several causes.
pub fn causes(list: &[Text], lang: Lang) -> String {
    list.iter().map(|cause| cause.say(lang)).collect::<Vec<_>>().join(", ")
}

/// A difference of which nothing can be told apart.
pub fn together(member: &str, causes: &str, points: &str, lang: Lang) -> String {
    lang.pick(
        format!("{member}: {points} {causes}, không tách được vì giữa chừng thiếu số liệu"),
        format!("{member}: {points} {causes}, which cannot be told apart because something was missing in between"),
    )
}

/// The criteria together do not make the difference of the total.
pub fn beyond(marks: &str, total: &str, lang: Lang) -> String {
    lang.pick(
        format!("cộng các tiêu chí {marks}, tổng điểm {total}: còn do quy về thang điểm, mức trần, làm tròn hoặc cách tính lĩnh vực"),
        format!("criteria together {marks}, total {total}: the rest is by bringing to scale, caps, rounding or how fields are made"),
    )
}

/// A member's earlier name.
pub fn renamed(name: &str, earlier: &str, lang: Lang) -> String {
    lang.pick(format!("{name} (trước là {earlier})"), format!("{name} (formerly {earlier})"))
}

/// How many figures were and are not final.
pub fn estimates(bloc: &str, before: Figures, after: Figures, lang: Lang) -> String {
    let count = |figures: Figures| format!("{}/{}", figures.unofficial(), figures.values);
    let (before, after) = (count(before), count(after));
    lang.pick(
        format!("{bloc}: trước {before} số liệu là ước hoặc dự kiến, nay {after}"),
        format!("{bloc}: before {before} figures were estimates or forecasts, now {after}"),
    )
}

/// A ballot.
pub fn ballot(ballot: &Ballot, lang: Lang) -> String {
    let (yes, entitled, round) = (lang.number(ballot.yes), lang.number(ballot.entitled), ballot.round);
    let body = match ballot.level {
        BallotLevel::Bloc => lang.pick("cụm, khối", "the bloc"),
        BallotLevel::Council => lang.pick("Hội đồng", "the council"),
    };
    lang.pick(
        format!("{body} bỏ phiếu vòng {round}: {yes}/{entitled} đồng ý"),
        format!("ballot of {body}, round {round}: {yes} of {entitled} yes"),
    )
}

/// An opinion.
pub fn opinion(row: &Opinion, lang: Lang) -> String {
    super::award::ground(lang, row)
}

/// The classes of a collective, its party organisation and its unions, and the discipline of the year.
pub fn class(row: &Classification, lang: Lang) -> String {
    let further = [
        (lang.pick("tổ chức đảng", "party organisation"), row.party.as_str()),
        (lang.pick("đoàn thể", "unions"), row.unions.as_str()),
        (lang.pick("kỷ luật", "discipline"), row.discipline.as_deref().unwrap_or_default()),
    ];
    let further = further.into_iter().filter(|(_, said)| !said.is_empty()).map(|(of, said)| format!("; {of}: {said}"));
    std::iter::once(row.government.clone()).chain(further).collect()
}

/// What was registered.
pub fn registration(row: &Registration, _: Lang) -> String {
    row.titles.join("; ")
}

/// A decision, with its body and its reason.
pub fn decision(row: &Decision, lang: Lang) -> String {
    let body = super::award::deciding_body(lang, row.body);
    let said = super::award::verdict(lang, row.proposed);
    if row.reason.is_empty() { format!("{body}: {said}") } else { format!("{body}: {said} - {}", row.reason) }
}

/// Findings that are not printed.
pub fn findings(count: usize, lang: Lang) -> String {
    lang.pick(
        format!("số liệu hiện có {count} phát hiện; gõ `thidua check` để xem"),
        format!("the present inputs have {count} findings; `thidua check` shows them"),
    )
}

/// The earlier scoring.toml cannot be read by this program.
pub const EARLIER_SCORING: Text = Text {
    vi: "chương trình này không còn đọc được scoring.toml của lần trước; so sánh bằng chính phiên bản đã ghi bộ kết quả ấy",
    en: "this program no longer reads the scoring.toml of the earlier run; compare with the version that wrote those results",
};
