"""A criterion's raw values in; its mark by the compact's text, as an exact fraction, out.

Written from sample-compacts.md and the guides of the district compact, criterion by criterion, without reading
scoring.toml: a second opinion on what the engine computes. A criterion that is not assigned is OUT.
"""

from datetime import date
from fractions import Fraction as F

from words import FAILED, LEVELS_MILITARY, LEVELS_YEARLY, NOT_ARISING, NOT_ASSIGNED, PASSED

OUT = "out"


class Values:
    """One member's raw values of one criterion, by input row and column."""

    def __init__(self, texts):
        self.texts = texts

    def text(self, row, column):
        return self.texts[row, column]

    def number(self, row, column):
        return F(self.texts[row, column])

    @property
    def plan(self):
        return self.number("", "plan")

    @property
    def actual(self):
        return self.number("", "actual")


def share(maximum, plan, actual):
    """The maximum in proportion, never above it."""
    return min(F(maximum) * actual / plan, F(maximum))


def gained(v):
    """What was added since the start of the year."""
    return v.actual - v.number("baseline", "actual")


def lost(v):
    """What was taken off since the start of the year."""
    return v.number("baseline", "actual") - v.actual


def proportional(maximum, measure=lambda v: v.actual):
    return lambda v: share(maximum, v.plan, measure(v))


def threshold(maximum, measure=lambda v: v.actual):
    """Reached: the maximum; not reached: in proportion (which is the maximum at the plan itself)."""
    return lambda v: F(maximum) if measure(v) >= v.plan else share(maximum, v.plan, measure(v))


