"""Writes thresholds.csv: what the screening must find at, just below and just above every figure.

Run in this folder: python3 thresholds.py

The figures below were typed in from the texts of the interpretations, not taken from the reference data, so that a slip
of either shows. Every alternative of every version is tried at each of its two figures, one fen or one piece below and
above. Facts that could bring in another alternative are stated, so that one alternative alone decides. The first figure
is tried with conduct that ends on the last day of the version, the second with conduct on its first day. The day of
comparison is the last day of the conduct, unless a line is about two versions.

Columns: name; facts, as `ipcase law screen` takes them; result; tier, empty where none is reached.
"""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

# First and last day of each version. The present one is tried up to a day on which it was in force.
OLD = (date(2004, 12, 22), date(2025, 4, 25))
COPIES_2004 = (date(2004, 12, 22), date(2007, 4, 4))
COPIES_2007 = (date(2007, 4, 5), date(2025, 4, 25))
OPINION = (date(2011, 1, 11), date(2025, 4, 25))
SECRETS_2004 = (date(2004, 12, 22), date(2020, 9, 13))
SECRETS_2020 = (date(2020, 9, 14), date(2025, 4, 25))
NEW = (date(2025, 4, 26), date(2026, 11, 20))
SERVICES_BEFORE = (date(2021, 3, 1), date(2025, 4, 25))
# While a unit had to reach three times the figures.
UNITS = (date(2004, 12, 22), date(2007, 4, 4))

MONEY = {
    "gains": "gains_net_yuan", "services": "services_gains_net_yuan", "turnover": "turnover_yuan",
    "sales": "sales_yuan", "unsold": "unsold_yuan", "loss": "loss_yuan",
}
NUMBERS = ("pieces", "unsold_pieces", "copies", "unsold_copies", "works", "downloads", "clicks", "members")

# Every fact that matters to an offence, at its least.
LEAST = {
    "213": dict(subject="goods", marks=1, gains=0, services=0, turnover=0),
    "214": dict(gains=0, sales=0, unsold=0),
    "215": dict(marks=1, pieces=0, unsold_pieces=0, gains=0, turnover=0, own_labels=True),
    "216": dict(patents=1, gains=0, turnover=0, loss=0),
    "217": dict(
        gains=0, turnover=0, copies=0, works=0, downloads=0, clicks=0, members=0, network=False, circumvention=False),
    "218": dict(gains=0, sales=0, unsold=0, copies=0, unsold_copies=0),
    "219": dict(gains=0, loss=0, bankrupt=False),
    "219-1": dict(gains=0, loss=0, bankrupt=False, foreign_recipient=True),
}

TWO, PATENTS = dict(marks=2), dict(patents=2)
REPEAT = dict(repeat=True)
OTHERS = dict(own_labels=False)
SERVICES = dict(subject="services")
NET, TOOLS = dict(network=True), dict(circumvention=True)

