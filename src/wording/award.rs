//! The sentences of proposals that no requirement makes.

use rust_decimal::Decimal;

use crate::diag::Lang;
use crate::model::{Eligibility, Ground, Opinion, OpinionState, Quota, QuotaBase, QuotaRounding};

/// An opinion as a ground, with its body, document and date.
pub fn ground(lang: Lang, opinion: &Opinion) -> String {
    let state = match opinion.state {
        OpinionState::Concluded => lang.pick("đã kết luận", "concluded"),
        OpinionState::Pending => lang.pick("đang xem xét", "under examination"),
        OpinionState::Clear => lang.pick("không có ý kiến", "no objection"),
    };
    let document = if opinion.document.is_empty() {
        String::new()
    } else {
        lang.pick(format!(", văn bản số {}", opinion.document), format!(", document {}", opinion.document))
    };
    let date = if opinion.date.is_empty() {
        String::new()
    } else {
        lang.pick(format!(" ngày {}", opinion.date), format!(" of {}", opinion.date))
    };
    format!("{} ({}{document}{date}; {state})", opinion.content, opinion.body)
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
pub fn not_eligible(lang: Lang, state: Eligibility, grounds: &[Ground]) -> String {
    let grounds: Vec<_> = grounds.iter().map(|ground| (ground.sentence)(lang)).collect();
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

/// The share of its scale that a winner reached.
pub fn share_reached(lang: Lang, percent: Decimal) -> String {
    let percent = lang.fixed(percent, 2);
    lang.pick(format!("đạt {percent}% thang điểm"), format!("{percent}% of its scale"))
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
