"""tests/sample/data/*.csv and scoring.toml in; the shipped folder inputs/ out.

    python3 tests/sample/make.py [FOLDER]

Needs openpyxl, and LibreOffice for the one xls and the one ods file. Run again, it writes the same bytes for every
xlsx and csv file. Order of work when the data change: draw.py (raw numbers), totals.py (expected results), make.py.
"""

import shutil
import sys
from pathlib import Path

import sheets
import store
from compact import blocs as read_blocs
from form import form

SHARED = "chung"


def complete(bloc, values):
    """Stops where the data lack a value that a rule needs, or hold one that no row asks for."""
    for member in bloc.members:
        for criterion in bloc.criteria:
            cells = values[member][criterion.id]
            wanted = {(row.suffix, column) for row in criterion.rows for column in row.columns}
            wanted |= {("", "mark:self")} | ({("", "mark:cross")} if criterion.entered else set())
            away = cells.get(("", "actual"), {}).get("value") == sheets.w.NOT_ASSIGNED
            if set(cells) != ({("", "plan"), ("", "actual")} if away else wanted):
                sys.exit(f"{bloc.id} {member} {criterion.id}: {sorted(set(cells) ^ wanted)}")


def dirt_of(bloc, member):
    """What is wrong on purpose in one form: (criterion, row, column) -> kind."""
    rows = [row for row in store.read("dirt") if (row["bloc"], row["member"]) == (bloc, member)]
    return {(row["criterion"], row["row"], row["column"]): row["dirt"] for row in rows}


def forms(bloc, values, folder):
    """One self-score form per member."""
    files = [row for row in store.read("files") if row["bloc"] == bloc.id]
    for file in files:
        member = file["member"]
        form(bloc, member, values[member], file, dirt_of(bloc.id, member)).save(folder / bloc.id / file["file"])
    return bool(files)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else store.ROOT / "inputs"
    blocs = read_blocs()
    for name in (*store.BLOCS, SHARED):
        shutil.rmtree(folder / name, ignore_errors=True)
    for bloc in blocs.values():
        values = store.cells(bloc.id)
        complete(bloc, values)
        if not forms(bloc, values, folder):
            sheets.bloc_table(bloc, values).save(folder / bloc.id / f"bang-tong-hop_{bloc.id}.xlsx")
        sheets.register(bloc, values).save(folder / SHARED / f"dang-ky-chi-tieu-{bloc.id}.xlsx")
    shared = {
        "so-lieu-bhxh": sheets.agency(blocs),
        "y-kien-co-quan-chuc-nang": sheets.opinions(blocs),
        "xep-loai-nam": sheets.classification(blocs),
        "kiem-phieu-cum-khoi": sheets.ballot(blocs, "bloc"),
        "kiem-phieu-hoi-dong": sheets.ballot(blocs, "council"),
        "danh-sach-khen-thuong": sheets.awards(blocs),
        "thu-chi-quy-thi-dua-khen-thuong": sheets.fund(blocs),
    }
    for name, page in shared.items():
        page.save(folder / SHARED / f"{name}.xlsx")


if __name__ == "__main__":
    main()
