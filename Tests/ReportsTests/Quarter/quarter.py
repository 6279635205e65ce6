"""Counts the forty cases of quarter.txt by the definitions of the indicators, for every cell of every form.

Shares nothing with the program: what is counted, in which row and when, is written down here anew from the forms.
Usage: quarter.py < quarter.txt > expected.csv
"""
import csv, sys
from decimal import Decimal

files, actions, markets = [], [], []
for line in sys.stdin:
    line = line.rstrip("\n")
    if not line or line.startswith("#"):
        continue
    if line.startswith("action "):
        actions.append([c.strip() for c in line[7:].split("|")])
    elif line.startswith("market "):
        markets.append([c.strip() for c in line[7:].split("|")])
    elif line.startswith("  "):
        kind, acts = line.strip().split(": ", 1)
        steps = []
        for text in acts.split("; "):
            words = text.split()
            act, milestone = words[0].split("/")
            agency = next((w[1:] for w in words if w.startswith("@")), files[-1]["agency"])
            facts = dict(w.split("=") for w in words[2:] if "=" in w)
            steps.append({"act": act, "milestone": milestone, "day": words[1], "agency": agency, "facts": facts})
        files[-1]["proceedings"].append((kind, steps))
    else:
        number, agency, right, matter, town, marks, value, persons = [c.strip() for c in line.split("|")]
        files.append({"agency": agency, "right": right, "matter": matter, "town": town, "marks": marks.split(),
                      "value": Decimal(value) if value else None, "persons": int(persons), "proceedings": []})


def category(kind, f):
    right, matter = f["right"], f["matter"]
    if kind == "customs":
        return "customs"
    if matter == "unfair-competition":
        return "unfair-competition"
    if right == "trademark":
        return {"agency": "trademark-agency", "other": "trademark-other", "counterfeit": "trademark-other"}.get(
            matter, "trademark-infringement")
    if right == "patent":
        if kind == "adjudication":
            return "patent-adjudication"
        if kind in ("mediation", "confirmation"):
            return "patent-mediation"
        if matter == "agency":
            return "patent-agency"
        if matter == "counterfeit" or (not matter and kind in ("penalty", "summary")):
            return "patent-counterfeit"
        return "patent-other"
    return {"special_mark": "marks", "olympic_mark": "marks"}.get(right, right.replace("_", "-"))


lines = []  # indicator, day, agency, category, town, marks, amount


def count(indicator, step, kind, f, amount):
    # A day known to the month counts in that month; one known to the year in none.
    if len(step["day"]) >= 7 and amount:
        lines.append((indicator, step["day"][:7], step["agency"], category(kind, f), f["town"], f["marks"], amount))


ONCE = [  # indicator, kinds, what is looked for: a milestone, or acts
    ("leads", None, "lead"), ("filed", None, "filed"), ("not-filed", None, "not-filed"), ("decided", None, "decided"),
    ("closed", None, "closed"), ("detained", ["customs"], "detained"), ("referred", ["referral"], "referred"),
    ("police-received", ["referral"], "received"), ("police-filed", ["referral"], "police-filed"),
    ("police-not-filed", ["referral"], "police-not-filed"), ("refiled", ["referral"], ["overturn"]),
    ("arrested", ["arrest"], "arrested"), ("prosecuted", ["prosecution"], "prosecuted"),
    ("judged", ["criminal-trial"], "judged"), ("adjudication-accepted", ["adjudication"], "accepted"),
    ("adjudication-closed", ["adjudication"], ["decide", "decide-directly", "mediate", "withdraw"]),
    ("mediation-accepted", ["mediation"], "accepted"), ("mediated", ["mediation"], "agreed"),
    ("confirmed", ["confirmation"], "confirmed"), ("supervised", ["filing-supervision"], ["accept"]),
    ("reverse-received", ["opinion"], ["deliver"]), ("reverse-closed", ["opinion"], ["reply"]),
    ("published", ["publicity"], ["publish"]), ("listed", ["listing"], "listed"), ("repaired", ["repair"], "repaired"),
    ("investigated", ["criminal"], ["file"]), ("transferred", ["criminal"], ["transfer"]),
    ("trials", ["criminal-trial"], "accepted"),
]
for f in files:
    for kind, steps in f["proceedings"]:
        for indicator, kinds, what in ONCE:
            hits = [s for s in steps if (s["milestone"] == what if isinstance(what, str) else s["act"] in what)]
            if hits and (kinds is None or kind in kinds):
                count(indicator, hits[0], kind, f, 1)
        for position, s in enumerate(steps):
            facts, act = s["facts"], s["act"]
            suspects = next((int(p["facts"]["persons"]) for p in reversed(steps[:position + 1]) if "persons" in p["facts"]), 0)
            if s["milestone"] == "filed":
                count("value", s, kind, f, f["value"] or 0)
            if s["milestone"] == "decided":
                fine, gains = Decimal(facts.get("fine", 0)), Decimal(facts.get("confiscated", 0))
                count("fines", s, kind, f, fine)
                count("confiscated", s, kind, f, gains)
                count("penalties", s, kind, f, fine + gains)
            if kind == "penalty" and act == "close":
                count("recovered", s, kind, f, Decimal(facts.get("recovered", 0)))
            if kind == "measure" and act == "impose":
                count("seized-value", s, kind, f, Decimal(facts.get("seizedValue", 0)))
                count("seized-items", s, kind, f, int(facts.get("seizedItems", 0)))
                count("dens", s, kind, f, int(facts.get("dens", 0)))
            if kind == "referral" and s["milestone"] == "referred":
                count("referred-persons", s, kind, f, f["persons"])
            if kind == "criminal" and act == "coerce":
                count("coerced", s, kind, f, 1)
                if facts["coerciveMeasure"] == "detention":
                    count("detained-persons", s, kind, f, 1)
            if kind == "criminal" and act == "transfer":
                count("transferred-persons", s, kind, f, suspects)
                count("criminal-value", s, kind, f, Decimal(facts.get("caseValue", 0)))
            if s["milestone"] == "arrested":
                count("arrested-persons", s, kind, f, suspects)
            if s["milestone"] == "prosecuted":
                count("prosecuted-persons", s, kind, f, suspects)
            if s["milestone"] == "judged":
                count("judged-persons", s, kind, f, suspects)
            if kind == "criminal-trial" and act in ("take-effect", "finish"):
                count("effective-persons", s, kind, f, suspects)
