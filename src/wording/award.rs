//! The sentences of proposals that no requirement makes.

use rust_decimal::Decimal;

use crate::diag::{Lang, Sentence};
use crate::model::{
    Compare, Decided, DecidingBody, Eligibility, Exclusion, Opinion, OpinionState, Quota, QuotaBase, QuotaRounding,
};

/// An opinion as a ground, with its body, document and date.
pub fn ground(lang: Lang, opinion: &Opinion) -> String {
    let state = match opinion.state {
        OpinionState::Concluded => lang.pick("đã kết luận", "concluded"),
        OpinionState::Pending => lang.pick("đang xem xét", "under examination"),
        OpinionState::Clear => lang.pick("không có ý kiến", "no objection"),
    };
    let from = [documented(lang, &opinion.body, &opinion.document, &opinion.date), state.to_owned()];
    let from: Vec<_> = from.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({})", opinion.content, from.join("; "))
}

/// A ground that scoring.toml declares.
pub fn declared_ground(lang: Lang, exclusion: &Exclusion) -> String {
    let date = exclusion.date.map(|date| lang.date(date)).unwrap_or_default();
    with_document(lang, &exclusion.ground, &exclusion.body, &exclusion.document, &date)
}

/// A requirement of the compact that is not met, with the text that asks it.
pub fn gate(lang: Lang, said: &str, basis: &str) -> String {
    if basis.is_empty() {
        said.to_owned()
    } else {
        lang.pick(format!("{said} (theo {basis})"), format!("{said} (by {basis})"))
    }
}

/// A ground with its body, document and date in brackets.
pub fn with_document(lang: Lang, said: &str, body: &str, document: &str, date: &str) -> String {
    let from = documented(lang, body, document, date);
    if from.is_empty() { said.to_owned() } else { format!("{said} ({from})") }
}

