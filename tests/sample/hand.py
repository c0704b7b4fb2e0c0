"""What was decided by hand about the sample: strengths, exceptions, and corrections of drawn values."""

from decimal import Decimal

from words import ESTIMATE, FORECAST, LEVELS_YEARLY, NOT_ARISING

STRENGTHS = {
    "cum-tn-dhmt": {
        "Tỉnh Mẫu 1": 0.6, "Tỉnh Mẫu 2": 0.5, "Tỉnh Mẫu 3": 0.58, "Tỉnh Mẫu 4": 0.34, "Tỉnh Mẫu 5": 0.48,
        "Tỉnh Mẫu 6": 0.72, "Tỉnh Mẫu 7": 0.38, "Tỉnh Mẫu 8": 0.66, "Tỉnh Mẫu 9": 0.28, "Tỉnh Mẫu 10": 0.52,
    },
    "khoi-vhxh": {
        "Sở Thông tin và Truyền thông tỉnh Mẫu": 0.48, "Sở Y tế tỉnh Mẫu": 0.64,
        "Sở Lao động - Thương binh và Xã hội tỉnh Mẫu": 0.4, "Sở Giáo dục và Đào tạo tỉnh Mẫu": 0.6,
        "Sở Khoa học và Công nghệ tỉnh Mẫu": 0.42, "Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu": 0.36,
        "Ban Dân tộc tỉnh Mẫu": 0.3, "Trường Cao đẳng tỉnh Mẫu": 0.32, "Đài Phát thanh - Truyền hình tỉnh Mẫu": 0.35,
    },
    "cum-huyen-1": {
        "Huyện Mẫu 1": 0.4, "Huyện Mẫu 2": 0.68, "Huyện Mẫu 3": 0.36, "Huyện Mẫu 4": 0.56, "Huyện Mẫu 5": 0.3,
    },
    "cum-huyen-2": {
        "Thành phố Mẫu": 0.46, "Huyện Mẫu 6": 0.56, "Huyện Mẫu 7": 0.42, "Huyện Mẫu 8": 0.26, "Huyện Mẫu 9": 0.38,
    },
}  # fmt: skip

# Kon Tum's plans of 2023 stand under this invented province: criterion and input row -> code in kon-tum.csv.
KON_TUM_MEMBER = "Tỉnh Mẫu 2"
KON_TUM_CODES = {
    ("I.1", ""): "1", ("I.2", ""): "2", ("I.3", ""): "3", ("I.4", ""): "4", ("I.5", ""): "5", ("I.6", ""): "6",
    ("I.7", ""): "11a", ("I.8", ""): "11b", ("I.9", ""): "14", ("I.10", ""): "15", ("II.1", "a"): "7a",
    ("II.1", "b"): "7b", ("II.2", ""): "8a", ("II.3", ""): "8b", ("II.4", ""): "9", ("II.5", ""): "10",
    ("II.6", ""): "12a", ("II.7", ""): "12b", ("IV.2", "pci"): "13", ("IV.2", "papi"): "13", ("IV.2", "par"): "13",
}  # fmt: skip

COLLEGE, STATION = "Trường Cao đẳng tỉnh Mẫu", "Đài Phát thanh - Truyền hình tỉnh Mẫu"
SCIENCE, ETHNIC = "Sở Khoa học và Công nghệ tỉnh Mẫu", "Ban Dân tộc tỉnh Mẫu"
NOT_ASSIGNED_TO = {
    ("cum-tn-dhmt", "Tỉnh Mẫu 4", "II.3"), ("cum-tn-dhmt", "Tỉnh Mẫu 8", "II.3"),
    ("khoi-vhxh", COLLEGE, "I.1"), ("khoi-vhxh", COLLEGE, "I.4"), ("khoi-vhxh", COLLEGE, "II.1"),
    ("khoi-vhxh", STATION, "I.4"), ("khoi-vhxh", STATION, "I.5"), ("khoi-vhxh", STATION, "II.1"),
    ("khoi-vhxh", STATION, "II.2"), ("khoi-vhxh", STATION, "II.3"), ("khoi-vhxh", SCIENCE, "I.5"),
    ("cum-huyen-2", "Thành phố Mẫu", "I.3"),
}  # fmt: skip
NOTHING_AROSE = {("cum-tn-dhmt", "Tỉnh Mẫu 5", "IV.4"), ("khoi-vhxh", ETHNIC, "I.7")}
STATUSES = {("cum-tn-dhmt", "Tỉnh Mẫu 3", "I.1", ""): ESTIMATE, ("cum-tn-dhmt", "Tỉnh Mẫu 10", "I.5", ""): FORECAST}

