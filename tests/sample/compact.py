"""scoring.toml in; what forms and registers print of it out: names, units, maxima and the rows each rule needs."""

import tomllib
from dataclasses import dataclass, field

import store
from words import BASELINE, YEAR_BEFORE

BOTH, ACTUAL, NEITHER = ("plan", "actual"), ("actual",), ()
OWN = {
    "proportional": BOTH, "threshold": BOTH, "steps": BOTH, "deduction-bands": ACTUAL, "pass-fail": ACTUAL,
    "levels": ACTUAL, "deduct": ACTUAL, "count": ACTUAL, "checklist": ACTUAL, "lateness": ACTUAL, "balance": ACTUAL,
    "entered": NEITHER, "titles-held": NEITHER, "compound": NEITHER,
}  # fmt: skip


@dataclass
class Row:
    """One row of a form: the criterion's own, or a further input below it."""

    suffix: str
    label: str
    columns: tuple


@dataclass
class Criterion:
    """A criterion as a form prints it."""

    id: str
    field: str
    name: str
    alias: str
    unit: str
    maximum: float
    entered: bool
    rows: list = field(default_factory=list)


@dataclass
class Bloc:
    """A bloc with its compact's fields and criteria."""

    id: str
    name: str
    kind: str
    members: list
    fields: list
    criteria: list
    scale: float
    year: int
    notice: str


def rows_of(written):
    """The input rows of a criterion, its own first."""
    rule, params = written["rule"], written.get("params", {})
    own = (ACTUAL if params["on"] == "actual" else BOTH) if rule == "bands" else OWN[rule]
    rows = [Row("", "", own)]
    for part in params.get("parts", ()):
        rows.append(Row(part["id"], part["name"], BOTH))
        if part["rule"] == "rank-change":
            rows.append(Row(f"{part['id']}:previous", YEAR_BEFORE.format(part["name"]), ACTUAL))
    rows += [Row(title["id"], title["name"], ACTUAL) for title in params.get("titles", ())]
    if "measure" in written:
        rows.append(Row("baseline", BASELINE, ACTUAL))
    return rows


def criterion(written):
    """A criterion of scoring.toml."""
    name = written["name"]
    alias = written.get("aliases", [name])[0]
    entered = written["rule"] == "entered"
    return Criterion(written["id"], written["field"], name, alias, written["unit"], written["maximum"], entered,
                     rows_of(written))  # fmt: skip


def blocs():
    """Every bloc by its id."""
    with open(store.ROOT / "scoring.toml", "rb") as file:
        scoring = tomllib.load(file)
    compacts = {compact["id"]: compact for compact in scoring["compact"]}
    found = {}
    for bloc in scoring["bloc"]:
        compact = compacts[bloc["compact"]]
        members = [member["name"] for member in bloc["member"]]
        criteria = [criterion(written) for written in compact["criterion"]]
        found[bloc["id"]] = Bloc(bloc["id"], bloc["name"], bloc["kind"], members, compact["field"], criteria,
                                 compact["scale"], scoring["year"], scoring["notice"])  # fmt: skip
    return found