for agency, day, town, officers, at_market in actions:
    for indicator, amount in (("actions", 1), ("action-officers", int(officers))):
        lines.append((indicator, day[:7], agency, None, town, [], amount))
    if at_market == "yes":
        for indicator, amount in (("market-actions", 1), ("market-officers", int(officers))):
            lines.append((indicator, day[:7], agency, None, town, [], amount))

DISTRICT = ("leads filed closed value fines confiscated penalties seized-value seized-items dens detained referred "
            "referred-persons police-filed police-not-filed refiled arrested arrested-persons prosecuted prosecuted-persons "
            "judged judged-persons adjudication-accepted adjudication-closed mediated confirmed supervised reverse-received "
            "reverse-closed published repaired").split()
CATEGORIES = ("trademark-infringement trademark-other trademark-agency gi marks patent-adjudication patent-mediation "
              "patent-counterfeit patent-agency patent-other copyright trade-secret unfair-competition plant-variety "
              "layout-design customs").split()
TOWNS = "GC JJ XQ DZ SS DL LS".split() + [""]
MARKS = "foreign foreign-invested rural repeat ecommerce exhibition market".split()
SAMR = "trademark-infringement gi marks trademark-agency trademark-other patent-counterfeit patent-agency patent-other".split()
UNITS = "IPB CUL AGR CUS PSB PRO COU TWN-DL TWN-LS TWN-GC".split()
MONTH, QUARTER = ["2026-09"], ["2026-07", "2026-08", "2026-09"]
FORMS = [
    ("district-monthly", "by-category", MONTH, "category", CATEGORIES, DISTRICT),
    ("district-monthly", "by-agency", MONTH, "agency", UNITS, DISTRICT),
    ("district-monthly", "by-town", MONTH, "town", TOWNS, DISTRICT),
    ("district-monthly", "by-flag", MONTH, "flag", MARKS, DISTRICT),
    ("samr-quarterly", "actions", QUARTER, "agency", UNITS,
     "actions action-officers market-actions market-officers key-markets".split()),
    ("samr-quarterly", "cases", QUARTER, "category", SAMR,
     ("filed closed value penalties recovered referred filed@ecommerce filed@market filed@rural filed@foreign-invested "
      "recovered@foreign-invested").split()),
    ("double-strike", "administrative", MONTH, "agency", UNITS,
     "filed closed value penalties dens seized-value seized-items referred".split()),
    ("double-strike", "criminal", MONTH, "total", [""],
     ("police-received police-filed investigated coerced detained-persons transferred transferred-persons criminal-value "
      "arrested arrested-persons prosecuted prosecuted-persons trials judged judged-persons effective-persons").split()),
    ("referral-board", "funnel", MONTH, "agency", UNITS,
     ("referred referred-persons police-received police-filed police-not-filed refiled supervised reverse-received "
      "reverse-closed").split()),
    ("referral-board", "categories", MONTH, "category", CATEGORIES,
     "referred police-received police-filed arrested prosecuted judged".split()),
    ("credit-monthly", "credit", MONTH, "agency", UNITS, "decided published listed repaired".split()),
    ("credit-monthly", "categories", MONTH, "category", CATEGORIES, "decided published listed repaired".split()),
]


def stock(agency, end):
    return sum((m[0] == agency or agency is None) and m[2][:7] <= end and not (m[3] and m[3][:7] <= end) for m in markets)


def amount(column, months, rows, keys):
    indicator, _, mark = column.partition("@")
    total = 0
    for code, month, agency, cat, town, marks, value in lines:
        hit = {"category": cat in keys, "agency": agency in keys, "town": town in keys,
               "flag": bool(set(marks) & set(keys)), "total": True}[rows]
        if code == indicator and month in months and hit and (not mark or mark in marks):
            total += value
    return total


def months(year, until):
    return [f"{year}-{m:02}" for m in range(1, until + 1)]


MONEY = {"value", "fines", "confiscated", "penalties", "seized-value", "recovered", "criminal-value"}
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["form", "table", "row", "column", "period", "periodBefore", "year", "yearBefore"])
for form, table, period, rows, keys, columns in FORMS:
    before = [m.replace("2026", "2025") for m in period]
    spans = [period, before, months(2026, 9), months(2025, 9)]
    for key in keys:
        for column in columns:
            if column == "key-markets":
                cells = [stock(key, s[-1]) for s in spans]
            else:
                cells = [amount(column, s, rows, [key]) for s in spans]
            if column.partition("@")[0] in MONEY:
                cells = [int(c * 100) for c in cells]
            if any(cells):
                out.writerow([form, table, key, column] + cells)
