"""Every Vietnamese word of the sample that scoring.toml does not hold: headings, titles, words of cells."""

NOT_ASSIGNED, NOT_ARISING = "Không giao", "Không phát sinh"
PASSED, FAILED = "Đạt", "Không đạt"
LEVELS_MILITARY = ("Xuất sắc", "Tốt", "Khá", "Trung bình")
LEVELS_YEARLY = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
OFFICIAL, ESTIMATE, FORECAST = "chính thức", "ước", "dự kiến"
ILLUSTRATIVE = "Số liệu minh họa"
BASELINE, YEAR_BEFORE = "Số đầu kỳ", "{} năm trước"

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
COMMITTEE, COMMITTEE_OF_MAU = "ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN TỈNH MẪU"
COUNCIL = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"
DATE_LINE = "{place}, ngày {day:02} tháng {month:02} năm {year}"
MEMBER_LINE, BLOC_LINE = "Tên đơn vị: {}", "Cụm/Khối: {}"
PREPARER, HEAD_OF_UNIT, HEAD_OF_CLUSTER = "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "CỤM TRƯỞNG"
TELLER, STANDING_BODY = "TRƯỞNG BAN KIỂM PHIẾU", "CƠ QUAN THƯỜNG TRỰC HỘI ĐỒNG"
AGENCY_HEAD = "GIÁM ĐỐC"
SIGNED, SEALED = "(Ký, ghi rõ họ tên)", "(Ký, đóng dấu)"

FORM_TITLE = "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {year}"
FORM_SHEET = "Bảng tự chấm điểm"
FORM_HEADER = (
    ("TT", "Nội dung, tiêu chí", "ĐVT", "Số liệu", None, "Điểm", None, None, "Tình trạng số liệu", "Tài liệu minh chứng"),
    (None, None, None, "Kế hoạch", "Thực hiện", "Điểm tối đa", "Điểm tự chấm", None, None, None),
)
CROSS_MARK = {"cluster": "Điểm cụm chấm", "bloc": "Điểm khối chấm"}
GRAND_TOTAL = "TỔNG CỘNG ({})"

TABLE_TITLE = "BẢNG TỔNG HỢP SỐ LIỆU, ĐIỂM THI ĐUA NĂM {year}"
TABLE_SHEET = "Bảng tổng hợp"
TABLE_COLUMNS = {"plan": "Kế hoạch", "actual": "Thực hiện"}
ORDER, UNIT_COLUMN = "TT", "Đơn vị"
TABLE_PLACE = "Tỉnh Mẫu"

REGISTER_TITLE = "BẢNG ĐĂNG KÝ CHỈ TIÊU GIAO ƯỚC THI ĐUA NĂM {year}"
REGISTER_SHEET = "Đăng ký chỉ tiêu"
REGISTER_HEADER = (
    ("TT", 6), ("Cụm, khối", 26), ("Đơn vị", 24), ("Mã tiêu chí", 11), ("Chỉ tiêu", 44), ("ĐVT", 13),
    ("Kế hoạch đầu năm", 13), ("Kế hoạch điều chỉnh", 13), ("Văn bản điều chỉnh", 26), ("Nguồn", 34),
)  # fmt: skip

AGENCY_TITLE = "BẢNG SỐ LIỆU CỦA CƠ QUAN THEO DÕI TIÊU CHÍ NĂM {year}"
AGENCY_SHEET = "Số liệu BHXH"
AGENCY_BODY = ("BẢO HIỂM XÃ HỘI VIỆT NAM", "BHXH TỈNH")
AGENCY_HEADER = (
    ("TT", 6), ("Cụm, khối", 40), ("Đơn vị", 24), ("Mã tiêu chí", 12), ("Thực hiện", 13), ("Văn bản số", 24),
    ("Ngày", 13),
)  # fmt: skip

OPINIONS_TITLE = "BẢNG TỔNG HỢP Ý KIẾN CỦA CƠ QUAN CHỨC NĂNG NĂM {year}"
OPINIONS_SHEET = "Ý kiến cơ quan chức năng"
OPINIONS_HEADER = (
    ("TT", 6), ("Cụm, khối", 26), ("Đơn vị", 30), ("Nội dung", 40), ("Cơ quan cho ý kiến", 20), ("Văn bản số", 20),
    ("Ngày", 12), ("Tình trạng", 16), ("Kiến nghị", 34),
)  # fmt: skip

