"""Judges PDF files: PDF/UA-1 and PDF/A-3a by page-validation, and outloud's errors. Status 1 where one fails.

    check.py FILE...

Prints one line for each file and judge, so that a log shows that both ran.
"""
import pathlib
import subprocess
import sys

import page

failed = False
for path in sys.argv[1:]:
    for name in ("PDF_UA_1", "PDF_A_3A"):
        report = page.validate_pdf(path, profile=getattr(page.ValidationProfile, name))
        print(f"{path}: {name}: {'holds' if report.is_compliant else 'FAILS'}, {len(report.failures)} failures")
        for failure in report.failures[:20]:
            print(f"    {failure}")
        failed |= not report.is_compliant
    outloud = subprocess.run(
        [pathlib.Path(sys.executable).with_name("outloud"), "--no-info", path], capture_output=True, text=True)
    print(f"{path}: outloud: {'holds' if outloud.returncode == 0 else 'FAILS'}")
    if outloud.returncode:
        print(outloud.stdout[-4000:], outloud.stderr[-2000:])
        failed = True
sys.exit(failed)