# Offence, name, version, what is measured, first figure, second figure, what else is so.
# A pair of measures is a sum: so much of the first, the rest of the second.
ALTERNATIVES = [
    # To 2025-04-25.
    ("213", "one mark", OLD, "turnover", 50_000, 250_000, {}),
    ("213", "one mark", OLD, "gains", 30_000, 150_000, {}),
    ("213", "two marks", OLD, "turnover", 30_000, 150_000, TWO),
    ("213", "two marks", OLD, "gains", 20_000, 100_000, TWO),
    ("213", "services before", SERVICES_BEFORE, "gains", 50_000, 500_000, SERVICES),
    ("213", "services before, two marks", SERVICES_BEFORE, "gains", 30_000, 300_000, SERVICES | TWO),
    ("213", "services before, repeat", SERVICES_BEFORE, "gains", 30_000, 300_000, SERVICES | REPEAT),
    ("214", "sales", OLD, "sales", 50_000, 250_000, {}),
    ("214", "unsold", OPINION, "unsold", 150_000, 250_000, {}),
    ("214", "sold and unsold", OPINION, ("sales", 30_000, "unsold"), 150_000, 250_000, {}),
    ("215", "one mark", OLD, "pieces", 20_000, 100_000, {}),
    ("215", "one mark", OLD, "turnover", 50_000, 250_000, {}),
    ("215", "one mark", OLD, "gains", 30_000, 150_000, {}),
    ("215", "two marks", OLD, "pieces", 10_000, 50_000, TWO),
    ("215", "two marks", OLD, "turnover", 30_000, 150_000, TWO),
    ("215", "two marks", OLD, "gains", 20_000, 100_000, TWO),
    ("215", "unsold", OPINION, "unsold_pieces", 60_000, None, OTHERS),
    ("215", "sold and unsold", OPINION, ("pieces", 10_000, "unsold_pieces"), 60_000, None, OTHERS),
    ("215", "unsold, two marks", OPINION, "unsold_pieces", 30_000, None, OTHERS | TWO),
    ("215", "sold and unsold, two marks", OPINION, ("pieces", 5_000, "unsold_pieces"), 30_000, None, OTHERS | TWO),
    ("216", "one patent", OLD, "turnover", 200_000, None, {}),
    ("216", "one patent", OLD, "gains", 100_000, None, {}),
    ("216", "loss", OLD, "loss", 500_000, None, {}),
    ("216", "two patents", OLD, "turnover", 100_000, None, PATENTS),
    ("216", "two patents", OLD, "gains", 50_000, None, PATENTS),
    ("217", "gains", OLD, "gains", 30_000, 150_000, {}),
    ("217", "turnover", OLD, "turnover", 50_000, 250_000, {}),
    ("217", "copies", COPIES_2004, "copies", 1_000, 5_000, {}),
    ("217", "copies", COPIES_2007, "copies", 500, 2_500, {}),
    ("217", "network", OPINION, "turnover", 50_000, 250_000, NET),
    ("217", "network", OPINION, "works", 500, 2_500, NET),
    ("217", "network", OPINION, "clicks", 50_000, 250_000, NET),
    ("217", "network", OPINION, "members", 1_000, 5_000, NET),
    ("218", "gains", OLD, "gains", 100_000, None, {}),
    ("219", "loss", SECRETS_2004, "loss", 500_000, 2_500_000, {}),
    ("219", "loss", SECRETS_2020, "loss", 300_000, 2_500_000, {}),
    ("219", "gains", SECRETS_2020, "gains", 300_000, 2_500_000, {}),
    # From 2025-04-26.
    ("213", "one mark", NEW, "gains", 30_000, 300_000, {}),
    ("213", "one mark", NEW, "turnover", 50_000, 500_000, {}),
    ("213", "two marks", NEW, "gains", 20_000, 200_000, TWO),
    ("213", "two marks", NEW, "turnover", 30_000, 300_000, TWO),
    ("213", "repeat", NEW, "gains", 20_000, 200_000, REPEAT),
    ("213", "repeat", NEW, "turnover", 30_000, 300_000, REPEAT),
    ("213", "services", NEW, "gains", 50_000, 500_000, SERVICES),
    ("213", "services, two marks", NEW, "gains", 30_000, 300_000, SERVICES | TWO),
    ("213", "services, repeat", NEW, "gains", 30_000, 300_000, SERVICES | REPEAT),
    ("213", "goods and services", NEW, ("gains", 15_000, "services"), 50_000, 500_000, {}),
    ("213", "goods and services, two marks", NEW, ("gains", 10_000, "services"), 30_000, 300_000, TWO),
    ("213", "goods and services, repeat", NEW, ("gains", 10_000, "services"), 30_000, 300_000, REPEAT),
    ("214", "gains", NEW, "gains", 30_000, 300_000, {}),
    ("214", "sales", NEW, "sales", 50_000, 500_000, {}),
    ("214", "repeat", NEW, "gains", 20_000, 200_000, REPEAT),
    ("214", "repeat", NEW, "sales", 30_000, 300_000, REPEAT),
    ("214", "unsold", NEW, "unsold", 150_000, 1_500_000, {}),
    ("214", "unsold, repeat", NEW, "unsold", 90_000, 900_000, REPEAT),
    ("214", "sold and unsold", NEW, ("sales", 35_000, "unsold"), 150_000, 1_500_000, {}),
    ("214", "sold and unsold, repeat", NEW, ("sales", 20_000, "unsold"), 90_000, 900_000, REPEAT),
    ("215", "one mark", NEW, "pieces", 10_000, 50_000, {}),
    ("215", "one mark", NEW, "gains", 20_000, 100_000, {}),
    ("215", "one mark", NEW, "turnover", 30_000, 150_000, {}),
    ("215", "two marks", NEW, "pieces", 5_000, 25_000, TWO),
    ("215", "two marks", NEW, "gains", 10_000, 50_000, TWO),
    ("215", "two marks", NEW, "turnover", 20_000, 100_000, TWO),
    ("215", "repeat", NEW, "pieces", 5_000, 25_000, REPEAT),
    ("215", "repeat", NEW, "gains", 10_000, 50_000, REPEAT),
    ("215", "repeat", NEW, "turnover", 20_000, 100_000, REPEAT),
    ("215", "unsold", NEW, "unsold_pieces", 30_000, 150_000, OTHERS),
    ("215", "unsold, two marks", NEW, "unsold_pieces", 15_000, 75_000, OTHERS | TWO),
    ("215", "unsold, repeat", NEW, "unsold_pieces", 15_000, 75_000, OTHERS | REPEAT),
    ("215", "sold and unsold", NEW, ("pieces", 7_000, "unsold_pieces"), 30_000, 150_000, OTHERS),
    ("215", "sold and unsold, two marks", NEW, ("pieces", 3_500, "unsold_pieces"), 15_000, 75_000, OTHERS | TWO),
    ("215", "sold and unsold, repeat", NEW, ("pieces", 3_500, "unsold_pieces"), 15_000, 75_000, OTHERS | REPEAT),
    ("216", "one patent", NEW, "gains", 100_000, None, {}),
    ("216", "one patent", NEW, "turnover", 200_000, None, {}),
    ("216", "loss", NEW, "loss", 300_000, None, {}),
    ("216", "two patents", NEW, "gains", 50_000, None, PATENTS),
    ("216", "two patents", NEW, "turnover", 100_000, None, PATENTS),
    ("216", "repeat", NEW, "gains", 50_000, None, REPEAT),
    ("216", "repeat", NEW, "turnover", 100_000, None, REPEAT),
    ("217", "gains", NEW, "gains", 30_000, 300_000, {}),
    ("217", "turnover", NEW, "turnover", 50_000, 500_000, {}),
    ("217", "repeat", NEW, "gains", 20_000, 200_000, REPEAT),
    ("217", "repeat", NEW, "turnover", 30_000, 300_000, REPEAT),
    ("217", "copies", NEW, "copies", 500, 5_000, {}),
    ("217", "network", NEW, "works", 500, 5_000, NET),
    ("217", "network", NEW, "downloads", 10_000, 100_000, NET),
    ("217", "network", NEW, "clicks", 100_000, 1_000_000, NET),
    ("217", "network", NEW, "members", 1_000, 10_000, NET),
    ("217", "circumvention", NEW, "gains", 30_000, 300_000, TOOLS),
    ("217", "circumvention", NEW, "turnover", 50_000, 500_000, TOOLS),
    ("217", "circumvention, repeat", NEW, "gains", 20_000, 200_000, TOOLS | REPEAT),
    ("217", "circumvention, repeat", NEW, "turnover", 30_000, 300_000, TOOLS | REPEAT),
    ("218", "gains", NEW, "gains", 50_000, None, {}),
    ("218", "sales", NEW, "sales", 100_000, None, {}),
    ("218", "repeat", NEW, "gains", 30_000, None, REPEAT),
    ("218", "repeat", NEW, "sales", 50_000, None, REPEAT),
    ("218", "copies", NEW, "copies", 1_000, None, {}),
    ("218", "unsold", NEW, "unsold", 300_000, None, {}),
    ("218", "unsold, repeat", NEW, "unsold", 150_000, None, REPEAT),
    ("218", "unsold", NEW, "unsold_copies", 3_000, None, {}),
    ("218", "sold and unsold", NEW, ("sales", 70_000, "unsold"), 300_000, None, {}),
    ("218", "sold and unsold, repeat", NEW, ("sales", 35_000, "unsold"), 150_000, None, REPEAT),
    ("218", "sold and unsold", NEW, ("copies", 700, "unsold_copies"), 3_000, None, {}),
    ("219", "loss", NEW, "loss", 300_000, 3_000_000, {}),
    ("219", "gains", NEW, "gains", 300_000, 3_000_000, {}),
    ("219", "repeat", NEW, "loss", 100_000, 1_000_000, REPEAT),
    ("219", "repeat", NEW, "gains", 100_000, 1_000_000, REPEAT),
    # No amount is needed for the first tier; what is the first figure elsewhere opens the second.
    ("219-1", "loss", NEW, "loss", None, 300_000, {}),
    ("219-1", "gains", NEW, "gains", None, 300_000, {}),
    ("219-1", "repeat", NEW, "loss", None, 100_000, REPEAT),
    ("219-1", "repeat", NEW, "gains", None, 100_000, REPEAT),
]


