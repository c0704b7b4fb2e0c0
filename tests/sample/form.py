"""A member's values in; its self-score form out, laid out as an office would."""

import unicodedata
from datetime import date

import words as w
from book import Page, typed
from store import number

WIDTHS = [12, 50, 13, 14, 14, 10, 10, 10, 13, 38]
HEADER, FIRST = 10, 13
MARK = "0.00"


def form(bloc, member, values, file, dirt):
    """The form of one member; `file` says how its codes and labels are written, `dirt` what is wrong on purpose."""
    page = Page(w.FORM_SHEET, WIDTHS)
    head(page, bloc, member, sent(values), "name-decomposed" in dirt.values())
    header(page, bloc.kind)
    row = FIRST
    totals = {}
    for field in bloc.fields:
        start, row = row, row + 1
        criteria = [criterion for criterion in bloc.criteria if criterion.field == field["id"]]
        for index, criterion in enumerate(criteria, 1):
            code = str(index) if file["codes"] == "local" else criterion.id
            label = criterion.alias if file["labels"] == "alias" else criterion.name
            row = criterion_rows(page, row, criterion, (code, label), values[criterion.id], dirt)
        points = sum(float(value["value"]) for criterion in criteria
                     for key, value in values[criterion.id].items() if key == ("", "mark:self"))  # fmt: skip
        totals[field["id"]] = capped(field, points)
        field_row(page, start, field, totals[field["id"]])
    grand_total(page, row, bloc, sum(totals.values()))
    signatures(page, row + 2)
    page.freeze(FIRST, 3)
    return page


def sent(values):
    """The day the form was sent: the last date among the values, else the last day of November."""
    days = [value["value"] for cells in values.values() for value in cells.values() if value["value"][:5] == "2023-"]
    return date.fromisoformat(max((day for day in days if day > "2023-11"), default="2023-11-30"))


def capped(field, points):
    """A field's own sum within its caps."""
    return max(min(points, field["maximum"]), field.get("minimum", 0))


def head(page, bloc, member, day, decomposed):
    """The national heading, the title with the notice under it, and whose form it is."""
    of_province = bloc.kind == "bloc"
    first, _, rest = member.partition(" ")
    place = member if first == member else f"{first} {rest}"
    left = [(w.COMMITTEE_OF_MAU, False), (member.upper(), True)] if of_province else \
        [(w.COMMITTEE, True), (member.upper(), True)]
    day_line = w.DATE_LINE.format(place=member.split()[-2] + " " + member.split()[-1] if of_province else place,
                                  day=day.day, month=day.month, year=day.year)  # fmt: skip
    right = [(w.NATION, True, False), (w.MOTTO, True, False), (day_line[0].upper() + day_line[1:], False, True)]
    page.heading(left, right, w.FORM_TITLE.format(year=bloc.year), bloc.notice, len(WIDTHS), 3)
    name = unicodedata.normalize("NFD", member) if decomposed else member
    page.put(7, 1, w.MEMBER_LINE.format(name), bold=True, to=len(WIDTHS), align="left")
    page.put(8, 1, w.BLOC_LINE.format(bloc.name), to=len(WIDTHS), align="left")


def header(page, kind):
    """Two header rows, merged, and the row that numbers the columns."""
    upper, lower = (list(level) for level in w.FORM_HEADER)
    lower[7] = w.CROSS_MARK[kind]
    style = {"bold": True, "box": True, "shade": True}
    for index, text in enumerate(upper):
        if text is None:
            continue
        if lower[index] is None:
            page.put(HEADER, index + 1, text, down=HEADER + 1, **style)
        else:
            last = index
            while last + 1 < len(upper) and upper[last + 1] is None and lower[last + 1] is not None:
                last += 1
            page.put(HEADER, index + 1, text, to=last + 1, **style)
    for index, text in enumerate(lower):
        if text is not None:
            page.put(HEADER + 1, index + 1, text, **style)
    for index in range(len(upper)):
        page.put(HEADER + 2, index + 1, f"({index + 1})", italic=True, size=10, box=True)
    page.sheet.row_dimensions[HEADER + 1].height = 34


def field_row(page, row, field, points):
    """A field with its maximum and the member's own sum."""
    cells = [field["id"], field["name"].upper(), None, None, None, field["maximum"], points, None, None, None]
    for column, value in enumerate(cells, 1):
        form = "General" if column < 6 else MARK if column > 6 else "#,##0"
        page.put(row, column, value, bold=True, box=True, shade=True, form=form, align="left" if column == 2 else "center")
    page.fit(row)


def criterion_rows(page, row, criterion, first, values, dirt):
    """A criterion's own row and the further inputs below it; the next free row."""
    for wanted in criterion.rows:
        code, label = first if not wanted.suffix else (f"{criterion.id}:{wanted.suffix}", wanted.label)
        own = not wanted.suffix
        page.put(row, 1, code, box=True, italic=not own, size=12 if own else 9)
        page.put(row, 2, label, box=True, align="left", italic=not own, indent=0 if own else 2)
        page.put(row, 3, criterion.unit, box=True)
        for column, name in ((4, "plan"), (5, "actual")):
            text = stated(values, wanted, name)
            value, kind = typed(text) if text else (None, "General")
            if dirt.get((criterion.id, wanted.suffix, name)) == "number-as-text":
                value, kind = text.replace(".", ","), "@"
            page.put(row, column, value, box=True, form=kind)
        page.put(row, 6, criterion.maximum if own else None, box=True, form="#,##0")
        for column, stage in ((7, "mark:self"), (8, "mark:cross")):
            given = values.get(("", stage)) if own else None
            page.put(row, column, float(given["value"]) if given else None, box=True, form=MARK)
        page.put(row, 9, status(values, wanted), box=True)
        proof = values.get(("", "mark:self"), {}).get("evidence") if own else None
        page.put(row, 10, proof or None, box=True, align="left")
        page.fit(row)
        row += 1
    return row


def stated(values, wanted, column):
    """What stands in a plan or actual cell; a dash in the further rows of a criterion that is not assigned."""
    cell = values.get((wanted.suffix, column))
    if cell:
        return cell["value"]
    away = values.get(("", "plan"), {}).get("value") == w.NOT_ASSIGNED
    return "-" if away and wanted.suffix and column in wanted.columns else None


def status(values, wanted):
    """The data status of a row that carries a figure."""
    actual = values.get((wanted.suffix, "actual"))
    if actual is None or number(actual["value"]) is None:
        return None
    return actual["status"] or w.OFFICIAL


def grand_total(page, row, bloc, points):
    """The sum of all fields."""
    ids = "+".join(field["id"] for field in bloc.fields)
    cells = [None, w.GRAND_TOTAL.format(ids), None, None, None, bloc.scale, points, None, None, None]
    for column, value in enumerate(cells, 1):
        form = "General" if column < 6 else MARK if column > 6 else "#,##0"
        page.put(row, column, value, bold=True, box=True, shade=True, form=form)
    page.fit(row)


def signatures(page, row):
    """Who made the form and who signs it."""
    page.put(row, 2, w.PREPARER, bold=True)
    page.put(row + 1, 2, w.SIGNED, italic=True)
    page.put(row, 9, w.HEAD_OF_UNIT, bold=True, to=10)
    page.put(row + 1, 9, w.SEALED, italic=True, to=10)
