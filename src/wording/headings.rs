//! Every heading, label and sentence of the outputs, in Vietnamese and English.

pub(super) mod sentences;

pub use sentences::*;

use crate::diag::Text;

words! {
    /// The nation, in the head block.
    NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM";
    /// Its motto.
    MOTTO = "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    /// Who signs for a cluster.
    HEAD_OF_CLUSTER = "CỤM TRƯỞNG", "HEAD OF THE CLUSTER";
    /// Who signs for a bloc, on two lines.
    HEAD_OF_BLOC = "TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI", "ON BEHALF OF THE BLOC\nHEAD OF THE BLOC";
    /// Who signs for the standing office.
    HEAD_OF_OFFICE = "THỦ TRƯỞNG CƠ QUAN", "HEAD OF THE OFFICE";
    /// Who made the table.
    MADE_BY = "NGƯỜI LẬP BIỂU", "PREPARED BY";
    /// The weights are an example.
    SAMPLE_COMPACT = "Bảng tiêu chí mẫu - cần thay bằng giao ước đã ký",
        "Sample table of criteria - to be replaced by the signed compact";

    /// Name of the output `roll-up`.
    ROLL_UP = "Bảng tổng hợp toàn bộ các cụm, khối thi đua", "The workbook of all clusters and blocs";
    /// Name of the output `bloc-workbook`.
    BLOC_WORKBOOK = "Bảng xếp hạng, điểm chi tiết và đề nghị của từng cụm, khối",
        "The workbook of each bloc: ranking, marks, proposals";
    /// Name of the output `ket-qua`.
    KET_QUA = "Kết quả dạng JSON cho máy đọc", "The results as JSON, for machines";

    /// Sheet of a bloc's ranking.
    RANKING = "Xếp hạng", "Ranking";
    /// Sheet of proposals.
    PROPOSALS = "Đề nghị khen thưởng", "Award proposals";
    /// Sheet of earlier years.
    HISTORY = "Kết quả các năm", "Earlier years";
    /// Sheet of findings.
    REVIEW = "Cần rà soát", "To review";
    /// Sheet of files.
    SOURCES = "Nguồn số liệu", "Sources";
    /// Sheet of all rankings.
    SUMMARY = "Tổng hợp xếp hạng", "All rankings";
    /// Sheet of who handed in what.
    RECEIVED = "Tình hình gửi báo cáo", "Reports received";

    /// Column: running number.
    NUMBER = "STT", "No.";
    /// Column: member.
    MEMBER = "Đơn vị", "Member";
    /// Column: bloc.
    BLOC = "Cụm, khối thi đua", "Cluster or bloc";
    /// Column: bonus.
    BONUS = "Điểm thưởng", "Bonus";
    /// Column: penalty.
    PENALTY = "Điểm trừ", "Penalty";
    /// Column: total.
    TOTAL = "Tổng điểm", "Total";
    /// Column: total of the member's own marks.
    SELF_TOTAL = "Tổng điểm tự chấm", "Total of self-marks";
    /// Column: total less own marks.
    DIFFERENCE = "Chênh lệch", "Difference";
    /// Column: rank.
    RANK = "Xếp hạng", "Rank";
    /// Column: class.
    CLASS = "Xếp loại", "Class";
    /// Column: what is proposed.
    PROPOSED = "Đề nghị", "Proposed";
    /// Column: remarks.
    REMARKS = "Ghi chú", "Remarks";
    /// Column: code of a criterion.
    CODE = "Mã", "Code";
    /// Column: criterion.
    CRITERION = "Tiêu chí", "Criterion";
    /// Column: unit.
    UNIT = "Đơn vị tính", "Unit";
    /// Column: plan.
    PLAN = "Kế hoạch", "Plan";
    /// Column: actual.
    ACTUAL = "Thực hiện", "Actual";
    /// Column: maximum.
    MAXIMUM = "Điểm tối đa", "Maximum";
    /// Column: what the rule computed.
    BY_RULE = "Điểm theo số liệu", "Computed mark";
    /// Column: the mark that counts.
    COUNTED = "Điểm được tính", "Mark that counts";
    /// Column: why.
    BECAUSE = "Căn cứ chấm điểm", "Reason for the mark";
    /// Column: where from.
    SOURCE = "Nguồn (tệp, trang, ô)", "Source (file, sheet, cells)";
    /// Column: status.
    STATUS = "Tình trạng", "Status";

    /// Column of proposals: by points.
    BY_POINTS = "Theo điểm", "By points";
    /// Column of proposals: by the bloc.
    BY_BLOC = "Cụm, khối suy tôn", "Vote of the bloc";
    /// Column of proposals: by the standing office.
    BY_OFFICE = "Cơ quan thường trực thẩm định", "Appraisal of the standing office";
    /// Column of proposals: by the council.
    BY_COUNCIL = "Hội đồng biểu quyết", "Vote of the council";
    /// Column of proposals: why.
    REASONS = "Lý do, điều kiện", "Reasons and conditions";
    /// Column: whether a member may be considered.
    ELIGIBILITY = "Điều kiện xét khen thưởng", "Eligibility";

    /// Column of findings: how grave.
    SEVERITY = "Mức", "Severity";
    /// Column of findings: code.
    FAULT_CODE = "Mã lỗi", "Code of the finding";
    /// Column: file.
    FILE = "Tệp", "File";
    /// Column: sheet.
    SHEET = "Trang", "Sheet";
    /// Column: cell.
    CELL = "Ô", "Cell";
    /// Column of findings: what.
    MESSAGE = "Nội dung", "Finding";
    /// Column of findings: what stands there.
    FOUND = "Tìm thấy", "Found";
    /// Column of findings: what should stand there.
    EXPECTED = "Cần", "Expected";
    /// Column of findings: the next step.
    MEND = "Cách sửa", "How to mend it";

    /// Column of files: sheets.
    SHEETS_OF_FILE = "Trang và loại bảng", "Sheets and what they are";
    /// Column of files: members.
    MEMBERS_OF_FILE = "Đơn vị có số liệu", "Members it speaks of";
    /// Column of files: size.
    BYTES = "Dung lượng (byte)", "Size (bytes)";
    /// Column of files: hash.
    SHA256 = "Mã kiểm tra SHA-256", "SHA-256";
    /// A file that was read.
    READ = "Đã đọc", "Read";
    /// A file that was left out.
    REJECTED = "Không nhận", "Rejected";

    /// Column of members: whether anything came.
    HANDED_IN = "Đã gửi báo cáo", "Report received";
    /// Column of members: files.
    FILES = "Tệp đã gửi", "Files received";
    /// Column of members: marks there are.
    MARKS_PRESENT = "Số tiêu chí có điểm", "Criteria marked";
    /// Column of members: marks needed.
    MARKS_NEEDED = "Số tiêu chí phải có điểm", "Criteria to be marked";
    /// Column of members: values that are not official.
    UNOFFICIAL = "Số liệu chưa chính thức", "Values not official";
    /// Yes.
    YES = "Có", "Yes";
    /// Not yet.
    NOT_YET = "Chưa", "Not yet";

    /// Tied, and no key decides.
    TIED = "Đồng điểm - đề nghị hội nghị bỏ phiếu", "Equal totals - the meeting is asked to vote";
    /// Tie key: points in a field or criterion.
    KEY_POINTS = "điểm {}", "points in {}";
    /// Tie key: women.
    KEY_WOMEN = "tập thể có từ 70% nữ trở lên", "a collective with 70 % women or more";
    /// Tie key: votes.
    KEY_VOTE = "số phiếu suy tôn", "votes of the bloc";
    /// Tie key: plans exceeded.
    KEY_PLANS_EXCEEDED = "số chỉ tiêu vượt kế hoạch", "number of plans exceeded";
    /// Tie key: fewer penalties.
    KEY_FEWER_PENALTIES = "số điểm trừ ít hơn", "fewer points deducted";
    /// Column of earlier years: the total as a part of the scale.
    SHARE_OF_SCALE = "% thang điểm", "% of the scale";
    /// A unit that a member came out of.
    FORMER_UNIT = "đơn vị cũ", "former unit";
    /// There are no earlier results.
    NO_HISTORY = "Thư mục kết quả các năm trước chưa có tệp ket-qua.json nào dùng được.",
        "The folder of earlier results has no ket-qua.json that can be used.";
    /// How the table of earlier years is to be read.
    HISTORY_NOTE = "Hạng ghi kèm số đơn vị của cụm, khối năm ấy. Dấu \"-\": không có trong kết quả năm ấy hoặc chưa đủ số liệu. Thang điểm các năm có thể khác nhau nên so theo % thang điểm. Đơn vị cũ đứng riêng từng dòng, không cộng và không lấy bình quân.",
        "Ranks stand with the number of members of the bloc in that year. A dash: not in the results of that year, or incomplete. Scales may differ between years, so compare the % of the scale. Former units stand on rows of their own; nothing is added up and no mean is taken.";
    /// Nothing has come from a member.
    NOTHING_HANDED_IN = "chưa có số liệu", "nothing received";
    /// All marks are there, but the figures are in doubt.
    IN_DOUBT = "số liệu cần rà soát", "figures to be reviewed";
    /// The stage that counts differs between members.
    MIXED_STAGES = "điểm được tính của các đơn vị chưa cùng một bước chấm",
        "the marks that count are not of the same stage for all members";
    /// Marks that the rule computed.
    COMPUTED_MARKS = "điểm tính theo số liệu", "computed marks";

    /// A ballot that is asked for and not there.
    AWAITING_BALLOT = "Chờ kết quả bỏ phiếu", "Awaiting the ballot";
    /// A seat that several share.
    TIED_SEAT = "đồng điểm, hội nghị quyết định", "tied, the meeting decides";
    /// A proposal with conditions.
    CONDITIONAL = "có điều kiện", "conditional";
    /// May be considered.
    ELIGIBLE = "Đủ điều kiện", "Eligible";
    /// Not considered yet.
    DEFERRED = "Chưa xét", "Deferred";
    /// Not considered.
    EXCLUDED = "Không xét", "Excluded";
    /// Proposed.
    VERDICT_PROPOSED = "Đề nghị", "Proposed";
    /// Proposed under conditions.
    VERDICT_CONDITIONAL = "Đề nghị có điều kiện", "Proposed conditionally";
    /// Tied for the last seat.
    VERDICT_TIED = "Đồng điểm, chưa chọn", "Tied, not chosen between";
    /// Not proposed.
    VERDICT_NOT = "Chưa đề nghị", "Not proposed";
    /// There are no proposals.
    NO_PROPOSALS = "Chưa có đề nghị khen thưởng nào", "There are no proposals";
    /// What a proposal is.
    PROPOSES_ONLY = "Bảng này chỉ đề nghị theo điểm và quy chế đã khai báo; hội nghị cụm, khối và Hội đồng xem xét, quyết định.",
        "This table only proposes, by points and the declared rules; the meeting of the bloc and the council decide.";

    /// There is nothing to review.
    NOTHING_TO_REVIEW = "Không có nội dung cần rà soát", "Nothing to review";
    /// No files were read.
    NO_SOURCES = "Không có tệp số liệu nào", "No files";
    /// The sheet is cut.
    CUT = "Trang đã đủ số dòng; phần còn lại xem các tệp csv và ket-qua.json trong thư mục du-lieu-may",
        "This sheet is full; the rest stands in the csv files and in ket-qua.json of the folder du-lieu-may";

    /// Not assigned.
    NOT_ASSIGNED = "Không giao", "Not assigned";
    /// Nothing arose.
    NOT_ARISING = "Không phát sinh", "Nothing arose";
    /// An estimate.
    ESTIMATE = "Số liệu ước", "Estimate";
    /// A forecast.
    FORECAST = "Số liệu dự kiến", "Forecast";
    /// Left out of numerator and denominator.
    LEFT_OUT = "Không tính vào tổng", "Left out of the total";
    /// No mark, and one is needed.
    NO_MARK = "Thiếu số liệu", "Missing";
    /// A finding concerns it.
    SEE_REVIEW = "Xem trang Cần rà soát", "See sheet To review";

    /// A chart without bars.
    NO_BARS = "Chưa đơn vị nào đủ số liệu để xếp hạng", "No member has the figures to be ranked";
}