def facts(offence, first, last, changes, as_of=None, sanctions=None, only=None):
    """The JSON of facts; amounts of `changes` are in fen, numbers as they are."""
    known = (LEAST[offence] if only is None else {}) | dict(changes)
    if known.pop("repeat", False):
        sanctions = [(first - timedelta(days=365), offence)]
    if sanctions is None and only is None:
        sanctions = []
    stated = {"offence": offence, "conduct_from": str(first), "conduct_to": str(last), "as_of": str(as_of or last)}
    for name, value in known.items():
        stated[MONEY.get(name, name)] = f"{value // 100}.{value % 100:02}" if name in MONEY else value
    if only is None:
        stated.setdefault("unit", False)
    if sanctions is not None:
        stated["prior_sanctions"] = [{"date": str(day), "offence": other} for day, other in sanctions]
    return json.dumps(stated, separators=(",", ":"))


def around(offence, name, version, measure, figures, changes, days):
    """Lines just below, at and just above each figure. `figures` are in yuan or pieces."""
    moved = measure if isinstance(measure, str) else measure[2]
    scale = 100 if moved in MONEY else 1
    held = {} if isinstance(measure, str) else {measure[0]: measure[1] * scale}
    label = measure if isinstance(measure, str) else f"{measure[0]}+{measure[2]}"
    for tier, figure in zip((1, 2), figures):
        if figure is None:
            continue
        first, last = days[tier]
        reached = ("met", str(tier))
        short = ("near", "") if tier == 1 else ("met", "1")
        for step, (result, reached_tier) in ((-1, short), (0, reached), (1, reached)):
            value = figure * scale + step - sum(held.values())
            sign = {-1: "below", 0: "at", 1: "above"}[step]
            yield (
                f"{offence} {version[0].year} {name}, {label}: {sign} {figure}",
                facts(offence, first, last, changes | held | {moved: value}), result, reached_tier)


