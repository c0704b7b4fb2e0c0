"""Values of a whole bloc and the shared tables in; bloc table, registers, agency table, opinions, ballots out."""

import store
import words as w
from book import Page, typed
from form import stated

TOP = 8


def columns_of(bloc):
    """The columns of a bloc table: (criterion, row, value column), and the heading above them."""
    found = []
    for criterion in bloc.criteria:
        for row in criterion.rows:
            title = f"{criterion.id}:{row.suffix} {row.label}" if row.suffix else f"{criterion.id}. {criterion.name}"
            columns = ("mark:cross",) if criterion.entered else row.columns
            if columns:
                unit = "" if criterion.unit == "-" else f" ({criterion.unit})"
                found.append((title + unit, [(criterion, row, column) for column in columns]))
    return found


def bloc_table(bloc, values):
    """Members down, criteria across, under a header of two levels."""
    groups = columns_of(bloc)
    width = 2 + sum(len(columns) for _, columns in groups)
    page = Page(w.TABLE_SHEET, [5, 20] + [11] * (width - 2), paper="A3")
    left = [(w.COMMITTEE_OF_MAU, False), (bloc.name.upper(), True)]
    day = w.DATE_LINE.format(place=w.TABLE_PLACE, day=4, month=12, year=bloc.year)
    right = [(w.NATION, True, False), (w.MOTTO, True, False), (day, False, True)]
    page.heading(left, right, w.TABLE_TITLE.format(year=bloc.year), bloc.notice, width, 8)
    style = {"bold": True, "box": True, "shade": True}
    page.put(TOP, 1, w.ORDER, down=TOP + 1, **style)
    page.put(TOP, 2, w.UNIT_COLUMN, down=TOP + 1, **style)
    column = 3
    for title, inputs in groups:
        page.put(TOP, column, title, to=column + len(inputs) - 1, **style)
        for offset, (_, _, name) in enumerate(inputs):
            page.put(TOP + 1, column + offset, w.TABLE_COLUMNS.get(name, w.CROSS_MARK[bloc.kind]), **style)
        column += len(inputs)
    page.sheet.row_dimensions[TOP].height = 175
    page.sheet.row_dimensions[TOP + 1].height = 36
    for index, member in enumerate(bloc.members, 1):
        member_row(page, TOP + 1 + index, index, member, groups, values[member])
    last = TOP + len(bloc.members) + 3
    page.put(last, 2, w.PREPARER, bold=True)
    page.put(last + 1, 2, w.SIGNED, italic=True)
    page.put(last, width - 3, w.HEAD_OF_CLUSTER, bold=True, to=width)
    page.put(last + 1, width - 3, w.SEALED, italic=True, to=width)
    page.freeze(TOP + 2, 3)
    return page


def member_row(page, row, index, member, groups, values):
    """One member's values under the groups of a bloc table."""
    page.put(row, 1, index, box=True)
    page.put(row, 2, member, box=True, align="left")
    column = 3
    for _, inputs in groups:
        for criterion, wanted, name in inputs:
            text = stated(values[criterion.id], wanted, name)
            value, kind = typed(text) if text else (None, "General")
            page.put(row, column, value, box=True, form=kind)
            column += 1
    page.sheet.row_dimensions[row].height = 30


def listing(sheet, title, header, rows, bloc, left, signer, centred=()):
    """A shared table: head block, one header row, an index row, numbered rows, a signature."""
    page = Page(sheet, [width for _, width in header])
    split = 3
    right = [(w.NATION, True, False), (w.MOTTO, True, False)]
    page.heading(left, right, title.format(year=bloc.year), bloc.notice, len(header), split)
    for column, (text, _) in enumerate(header, 1):
        page.put(TOP, column, text, bold=True, box=True, shade=True)
        page.put(TOP + 1, column, f"({column})", italic=True, size=10, box=True)
    page.sheet.row_dimensions[TOP].height = 34
    for index, row in enumerate(rows, 1):
        for column, text in enumerate([str(index), *row], 1):
            value, kind = typed(text) if text else (None, "General")
            words = isinstance(value, str) and column not in centred
            page.put(TOP + 1 + index, column, value, box=True, form=kind, align="left" if words else "center")
        page.fit(TOP + 1 + index)
    last = TOP + len(rows) + 4
    first, room = len(header), header[-1][1]
    while room < 34:
        first, room = first - 1, room + header[first - 2][1]
    page.put(last, first, signer, bold=True, to=len(header))
    page.put(last + 1, first, w.SEALED, italic=True, to=len(header))
    page.freeze(TOP + 2, 1)
    return page


