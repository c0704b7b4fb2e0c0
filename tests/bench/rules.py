"""The benchmark's compact as an analyst would write it down: arrays of plans and actuals in, marks out."""

from datetime import date, timedelta

import numpy as np

FIELDS = [("I", "Kinh tế"), ("II", "Văn hóa - xã hội"), ("III", "Quốc phòng - an ninh, trật tự an toàn xã hội"),
          ("IV", "Xây dựng Đảng và hệ thống chính trị"), ("V", "Công tác thi đua, khen thưởng")]  # fmt: skip
RULES = ["proportional", "threshold", "steps", "bands", "bands", "deduction-bands", "leader-relative", "pass-fail",
         "levels", "deduct", "count", "lateness"]  # fmt: skip
MAXIMA = [20, 20, 20, 20, 20, 20, 20, 10, 15, 10, 15, 10]
LEVELS = {"Xuất sắc": 15, "Tốt": 12, "Khá": 8, "Trung bình": 4}
DUE = date(2023, 3, 10)
CODES = [f"{field}.{place}" for field, _ in FIELDS for place in range(1, len(RULES) + 1)]
# a decimal point lost in a double is not a step lost
NEAR = 1e-9


def rounded(points):
    """Two decimals, the half up."""
    return np.floor(points * 100 + 0.5 + NEAR) / 100


def day(value):
    """A day, whatever the reading library makes of it."""
    if isinstance(value, (int, float)):
        return date(1899, 12, 30) + timedelta(days=int(value))
    return value.date() if hasattr(value, "date") and callable(value.date) else value


def marks(place, plan, actual, bloc):
    """The marks of a criterion, by its place in the field; `actual` as it stands in the cells."""
    if place == 7:
        return np.array([10.0 if word == "Đạt" else 0.0 for word in actual])
    if place == 8:
        return np.array([float(LEVELS[word]) for word in actual])
    if place == 11:
        late = np.array([(day(value) - DUE).days for value in actual])
        return np.select([late <= 0, late <= 2, late <= 5], [10.0, 7.5, 5.0], 0.0)
    actual = np.array(actual, dtype=float)
    if place == 4:
        return np.select([actual >= 95, actual >= 85], [20.0, 14.0], 6.0)
    if place == 5:
        return np.select([actual <= 0, actual <= 5, actual <= 10], [20.0, 15.0, 8.0], 0.0)
    if place == 9:
        return np.maximum(0.0, 10 - 2 * actual)
    if place == 10:
        return np.minimum(15.0, 5 * actual)
    return planned(place, np.array(plan, dtype=float), actual, bloc)


def planned(place, plan, actual, bloc):
    """The marks of a criterion with a plan."""
    ratio = actual / plan
    if place in (0, 1):
        return rounded(20 * np.minimum(ratio, 1))
    if place == 2:
        steps = np.floor(np.abs(ratio - 1) / 0.01 + NEAR) * 0.5
        return np.where(actual >= plan, 18 + np.minimum(steps, 2), 18 - np.minimum(steps, 18))
    if place == 3:
        return np.select([actual >= plan, ratio >= 0.95 - NEAR, ratio >= 0.8 - NEAR], [20.0, 15.0, 10.0], 4.0)
    best = np.full(bloc.max() + 1, -np.inf)
    np.maximum.at(best, bloc, ratio)
    best = best[bloc] - 1
    over = np.divide(ratio - 1, best, out=np.zeros_like(ratio), where=best > 0)
    return rounded(np.where(actual >= plan, 12 + 8 * over, 12 * ratio))


def because(place, plan, actual, mark):
    """Why a mark is what it is, in words."""
    said = shown(mark)
    if plan is not None:
        return f"Thực hiện {shown(actual)}/kế hoạch {shown(plan)}, đạt {shown(actual / plan * 100)}%: {said} điểm"
    if place == 11:
        return f"Ngày {day(actual):%d/%m/%Y}, hạn {DUE:%d/%m/%Y}: {said} điểm"
    return f"{shown(actual) if isinstance(actual, (int, float)) else actual}, quy tắc {RULES[place]}: {said} điểm"


def shown(number):
    """A number as it is written in Vietnamese."""
    return f"{number:,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
