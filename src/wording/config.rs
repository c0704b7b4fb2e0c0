//! What scoring.toml expects, in words.

use crate::diag::Text;

macro_rules! texts {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Text = Text { vi: $vi, en: $en };)*
    };
}

texts! {
    A_TEXT: "chữ trong ngoặc kép", "text in quotes";
    A_PLAIN_NUMBER: "một số, dấu thập phân là dấu chấm, không có ngoặc kép", "a number, with a decimal point and without quotes";
    A_WHOLE_NUMBER: "một số nguyên, không có ngoặc kép", "a whole number without quotes";
    YES_OR_NO: "`true` (có) hoặc `false` (không)", "`true` or `false`";
    A_LIST: "một danh sách trong ngoặc vuông `[ … ]`", "a list in brackets `[ … ]`";
    A_TABLE: "một bảng `{ khóa = giá trị }`", "a table `{ key = value }`";
    A_NUMBER: "một số, không quá 1.000.000", "a number, 1,000,000 at most";
    A_SHARE: "một số lớn hơn 0, không quá 1.000.000, hoặc tỷ lệ viết như \"1%\", \"1/5\"", "a number above 0, 1,000,000 at most, or a share such as \"1%\" or \"1/5\"";
    A_COUNT: "một số nguyên từ 1", "a whole number from 1";
    A_CHOICE: "một trong các từ", "one of the words";
    A_DATE: "một ngày, viết như 2023-12-15", "a date such as 2023-12-15";
    WORDS: "một danh sách từ", "a list of words";
    TABLES: "một danh sách bảng { … } chỉ có các khóa", "a list of tables { … } with only these keys";
    SCHEMA_ONE: "`1`, phiên bản định dạng mà chương trình này đọc được", "`1`, the format this program reads";
    A_YEAR: "một năm từ 2000 đến 2100", "a year from 2000 to 2100";
    A_PERIOD: "`year` (tổng kết năm) hoặc `half` (sơ kết 6 tháng)", "`year` (the year-end review) or `half` (the mid-year review)";
    STAGES: "ít nhất một giai đoạn, mỗi giai đoạn một lần", "at least one stage, each once";
    STAGE_NAME: "tên gọi của giai đoạn ở khóa `name`", "the name of the stage in the key `name`";
    HEADING_WORD: "chữ ở đầu cột, chưa dùng cho cột khác", "the words of a heading that no other column has";
    COUNTS: "`computed` (điểm do quy tắc tính) hoặc `stages` (điểm của giai đoạn đầu tiên có điểm)", "`computed` (the rule's mark) or `stages` (the first stage that has one)";
    NOT_ASSIGNED: "`rescale` (quy về thang điểm) hoặc `keep` (giữ nguyên)", "`rescale` or `keep`";
    ROUNDING: "khóa `rounding = { criterion = 2, total = 2 }` ở đầu tệp hoặc trong giao ước", "a key `rounding = { criterion = 2, total = 2 }` at the head of the file or in the compact";
    TIE_RANK: "`competition` (1, 1, 3) hoặc `dense` (1, 1, 2)", "`competition` (1, 1, 3) or `dense` (1, 1, 2)";
    TIE_ON: "`rounded` (tổng đã làm tròn) hoặc `full`", "`rounded` or `full`";
    TIE_KEY: "`vote`, `field:MÃ`, `criterion:MÃ`, `plans-exceeded`, `fewer-penalties` hoặc `women-70`, với mã có trong giao ước", "`vote`, `field:ID`, `criterion:ID`, `plans-exceeded`, `fewer-penalties` or `women-70`, with an id of the compact";
    A_PART: "một phần từ 0 đến 1, viết như \"72%\", \"2/3\"", "a part from 0 to 1, such as \"72%\" or \"2/3\"";
    A_WEIGHT: "một trọng số lớn hơn 0, không quá 1.000.000", "a weight above 0, 1,000,000 at most";
    COMBINE: "`sum` (tổng), `mean` (bình quân), `geometric` (bình quân nhân) hoặc `min` (thấp nhất)", "`sum`, `mean`, `geometric` or `min`";
    SUM_OUTSIDE_THE_SCALE: "`sum`: lĩnh vực điểm thưởng, điểm trừ chỉ cộng", "`sum`: bonus and penalty fields only add up";
    TREAT: "`incomplete` (chưa đủ số liệu), `unranked` (không xếp hạng), `zero` (tính 0 điểm), `skip` (bỏ qua) hoặc `group-mean` (lấy bình quân nhóm)", "`incomplete`, `unranked`, `zero`, `skip` or `group-mean`";
    TREAT_KEYS: "`available` đi với `skip`, `of` đi với `group-mean`, và chỉ khi ấy", "`available` with `skip`, `of` with `group-mean`, and only then";
    ZERO_BASIS: "khóa `basis` chép đúng câu trong giao ước cho phép tính 0 điểm khi thiếu số liệu", "a key `basis` with the words of the compact by which missing counts as zero";
    MEAN_OF: "`raw` (số liệu), `normalised` (điểm) hoặc `node` (điểm của lĩnh vực)", "`raw`, `normalised` or `node`";
    GROUPS: "`group` cho mọi đơn vị của cụm, khối, vì giao ước lấy bình quân nhóm", "a `group` for every member, because the compact takes the mean of a group";
    EMPTY_FIELD: "ít nhất một tiêu chí hoặc một lĩnh vực con", "at least one criterion or field below it";
    GATE_MET: "không quá số tiêu chí của `criteria`", "no more than there are `criteria`";
    DIFFICULTY_RANGE: "một số từ 1 đến 100, với quy tắc tính điểm và không trừ điểm", "a number from 1 to 100, with a rule that computes and does not deduct";
    FIELD_KIND: "`scale`, `bonus` hoặc `penalty`", "`scale`, `bonus` or `penalty`";
    MEASURE: "`increment` (tăng thêm) hoặc `reduction` (mức giảm)", "`increment` or `reduction`";
    MEASURE_RULE: "một quy tắc có ô thực hiện bằng số, khi dùng `measure`", "a rule with a number for its actual, where `measure` is used";
    NOT_ARISING: "`full` (tính điểm tối đa) hoặc `out` (không tính)", "`full` (the maximum counts) or `out` (left out)";
    ASSIGNED: "`per-member` (có thể không giao cho từng đơn vị)", "`per-member`";
    POSITIVE: "một số lớn hơn 0", "a number above 0";
    SCALE_RANGE: "từ 0 đến 1.000.000 điểm", "from 0 to 1,000,000 points";
    PENALTY_FIELD: "với lĩnh vực điểm trừ: `maximum = 0` và `minimum` nhỏ hơn 0", "for a penalty field: `maximum = 0` and a `minimum` below 0";
    PENALTY_RANGE: "một quy tắc chỉ trừ điểm (như `balance`) trong lĩnh vực điểm trừ, và không trừ điểm ở lĩnh vực khác", "a rule that only deducts (such as `balance`) in a penalty field, and none that deducts elsewhere";
    MAXIMUM_PLACES: "một số không nhiều chữ số thập phân hơn điểm được làm tròn (`rounding.criterion`)", "a number with no more decimals than marks are rounded to (`rounding.criterion`)";
    NUMBERS: "`vi` (1.234,5) hoặc `plain` (1,234.5)", "`vi` (1.234,5) or `plain` (1,234.5)";
    COUNT_AWARDS_BY: "`decision` (năm ban hành quyết định khen thưởng) hoặc `achievement` (năm đạt thành tích)", "`decision` (the year of the decision) or `achievement` (the year of the achievement)";
    OTHER_UNIT: "một đơn vị tính khác đơn vị tính của tiêu chí, mỗi đơn vị một lần", "a unit that is not the criterion's own, each once";
    A_SCALE: "một số lớn hơn 0: một đơn vị ấy bằng bao nhiêu đơn vị tính của tiêu chí", "a number above 0: how many of the criterion's units one of that unit is";
    HALF_PLANS: "`annual` (so với kế hoạch cả năm) hoặc `share` (so với phần kế hoạch đến giữa năm)", "`annual` (the plan of the year) or `share` (the part of it that is due by mid-year)";
    HALF_PLANS_OF_CRITERION: "`annual` (so với kế hoạch cả năm), `share` (so với phần kế hoạch đến giữa năm) hoặc `later` (đến cuối năm mới đánh giá)", "`annual` (the plan of the year), `share` (the part of it that is due by mid-year) or `later` (not assessed before the year's end)";
    HALF_SHARE: "một phần lớn hơn 0, không quá 1, viết như \"1/2\", \"40%\"", "a part above 0, 1 at most, such as \"1/2\" or \"40%\"";
    HALF_LEVELS: "`at_risk` không cao hơn `on_course`", "an `at_risk` no higher than `on_course`";
    HALF_WEAKEST: "một số nguyên từ 1 đến 20", "a whole number from 1 to 20";
    HALF_SHARE_RULE: "`annual` hoặc `later`: quy tắc này không có kế hoạch bằng số chia được theo thời gian", "`annual` or `later`: this rule has no plan in numbers of which a part is due by mid-year";
    HALF_LEVELS_RULE: "chỉ ghi `share`, `on_course`, `at_risk` cho tiêu chí có kế hoạch bằng số và được đánh giá giữa năm", "`share`, `on_course`, `at_risk` only where there is a plan in numbers that is assessed at mid-year";
    HALF_SAME_PERIOD: "`false`: quy tắc này đã có số cùng kỳ, hoặc số thực hiện không phải là một con số của cả kỳ", "`false`: this rule has the same period already, or its actual is no single number of the period";
    LIMITS: "một số không nhỏ hơn `least`", "a number not below `least`";
    ENCODING: "`windows-1258`", "`windows-1258`";
    KP: "`not-assigned` (không giao) hoặc `not-arising` (không phát sinh)", "`not-assigned` or `not-arising`";
    CLASS_REACH: "không quá thang điểm của giao ước: điểm thưởng không nâng loại", "no more than the compact's scale: bonus does not lift a class";
    CLASS_ORDER: "các loại xếp từ cao xuống thấp", "classes from the highest to the lowest";
    BLOC_KIND: "`cluster` (cụm) hoặc `bloc` (khối)", "`cluster` or `bloc`";
    EXPECTS: "`plan-register`, `opinions`, `classification`, `registration` hoặc `ballot`", "`plan-register`, `opinions`, `classification`, `registration` or `ballot`";
    PREDECESSOR: "tên một đơn vị cũ, mỗi đơn vị một lần", "the name of a former unit, each once";
    HISTORY: "tên thư mục chứa các tệp ket-qua.json của những năm trước", "the name of a folder with the ket-qua.json files of earlier years";
    NO_MEMBERS: "ít nhất một đơn vị thành viên `[[bloc.member]]`", "at least one `[[bloc.member]]`";
    FROM_OR_APPLIES: "hoặc `applies_to`, hoặc `from` cùng `share`, `base`, `rounding`; có `share` thì phải có cả `base` và `rounding`", "either `applies_to`, or `from` with `share`, `base` and `rounding`; a `share` needs `base` and `rounding`";
    SHARE_BASE: "`standing` (số đạt tiêu chuẩn), `members` (số đơn vị thành viên), hoặc với `from` là `proposed` (số đã đề nghị)", "`standing`, `members`, or with `from` `proposed`";
    COMPARE: "`share-of-scale` (tỷ lệ trên thang điểm) hoặc `total` (tổng điểm)", "`share-of-scale` or `total`";
    COMPARE_SCALES: "`share-of-scale`, vì các giao ước không cùng một thang điểm", "`share-of-scale`, for the compacts differ in scale";
    EXCLUSION_STATE: "`deferred` (chưa xét) hoặc `excluded` (không xét)", "`deferred` or `excluded`";
    A_GROUND: "lý do chưa xét hoặc không xét", "why the member is deferred or excluded";
    SHARE_ROUNDING: "`down`, `nearest` hoặc `up`", "`down`, `nearest` or `up`";
    A_FRACTION: "một phân số viết như \"1/5\"", "a fraction such as \"1/5\"";
    WHEN_INELIGIBLE: "`pass` (chuyển cho đơn vị kế tiếp) hoặc `empty` (để trống)", "`pass` (to the next) or `empty`";
    EARLIER_AWARD: "một hình thức khen thưởng đứng trước trong tệp", "an award that stands earlier in the file";
    SEATS: "ít nhất một mục `seats = [{ n = 1 }]`, hoặc `share` cùng `base`, `rounding`", "at least one entry `seats = [{ n = 1 }]`, or `share` with `base` and `rounding`";
}
