"""A bloc's results in; the rows of its workbook's sheets out, as the program lays its sheets out: the ranking, points by
field, every mark with its reason, the marks as live formulas over the figures and the compact, the members' own marks
against those, gaps to the leader, estimates, the sources."""

from dataclasses import dataclass

from rules import CODES, FIELDS, MAXIMA, RULES, because, day

TEXT, NUMBER, DATE, HEAD = "text", "number", "date", "head"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class Noted:
    """A value with a note that says which cell of which file it was read from, as the program's figures have."""

    value: object
    note: str


def sheets(bloc):
    """The sheets by name; a row is a list of values or None, with the format of each by its kind."""
    return {"Xếp hạng": ranking(bloc), "Điểm theo lĩnh vực": by_field(bloc), "Điểm chi tiết": live(bloc),
            "Phiếu chấm điểm": cards(bloc), "Đối chiếu": comparison(bloc), "Khoảng cách": gaps(bloc),
            "Số liệu ước": estimates(bloc), "Tính thử": trial(bloc), "Bảng tiêu chí": criteria(bloc),
            "Số liệu": figures(bloc), "Nguồn số liệu": sources(bloc)}  # fmt: skip


def head(bloc, title):
    """The lines above a table."""
    return [[title], [bloc["name"]], ["SỐ LIỆU TẠO RA ĐỂ ĐO TỐC ĐỘ"]]


def ranking(bloc):
    heads = ["TT", "Đơn vị", *(f"{code}. {name} (200)" for code, name in FIELDS), "Tổng điểm", "Tổng điểm tự chấm",
             "Chênh lệch", "Xếp hạng", "Ghi chú"]  # fmt: skip
    rows = head(bloc, "BẢNG XẾP HẠNG THI ĐUA NĂM 2023") + [heads]
    for index, member in enumerate(bloc["members"], 1):
        own = sum(row["self"] for row in member["rows"])
        rows.append([index, member["name"], *member["fields"], member["total"], own, member["total"] - own,
                     member["rank"], ""])  # fmt: skip
    return rows


def cards(bloc):
    heads = ["Đơn vị", "Mã", "Nội dung, tiêu chí", "ĐVT", "Kế hoạch", "Thực hiện", "Điểm tối đa", "Điểm tự chấm",
             "Điểm theo quy tắc", "Điểm được tính", "Vì sao", "Nguồn", "Tình trạng số liệu"]  # fmt: skip
    rows = head(bloc, "PHIẾU CHẤM ĐIỂM CHI TIẾT NĂM 2023") + [heads]
    for member in bloc["members"]:
        for index, row in enumerate(member["rows"]):
            place = index % len(RULES)
            actual = day(row["actual"]) if place == 11 else row["actual"]
            why = because(place, row["plan"], row["actual"], row["mark"])
            source = f"{member['file']}!Bảng tự chấm điểm!E{row['row']}, G{row['row']}"
            rows.append([member["name"], CODES[index], row["label"], row["unit"], row["plan"] or "-", actual,
                         MAXIMA[place], row["self"], row["mark"], row["mark"], why, source, row["status"]])  # fmt: skip
    return rows


def by_field(bloc):
    heads = ["TT", "Đơn vị", *(text for code, name in FIELDS for text in (f"{code}. {name}", "Tỷ lệ (%)")), "Tổng điểm"]
    rows = head(bloc, "ĐIỂM THEO LĨNH VỰC NĂM 2023") + [heads]
    for index, member in enumerate(bloc["members"], 1):
        fields = [value for points in member["fields"] for value in (points, points / 2)]
        rows.append([index, member["name"], *fields, member["total"]])
    return rows


def comparison(bloc):
    heads = ["Đơn vị", "Mã", "Nội dung, tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch", "Vì sao"]
    rows = head(bloc, "ĐỐI CHIẾU ĐIỂM TỰ CHẤM VÀ ĐIỂM THẨM ĐỊNH NĂM 2023") + [heads]
    for member in bloc["members"]:
        for index, row in enumerate(member["rows"]):
            place = index % len(RULES)
            why = because(place, row["plan"], row["actual"], row["mark"])
            rows.append([member["name"], CODES[index], row["label"], MAXIMA[place], row["self"], row["mark"],
                         row["mark"] - row["self"], why])  # fmt: skip
    return rows


def gaps(bloc):
    leader, others = bloc["members"][0], bloc["members"][1:]
    heads = ["Mã", "Nội dung, tiêu chí", "Điểm tối đa", leader["name"], *(member["name"] for member in others)]
    rows = head(bloc, "KHOẢNG CÁCH VỚI ĐƠN VỊ DẪN ĐẦU NĂM 2023") + [heads]
    for index, code in enumerate(CODES):
        own = leader["rows"][index]
        behind = [own["mark"] - member["rows"][index]["mark"] for member in others]
        rows.append([code, own["label"], MAXIMA[index % len(RULES)], own["mark"], *behind])
    return rows