fn documented(lang: Lang, body: &str, document: &str, date: &str) -> String {
    let numbered =
        (!document.is_empty()).then(|| lang.pick(format!("văn bản số {document}"), format!("document {document}")));
    let dated = (!date.is_empty()).then(|| lang.pick(format!("ngày {date}"), format!("of {date}")));
    let document: Vec<String> = numbered.into_iter().chain(dated).collect();
    let parts = [body.to_owned(), document.join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The name of a state of eligibility.
pub fn eligibility(lang: Lang, state: Eligibility) -> &'static str {
    match state {
        Eligibility::Eligible => lang.pick("Đủ điều kiện", "Eligible"),
        Eligibility::Deferred => lang.pick(
            "Chưa xét (chờ kết luận của cơ quan có thẩm quyền)",
            "Deferred (awaiting the conclusion of the competent body)",
        ),
        Eligibility::Excluded => lang.pick("Không xét", "Not considered"),
    }
}

/// Why a member is not considered.
pub fn not_eligible(lang: Lang, state: Eligibility, grounds: &[Sentence]) -> String {
    let grounds: Vec<_> = grounds.iter().map(|ground| ground(lang)).collect();
    format!("{}: {}", eligibility(lang, state), grounds.join("; "))
}

/// The seat of a member that is not proposed goes on.
pub fn seat_passes_on(lang: Lang) -> String {
    lang.pick(
        "chưa đề nghị; suất đề nghị chuyển cho đơn vị xếp kế tiếp đủ điều kiện theo giao ước",
        "not proposed; by the compact the seat passes to the next eligible member",
    )
    .to_owned()
}

/// The seat of a member that is not proposed stays empty.
pub fn seat_stays_empty(lang: Lang) -> String {
    lang.pick("chưa đề nghị; suất đề nghị để trống theo giao ước", "not proposed; by the compact the seat stays empty")
        .to_owned()
}

/// The bloc is provisional.
pub fn still_provisional(lang: Lang) -> String {
    lang.pick("Chưa đề nghị khen thưởng: kết quả còn tạm tính", "No proposal yet: the results are provisional")
        .to_owned()
}

/// A file of unknown kind was rejected.
pub fn unknown_file_rejected(lang: Lang) -> String {
    lang.pick(
        "Chưa đề nghị khen thưởng: có tệp chưa đọc được, có thể là ý kiến, xếp loại hoặc kết quả bỏ phiếu",
        "No proposal yet: a file could not be read and may hold opinions, classes or ballots",
    )
    .to_owned()
}

/// The table of opinions cannot be relied on.
pub fn no_opinions(lang: Lang) -> String {
    lang.pick(
        "Chưa đề nghị khen thưởng: chưa có ý kiến của cơ quan chức năng",
        "No proposal yet: the opinions of the bodies concerned are not there",
    )
    .to_owned()
}

/// Equals for fewer seats.
pub fn tied_at_the_cut(lang: Lang, equals: usize, seats: usize) -> String {
    lang.pick(
        format!("Đồng điểm - đề nghị hội nghị bỏ phiếu: {equals} đơn vị ngang nhau cho {seats} suất"),
        format!("Tied - the meeting is asked to vote: {equals} equals for {seats} seat(s)"),
    )
}

/// All seats are taken by members with a greater share of their scale.
pub fn seats_filled(lang: Lang) -> String {
    lang.pick("đã đủ số đề nghị theo tỷ lệ", "the share is taken up").to_owned()
}

/// What a winner is compared by, and how much of it there is.
pub fn compared(lang: Lang, compare: Compare, reached: Decimal) -> String {
    match compare {
        Compare::ShareOfScale => {
            let percent = lang.fixed(crate::model::round(reached, 2), 2);
            lang.pick(format!("đạt {percent}% thang điểm"), format!("{percent}% of its scale"))
        }
        Compare::Total => {
            let total = lang.number(reached);
            lang.pick(format!("tổng điểm {total}"), format!("total {total}"))
        }
    }
}

/// Another award that this one presupposes is proposed too.
pub fn holds(lang: Lang, title: &str) -> String {
    lang.pick(format!("được đề nghị {title}"), format!("proposed for {title}"))
}

/// It is not.
pub fn holds_not(lang: Lang, title: &str) -> String {
    lang.pick(format!("chưa được đề nghị {title}"), format!("not proposed for {title}"))
}

/// A member that a body decided on although its place gives it no seat.
pub fn outside_the_seats(lang: Lang, rank: Option<u32>) -> String {
    match rank {
        Some(rank) => lang.pick(
            format!("theo điểm xếp thứ {rank}, ngoài số suất đề nghị"),
            format!("placed {rank} by points, outside the seats"),
        ),
        None => lang.pick("chưa được xếp hạng theo điểm", "not ranked by points").to_owned(),
    }
}

/// A member whose turn it was and who is not proposed, fit to be read out: why, and where its seat goes. `heirs` are
/// none where the compact leaves the seat empty.
pub fn passed_over(
    lang: Lang,
    (name, rank): &(String, u32),
    title: &str,
    why: &str,
    heirs: Option<&[(String, u32)]>,
) -> String {
    let first = lang.pick(
        format!("{name} xếp thứ {rank} nhưng chưa đề nghị tặng {title}. Lý do: {why}."),
        format!("{name} is placed {rank} but is not proposed for {title}. The reason: {why}."),
    );
    let (vi, en) = match heirs {
        None => ("Theo giao ước, suất này để trống.".to_owned(), "By the compact the seat stays empty.".to_owned()),
        Some([]) => (
            "Theo giao ước, suất này chuyển cho đơn vị kế tiếp, nhưng không còn đơn vị nào đủ điều kiện.".to_owned(),
            "By the compact the seat passes to the next member, but no other is eligible.".to_owned(),
        ),
        Some([(heir, place)]) => (
            format!("Theo giao ước, suất này chuyển cho {heir}, xếp thứ {place}."),
            format!("By the compact the seat passes to {heir}, placed {place}."),
        ),
        Some(several) => {
            let names: Vec<_> = several.iter().map(|(heir, _)| heir.as_str()).collect();
            let (names, place) = (names.join(", "), several[0].1);
            (
                format!(
                    "Theo giao ước, suất này chuyển cho đơn vị kế tiếp; {names} cùng xếp thứ {place}, đề nghị hội nghị lựa chọn."
                ),
                format!(
                    "By the compact the seat passes to the next; {names} share place {place}, and the meeting is asked to choose."
                ),
            )
        }
    };
    format!("{first} {}", lang.pick(vi, en))
}

/// Whether a body proposes a member.
pub fn verdict(lang: Lang, proposed: bool) -> &'static str {
    if proposed { lang.pick("đề nghị", "proposed") } else { lang.pick("không đề nghị", "not proposed") }
}

