"""Records what the PyPI package edtf says of dates.

    python3 -m venv venv && venv/bin/pip install edtf==5.0.2
    venv/bin/python record-edtf.py > edtf-5.0.2.txt

Each line: the date, first day, last day, about, uncertain; `error` where the package does not read it.
"""
import random
from edtf import parse_edtf

written = """1985 1985-04 1985-04-12 1858-05-28 0000 -0001 -0043 -0044-03-15 0079 0001-01-01 1600-02-29 2000-02-29
2004-02-29 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 1984?
1984~ 2004-06? 2004-06~ 1858-05-28~ 1960~/1991 1949/1960~ 1984~/2004-06 1984/2004-06~ 196X 200X 190X 18XX 19XX 20XX
1XXX 1999-XX 1999-04-XX 1999-XX-XX 2001-21 2001-22 2001-23 1991/.. ../1991 1985-04-12/.. ../1985-04-12 -0753/-0509
-0027/0014 Y170000002 Y-170000002 Y12000 -2000 2004-01-01T10:10:10Z 1985-04-12T23:20:30 2004-01-01T10:10:10+05:00
1985-13 1985-02-31 1985-00 1985-04-31 85 19855 1985-4 1985-04-1 abc 1985- 1985~? 196X~ 18XX? -004X""".split()
random.seed(6)
for _ in range(400):
    year = random.choice([random.randint(1, 2100), random.randint(-3000, 2100), random.randint(1500, 2030)])
    text = ("-" if year < 0 else "") + f"{abs(year):04d}"
    kind = random.random()
    if kind < 0.3: text += f"-{random.randint(1, 12):02d}"
    elif kind < 0.8: text += f"-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    text += random.choice(["", "", "", "~", "?"])
    written.append(text)

def day(time):
    try:
        return f"{time.tm_year}-{time.tm_mon}-{time.tm_mday}"
    except AttributeError:
        return "open"

for text in dict.fromkeys(written):
    try:
        date = parse_edtf(text)
        print(text, day(date.lower_strict()), day(date.upper_strict()), int(bool(getattr(date, "is_approximate", 0))),
              int(bool(getattr(date, "is_uncertain", 0))))
    except Exception:
        print(text, "error")