def alternatives():
    for offence, name, version, measure, one, two, changes in ALTERNATIVES:
        first, last = version
        days = {1: (last - timedelta(days=30), last), 2: (first, first)}
        yield from around(offence, name, version, measure, (one, two), changes, days)
        # Units: three times the figures of 2004 while that was the law, the same figures since.
        if first == UNITS[0]:
            days = {1: (UNITS[1] - timedelta(days=30), UNITS[1]), 2: (first, first)}
            tripled = (one and one * 3, two and two * 3)
            yield from around(offence, f"{name}, unit", version, measure, tripled, changes | {"unit": True}, days)
        if last > UNITS[1]:
            day = max(first, UNITS[1] + timedelta(days=1))
            days = {1: (day, day), 2: (last, last)}
            at = around(offence, f"{name}, unit", version, measure, (one, two), changes | {"unit": True}, days)
            yield from (line for line in at if ": at " in line[0])


MAY = (date(2025, 5, 1), date(2025, 5, 31))
OF_2024 = (date(2024, 6, 1), date(2024, 6, 30))
OF_2015 = (date(2015, 6, 1), date(2015, 6, 30))
TODAY = date(2026, 11, 20)


def day(text):
    return date.fromisoformat(text)


def others():
    """Lines that are not about one figure."""

    def line(name, result, tier, offence, span, changes, **more):
        return f"{offence} {name}", facts(offence, *span, changes, **more), result, tier

    # Four fifths of a figure, in fen or pieces.
    yield line("sales: 79.99 % of 50000", "not_met", "", "214", MAY, {"sales": 3_999_500})
    yield line("sales: a fen short of 80 % of 50000", "not_met", "", "214", MAY, {"sales": 3_999_999})
    yield line("sales: 80 % of 50000", "near", "", "214", MAY, {"sales": 4_000_000})
    yield line("pieces: 79.99 % of 10000", "not_met", "", "215", MAY, {"pieces": 7_999})
    yield line("pieces: 80 % of 10000", "near", "", "215", MAY, {"pieces": 8_000})
    yield line("loss: 79.99 % of 300000", "not_met", "", "219", MAY, {"loss": 23_997_000})
    yield line("loss: a fen short of 80 % of 300000", "not_met", "", "219", MAY, {"loss": 23_999_999})
    yield line("loss: 80 % of 300000", "near", "", "219", MAY, {"loss": 24_000_000})

    # Two items, each half reached; one amount is not two items.
    new, old = MAY, OF_2015
    half = {"turnover": 2_500_000, "copies": 250}
    yield line("half of turnover and copies", "met", "1", "217", new, half)
    yield line("half of turnover, a copy short", "not_met", "", "217", new, half | {"copies": 249})
    yield line("half of copies, a fen short", "not_met", "", "217", new, half | {"turnover": 2_499_999})
    yield line("half of one item alone", "not_met", "", "217", new, {"turnover": 2_500_000})
    yield line("half of copies and works", "met", "1", "217", new, NET | {"copies": 250, "works": 250})
    yield line("half of copies and downloads", "met", "1", "217", new, NET | {"copies": 250, "downloads": 5_000})
    yield line("half of copies and clicks", "met", "1", "217", new, NET | {"copies": 250, "clicks": 50_000})
    yield line("half of copies and members", "met", "1", "217", new, NET | {"copies": 250, "members": 500})
    yield line("half of works and clicks, one item", "not_met", "", "217", new, NET | {"works": 250, "clicks": 50_000})
    yield line("half of repeat gains and copies", "met", "1", "217", new, REPEAT | {"gains": 1_000_000, "copies": 250})
    yield line("half of gains and copies, no repeat", "not_met", "", "217", new, {"gains": 1_500_000, "copies": 250})
    yield line(
        "half of two items by one turnover, repeat", "near", "", "217", new, REPEAT | {"turnover": 2_500_000})
    yield line("half of each tenfold", "met", "2", "217", new, {"turnover": 25_000_000, "copies": 2_500})
    yield line("half of each tenfold, a fen short", "met", "1", "217", new, {"turnover": 24_999_999, "copies": 2_500})
    yield line("half of each tenfold, a copy short", "met", "1", "217", new, {"turnover": 25_000_000, "copies": 2_499})
    yield line("2011 half of works and clicks", "met", "1", "217", old, NET | {"works": 250, "clicks": 25_000})
    yield line("2011 half, a work short", "not_met", "", "217", old, NET | {"works": 249, "clicks": 25_000})
    yield line("2011 half, a click short", "not_met", "", "217", old, NET | {"works": 250, "clicks": 24_999})
    yield line(
        "2011 half of members and turnover", "met", "1", "217", old, NET | {"members": 500, "turnover": 2_500_000})
    yield line("2011 half of copies, no item", "not_met", "", "217", old, NET | {"copies": 250, "works": 250})
    yield line("2011 half fivefold", "met", "2", "217", old, NET | {"works": 1_250, "clicks": 125_000})
    yield line("2011 half fivefold, a click short", "met", "1", "217", old, NET | {"works": 1_250, "clicks": 124_999})
    yield line("2011 downloads are no metric", "not_met", "", "217", old, NET | {"downloads": 1_000_000})

    # No amount.
    yield line("bankrupt 2020", "met", "1", "219", OF_2024, {"bankrupt": True})
    yield line("bankrupt 2025", "met", "2", "219", MAY, {"bankrupt": True})
    yield line("bankrupt before 2020-09-14", "not_met", "", "219", OF_2015, {"bankrupt": True})
    yield line("no amount", "met", "1", "219-1", MAY, {})
    yield line("no amount 2024", "met", "1", "219-1", OF_2024, {})
    yield line("bankrupt", "met", "2", "219-1", MAY, {"bankrupt": True})
    yield line("nobody abroad", "not_met", "", "219-1", MAY, {"foreign_recipient": False, "loss": 99_000_000})

    # What does not count.
    many = 1_000_000_000
    yield line("services know no turnover", "not_met", "", "213", MAY, SERVICES | {"turnover": many})
    yield line("services before 2021-03-01", "not_met", "", "213", (day("2021-02-01"), day("2021-02-28")),
               SERVICES | {"gains": many})
    yield line("gains are no metric before 2025-04-26", "not_met", "", "214", OF_2024, {"gains": many})
    yield line("unsold before the opinion of 2011", "not_met", "", "214", (day("2011-01-10"), day("2011-01-10")),
               {"unsold": many})
    yield line("own labels unsold", "not_met", "", "215", MAY, {"unsold_pieces": 1_000_000})
    yield line("sales are no metric before 2025-04-26", "not_met", "", "218", OF_2024,
               {"sales": many, "copies": 99_999})
    yield line("gains are no metric before 2020-09-14", "not_met", "", "219", OF_2015, {"gains": many})
    yield line("repeat is no alternative before 2025-04-26", "not_met", "", "214", OF_2024,
               REPEAT | {"sales": 3_000_000})

    # Sold and unsold are added only while what was sold stays below its own figure.
    yield line("sold below its figure, tenfold", "met", "2", "214", MAY, {"sales": 4_999_999, "unsold": 145_000_001})
    yield line("sold at its figure, tenfold", "met", "1", "214", MAY, {"sales": 5_000_000, "unsold": 145_000_000})
    yield line("2011 sold below its figure", "met", "2", "214", OF_2015, {"sales": 4_999_999, "unsold": 20_000_001})
    yield line("2011 sold at its figure", "met", "1", "214", OF_2015, {"sales": 5_000_000, "unsold": 20_000_000})
    yield line("sold below its figure, fivefold", "met", "2", "215", MAY,
               OTHERS | {"pieces": 9_999, "unsold_pieces": 140_001})
    yield line("sold at its figure, fivefold", "met", "1", "215", MAY,
               OTHERS | {"pieces": 10_000, "unsold_pieces": 140_000})

    # Repeated within two years after a sanction for an offence of the group.
    for name, result, tier, first, last, sanction, other in [
        ("two years to the day", "met", "1", "2026-06-30", "2026-06-30", "2024-06-30", "214"),
        ("two years and a day", "not_met", "", "2026-07-01", "2026-07-01", "2024-06-30", "214"),
        ("two years from the 29th of February", "met", "1", "2026-02-28", "2026-02-28", "2024-02-29", "214"),
        ("two years from the 29th of February and a day", "not_met", "", "2026-03-01", "2026-03-01", "2024-02-29",
         "214"),
        ("conduct reaches beyond two years", "met", "1", "2026-06-30", "2026-09-30", "2024-06-30", "214"),
        ("sanction within the conduct", "met", "1", "2026-01-01", "2026-06-30", "2026-06-29", "214"),
        ("sanction on the last day", "not_met", "", "2026-01-01", "2026-06-30", "2026-06-30", "214"),
        ("sanction after the conduct", "not_met", "", "2026-01-01", "2026-06-30", "2026-07-01", "214"),
        ("for 213", "met", "1", "2026-01-01", "2026-01-31", "2025-06-30", "213"),
        ("for 215", "met", "1", "2026-01-01", "2026-01-31", "2025-06-30", "215"),
        ("for 216, another group", "not_met", "", "2026-01-01", "2026-01-31", "2025-06-30", "216"),
    ]:
        yield line(f"repeat, {name}", result, tier, "214", (day(first), day(last)), {"sales": 3_000_000},
                   sanctions=[(day(sanction), other)])
    for offence, group, stranger, changes in [
        ("216", ["216"], "217", {"gains": 5_000_000}), ("217", ["217", "218"], "219", {"gains": 2_000_000}),
        ("218", ["217", "218"], "213", {"gains": 3_000_000}), ("219", ["219", "219-1"], "216", {"loss": 10_000_000}),
    ]:
        for other in group:
            yield line(f"repeat, for {other}", "met", "1", offence, MAY, changes,
                       sanctions=[(day("2024-06-30"), other)])
        yield line(f"repeat, for {stranger}, another group", "not_met", "", offence, MAY, changes,
                   sanctions=[(day("2024-06-30"), stranger)])

    # Two versions: the law of the conduct, unless the later one is milder.
    for name, result, tier, offence, span, changes in [
        ("later figure lower", "not_met", "", "215", OF_2024, {"gains": 2_200_000}),
        ("later figure lower", "not_met", "", "216", OF_2024, {"loss": 35_000_000}),
        ("later alternative", "not_met", "", "218", OF_2024, {"sales": 20_000_000}),
        ("later alternative", "not_met", "", "219", OF_2015, {"gains": 50_000_000}),
        ("later figure higher", "not_met", "", "217", OF_2024, NET | {"clicks": 60_000}),
        ("later figure higher, nearly reached", "near", "", "217", OF_2024, NET | {"clicks": 80_000}),
        ("later second figure higher", "met", "1", "213", OF_2024, {"turnover": 30_000_000}),
        ("later second figure higher", "met", "1", "214", OF_2024, {"sales": 25_000_000}),
        ("later second figure higher, unsold", "met", "1", "214", OF_2024, {"unsold": 25_000_000}),
        ("later second figure higher", "met", "1", "217", OF_2024, {"copies": 2_500}),
        ("later second figure higher", "met", "1", "219", OF_2024, {"loss": 260_000_000}),
        ("same in both", "met", "1", "214", OF_2024, {"sales": 5_000_000}),
        ("bankruptcy now graver", "met", "1", "219", OF_2024, {"bankrupt": True}),
        ("services had no figure", "met", "1", "213", OF_2024, SERVICES | {"gains": 5_000_000}),
        ("services were no offence", "not_met", "", "213", OF_2015, SERVICES | {"gains": 5_000_000}),
        ("was no offence", "not_met", "", "219-1", OF_2015, {}),
        ("conduct ends under the later", "met", "1", "215", (day("2025-01-01"), day("2025-05-31")),
         {"gains": 2_200_000}),
        ("conduct ends under the earlier", "not_met", "", "215", (day("2024-01-01"), day("2025-04-25")),
         {"gains": 2_200_000}),
        ("tripled for a unit then", "not_met", "", "214", (day("2006-01-01"), day("2006-12-31")),
         {"sales": 9_000_000, "unit": True}),
    ]:
        yield line(f"two versions, {name}", result, tier, offence, span, changes, as_of=TODAY)

    # Too little is known.
    for offence in LEAST:
        yield line("nothing known", "unknown", "", offence, MAY, {}, only=())
    for name, offence, changes, result in [
        ("marks", "213", {"subject": "goods", "gains": 2_000_000, "turnover": 0}, "unknown"),
        ("marks, but nearly one", "213", {"subject": "goods", "gains": 2_400_000, "turnover": 0}, "near"),
        ("sanctions", "214", {"gains": 0, "sales": 3_000_000, "unsold": 0}, "unknown"),
        ("sanctions, too low even so", "214", {"gains": 0, "sales": 2_300_000, "unsold": 0}, "not_met"),
        ("whose labels", "215", {"marks": 1, "pieces": 0, "unsold_pieces": 30_000}, "unknown"),
        ("patents", "216", {"gains": 5_000_000, "turnover": 0, "loss": 0}, "unknown"),
        ("who received it", "219-1", {"loss": 30_000_000}, "unknown"),
    ]:
        yield line(f"unknown: {name}", result, "", offence, MAY, changes, only=())


lines = [*alternatives(), *others()]
assert len({name for name, *_ in lines}) == len(lines), "a name twice"
with open(Path(__file__).with_name("thresholds.csv"), "w", encoding="utf-8", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["name", "facts", "result", "tier"])
    table.writerows(lines)
