"""What an analyst writes: openpyxl reads, pandas computes, openpyxl writes, matplotlib draws. One process.

    python3 analyst.py INPUTS OUTPUTS BLOCS_WITH_CHARTS
"""

import hashlib
import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import rules
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from sheets import Noted, sheets

KEEP = ["code", "label", "unit", "plan", "actual", "most", "self", "cross", "status", "proof"]


def read(inputs):
    """Every form as rows of one frame, and the forms themselves."""
    frames, forms = [], []
    for index, path in enumerate(sorted(inputs.glob("*/*.xlsx"))):
        sheet = load_workbook(path, data_only=True).active
        rows = list(sheet.iter_rows(values_only=True))
        name = rows[6][0].partition(": ")[2]
        frame = pd.DataFrame(rows[12:], columns=KEEP)
        frame["row"] = frame.index + 13
        frame = frame[frame["code"].isin(CODES)]
        frames.append(frame.assign(member=index))
        data = path.read_bytes()
        forms.append({"bloc": path.parent.name, "bloc_name": rows[7][0].partition(": ")[2], "name": name,
                      "file": f"{path.parent.name}/{path.name}", "size": len(data),
                      "sha256": hashlib.sha256(data).hexdigest()})  # fmt: skip
    return pd.concat(frames, ignore_index=True), pd.DataFrame(forms)


CODES = set(rules.CODES)


def score(data, forms):
    """Marks, points of the fields, totals, ranks."""
    blocs = pd.factorize(forms["bloc"])[0]
    data["mark"] = 0.0
    for index, code in enumerate(rules.CODES):
        own = data["code"] == code
        rows = data[own]
        place = index % len(rules.RULES)
        data.loc[own, "mark"] = rules.marks(place, rows["plan"], rows["actual"].tolist(), blocs[rows["member"]])
    data["field"] = data["code"].str.partition(".")[0]
    fields = data.pivot_table(index="member", columns="field", values="mark", aggfunc="sum").round(2)
    forms["total"] = fields.sum(axis=1).round(2)
    forms["rank"] = forms.groupby("bloc")["total"].rank(method="min", ascending=False).astype(int)
    return fields[[code for code, _ in rules.FIELDS]]


def bloc(data, forms, fields, own):
    """A bloc's members, the best first."""
    members = []
    for index in own.sort_values("rank", kind="stable").index:
        form = forms.loc[index]
        rows = data[data["member"] == index].astype(object).where(lambda frame: frame.notna(), None)
        members.append({**form.to_dict(), "rows": rows.to_dict("records"), "fields": fields.loc[index].tolist()})
    return {"id": own["bloc"].iloc[0], "name": own["bloc_name"].iloc[0], "members": members}


def write(bloc, path):
    """The workbook of a bloc; how many cells it has."""
    side = Side(style="thin")
    font, bold = Font(name="Times New Roman", size=13), Font(name="Times New Roman", size=13, bold=True)
    border, wrap = Border(left=side, right=side, top=side, bottom=side), Alignment(wrap_text=True, vertical="center")
    book, cells = Workbook(), 0
    book.remove(book.active)
    for title, rows in sheets(bloc).items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is None:
                    continue
                note = value.note if isinstance(value, Noted) else None
                value = value.value if isinstance(value, Noted) else value
                value = value[0] if isinstance(value, tuple) else value
                cell = sheet.cell(number, column, value.item() if isinstance(value, np.generic) else value)
                cell.font = bold if number < 5 else font
                cell.border, cell.alignment = border, wrap
                if isinstance(value, float):
                    cell.number_format = "#,##0.00"
                if note:
                    cell.comment = Comment(note, "thidua")
                cells += 1
        sheet.freeze_panes = "C5"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return cells


def main():
    inputs, outputs = Path(sys.argv[1]), Path(sys.argv[2])
    data, forms = read(inputs)
    fields = score(data, forms)
    groups = [bloc(data, forms, fields, own) for _, own in forms.groupby("bloc", sort=True)]
    cells = sum(write(own, outputs / own["id"] / f"xep-hang_{own['id']}_2023.xlsx") for own in groups)
    results(groups, data, forms, outputs)
    worked, started = time.process_time(), time.perf_counter()
    drawn = draw(groups[: int(sys.argv[3])], outputs)
    charts = time.perf_counter() - started
    print(json.dumps({"cells": cells, "worked": worked, "pictures": drawn, "charts": charts}))


def draw(groups, outputs):
    """The pictures of some blocs; how many."""
    if not groups:
        return 0
    from charts import charts

    return sum(charts(own, outputs / own["id"] / "bieu-do") for own in groups)


def results(groups, data, forms, outputs):
    """For machines: JSON and CSV."""
    blocs = [{"id": own["id"], "name": own["name"], "standings": [
        {"member": member["name"], "rank": int(member["rank"]), "total": f"{member['total']:.2f}",
         "marks": {row["code"]: row["mark"] for row in member["rows"]}}
        for member in own["members"]]} for own in groups]  # fmt: skip
    (outputs / "ket-qua.json").write_text(json.dumps({"blocs": blocs}, ensure_ascii=False), encoding="utf-8")
    joined = data.merge(forms[["bloc", "name"]], left_on="member", right_index=True)
    joined.to_csv(outputs / "diem.csv", index=False)


main()