/// What a body decided, with its minutes and the reason of a change.
pub fn decided(lang: Lang, decided: &Decided) -> String {
    let own = &decided.decision;
    let said = verdict(lang, own.proposed);
    let minutes = (!own.minutes.is_empty())
        .then(|| lang.pick(format!("biên bản số {}", own.minutes), format!("minutes {}", own.minutes)));
    let date = (!own.date.is_empty()).then(|| lang.pick(format!("ngày {}", own.date), format!("of {}", own.date)));
    let from: Vec<String> = minutes.into_iter().chain(date).collect();
    if from.is_empty() { said.to_owned() } else { format!("{said} ({})", from.join(" ")) }
}

/// The body of a decision.
pub fn deciding_body(lang: Lang, body: DecidingBody) -> &'static str {
    match body {
        DecidingBody::Bloc => lang.pick("cụm, khối suy tôn", "the bloc"),
        DecidingBody::Office => lang.pick("cơ quan thường trực thẩm định", "the standing office"),
        DecidingBody::Council => lang.pick("Hội đồng biểu quyết", "the council"),
    }
}

/// A change by a body, with its reason.
pub fn change(lang: Lang, decided: &Decided) -> String {
    let body = deciding_body(lang, decided.decision.body);
    let what = if decided.decision.proposed {
        lang.pick("bổ sung đề nghị", "adds the proposal")
    } else {
        lang.pick("không đề nghị", "drops the proposal")
    };
    let reason = decided.decision.reason.trim();
    let why = if reason.is_empty() { lang.pick("chưa ghi lý do", "no reason given") } else { reason };
    format!("{body}: {what} - {why}")
}

/// The arithmetic of a share.
pub fn quota(lang: Lang, quota: &Quota, proposed: usize, base: usize, allowed: usize) -> String {
    let of = if base == 0 {
        Decimal::ZERO
    } else {
        crate::model::round(Decimal::from(proposed * 100) / Decimal::from(base), 1)
    };
    let (of, share) = (lang.number(of), &quota.text);
    let base_name = match quota.base {
        QuotaBase::Proposed => lang.pick("tập thể được đề nghị", "collectives proposed"),
        QuotaBase::Standing => lang.pick("tập thể đạt tiêu chuẩn", "collectives that meet the standard"),
        QuotaBase::Members => lang.pick("đơn vị thành viên", "member units"),
    };
    let rounding = match quota.rounding {
        QuotaRounding::Down => lang.pick("làm tròn xuống", "rounded down"),
        QuotaRounding::Nearest => lang.pick("làm tròn đến số gần nhất", "rounded to the nearest"),
        QuotaRounding::Up => lang.pick("làm tròn lên", "rounded up"),
    };
    let basis = if quota.basis.is_empty() { String::new() } else { format!(" [{}]", quota.basis) };
    let over = if proposed > allowed {
        lang.pick(
            format!("; vượt {}, trình Hội đồng xem xét", proposed - allowed),
            format!("; {} over, for the council to decide", proposed - allowed),
        )
    } else {
        String::new()
    };
    lang.pick(
        format!("Đề nghị {proposed}, bằng {of}% của {base} {base_name}; mức quy định {share} tương ứng {allowed} ({rounding}){basis}{over}"),
        format!("{proposed} proposed, {of}% of {base} {base_name}; the share of {share} allows {allowed} ({rounding}){basis}{over}"),
    )
}
