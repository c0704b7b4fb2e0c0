//! How the outputs look: what scoring.toml expects there, and the words of an annex.

use crate::diag::Text;

texts! {
    HEADING: "`quoc-hieu` (có quốc hiệu, tiêu ngữ) hoặc `phu-luc` (phụ lục của một văn bản)", "`quoc-hieu` (nation and motto) or `phu-luc` (an annex of a document)";
    ANNEX_ONLY: "không ghi khóa này, hoặc `heading = \"phu-luc\"` trong `[style]`: chỉ phụ lục mới có số phụ lục và văn bản kèm theo", "no such key, or `heading = \"phu-luc\"` under `[style]`: only an annex has a number and a document it belongs to";
    ANNEX: "một dòng như \"Phụ lục I\", không quá 200 chữ", "one line such as \"Phụ lục I\", 200 letters at most";
    ANNEX_TO: "văn bản mà phụ lục kèm theo, như \"Kèm theo Tờ trình số 12/TTr-SNV ngày 15/12/2023\", không quá 4 dòng, không có dòng trống", "the document the annex belongs to, such as \"Kèm theo Tờ trình số 12/TTr-SNV ngày 15/12/2023\", four lines at most and none blank";
    SIGNER_TITLE: "chức danh người ký, như \"TM. KHỐI THI ĐUA\\nTRƯỞNG KHỐI\", không quá 4 dòng, không có dòng trống", "in what capacity the table is signed, such as \"TM. KHỐI THI ĐUA\\nTRƯỞNG KHỐI\", four lines at most and none blank";
    SIGNER: "họ tên người ký trên một dòng, không quá 200 chữ", "the signer's name on one line, 200 letters at most";
    FONT_SIZE: "một cỡ chữ từ 10 đến 14", "a font size from 10 to 14";
    CHART_WIDTH: "một số nguyên từ 600 đến 2400 (điểm ảnh)", "a whole number from 600 to 2400 (pixels)";
    COLOUR: "một màu viết \"#RRGGBB\" bằng chữ số thập lục phân, như \"#FFE699\"", "a colour \"#RRGGBB\" in hexadecimal digits, such as \"#FFE699\"";
    LIGHT: "một màu sáng hơn, để đọc được chữ đen trên nền ấy, như \"#FFE699\"", "a lighter colour, on which black letters can be read, such as \"#FFE699\"";
    DARK: "một màu đậm hơn, để thấy rõ trên giấy trắng, như \"#C55A11\"", "a darker colour, which stands out from white paper, such as \"#C55A11\"";
}

words! {
    /// What stands over an annex without a number.
    ANNEX_HEADING = "Phụ lục", "Annex";
}