def estimates(bloc):
    rows = head(bloc, "SỐ LIỆU ƯỚC NĂM 2023") + [["Đơn vị", "Mã", "Nội dung, tiêu chí", "ĐVT", "Thực hiện", "Nguồn"]]
    for member in bloc["members"]:
        for index, row in enumerate(member["rows"]):
            if row["status"] == "ước":
                actual = day(row["actual"]) if index % len(RULES) == 11 else row["actual"]
                source = f"{member['file']}!Bảng tự chấm điểm!G{row['row']}"
                rows.append([member["name"], CODES[index], row["label"], row["unit"], actual, source])
    return rows


def column(index):
    return LETTERS[index] if index < 26 else LETTERS[index // 26 - 1] + LETTERS[index % 26]


def formula(place, row, member):
    """A criterion's rule over the cells of its figures, its maximum and its plan."""
    plan, actual = (f"'Số liệu'!${column(2 + 2 * member + offset)}${row}" for offset in (0, 1))
    most = f"'Bảng tiêu chí'!$D${row}"
    across = [f"'Số liệu'!${column(3 + 2 * other)}${row}/'Số liệu'!${column(2 + 2 * other)}${row}" for other in range(10)]
    return "=" + [
        f"ROUND({most}*MIN({actual}/{plan},1),2)",
        f"ROUND(IF({actual}>={plan},{most},{most}*{actual}/{plan}),2)",
        f"IF({actual}>={plan},18+MIN(INT(ROUND(({actual}/{plan}-1)/0.01,9))*0.5,2),18-MIN(INT(ROUND((1-{actual}/{plan})/0.01,9))*0.5,18))",
        f"IF({actual}/{plan}>=1,20,IF({actual}/{plan}>=0.95,15,IF({actual}/{plan}>=0.8,10,4)))",
        f"IF({actual}>=95,20,IF({actual}>=85,14,6))",
        f"IF({actual}<=0,20,IF({actual}<=5,15,IF({actual}<=10,8,0)))",
        f"ROUND(IF({actual}<{plan},12*{actual}/{plan},12+8*({actual}/{plan}-1)/(MAX({','.join(across)})-1)),2)",
        f'IF({actual}="Đạt",{most},0)',
        f'IF({actual}="Xuất sắc",15,IF({actual}="Tốt",12,IF({actual}="Khá",8,4)))',
        f"MAX(0,{most}-2*{actual})",
        f"MIN({most},5*{actual})",
        f"IF({actual}<=DATE(2023,3,10),10,IF({actual}<=DATE(2023,3,12),7.5,IF({actual}<=DATE(2023,3,15),5,0)))",
    ][place]


def live(bloc):
    rows = head(bloc, "ĐIỂM CHI TIẾT") + [["Mã", "Nội dung, tiêu chí", *(member["name"] for member in bloc["members"])]]
    for index, code in enumerate(CODES):
        cells = [(formula(index % len(RULES), index + 5, place), member["rows"][index]["mark"])
                 for place, member in enumerate(bloc["members"])]  # fmt: skip
        rows.append([code, bloc["members"][0]["rows"][index]["label"], *cells])
    return rows


def trial(bloc):
    rows = head(bloc, "TÍNH THỬ") + [["Đơn vị", *(code for code, _ in FIELDS), "Tổng điểm", "Xếp hạng"]]
    count, each = len(bloc["members"]), len(RULES)
    for place, member in enumerate(bloc["members"]):
        own, row = column(2 + place), place + 5
        fields = [(f"=SUM('Điểm chi tiết'!{own}{5 + field * each}:{own}{4 + (field + 1) * each})", member["fields"][field])
                  for field in range(len(FIELDS))]  # fmt: skip
        total = (f"=ROUND(SUM(B{row}:F{row}),2)", member["total"])
        rows.append([member["name"], *fields, total, (f"=RANK(G{row},$G$5:$G${4 + count})", member["rank"])])
    return rows


def criteria(bloc):
    rows = head(bloc, "BẢNG TIÊU CHÍ") + [["Mã", "Nội dung, tiêu chí", "ĐVT", "Điểm tối đa", "Trọng số", "Quy tắc"]]
    for index, code in enumerate(CODES):
        own = bloc["members"][0]["rows"][index]
        place = index % len(RULES)
        rows.append([code, own["label"], own["unit"], MAXIMA[place], 1, RULES[place]])
    return rows


def figures(bloc):
    names = [f"{member['name']}: {word}" for member in bloc["members"] for word in ("kế hoạch", "thực hiện")]
    rows = head(bloc, "SỐ LIỆU") + [["Mã", "Nội dung, tiêu chí", *names]]
    for index, code in enumerate(CODES):
        cells = []
        for member in bloc["members"]:
            row = member["rows"][index]
            actual = day(row["actual"]) if index % len(RULES) == 11 else row["actual"]
            for value, letter in ((row["plan"], "D"), (actual, "E")):
                note = f"{member['file']}!Bảng tự chấm điểm!{letter}{row['row']}"
                cells.append(None if value is None else Noted(value, note))
        rows.append([code, bloc["members"][0]["rows"][index]["label"], *cells])
    return rows


def sources(bloc):
    rows = head(bloc, "NGUỒN SỐ LIỆU") + [["Tệp", "Đơn vị", "Dung lượng", "SHA-256"]]
    return rows + [[member["file"], member["name"], member["size"], member["sha256"]] for member in bloc["members"]]