AWARDS_TITLE = "DANH SÁCH KHEN THƯỞNG NĂM {year}"
AWARDS_SHEET = "Danh sách khen thưởng"
AWARDS_HEADER = (
    ("STT", 6), ("Hình thức khen thưởng", 32), ("Tên tập thể, cá nhân", 38), ("Loại đối tượng", 15),
    ("Lãnh đạo hay trực tiếp", 15), ("Loại khen", 14), ("Năm thành tích", 12), ("Số quyết định", 16),
    ("Ngày quyết định", 13),
)  # fmt: skip

FUND_TITLE = "DANH SÁCH THU, CHI QUỸ THI ĐUA, KHEN THƯỞNG NĂM {year}"
FUND_SHEET = "Thu, chi quỹ"
FUND_HEADER = (
    ("STT", 6), ("Đơn vị", 28), ("Khoản thu, chi", 40), ("Số tiền (triệu đồng)", 16), ("Năm ngân sách", 12),
    ("Văn bản số", 20),
)  # fmt: skip

CLASSIFICATION_TITLE = "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI NĂM {year}"
CLASSIFICATION_SHEET = "Xếp loại năm"
CLASSIFICATION_HEADER = (
    ("TT", 6), ("Cụm, khối", 28), ("Đơn vị", 34), ("Chính quyền", 22), ("Tổ chức đảng", 22), ("Đoàn thể", 22),
    ("Kỷ luật", 14),
)  # fmt: skip

BALLOT_TITLES = {
    "bloc": "BIÊN BẢN KIỂM PHIẾU SUY TÔN CỦA CỤM, KHỐI THI ĐUA NĂM {year}",
    "council": "BIÊN BẢN KIỂM PHIẾU CỦA HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH NĂM {year}",
}
BALLOT_SHEET = "Kiểm phiếu"
BALLOT_ENTITLED = {"bloc": "Tổng số đơn vị", "council": "Tổng số thành viên Hội đồng"}
BALLOT_WHO = (("TT", 6), ("Cụm, khối", 34), ("Đơn vị", 36))
BALLOT_AWARD = (("Hình thức khen thưởng", 30),)
BALLOT_ROUND = ("Vòng", 8)
BALLOT_HEADER = (
    ("Phát ra", 10), ("Thu về", 10), ("Hợp lệ", 10), ("Không hợp lệ", 10), ("Đồng ý", 10), ("Không đồng ý", 10),
)  # fmt: skip

# Words that draw.py puts into the data.
EVIDENCE = {
    "figure": "Báo cáo số {n}/BC-{office} ngày {day:02}/11/2023",
    "word": "Công văn số {n}/{office}-VP ngày {day:02}/11/2023",
    "date": "Công văn số {n}/{office}-VP",
    "mark": "Bản thuyết minh; {m} tài liệu kèm theo",
    "titles": "Quyết định khen thưởng (bản sao)",
    "none": "Không có",
}
OFFICES = {
    "Sở Thông tin và Truyền thông tỉnh Mẫu": "STTTT",
    "Sở Y tế tỉnh Mẫu": "SYT",
    "Sở Lao động - Thương binh và Xã hội tỉnh Mẫu": "SLĐTBXH",
    "Sở Giáo dục và Đào tạo tỉnh Mẫu": "SGDĐT",
    "Sở Khoa học và Công nghệ tỉnh Mẫu": "SKHCN",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu": "SVHTTDL",
    "Ban Dân tộc tỉnh Mẫu": "BDT",
    "Trường Cao đẳng tỉnh Mẫu": "TCĐ",
    "Đài Phát thanh - Truyền hình tỉnh Mẫu": "ĐPTTH",
}
COMMITTEE_OFFICE = "UBND"
KON_TUM_SOURCE = "Kế hoạch thật của tỉnh Kon Tum: {source}, chỉ tiêu {code}"
KON_TUM_LETTER = "147/UBND-NC"