# Criteria marked by bands, where an overstated mark is a whole band too high.
BANDED = {
    "cum-tinh": {"I.8", "I.11", "II.5", "IV.3"}, "khoi-vhxh": {"I.2", "I.5", "II.1", "II.2"},
    "huyen": {"I.4", "II.2", "IV.1"},
}  # fmt: skip

# Values put in place of the drawn ones.
BEST, GOOD = LEVELS_YEARLY[:2]
HEALTH, EDUCATION = "Sở Y tế tỉnh Mẫu", "Sở Giáo dục và Đào tạo tỉnh Mẫu"
MEDIA = "Sở Thông tin và Truyền thông tỉnh Mẫu"
ACTUAL = ("", "actual")
SET = {
    ("cum-tn-dhmt", "Tỉnh Mẫu 1", "VI.2"): {ACTUAL: "1"},
    ("cum-tn-dhmt", "Tỉnh Mẫu 2", "I.10"): {ACTUAL: "1570200"},
    ("cum-tn-dhmt", "Tỉnh Mẫu 7", "IV.2"): {("pci", "actual"): NOT_ARISING},
    ("khoi-vhxh", HEALTH, "III.1"): {ACTUAL: BEST},
    ("khoi-vhxh", HEALTH, "III.2"): {ACTUAL: BEST},
    ("khoi-vhxh", EDUCATION, "III.1"): {ACTUAL: BEST},
    ("khoi-vhxh", EDUCATION, "III.2"): {ACTUAL: BEST},
    ("khoi-vhxh", MEDIA, "III.2"): {ACTUAL: BEST},
    # Huyện Mẫu 7 and Huyện Mẫu 9 tie: the same total, three plans exceeded each, no penalty, no ballot.
    ("cum-huyen-2", "Huyện Mẫu 9", "I.6"): {ACTUAL: "4"},
    ("cum-huyen-2", "Huyện Mẫu 9", "II.1"): {("", "plan"): "5.0", ACTUAL: "10.06"},
    ("cum-huyen-2", "Huyện Mẫu 9", "II.3"): {ACTUAL: "58.3"},
    ("cum-huyen-2", "Huyện Mẫu 9", "II.4"): {("", "mark:cross"): "48.5"},
    ("cum-huyen-2", "Huyện Mẫu 9", "III.3"): {ACTUAL: "90.61"},
    ("cum-huyen-2", "Huyện Mẫu 9", "IV.2"): {ACTUAL: "50.00"},
    ("cum-huyen-2", "Huyện Mẫu 9", "VI.1"): {ACTUAL: "0"},
}


def with_plan(texts, row, plan):
    """The same values under another plan: the actual keeps its ratio to the plan, or its gain over the start."""
    before, after = Decimal(texts[row, "plan"]), Decimal(plan)
    moved = dict(texts)
    moved[row, "plan"] = plan
    actual, start = Decimal(texts[row, "actual"]), texts.get((row or "baseline", "actual"))
    places = max(-actual.as_tuple().exponent, 0)
    unit = Decimal(1).scaleb(-places)
    if ("baseline", "actual") in texts:
        start = Decimal(texts["baseline", "actual"])
        moved[row, "actual"] = str(start + ((actual - start) * after / before).quantize(unit))
    elif (f"{row}:previous", "actual") not in texts:
        moved[row, "actual"] = str((actual * after / before).quantize(unit))
    return moved
