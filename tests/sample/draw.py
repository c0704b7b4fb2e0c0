"""Nothing in but the tables here and Kon Tum's plans; the raw numbers of tests/sample/data/*.csv out.

Run once, then checked and corrected by hand in `hand.py`; running it again gives the same files.
"""

from decimal import Decimal

import hand
import shapes as s
import store
from hand import STRENGTHS
from marks import OUT, RULES, mark
from totals import maximum
from words import (
    COMMITTEE_OFFICE, EVIDENCE, ILLUSTRATIVE, KON_TUM_LETTER, KON_TUM_SOURCE, NOT_ARISING, NOT_ASSIGNED, OFFICES,
)  # fmt: skip

CLUSTER = {
    "I.1": s.planned((7.5, 10, 1), (0.8, 1.08), 2), "I.2": s.planned((46, 72, 0), (0.95, 1.05), 1),
    "I.3": s.planned((3200, 16000, -2), (0.93, 1.1), 0), "I.4": s.planned((320, 1500, -1), (0.82, 1.15), 0),
    "I.5": s.planned((180, 1400, -1), (0.9, 1.12), 1), "I.6": s.gained((0, 3), (1, 3), (0.3, 1.3)),
    "I.7": s.planned((1500, 5200, -2), (0.92, 1.09), 0), "I.8": s.near((46, 63), (-0.35, 0.2), 2),
    "I.9": s.gained((38, 92), (4, 8), (0.55, 1.2)), "I.10": s.planned((900000, 7200000, -5), (0.85, 1.25), -2),
    "I.11": s.reached(84, 98, 2), "II.1": s.trained, "II.2": s.reduced((6, 15), (1.8, 4), (0.82, 1.12)),
    "II.3": s.reduced((26, 44), (4, 6), (0.85, 1.12)), "II.4": s.planned((26, 38, 1), (0.95, 1.03), 1),
    "II.5": s.planned((91.5, 95, 2), (0.982, 1.008), 2), "II.6": s.portion((3, 8), 0.7, 100),
    "II.7": s.planned((82, 93, 0), (0.95, 1.04), 1), "II.8": s.planned((48, 62, 1), (0.93, 1.04), 1),
    "II.9": s.planned((12000, 32000, -3), (0.93, 1.1), 0), "II.10": s.entered(20),
    "III.1": s.passing(), "III.2": s.military, "III.3": s.counted(1, 3.4), "III.4": s.planned((80, 90, 0), (0.95, 1.06), 2),
    "III.5": s.entered(25), "IV.1": s.planned((80, 92, 0), (0.95, 1.04), 2), "IV.2": s.indices,
    "IV.3": s.reached(95.5, 99.9, 2), "IV.4": s.planned((85, 92, 0), (0.94, 1.06), 2), "V.1": s.dated("2023-02-28", 9),
    "V.2": s.counted(3, 5.4), "V.3": s.entered(30), "V.4": s.planned((60, 60, 0), (0.86, 1.1), 2),
    "V.5": s.counted(3, 5.4), "V.6": s.dated("2023-11-30", 5),
    "VI.1": s.titles("huan-chuong", "co-chinh-phu", "bang-khen-ttg"), "VI.2": s.flaws(0),
    "VII.1": s.flaws(1, 0.2), "VII.2": s.flaws(1, 0.2),
}  # fmt: skip

DEPARTMENTS = {
    "I.1": s.portion((8, 16), 0.78, 100), "I.2": s.portion((18, 40), 0.86),
    "I.3": s.overdue, "I.4": s.planned((3, 9, 0), (0.7, 1.15), 0), "I.5": s.reached(84, 99, 2), "I.6": s.planned((4, 12, 0), (0.8, 1.12), 0),
    "I.7": s.passing(), "I.8": s.counted(3, 6), "I.9": s.flaws(4, 0.7), "II.1": s.reached(76, 93, 2),
    "II.2": s.reached(97, 100.6, 2, 100), "II.3": s.planned((50, 65, 0), (0.84, 1.15), 2),
    "II.4": s.planned((95, 95, 0), (0.93, 1.06), 2, 100), "II.5": s.passing(), "II.6": s.passing(), "III.1": s.yearly,
    "III.2": s.yearly, "III.3": s.counted(1, 2.3), "III.4": s.passing(0), "III.5": s.passing(), "III.6": s.passing(),
    "IV.1": s.dated("2023-03-15", 6), "IV.2": s.counted(2, 4), "IV.3": s.counted(3, 6),
    "IV.4": s.planned((60, 60, 0), (0.84, 1.12), 2), "IV.5": s.flaws(2, 0.6), "IV.6": s.dated("2023-11-30", 6),
    "IV.7": s.entered(15), "V.1": s.counted(3, 4.4), "V.2": s.passing(), "V.3": s.passing(),
    "VI.1": s.titles("huan-chuong", "bang-khen-ttg", "bang-khen-bo"), "VII.1": s.flaws(1, 0.2), "VII.2": s.flaws(2, 0.3),
}  # fmt: skip

