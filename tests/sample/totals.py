"""tests/sample/data/*.csv in; expected-marks.csv and expected-totals.csv out.

An independent calculation in exact fractions: it reads no scoring.toml and shares no code with the engine.
Marks are rounded half up to two decimals; points not assigned are taken out and the rest brought to 1,000;
bonus and penalty fields have their caps; equal totals share a rank (1, 1, 3).
"""

from fractions import Fraction as F

import store
from marks import OUT, RULES, mark, rounded, written

FIELDS = ("I", "II", "III", "IV", "V", "VI", "VII")
MAXIMA = {
    "cum-tinh": {
        "I": (60, 35, 60, 30, 35, 20, 20, 15, 30, 25, 20),
        "II": (35, 35, 20, 20, 35, 20, 20, 25, 20, 20),
        "III": (30, 25, 30, 20, 25),
        "IV": (30, 40, 25, 25),
        "V": (20, 30, 30, 25, 25, 20),
    },
    "khoi-vhxh": {
        "I": (100, 80, 70, 50, 40, 30, 30, 25, 25),
        "II": (50, 40, 30, 30, 25, 25),
        "III": (40, 40, 20, 20, 15, 15),
        "IV": (20, 30, 25, 20, 20, 20, 15),
        "V": (20, 15, 15),
    },
    "huyen": {
        "I": (80, 60, 60, 70, 40, 40),
        "II": (70, 70, 60, 50),
        "III": (60, 40, 50),
        "IV": (90, 60, 40, 60),
    },
}
CAPS = {"cum-tinh": {"VI": (0, 20), "VII": (-50, 0)}, "khoi-vhxh": {"VI": (0, 20), "VII": (-50, 0)},
        "huyen": {"V": (0, 20), "VI": (-50, 0)}}  # fmt: skip


def field_of(criterion):
    return criterion.split(".")[0]


def maximum(compact, criterion):
    """Points of a criterion of the scale; none for bonus and penalty."""
    field, index = criterion.split(".")
    points = MAXIMA[compact].get(field)
    return points and points[int(index) - 1]


def agency_figures():
    """The figures of the bodies that follow a criterion; they come before the member's own."""
    return {(r["bloc"], r["member"], r["criterion"], r["row"]): r["value"] for r in store.read("agency")}


def member_marks(bloc, member, criteria, agency):
    """The marks of one member by criterion."""
    compact = store.COMPACTS[bloc]
    found = {}
    for criterion in RULES[compact]:
        texts = {key: row["value"] for key, row in criteria[criterion].items()}
        for row, column in list(texts):
            texts[row, column] = agency.get((bloc, member, criterion, row), texts[row, column]) if column == "actual" \
                else texts[row, column]
        found[criterion] = mark(compact, criterion, texts)
    return found


def totals(compact, marks):
    """Points by field, and the total."""
    fields = {}
    got, assigned = F(0), 0
    for criterion, points in marks.items():
        field = field_of(criterion)
        fields.setdefault(field, F(0))
        if points == OUT:
            continue
        fields[field] += points
        if maximum(compact, criterion):
            got, assigned = got + points, assigned + maximum(compact, criterion)
    for field, (low, high) in CAPS[compact].items():
        fields[field] = min(max(fields[field], F(low)), F(high))
    scaled = rounded(got * 1000 / assigned)
    return fields, scaled + sum(fields[field] for field in CAPS[compact])


def ranked(totals_of):
    """Ranks by total: equal totals share one, the next is left out."""
    return {member: 1 + sum(other > total for other in totals_of.values()) for member, total in totals_of.items()}


def bloc_results(bloc, agency):
    """Marks, fields, totals and ranks of a bloc's members, in order."""
    compact = store.COMPACTS[bloc]
    marks = {member: member_marks(bloc, member, cells, agency) for member, cells in store.cells(bloc).items()}
    summed = {member: totals(compact, found) for member, found in marks.items()}
    ranks = ranked({member: total for member, (_, total) in summed.items()})
    return [(member, marks[member], *summed[member], ranks[member]) for member in marks]


def main():
    agency = agency_figures()
    mark_rows, total_rows = [], []
    for bloc in store.BLOCS:
        for member, marks, fields, total, rank in bloc_results(bloc, agency):
            for criterion, points in marks.items():
                mark_rows.append({"bloc": bloc, "member": member, "criterion": criterion, "mark": written(points)})
            by_field = {field: written(fields[field]) if field in fields else "" for field in FIELDS}
            total_rows.append({"bloc": bloc, "member": member, **by_field, "total": written(total), "rank": rank})
    store.write("expected-marks", ["bloc", "member", "criterion", "mark"], mark_rows)
    store.write("expected-totals", ["bloc", "member", *FIELDS, "total", "rank"], total_rows)


if __name__ == "__main__":
    main()
