"""Makes the workbooks that SheetsTests reads, with openpyxl and, where that refuses, by hand: usage: workbooks.py FOLDER."""
import datetime
import pathlib
import sys
import zipfile

import openpyxl

folder = pathlib.Path(sys.argv[1])
HEADING = ["案件编号", "来源标题", "立案日期", "罚款（元）"]


def book(name, rows, before=None, **settings):
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "登记表"
    for row in rows:
        sheet.append(row)
    if before:
        before(made, sheet)
    made.save(folder / f"{name}.xlsx")


def rewritten(name, base, change):
    """A copy of a workbook with parts changed or added."""
    with zipfile.ZipFile(folder / f"{base}.xlsx") as old, zipfile.ZipFile(folder / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
        parts = {part: old.read(part) for part in old.namelist()}
        for part, content in change(parts).items():
            new.writestr(part, content)


def calendar_of_1904(made, sheet):
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet["C2"] = datetime.date(2026, 10, 31)


def dated(made, sheet):
    sheet["C2"] = datetime.date(2026, 10, 31)
    sheet["C3"] = datetime.datetime(1900, 3, 1)
    sheet["C4"] = "２０２６年１０月３１日"
    sheet["C5"] = 46326
    sheet["C5"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["C6"] = 46326
    sheet["C7"] = 46326
    sheet["C7"].number_format = '0.00"年"' if False else "0.00"


book("plain", [HEADING, ["440000000000000001", "案一", "2026-10-31", 12000.5], ["A2", "案二", None, 0.1 + 0.2], [], ["A3", "案三", True, 1e15]])
book("dates", [HEADING] + [[f"D{i}", "案", None, 1] for i in range(6)], dated)
book("dates-1904", [HEADING, ["M1", "案", None, 1]], calendar_of_1904)
book("formula", [HEADING, ["F1", "案", "2026-10-31", "=SUM(1,2)"]])
book("merged", [HEADING, ["E1", "案", "2026-10-31", 1]], lambda made, sheet: sheet.merge_cells("B1:C1"))
book("title", [["南海区登记表", None, None, None], HEADING, ["T1", "案", "2026-10-31", 1]], lambda made, sheet: sheet.merge_cells("A1:D1"))
book("empty", [])
book("two-headings", [HEADING, ["案件编号", "来源标题", "（日）", "（元）"], ["H1", "案", "2026-10-31", 1]])

(folder / "renamed.xlsx").write_bytes("案件编号,来源标题\n".encode())
(folder / "old.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
with zipfile.ZipFile(folder / "other.xlsx", "w") as archive:
    archive.writestr("word/document.xml", "<a/>")

rewritten("macros", "plain", lambda parts: parts | {"xl/vbaProject.bin": b"\0"})
rewritten("external", "plain", lambda parts: parts | {"xl/externalLinks/externalLink1.xml": b"<a/>"})
bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "' + b"a" * 100 + b'"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
rewritten("entities", "plain", lambda parts: parts | {"xl/worksheets/sheet1.xml": bomb})
rewritten("broken", "plain", lambda parts: parts | {"xl/worksheets/sheet1.xml": parts["xl/worksheets/sheet1.xml"][:-40]})
rows = "".join(f'<row r="{i}"/>' for i in range(5, 1_000_001)).encode()
rewritten(
    "million", "plain",
    lambda parts: parts | {"xl/worksheets/sheet1.xml": parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", rows + b"</sheetData>")})
