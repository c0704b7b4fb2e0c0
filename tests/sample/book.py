"""Cells with office styles in; xlsx, xls, ods and csv files out.

An xlsx or csv file made twice has the same bytes: dates inside it are fixed. xls and ods come from LibreOffice.
"""

import csv
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

import store

FACE, SIZE = "Times New Roman", 12
MADE = datetime(2023, 12, 15, 8, 0, 0)
THIN = Side(style="thin", color="000000")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
SHADE = PatternFill("solid", fgColor="E7E6E6")
RED = "C00000"


def typed(text):
    """A value of the data as a cell holds it, and its number format."""
    value = store.number(text)
    if value is not None:
        places = max(-value.as_tuple().exponent, 0)
        return (float(value) if places else int(value)), "#,##0" + ("." + "0" * places if places else "")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text), "dd/mm/yyyy"
    return text, "General"


class Page:
    """One worksheet, filled row by row."""

    def __init__(self, title, widths, paper="A4", landscape=True):
        self.book = Workbook()
        self.sheet = self.book.active
        self.sheet.title = title
        self.widths = widths
        for index, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width
        setup = self.sheet.page_setup
        setup.paperSize = 8 if paper == "A3" else 9
        setup.orientation = "landscape" if landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = self.sheet.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom, margins.footer = 0.6, 0.8, 0.4
        self.sheet.oddFooter.center.text = "&P/&N"
        self.sheet.sheet_view.showGridLines = False

    def put(self, row, column, value, *, bold=False, italic=False, size=SIZE, colour=None, align="center", to=None,
            indent=0, box=False, shade=False, form="General", down=None):  # fmt: skip
        """One cell; `to` and `down` merge it over further columns and rows."""
        last, bottom = to or column, down or row
        for y in range(row, bottom + 1):
            for x in range(column, last + 1):
                cell = self.sheet.cell(y, x)
                cell.border = BOX if box else Border()
                if shade:
                    cell.fill = SHADE
        cell = self.sheet.cell(row, column)
        cell.value = value
        cell.number_format = form
        cell.font = Font(name=FACE, size=size, bold=bold, italic=italic, color=colour)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True, indent=indent)
        if (last, bottom) != (column, row):
            self.sheet.merge_cells(start_row=row, start_column=column, end_row=bottom, end_column=last)

    def fit(self, row, least=24.0):
        """A height in which the longest wrapped text of a row finds room."""
        lines = 1
        for index, width in enumerate(self.widths, 1):
            value = self.sheet.cell(row, index).value
            if isinstance(value, str):
                lines = max(lines, ceil(len(value) * 0.88 / max(width - 1, 1)))
        self.sheet.row_dimensions[row].height = max(least, lines * 16.0 + 2)

    def heading(self, left, right, title, notice, width, split):
        """The office's head block: body on the left, nation or date on the right, title, the notice under it."""
        for row, (text, bold) in enumerate(left, 1):
            self.put(row, 1, text, bold=bold, to=split)
        for row, (text, bold, italic) in enumerate(right, 1):
            self.put(row, split + 1, text, bold=bold, italic=italic, to=width)
        self.put(5, 1, title, bold=True, size=14, to=width)
        self.put(6, 1, notice, bold=True, colour=RED, to=width)
        self.sheet.row_dimensions[5].height = 22

    def freeze(self, row, column=1):
        """Keeps the header and the first columns in sight, and repeats the header on every page."""
        self.sheet.freeze_panes = self.sheet.cell(row, column)
        self.sheet.print_title_rows = f"{row - 3}:{row - 1}"

    def save(self, path):
        """Writes the workbook in the format its name says."""
        path.parent.mkdir(parents=True, exist_ok=True)
        {".xlsx": self._xlsx, ".csv": self._csv}.get(path.suffix, self._converted)(path)

    def _xlsx(self, path):
        self.book.properties.creator = "thidua tests/sample/make.py"
        self.book.properties.created = MADE
        raw = io.BytesIO()
        self.book.save(raw)
        stamp = MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
                data = source.read(name)
                if name == "docProps/core.xml":
                    data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
                entry = zipfile.ZipInfo(name, MADE.timetuple()[:6])
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                target.writestr(entry, data)

    def _converted(self, path):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / path.with_suffix(".xlsx").name
            self._xlsx(source)
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", path.suffix[1:], "--outdir", folder, str(source)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            made = source.with_suffix(path.suffix)
            if path.suffix == ".ods":
                undated(made)
            shutil.copyfile(made, path)

    def _csv(self, path):
        rows = [[shown(cell) for cell in row] for row in self.sheet.iter_rows()]
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(rows)


def undated(path):
    """Fixes the dates inside an ods file."""
    with zipfile.ZipFile(path) as source:
        parts = [(entry, source.read(entry)) for entry in source.infolist()]
    with zipfile.ZipFile(path, "w") as target:
        for entry, data in parts:
            if entry.filename == "meta.xml":
                stamp = MADE.strftime("%Y-%m-%dT%H:%M:%S").encode()
                data = re.sub(rb"(<(?:dc:date|meta:creation-date)>)[^<]*", rb"\g<1>" + stamp, data)
                data = re.sub(rb"<meta:editing-duration>[^<]*</meta:editing-duration>", b"", data)
            fixed = zipfile.ZipInfo(entry.filename, MADE.timetuple()[:6])
            fixed.compress_type = entry.compress_type
            target.writestr(fixed, data)


def shown(cell):
    """A cell's text as a Vietnamese spreadsheet shows it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, (int, float)):
        places = len(cell.number_format.partition(".")[2])
        return f"{Decimal(str(value)):,.{places}f}".translate(str.maketrans(",.", ".,"))
    return value