def steps(at_plan, step_up, gain, cap, step_down, loss):
    def mark(v):
        over = v.actual / v.plan - 1
        if over >= 0:
            return at_plan + min(over // F(step_up) * F(gain), F(cap))
        return max(at_plan - (-over) // F(step_down) * F(loss), F(0))

    return mark


def ladder(of, *rungs):
    """The points of the first rung that is reached; rungs are (least value, points), the last without a least."""

    def mark(v):
        value = of(v)
        return next(F(points) for least, points in rungs if least is None or value >= F(least))

    return mark


def of_actual(v):
    return v.actual


def of_ratio(v):
    return v.actual / v.plan


def of_gap(v):
    return v.actual - v.plan


def passed(maximum):
    return lambda v: F({PASSED: maximum, FAILED: 0}[v.text("", "actual")])


def level(points):
    return lambda v: F(points[v.text("", "actual")])


def each(points, limit):
    return lambda v: min(v.actual * points, F(limit))


def less(maximum, points):
    return lambda v: max(maximum - v.actual * points, F(0))


def days_late(due, *rungs):
    """Rungs are (up to this many days late, points); later than the last: nothing."""

    def mark(v):
        late = (date.fromisoformat(v.text("", "actual")) - date.fromisoformat(due)).days
        return next((F(points) for days, points in rungs if late <= days), F(0))

    return mark


def penalty(points, lowest):
    return lambda v: max(-v.actual * points, F(lowest))


def titles(limit, **points):
    worth = {name.replace("_", "-"): value for name, value in points.items()}
    return lambda v: min(sum(v.number(name, "actual") * value for name, value in worth.items()), F(limit))


def trained(v):
    """60 % of the points for trained workers, 40 % for vocationally trained ones."""
    return sum(share(m, v.number(r, "plan"), v.number(r, "actual")) for r, m in (("a", 21), ("b", 14)))


def indices(v):
    """The mean over the published indices of 40 points by ranks gained; a lost rank is nothing."""
    marks = []
    for index in ("pci", "papi", "par"):
        if v.text(index, "actual") == NOT_ARISING:
            continue
        up = v.number(f"{index}:previous", "actual") - v.number(index, "actual")
        marks.append(max(share(40, v.number(index, "plan"), up), F(0)))
    return sum(marks) / len(marks)


def unless_nothing_arose(maximum, mark):
    return lambda v: F(maximum) if v.text("", "actual") == NOT_ARISING else mark(v)


def entered(v):
    """The mark that the bloc gave."""
    return v.number("", "mark:cross")


CLUSTER = {
    "I.1": threshold(60), "I.2": threshold(35), "I.3": steps(54, "0.01", 1, 6, "0.01", 1), "I.4": proportional(30),
    "I.5": steps(31, "0.02", 1, 4, "0.01", "0.5"), "I.6": proportional(20, gained), "I.7": threshold(20),
    "I.8": ladder(of_gap, (0, 15), ("-0.2", 10), ("-0.5", 5), (None, 0)), "I.9": proportional(30, gained),
    "I.10": proportional(25), "I.11": ladder(of_actual, (95, 20), (90, 15), (80, 10), (None, 0)),
    "II.1": trained, "II.2": threshold(35, lost), "II.3": threshold(20, lost), "II.4": proportional(20),
    "II.5": ladder(of_ratio, (1, 35), ("0.99", 28), ("0.97", 18), (None, 8)), "II.6": threshold(20),
    "II.7": proportional(20), "II.8": proportional(25), "II.9": proportional(20), "II.10": entered,
    "III.1": passed(30), "III.2": level(dict(zip(LEVELS_MILITARY, (25, 20, 12, 5)))), "III.3": each(10, 30),
    "III.4": threshold(20), "III.5": entered,
    "IV.1": proportional(30), "IV.2": indices, "IV.3": ladder(of_actual, (99, 25), (97, 18), (95, 10), (None, 0)),
    "IV.4": unless_nothing_arose(25, threshold(25)),
    "V.1": days_late("2023-02-28", (0, 20), (5, 15), (15, 8)), "V.2": each(6, 30), "V.3": entered,
    "V.4": threshold(25), "V.5": each(5, 25), "V.6": days_late("2023-11-30", (0, 20), (3, 15), (7, 8)),
    "VI.1": titles(15, huan_chuong=10, co_chinh_phu=5, bang_khen_ttg=3), "VI.2": each(5, 5),
    "VII.1": penalty(10, -40), "VII.2": penalty(5, -10),
}  # fmt: skip

YEARLY = level(dict(zip(LEVELS_YEARLY, (40, 32, 20, 0))))

DEPARTMENTS = {
    "I.1": proportional(100), "I.2": ladder(of_actual, (100, 80), (90, 64), (80, 40), (None, 0)),
    "I.3": lambda v: F(70 if v.actual == 0 else 60 if v.actual <= 5 else 45 if v.actual <= 10 else 0),
    "I.4": proportional(50), "I.5": ladder(of_actual, (95, 40), (90, 30), (80, 20), (None, 0)),
    "I.6": proportional(30), "I.7": unless_nothing_arose(30, passed(30)), "I.8": each(5, 25), "I.9": less(25, 2),
    "II.1": ladder(of_actual, (90, 50), (80, 40), (70, 30), (None, 15)),
    "II.2": ladder(of_actual, (100, 40), (98, 32), (95, 20), (None, 0)), "II.3": proportional(30),
    "II.4": threshold(30), "II.5": passed(25), "II.6": passed(25),
    "III.1": YEARLY, "III.2": YEARLY, "III.3": each(10, 20), "III.4": passed(20), "III.5": passed(15),
    "III.6": passed(15),
    "IV.1": days_late("2023-03-15", (0, 20), (3, 15), (7, 8)), "IV.2": each(10, 30), "IV.3": each(5, 25),
    "IV.4": threshold(20), "IV.5": less(20, 4),
    "IV.6": days_late("2023-11-30", (0, 20), (2, 15), (5, 10), (10, 5)), "IV.7": entered,
    "V.1": each(5, 20), "V.2": passed(15), "V.3": passed(15),
    "VI.1": titles(20, huan_chuong=10, bang_khen_ttg=7, bang_khen_bo=3),
    "VII.1": penalty(5, -30), "VII.2": penalty(2, -20),
}  # fmt: skip

DISTRICTS = {
    "I.1": steps(72, "0.01", 1, 8, "0.01", 1), "I.2": proportional(60), "I.3": proportional(60, gained),
    "I.4": ladder(of_actual, (95, 70), (90, 55), (80, 35), (None, 0)), "I.5": threshold(40), "I.6": each(8, 40),
    "II.1": threshold(70, lost), "II.2": ladder(of_ratio, (1, 70), ("0.99", 56), ("0.97", 35), (None, 14)),
    "II.3": proportional(60), "II.4": entered,
    "III.1": passed(60), "III.2": less(40, 10), "III.3": threshold(50),
    "IV.1": ladder(of_actual, (90, 90), (80, 72), (70, 54), (None, 27)), "IV.2": proportional(60),
    "IV.3": days_late("2023-02-28", (0, 40), (5, 30), (15, 16)), "IV.4": less(60, 12),
    "V.1": each(5, 20), "VI.1": penalty(10, -50),
}  # fmt: skip

RULES = {"cum-tinh": CLUSTER, "khoi-vhxh": DEPARTMENTS, "huyen": DISTRICTS}


def mark(compact, criterion, texts):
    """The exact mark of a criterion, rounded half up to two decimals, or OUT."""
    if NOT_ASSIGNED in (text for (row, _), text in texts.items() if row == ""):
        return OUT
    return rounded(RULES[compact][criterion](Values(texts)))


def rounded(value):
    """Half away from zero, to two decimals."""
    units = int(abs(value) * 100 + F(1, 2))
    return F(units if value >= 0 else -units, 100)


def written(value):
    """A mark as text with two decimals, or OUT."""
    return value if value == OUT else f"{float(value):.2f}"