def register(bloc, values):
    """The plans that a bloc's members registered, the adjusted one beside the first."""
    adjusted = {(r["bloc"], r["member"], r["criterion"], r["row"]): r for r in store.read("adjusted")}
    rows = []
    for member in bloc.members:
        for criterion in bloc.criteria:
            for row in criterion.rows:
                suffix, cell = row.suffix, values[member][criterion.id].get((row.suffix, "plan"))
                if cell is None:
                    continue
                label, code = (row.label, f"{criterion.id}:{suffix}") if suffix else (criterion.name, criterion.id)
                change = adjusted.get((bloc.id, member, criterion.id, suffix))
                plans = [change["at_start"], cell["value"], change["document"]] if change else [cell["value"], "", ""]
                rows.append([bloc.name, member, code, label, criterion.unit, *plans, cell["evidence"]])
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    return listing(w.REGISTER_SHEET, w.REGISTER_TITLE, w.REGISTER_HEADER, rows, bloc, left, w.STANDING_BODY, (4, 6))


def agency(blocs):
    """The figures of the body that follows a criterion."""
    rows = [[blocs[r["bloc"]].name, r["member"], r["criterion"], r["value"], r["document"], r["date"]]
            for r in store.read("agency")]  # fmt: skip
    left = [(w.AGENCY_BODY[0], False), (w.AGENCY_BODY[1], True)]
    return listing(w.AGENCY_SHEET, w.AGENCY_TITLE, w.AGENCY_HEADER, rows, any_of(blocs), left, w.AGENCY_HEAD, (4, 6))


def opinions(blocs):
    """What the bodies concerned say of members."""
    keys = ("matter", "body", "document", "date", "state", "recommendation")
    rows = [[blocs[r["bloc"]].name, r["member"], *(r[key] for key in keys)] for r in store.read("opinions")]
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    return listing(w.OPINIONS_SHEET, w.OPINIONS_TITLE, w.OPINIONS_HEADER, rows, any_of(blocs), left, w.STANDING_BODY, (8,))


def classification(blocs):
    """The yearly classification of every member of the province."""
    keys = ("government", "party", "unions", "discipline")
    rows = [[blocs[r["bloc"]].name, r["member"], *(r[key] for key in keys)] for r in store.read("classification")]
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    return listing(w.CLASSIFICATION_SHEET, w.CLASSIFICATION_TITLE, w.CLASSIFICATION_HEADER, rows, any_of(blocs), left,
                   w.STANDING_BODY)  # fmt: skip


def ballot(blocs, level):
    """The ballots of the blocs, or of the council."""
    award = ("award",) if level == "council" else ()
    keys = (*award, "round", "entitled", "issued", "returned", "valid", "invalid", "yes", "no")
    rows = [[blocs[r["bloc"]].name, r["member"], *(r[key] for key in keys)] for r in store.read("ballots")
            if r["level"] == level]  # fmt: skip
    named = w.BALLOT_AWARD if award else ()
    header = (*w.BALLOT_WHO, *named, w.BALLOT_ROUND, (w.BALLOT_ENTITLED[level], 13), *w.BALLOT_HEADER)
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    return listing(w.BALLOT_SHEET, w.BALLOT_TITLES[level], header, rows, any_of(blocs), left, w.TELLER)


def awards(blocs):
    """What was given: the year of the achievement beside the decision."""
    keys = ("form", "to", "kind", "post", "reason", "achieved", "document", "date")
    rows = [[r[key] for key in keys] for r in store.read("awards")]
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    page = listing(w.AWARDS_SHEET, w.AWARDS_TITLE, w.AWARDS_HEADER, rows, any_of(blocs), left, w.STANDING_BODY, (4, 5, 6, 7, 8))
    return as_years(page, 7, len(rows))


def fund(blocs):
    """What came into the fund and left it."""
    keys = ("holder", "item", "amount", "year", "document")
    rows = [[r[key] for key in keys] for r in store.read("fund")]
    left = [(w.COMMITTEE_OF_MAU, False), (w.COUNCIL, True)]
    page = listing(w.FUND_SHEET, w.FUND_TITLE, w.FUND_HEADER, rows, any_of(blocs), left, w.STANDING_BODY, (6,))
    return as_years(page, 5, len(rows))


def as_years(page, column, rows):
    """A column of years is shown without a sign between thousands."""
    for row in range(TOP + 2, TOP + 2 + rows):
        page.sheet.cell(row, column).number_format = "0"
    return page


def any_of(blocs):
    """Any bloc, for the year and the notice, which are the same for all."""
    return next(iter(blocs.values()))
