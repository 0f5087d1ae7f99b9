#!/usr/bin/env python3
"""Holds JUnit and checkstyle reports on the samples and the cases of the corpus against their schemas, with a
reader that shares no code with the program: schemas.py PROGRAM. The JSON forms are held against theirs in crates/formats/tests."""

import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT.parent / "shared" / "corpus" / "cases"
SCHEMAS = {"junit": "junit-10.xsd", "checkstyle": "checkstyle.xsd"}


def main() -> int:
    program = Path(sys.argv[1]).resolve()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / "hỏng.docx"
        broken.write_bytes(b"PK")
        runs = [["samples", str(broken)], [str(Path(folder) / "none")]]
        if CASES.is_dir():
            runs.append([str(CASES), str(broken)])
        else:
            print("skipped: ../shared/corpus/cases is absent")
        for paths in runs:
            outputs = [f"--output={form}={folder}/{form}.xml" for form in SCHEMAS]
            ended = subprocess.run([program, "check", *outputs, *paths], cwd=ROOT, check=False)
            # What cannot be read ends with 3, whatever else was found.
            faults += ended.returncode != 3
            for form, name in SCHEMAS.items():
                schema = etree.XMLSchema(file=str(ROOT / "crates/formats/tests/schemas" / name))
                report = etree.parse(f"{folder}/{form}.xml")
                fits = schema.validate(report)
                told = len(report.findall(".//testcase")) + len(report.findall(".//error"))
                print(f"{form}: {'fits' if fits else schema.error_log}, {told} told")
                faults += not fits or told == 0
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
