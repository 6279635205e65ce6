"""Prints working-days.csv, the table that the calendar of working days is compared with.

How to run, outside the checkout:

    python3 -m venv venv
    venv/bin/pip install chinesecalendar==1.11.0 lunar_python==1.4.8
    venv/bin/python working-days.py > working-days.csv

One line for each start day of 2022 through 2026: the day, then one base-36 digit for each length of time from 1 through
90 working days: how many calendar days its last day lies after the last day of the length before. Length 0 ends on the
start day, which is not counted. A line stops where a last day would lie after 2026.

Both packages carry the yearly notices on holidays and make-up workdays, each in a table of its own. The script reads
nothing else, and stops if they disagree about a single day or if a year has not the working days that the notices give.
"""

import sys
from datetime import date, timedelta

import chinese_calendar
from lunar_python.util import HolidayUtil

FIRST, LAST = date(2022, 1, 1), date(2026, 12, 31)
LONGEST = 90
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Counted apart from the packages, from the holidays and make-up workdays that the notices name.
WORKING_DAYS = {2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


def is_working(day):
    listed = HolidayUtil.getHoliday(day.isoformat())
    second = listed.isWork() if listed else day.isoweekday() <= 5
    if chinese_calendar.is_workday(day) != second:
        sys.exit(f"the packages disagree about {day}")
    return second


def main():
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    working = [is_working(day) for day in days]
    for year, expected in WORKING_DAYS.items():
        count = sum(1 for day, works in zip(days, working) if works and day.year == year)
        if count != expected:
            sys.exit(f"{year} has {count} working days, not {expected}")
    print("day,offsets")
    for start, day in enumerate(days):
        offsets, before = "", start
        for index in range(start + 1, len(days)):
            if len(offsets) == LONGEST:
                break
            if working[index]:
                offsets += DIGITS[index - before]
                before = index
        print(f"{day},{offsets}")


main()
