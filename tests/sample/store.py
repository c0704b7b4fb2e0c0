"""The CSV files of tests/sample/data: rows in, rows out, always in the same order and with the same bytes."""

import csv
import sys
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

sys.dont_write_bytecode = True

DATA = Path(__file__).resolve().parent / "data"
ROOT = DATA.parents[2]
BLOCS = ("cum-tn-dhmt", "khoi-vhxh", "cum-huyen-1", "cum-huyen-2")
COMPACTS = {"cum-tn-dhmt": "cum-tinh", "khoi-vhxh": "khoi-vhxh", "cum-huyen-1": "huyen", "cum-huyen-2": "huyen"}
COLUMNS = ["bloc", "member", "criterion", "row", "column", "value", "status", "evidence"]


def read(name):
    """All rows of a CSV file, as dictionaries."""
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name, columns, rows):
    """Writes a CSV file: UTF-8, comma, LF."""
    with open(DATA / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def cells(bloc):
    """A bloc's values: member -> criterion -> (row, column) -> the CSV row, members and criteria in order."""
    members = {}
    for row in read(bloc):
        criteria = members.setdefault(row["member"], defaultdict(dict))
        criteria[row["criterion"]][row["row"], row["column"]] = row
    return members


def number(text):
    """The decimal that a value writes, or None for a word or a date."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
