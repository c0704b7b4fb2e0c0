"""How raw values are drawn: one shape per criterion, skill between 0 and 1 in, (row, column, value) out.

A shape says what is plausible for a criterion (a plan's range, how far a weak and a strong member get); it knows
nothing of points, so that the marks follow from the figures and not the other way round.
"""

import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from words import FAILED, LEVELS_MILITARY, LEVELS_YEARLY, PASSED


class Draw:
    """Random numbers that depend on the member and criterion alone, not on the order of drawing."""

    def __init__(self, member, criterion, strength):
        self.random = random.Random(f"thidua 2023|{member}|{criterion}")
        self.strength = strength

    def between(self, low, high):
        return low + (high - low) * self.random.random()

    def skill(self):
        """How well the member does here: its strength, with luck."""
        return min(max(self.strength + self.between(-0.4, 0.4), 0.0), 1.0)


def rounded(value, places):
    """A decimal with so many places; -2 means whole hundreds."""
    unit = Decimal(1).scaleb(-places)
    return Decimal(str(value)).quantize(unit, ROUND_HALF_UP) if places >= 0 else \
        int((Decimal(str(value)) / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit)


def planned(plan, ratio, places, most=None):
    """A plan within a range and an actual that is a ratio of it, by skill; rates stop at `most`."""

    def draw(d):
        target = rounded(d.between(*plan[:2]), plan[2])
        actual = rounded(float(target) * (ratio[0] + (ratio[1] - ratio[0]) * d.skill()), places)
        return [("", "plan", target), ("", "actual", min(actual, Decimal(most)) if most else actual)]

    return draw


def portion(whole, least, plan=None):
    """So many of a whole number of things, in per cent; the plan, where there is one, is all of them."""

    def draw(d):
        things = int(d.between(whole[0], whole[1] + 1))
        met = min(int(things * (least + (1.08 - least) * d.skill()) + 0.5), things)
        percent = rounded(100 * met / things, 2 if 100 * met % things else 0)
        return ([("", "plan", plan)] if plan else []) + [("", "actual", percent)]

    return draw


def overdue(d):
    """The share of tasks that were late, in per cent."""
    tasks = int(d.between(60, 180))
    late = int(max(0.62 - d.skill(), 0) * tasks / 9 + 0.5)
    return [("", "actual", rounded(100 * late / tasks, 2 if late else 0))]


def near(plan, gap, places, most=None):
    """A plan and an actual that differs from it by so many points."""

    def draw(d):
        target = rounded(d.between(*plan), places)
        actual = target + rounded(gap[0] + (gap[1] - gap[0]) * d.skill(), places)
        return [("", "plan", target), ("", "actual", min(actual, Decimal(most)) if most else actual)]

    return draw


def gained(start, plan, ratio):
    """Whole things added to a stock: the actual is the stock at the year's end."""

    def draw(d):
        target, first = int(d.between(plan[0], plan[1] + 1)), int(d.between(start[0], start[1] + 1))
        added = int(target * (ratio[0] + (ratio[1] - ratio[0]) * d.skill()) + 0.5)
        return [("", "plan", target), ("", "actual", first + added), ("baseline", "actual", first)]

    return draw


def reduced(start, plan, ratio):
    """A rate brought down: the actual is the rate at the year's end."""

    def draw(d):
        target, first = rounded(d.between(*plan), 1), rounded(d.between(*start), 2)
        off = rounded(float(target) * (ratio[0] + (ratio[1] - ratio[0]) * d.skill()), 2)
        return [("", "plan", target), ("", "actual", first - off), ("baseline", "actual", first)]

    return draw


def trained(d):
    """Two rates of trained workers, each with its plan."""
    rows = []
    for part, plan in (("a", (54, 66)), ("b", (30, 45))):
        target = rounded(d.between(*plan), 1)
        rows += [(part, "plan", target), (part, "actual", rounded(float(target) * (0.95 + 0.07 * d.skill()), 1))]
    return rows


def indices(d):
    """Ranks in three indices, this year and the year before; five ranks up are planned."""
    rows = []
    for index in ("pci", "papi", "par"):
        before = int(d.between(14, 52))
        rows += [(index, "plan", 5), (index, "actual", before - int(-2 + 9 * d.skill()))]
        rows.append((f"{index}:previous", "actual", before))
    return rows


def reached(low, high, places, most=None):
    """An actual without a plan."""

    def draw(d):
        value = rounded(low + (high - low) * d.skill(), places)
        return [("", "actual", min(value, Decimal(most)) if most else value)]

    return draw


def counted(low, high):
    """A count that grows with skill."""
    return lambda d: [("", "actual", int(low + (high - low) * d.skill() + 0.5))]


def flaws(most, tolerance=0.45):
    """A count of things that went wrong: none above a certain skill."""
    return lambda d: [("", "actual", int(max(tolerance - d.skill(), 0) / tolerance * most + 0.6))]


def passing(least=0.06):
    """Passed, unless skill is very low."""
    return lambda d: [("", "actual", PASSED if d.skill() >= least else FAILED)]


def military(d):
    """The military region's four levels."""
    return [("", "actual", LEVELS_MILITARY[0 if (skill := d.skill()) > 0.55 else 1 if skill > 0.2 else 2])]


def yearly(d):
    """The first two of the yearly levels."""
    return [("", "actual", LEVELS_YEARLY[0 if d.skill() > 0.6 else 1])]


def dated(due, late):
    """A day before the due one; with little skill up to `late` days after it."""

    def draw(d):
        skill, day = d.skill(), date.fromisoformat(due)
        days = int(d.between(1, late + 1)) if skill < 0.3 else -int(d.between(0, 12))
        return [("", "actual", (day + timedelta(days)).isoformat())]

    return draw


def entered(maximum):
    """A mark that the bloc gave: from 75 % of the maximum, in halves."""
    return lambda d: [("", "mark:cross", rounded(int(maximum * (0.75 + 0.25 * d.skill()) * 2) / 2, 1))]


def titles(*names):
    """Few awards of the State: the highest are rarest."""
    return lambda d: [(n, "actual", int(d.skill() > 0.97 - 0.12 * i)) for i, n in enumerate(names)]