DISTRICTS = {
    "I.1": s.planned((62, 240, 0), (0.93, 1.12), 1), "I.2": s.planned((800, 2600, -1), (0.94, 1.06), 0),
    "I.3": s.gained((3, 9), (1, 2), (0.4, 1.2)), "I.4": s.reached(84, 98.5, 2), "I.5": s.planned((84, 95, 0), (0.93, 1.05), 1),
    "I.6": s.counted(2, 6), "II.1": s.reduced((8, 24), (3, 6), (0.84, 1.12)), "II.2": s.planned((92, 95, 1), (0.978, 1.012), 2),
    "II.3": s.planned((50, 70, 1), (0.93, 1.04), 1), "II.4": s.entered(50), "III.1": s.passing(), "III.2": s.flaws(2, 0.6),
    "III.3": s.planned((90, 90, 0), (0.94, 1.08), 2), "IV.1": s.reached(76, 93, 2), "IV.2": s.planned((45, 60, 0), (0.86, 1.12), 2),
    "IV.3": s.dated("2023-02-28", 10), "IV.4": s.flaws(2, 0.55), "V.1": s.counted(0, 3), "VI.1": s.flaws(1, 0.25),
}  # fmt: skip

SHAPES = {"cum-tinh": CLUSTER, "khoi-vhxh": DEPARTMENTS, "huyen": DISTRICTS}


def kon_tum():
    """Kon Tum's plans of 2023 for the cluster's criteria: (criterion, row) -> (plan, where it is written)."""
    table = {row["code"]: row for row in store.read("kon-tum")}
    plans = {}
    for place, code in hand.KON_TUM_CODES.items():
        letter = next(part.strip() for part in table[code]["source"].split(";") if KON_TUM_LETTER in part)
        plans[place] = table[code]["plan_2023"], KON_TUM_SOURCE.format(source=letter, code=code)
    return plans


def raw(bloc, member, criterion):
    """The drawn values of a criterion, or the words that stand for them: (row, column) -> text."""
    draw = s.Draw(member, criterion, STRENGTHS[bloc][member])
    values = {(row, column): str(value) for row, column, value in SHAPES[store.COMPACTS[bloc]][criterion](draw)}
    if (bloc, member, criterion) in hand.NOT_ASSIGNED_TO:
        return {("", "plan"): NOT_ASSIGNED, ("", "actual"): NOT_ASSIGNED}
    if (bloc, member, criterion) in hand.NOTHING_AROSE:
        values["", "actual"] = NOT_ARISING
    return values


def self_mark(draw, compact, criterion, texts):
    """What the member gives itself: the computed mark, now and then more, never above the maximum."""
    most = maximum(compact, criterion)
    if ("", "mark:cross") in texts:
        return min(Decimal(texts["", "mark:cross"]) + Decimal(draw.random.choice(("0", "0.5", "1"))), Decimal(most))
    computed = mark(compact, criterion, texts)
    if computed == OUT:
        return None
    computed = Decimal(computed.numerator) / Decimal(computed.denominator)
    luck = draw.random.random()
    if criterion in hand.BANDED[compact] and luck < 0.15:
        return Decimal(most)
    if any(column == "plan" for _, column in texts) and criterion not in hand.BANDED[compact] and luck < 0.3 and computed:
        return min(Decimal(int(computed * 2 + 2)) / 2, Decimal(most))
    return computed


def evidence(draw, member, criterion, texts):
    """What the member says it rests on."""
    office = OFFICES.get(member, COMMITTEE_OFFICE)
    words = {"n": draw.random.randint(120, 980), "day": draw.random.randint(2, 24), "m": draw.random.randint(3, 9)}
    actual = texts.get(("", "actual"))
    if ("", "mark:cross") in texts:
        kind = "mark"
    elif NOT_ASSIGNED in texts.values():
        return ""
    elif {text for (_, column), text in texts.items() if column == "actual"} == {"0"}:
        kind = "none"
    elif criterion == "VI.1":
        kind = "titles"
    elif actual is None or store.number(actual) is not None:
        kind = "figure"
    else:
        kind = "date" if actual[:2] == "20" else "word"
    return EVIDENCE[kind].format(office=office, **words)


def rows(bloc, member, criterion, plans):
    """The CSV rows of one criterion of one member."""
    compact, texts = store.COMPACTS[bloc], raw(bloc, member, criterion)
    sources = {}
    if member == hand.KON_TUM_MEMBER:
        for (place, row), (plan, source) in plans.items():
            if place == criterion:
                texts, sources = hand.with_plan(texts, row, plan), sources | {row: source}
    texts |= hand.SET.get((bloc, member, criterion), {})
    draw = s.Draw(member, f"self {criterion}", 0.5)
    said = self_mark(draw, compact, criterion, texts)
    if said is not None:
        texts["", "mark:self"] = f"{said.normalize():f}"
    first = {"bloc": bloc, "member": member, "criterion": criterion}
    proof = evidence(draw, member, criterion, texts)
    for (row, column), value in sorted(texts.items(), key=lambda item: (item[0][0], item[0][1] != "plan", item[0][1])):
        status = hand.STATUSES.get((bloc, member, criterion, row), "") if column == "actual" else ""
        note = sources.get(row, ILLUSTRATIVE) if column == "plan" else proof if row == "" and column == "mark:self" else ""
        yield first | {"row": row, "column": column, "value": value, "status": status, "evidence": note}


def main():
    plans = kon_tum()
    for bloc in store.BLOCS:
        drawn = [row for member in STRENGTHS[bloc] for criterion in RULES[store.COMPACTS[bloc]]
                 for row in rows(bloc, member, criterion, plans)]  # fmt: skip
        store.write(bloc, store.COLUMNS, drawn)


if __name__ == "__main__":
    main()
