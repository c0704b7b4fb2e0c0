"""The fast Python way: python-calamine reads, polars computes, xlsxwriter writes, matplotlib draws; as many processes
as there are processors.

    python3 fast.py INPUTS OUTPUTS BLOCS_WITH_CHARTS
"""

import hashlib
import io
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import rules
import xlsxwriter
from python_calamine import CalamineWorkbook
from sheets import Noted, sheets

CODES = set(rules.CODES)


def read(path):
    """A form: whose it is, and its rows."""
    data = path.read_bytes()
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    head = {"bloc": path.parent.name, "bloc_name": rows[7][0].partition(": ")[2], "name": rows[6][0].partition(": ")[2],
            "file": f"{path.parent.name}/{path.name}", "size": len(data),
            "sha256": hashlib.sha256(data).hexdigest()}  # fmt: skip
    kept = [{"code": row[0], "label": row[1], "unit": row[2], "plan": None if row[3] == "" else row[3],
             "actual": row[4], "self": row[6], "status": row[8], "row": number}
            for number, row in enumerate(rows, 1) if row[0] in CODES]  # fmt: skip
    return head, kept


def score(forms):
    """Marks, points of the fields, totals, ranks, into the forms."""
    ids = {bloc: index for index, bloc in enumerate(sorted({head["bloc"] for head, _ in forms}))}
    blocs = np.array([ids[head["bloc"]] for head, _ in forms])
    marks = np.zeros((len(forms), len(rules.CODES)))
    for index in range(len(rules.CODES)):
        rows = [kept[index] for _, kept in forms]
        plan, actual = [row["plan"] for row in rows], [row["actual"] for row in rows]
        marks[:, index] = rules.marks(index % len(rules.RULES), plan, actual, blocs)
    frame = pl.DataFrame(marks, schema=rules.CODES).with_columns(bloc=pl.Series(blocs))
    each = [[code for code in rules.CODES if code.startswith(f"{field}.")] for field, _ in rules.FIELDS]
    frame = frame.with_columns(pl.sum_horizontal(codes).round(2).alias(field)
                               for codes, (field, _) in zip(each, rules.FIELDS))  # fmt: skip
    fields = [field for field, _ in rules.FIELDS]
    frame = frame.with_columns(total=pl.sum_horizontal(fields).round(2))
    frame = frame.with_columns(rank=pl.col("total").rank("min", descending=True).over("bloc"))
    for place, (head, kept) in enumerate(forms):
        for index, row in enumerate(kept):
            row["mark"] = float(marks[place, index])
        head["rows"] = kept
    for (head, _), own in zip(forms, frame.select(*fields, "total", "rank").iter_rows()):
        head.update(fields=list(own[:5]), total=own[5], rank=own[6])
    return frame


def blocs_of(forms):
    """The blocs with their members, the best first."""
    found = {}
    for head, _ in forms:
        own = found.setdefault(head["bloc"], {"id": head["bloc"], "name": head["bloc_name"], "members": []})
        own["members"].append(head)
    for own in found.values():
        own["members"].sort(key=lambda head: head["rank"])
    return [found[key] for key in sorted(found)]


def write(bloc, folder):
    """The workbook of a bloc; how many cells it has."""
    folder.mkdir(parents=True, exist_ok=True)
    book, cells = xlsxwriter.Workbook(folder / f"xep-hang_{bloc['id']}_2023.xlsx"), 0
    look = {"font_name": "Times New Roman", "font_size": 13, "border": 1, "text_wrap": True, "valign": "vcenter"}
    head, text = book.add_format({**look, "bold": True}), book.add_format(look)
    number, day = book.add_format({**look, "num_format": "#,##0.00"}), book.add_format({**look, "num_format": "dd/mm/yyyy"})
    for title, rows in sheets(bloc).items():
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(4, 2)
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is None:
                    continue
                cells += 1
                if isinstance(value, Noted):
                    sheet.write_comment(place, column, value.note)
                    value = value.value
                if isinstance(value, tuple):
                    sheet.write_formula(place, column, value[0], number, value[1])
                elif isinstance(value, str):
                    sheet.write_string(place, column, value, text if place > 3 else head)
                elif isinstance(value, date):
                    sheet.write_datetime(place, column, value, day)
                else:
                    sheet.write_number(place, column, value, number)
    book.close()
    return cells


def draw(bloc, folder):
    from charts import charts

    return charts(bloc, folder)


def main():
    inputs, outputs = Path(sys.argv[1]), Path(sys.argv[2])
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        forms = list(pool.map(read, sorted(inputs.glob("*/*.xlsx")), chunksize=16))
        frame = score(forms)
        blocs = blocs_of(forms)
        cells = sum(pool.map(write, blocs, [outputs / own["id"] for own in blocs]))
        results(blocs, frame, outputs)
    worked, started, drawn = sum(os.times()[:4]), time.perf_counter(), blocs[: int(sys.argv[3])]
    if drawn:
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            drawn = pool.map(draw, drawn, [outputs / own["id"] / "bieu-do" for own in drawn])
    drawn = sum(drawn)
    charts = time.perf_counter() - started
    print(json.dumps({"cells": cells, "worked": worked, "pictures": drawn, "charts": charts}))


def results(blocs, frame, outputs):
    """For machines: JSON and CSV."""
    told = [{"id": own["id"], "name": own["name"], "standings": [
        {"member": member["name"], "rank": member["rank"], "total": f"{member['total']:.2f}",
         "marks": {row["code"]: row["mark"] for row in member["rows"]}}
        for member in own["members"]]} for own in blocs]  # fmt: skip
    (outputs / "ket-qua.json").write_text(json.dumps({"blocs": told}, ensure_ascii=False), encoding="utf-8")
    frame.write_csv(outputs / "diem.csv")


if __name__ == "__main__":
    main()
