"""Records what the PyPI package convertdate says of days in three calendars.

    python3 -m venv venv && venv/bin/pip install convertdate
    venv/bin/python record-calendars.py > calendars.txt
"""
import random
from convertdate import hebrew, islamic, julian
import datetime
random.seed(6)
print("# Days since 1970-01-01, then year, month, day of the tabular Islamic, the Hebrew (months from Nisan) and the Julian calendar:")
print("# what PyPI's convertdate 2.5.1 says; recorded by record-calendars.py.")
days=sorted(random.randint(-400000,60000) for _ in range(180))+[0,-40774,20780,-1,1]
for d in days:
    g=(datetime.date(1970,1,1)+datetime.timedelta(days=d))
    y=(g.year,g.month,g.day)
    i=islamic.from_gregorian(*y);h=hebrew.from_gregorian(*y);j=julian.from_gregorian(*y)
    print(d,*i,*h,*j)
