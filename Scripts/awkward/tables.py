"""Awkward tables and what is in them: see Scripts/build-awkward-tables.

A case has a file, what a figure says of it (`format`, `query`, `types` of columns), and either `columns`, as an oracle reads
them (`oracle` is the call), or `refused`, words that the refusal has."""
import datetime, io, json, os, shutil, sqlite3, subprocess, sys, zipfile
import openpyxl, pandas as pd

import arrow

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
for name in os.listdir(folder):
    path = os.path.join(folder, name)
    shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
cases = []


def plain(value):
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value) or value is pd.NA:
        return None
    if isinstance(value, (pd.Timestamp, datetime.datetime)):
        return {"moment": int(value.timestamp() * 1000) if getattr(value, "tzinfo", None)
                else int(value.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000)}
    if isinstance(value, datetime.date):
        return {"moment": int(datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.timezone.utc).timestamp() * 1000)}
    if hasattr(value, "item"):
        value = value.item()
    return value


def case(file, columns=None, oracle="", refused=None, types=None, format=None, query=None, told=None):
    entry = {"file": file}
    for key, value in (("types", types), ("format", format), ("query", query), ("oracle", oracle), ("refused", refused), ("told", told)):
        if value:
            entry[key] = value
    if columns is not None:
        entry["columns"] = columns
    cases.append(entry)


def frame(table):
    return {str(name): [plain(value) for value in table[name]] for name in table.columns}


def write(file, data, encoding="utf-8"):
    with open(os.path.join(folder, file), "wb") as out:
        out.write(data if isinstance(data, bytes) else data.encode(encoding))


def csv(file, text, read=None, encoding="utf-8", **said):
    """A text file, and what pandas reads of it with the options of `read`."""
    write(file, text, encoding)
    if read is None:
        case(file, **said)
    else:
        options = ", ".join(f"{k}={v!r}" for k, v in read.items())
        case(file, frame(pd.read_csv(os.path.join(folder, file), **read)), f"pandas.read_csv({options})", **said)


V = {"v": "number"}
# --- numbers
csv("thousands.csv", 'c,v\na,"1,234"\nb,"12,345,678"\nc,5\n', {"thousands": ","}, types=V)
csv("thousands-decimals.csv", 'c,v\na,"1,234.50"\nb,"12.25"\n', {"thousands": ","}, types=V)
csv("spaces.csv", "c;v\na;1 234\nb;12 345 678\n", {"sep": ";", "thousands": " "}, types=V)
csv("narrow-spaces.csv", "c;v\na;1\u202f234,5\nb;12\u202f345,25\n", None, types=V, columns={"c": ["a", "b"], "v": [1234.5, 12345.25]}, oracle="by hand")
csv("apostrophes.csv", "c,v\na,1'234.5\nb,2'000'000\n", {"thousands": "'"}, types=V)
csv("decimal-comma.csv", "c;v;w\na;1,5;1.234,5\nb;2,25;12.000,1\n", {"sep": ";", "decimal": ",", "thousands": "."}, types={"v": "number", "w": "number"})
csv("points-are-thousands.csv", "c;v;w\na;1.234;0,5\nb;5.678;1,25\n", {"sep": ";", "decimal": ",", "thousands": "."}, types={"v": "number", "w": "number"})
csv("points-in-doubt.csv", "c;v\na;1.234\nb;5.678\n", types=V, refused="could be 1.234 or 1234")
csv("points-said.csv", "c;v\na;1.234\nb;5.678\n", {"sep": ";", "thousands": "."}, types=V, format={"thousands": "."})
csv("percent.csv", "c,v\na,12%\nb,5.5 %\n", None, types=V, columns={"c": ["a", "b"], "v": [12, 5.5]}, oracle="by hand")
csv("percent-mixed.csv", "c,v\na,12%\nb,5.5\nc,7.5\n", None, types=V, refused="`12%` (row 1)")
csv("dollars.csv", 'c,v\na,$12\nb,"$1,200.50"\nc,-$3\nd,($4)\n', None, types=V, columns={"c": ["a", "b", "c", "d"], "v": [12, 1200.5, -3, -4]}, oracle="by hand")
csv("currencies.csv", "c,v\na,$12\nb,€5\n", None, types=V, refused="is to be numbers")
csv("euros.csv", "c;v\na;12,50 €\nb;1.200,00 €\n", None, types=V, columns={"c": ["a", "b"], "v": [12.5, 1200]}, oracle="by hand")
csv("indian.csv", 'c,v\na,"12,34,567"\nb,"1,00,000"\n', {"thousands": ","}, types=V)
csv("minus-sign.csv", "c,v\na,\u22125\nb,\u20137.5\n", None, types=V, columns={"c": ["a", "b"], "v": [-5, -7.5]}, oracle="by hand")
csv("footnotes.csv", "c,v\na,12*\nb,13\nc,14 (e)\n", None, types=V, refused="`12*` (row 1), `14 (e)` (row 3)")
csv("words.csv", "c,v\na,1\nb,many\nc,few\nd,x\ne,y\n", None, types=V, refused="`many` (row 2), `few` (row 3), `x` (row 4) and 1 more")
csv("excel-errors.csv", "c,v\na,1\nb,#DIV/0!\n", None, types=V, refused="`#DIV/0!` (row 2)")
csv("exponents.csv", "c,v\na,1e3\nb,2.5E-2\n", {}, types=V)
csv("codes.csv", "code,v\n036,1\n008,2\n", {"dtype": {"code": str}}, types=V)
csv("long-ids.csv", "id,v\n12345678901234567890,1\n12345678901234567891,2\n", {"dtype": {"id": str}}, types=V)
# --- what is missing
csv("missing.csv", "c,v\na,1\nb,NA\nc,\nd,..\ne,n/a\nf,-\n", {"na_values": ["..", "-"]}, types=V, told="5 of 6 rows have no `v`")
csv("missing-said.csv", "c,v\na,1\nb,-999\nc,3\n", {"na_values": ["-999"]}, types=V, format={"missing": ["-999"]})
csv("empty.csv", "", None, types=V, columns={}, oracle="by hand")
csv("only-head.csv", "c,v\n", None, types=V, columns={"c": [], "v": []}, oracle="by hand")
# --- dialects
csv("semicolons.csv", "c;v\na;1\nb;2\n", {"sep": ";"}, types=V)
csv("tabs.csv", "c\tv\na\t1\nb\t2\n", {"sep": "\t"}, types=V)
csv("bars.csv", "c|v\na|1\nb|2\n", {"sep": "|"}, types=V)
csv("commas.tsv", "c,v\na,1\nb,2\n", {}, types=V)
csv("quoted-semicolons.csv", '"c";"v"\n"a; b";"1,5"\n"say ""x""";"2"\n', {"sep": ";", "decimal": ","}, types=V)
csv("newline-in-field.csv", 'c,v\n"a\nb",1\nc,2\n', {}, types=V)
csv("crlf.csv", "c,v\r\na,1\r\nb,2\r\n", {}, types=V)
csv("preamble.csv", '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n"Country Name","Country Code","2022","2023",\n"Aruba","ABW","1","2",\n"Angola","AGO","3","4",\n"Albania","ALB","5","6",\n', {"skiprows": 4, "usecols": ["Country Name", "Country Code", "2022", "2023"]}, types={"2022": "number", "2023": "number"})
csv("ragged.csv", "c,v\na,1\nb\nc,3,4\n", None, types=V, refused="fields, the header has 2")
csv("open-quote.csv", 'c,v\na,1\n"b,2\nc,3\n', None, types=V, refused="never closes")
csv("same-names.csv", "v,v\n1,2\n", None, types=V, columns={"v": [1], "v_2": [2]}, oracle="by hand")
csv("no-head.csv", "a,1\nb,2\n", {"header": None, "names": ["c", "v"]}, types=V, format={"header": ["c", "v"]})
# --- encodings
for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
    csv(f"encoding-{name}.csv", "ort,v\nMálaga,1\nKöln,2\nİzmir,3\n".replace("İ", "I") if name == "cp1252" else "ort,v\nMálaga,1\nKöln,2\nİzmir,3\n",
        {"encoding": name}, encoding=name, types=V)
csv("encoding-cp1251.csv", "город,v\nМосква,1\nКазань,2\n", None, encoding="cp1251", types=V, refused="neither UTF-8 nor Windows-1252")
csv("encoding-cp1251-said.csv", "город,v\nМосква,1\nКазань,2\n", {"encoding": "cp1251"}, encoding="cp1251", types=V, format={"encoding": "windows-1251"})
csv("encoding-shift-jis.csv", "都市,v\n東京,1\n大阪,2\n", {"encoding": "shift_jis"}, encoding="shift_jis", types=V, format={"encoding": "shift_jis"})
# --- dates
D = {"d": "date"}
csv("dates-day-first.csv", "d,v\n31/12/2023,1\n05/06/2023,2\n", {"parse_dates": ["d"], "dayfirst": True}, types=D)
csv("dates-month-first.csv", "d,v\n12/31/2023,1\n05/06/2023,2\n", {"parse_dates": ["d"]}, types=D)
csv("dates-in-doubt.csv", "d,v\n01/02/2023,1\n05/06/2023,2\n", None, types=D, refused="could be two days")
csv("dates-said.csv", "d,v\n01/02/2023,1\n05/06/2023,2\n", {"parse_dates": ["d"], "dayfirst": True}, types=D, format={"dates": "day-first"})
csv("dates-both.csv", "d,v\n31/12/2023,1\n12/31/2023,2\n", None, types=D, refused="`12/31/2023` (row 2)")
csv("dates-points.csv", "d;v\n31.12.2023;1\n05.06.2023;2\n", {"sep": ";", "parse_dates": ["d"], "dayfirst": True}, types=D)
csv("dates-iso.csv", "d,v\n2023-12-31,1\n2024-01-01T12:30:00Z,2\n", None, types=D, columns={"d": [{"moment": 1703980800000}, {"moment": 1704112200000}], "v": [1, 2]}, oracle="by hand")
csv("quarters.csv", "d,v\n2023-Q1,1\n2023Q4,2\n", None, types=D, columns={"d": [{"moment": 1672531200000}, {"moment": 1696118400000}], "v": [1, 2]}, oracle="pandas.Period('2023Q1').start_time")
csv("months.csv", "d,v\n2023M01,1\n2023M12,2\n", None, types=D, columns={"d": [{"moment": 1672531200000}, {"moment": 1701388800000}], "v": [1, 2]}, oracle="by hand")
csv("weeks.csv", "d,v\n2020-W01,1\n2020-W53,2\n", None, types=D, columns={"d": [plain(datetime.date.fromisocalendar(2020, 1, 1)), plain(datetime.date.fromisocalendar(2020, 53, 1))], "v": [1, 2]}, oracle="datetime.date.fromisocalendar")
csv("days-bare.csv", "d,v\n20230501,1\n20231231,2\n", {"parse_dates": ["d"]}, types=D)
csv("dates-none.csv", "d,v\nsoon,1\n2023-01-01,2\n", None, types=D, refused="`soon` (row 1)")
# --- JSON
write("rows.ndjson", '{"c":"a","v":1}\n\n{"c":"b","v":2.5}\n')
case("rows.ndjson", frame(pd.read_json(os.path.join(folder, "rows.ndjson"), lines=True)), "pandas.read_json(lines=True)")
write("broken.ndjson", '{"c":"a","v":1}\n{"c":"b"\n')
case("broken.ndjson", refused="2:")
write("numbers-as-texts.json", '[{"c":"a","v":"1,234"},{"c":"b","v":"12,000,000"}]')
case("numbers-as-texts.json", {"c": ["a", "b"], "v": [1234, 12000000]}, "by hand", types=V)
# --- workbooks
path = lambda name: os.path.join(folder, name)
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Data"
sheet["A1"] = "Population of places"
for column, name in enumerate(["place", "v", "when", "share", "ok"], 1):
    sheet.cell(3, column, name)
rows = [("a", 1.5, datetime.date(1900, 2, 27), 0.25, True), ("b", 2, datetime.date(2024, 2, 29), 0.5, False), ("ç", None, datetime.datetime(2024, 3, 1, 6, 30), 1, True)]
for number, row in enumerate(rows, 4):
    for column, value in enumerate(row, 1):
        sheet.cell(number, column, value)
        if column == 4:
            sheet.cell(number, column).number_format = "0.0%"
book.create_sheet("Other").append(["x", 1])
book.create_sheet("Hidden").sheet_state = "hidden"
book.save(path("book.xlsx"))
again = openpyxl.load_workbook(path("book.xlsx"), data_only=True)["Data"]
columns = {again.cell(3, c).value: [plain(again.cell(r, c).value) for r in range(4, 7)] for c in range(1, 6)}
case("book.xlsx", columns, "openpyxl.load_workbook(data_only=True)", types={"v": "number", "when": "date"}, told="B6")
case("book.xlsx", {"x": [], "1": []}, "openpyxl", format={"sheet": "Other"})
case("book.xlsx", refused="no sheet `Dta`", format={"sheet": "Dta"})
case("book.xlsx", {"v": [1.5, 2]}, "openpyxl", format={"range": "B3:B5"})
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["country", "GDP", None, "Population", None])
sheet.append([None, 2020, 2021, 2020, 2021])
for block in ("A1:A2", "B1:C1", "D1:E1", "A3:A4"):
    sheet.merge_cells(block)
for row, values in ((3, ["x", 1, 2, 3, 4]), (4, [None, 5, 6, 7, 8])):
    for column, value in enumerate(values, 1):
        if value is not None:
            sheet.cell(row, column, value)
book.save(path("merged.xlsx"))
case("merged.xlsx", {"country": ["x", "x"], "GDP 2020": [1, 5], "GDP 2021": [2, 6], "Population 2020": [3, 7], "Population 2021": [4, 8]}, "openpyxl, merged cells filled")
book = openpyxl.Workbook()
book.active.append(["c", "v"])
book.active.append(["a", "=1+2"])
book.save(path("formula.xlsx"))
case("formula.xlsx", refused="B2 has a formula", types=V)
book.active.append(["b", "=1/0"])
book.save(path("formulas.xlsx"))
if shutil.which("soffice"):
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "/tmp/dossier-awkward", path("formulas.xlsx")], check=True, capture_output=True)
    shutil.copy("/tmp/dossier-awkward/formulas.xlsx", path("calculated.xlsx"))
    values = [row for row in openpyxl.load_workbook(path("calculated.xlsx"), data_only=True).active.iter_rows(values_only=True)]
    case("calculated.xlsx", {"c": [r[0] for r in values[1:]], "v": [plain(r[1]) for r in values[1:]]}, "LibreOffice's values by openpyxl.load_workbook(data_only=True)")
    case("calculated.xlsx", refused="`#DIV/0!` (B3)", types=V)
os.remove(path("formulas.xlsx"))
book = openpyxl.Workbook()
book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
book.active.append(["d", "v"])
book.active.append([datetime.date(2024, 2, 29), 1])
book.save(path("mac-1904.xlsx"))
case("mac-1904.xlsx", {"d": [plain(datetime.date(2024, 2, 29))], "v": [1]}, "openpyxl.load_workbook", types=D)
book = openpyxl.Workbook()
book.active.append(["year", "v"])
book.active.append([2020, "1,5"])
book.active.append([2021, "2,25"])
book.save(path("years-and-texts.xlsx"))
case("years-and-texts.xlsx", {"year": [plain(datetime.date(2020, 1, 1)), plain(datetime.date(2021, 1, 1))], "v": [1.5, 2.25]}, "by hand", types={"year": "date", "v": "number"})
write("encrypted.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 400)
case("encrypted.xlsx", refused="is encrypted")
write("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 400)
case("old.xlsx", refused="Excel 97 to 2003")
whole = open(path("book.xlsx"), "rb").read()
write("cut.xlsx", whole[: len(whole) // 2])
case("cut.xlsx", refused="no ZIP archive")
# A sheet that says of itself that it unpacks to 2 GiB.
with zipfile.ZipFile(path("bomb.xlsx"), "w", zipfile.ZIP_DEFLATED) as bomb:
    for name in zipfile.ZipFile(io.BytesIO(whole)).namelist():
        if name != "xl/worksheets/sheet1.xml":
            bomb.writestr(name, zipfile.ZipFile(io.BytesIO(whole)).read(name))
    bomb.writestr("xl/worksheets/sheet1.xml", b" " * 4096)
content = bytearray(open(path("bomb.xlsx"), "rb").read())
for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
    at = content.rfind(mark)
    content[at + place:at + place + 4] = (0x7FFFFFFF).to_bytes(4, "little")
write("bomb.xlsx", bytes(content))
case("bomb.xlsx", refused="unpacks to more than")
pd.DataFrame({"c": ["a", "b"], "v": [1.5, None], "d": pd.to_datetime(["2020-01-01", "2021-06-01"])}).to_excel(path("pandas.ods"), engine="odf", index=False)
case("pandas.ods", frame(pd.read_excel(path("pandas.ods"), engine="odf")), "pandas.read_excel(engine='odf')", types={"v": "number", "d": "date"}, told="B3")
if shutil.which("soffice"):
    subprocess.run(["soffice", "--headless", "--convert-to", "ods", "--outdir", "/tmp/dossier-awkward", path("merged.xlsx")], check=True, capture_output=True)
    shutil.copy("/tmp/dossier-awkward/merged.ods", path("merged.ods"))
    case("merged.ods", {"country": ["x", "x"], "GDP 2020": [1, 5], "GDP 2021": [2, 6], "Population 2020": [3, 7], "Population 2021": [4, 8]}, "openpyxl, merged cells filled")
# --- databases
database = sqlite3.connect(path("places.sqlite"))
database.execute("create table places(name text, people integer, share real, year integer)")
database.executemany("insert into places values(?,?,?,?)", [("a", 1, 0.5, 2020), ("b", None, 1.5, 2021), ("c", 9007199254740993, 2, 2022)])
database.execute("create view big as select * from places where share > 1")
database.commit()
rows = database.execute("select name, share from big").fetchall()
database.close()
case("places.sqlite", refused="several tables")
case("places.sqlite", {"name": [r[0] for r in rows], "share": [r[1] for r in rows], "year": [plain(datetime.date(2021, 1, 1)), plain(datetime.date(2022, 1, 1))]}, "sqlite3", format={"table": "big"}, types={"year": "date"})
case("places.sqlite", {"n": [3]}, "sqlite3", query="select count(*) n from places")
for words, query in (("does more than read", "delete from places"), ("does more than read", "attach '/tmp/x' as y"), ("does more than read", "pragma journal_mode=wal"),
                     ("not a single SELECT", "select 1; select 2"), ("cannot answer", "select nothing from places"), ("does more than read", "select load_extension('x')")):
    case("places.sqlite", refused=words, query=query)
write("damaged.sqlite", b"SQLite format 3\0" + b"\xff" * 2000)
case("damaged.sqlite", refused="no SQLite database")
# --- Parquet
table = pd.DataFrame({"c": ["a", None, "ç,\"x\""], "v": [1.5, None, 3], "n": pd.array([1, None, 3], dtype="Int64"), "d": [pd.Timestamp("2020-01-01"), pd.NaT, pd.Timestamp("2021-06-01 12:00")], "ok": [True, False, None]})
table.to_parquet(path("pandas.parquet"))
case("pandas.parquet", frame(pd.read_parquet(path("pandas.parquet"))), "pandas.read_parquet (pyarrow)", types={"v": "number", "d": "date"})
case("pandas.parquet", {"c": ["a"], "v": [3]}, "DuckDB", query="select c, v * 2 as v from data where v < 2")
for words, query in (("disabled by configuration", "select * from read_csv('/etc/passwd')"), ("not a single SELECT", "copy data to '/tmp/x'"),
                     ("not a single SELECT", "select 1; drop view data"), ("not a single SELECT", "select 1) to '/tmp/x'; (select 1"),
                     ("cannot read it", "select * from 'https://example.org/x.parquet'"), ("cannot read it", "select nothing from data")):
    case("pandas.parquet", refused=words, query=query)
rows = 300
pd.DataFrame({"c": [None if i % 17 == 0 else "abcd"[i % 4] for i in range(rows)], "year": [2000 + i % 5 for i in range(rows)],
              "v": [None if i % 11 == 0 else (i * 37 % 101) / 4 for i in range(rows)], "w": [i * 7 % 13 for i in range(rows)],
              "t": [str(i) for i in range(rows)]}).to_parquet(path("pushed.parquet"))
case("pushed.parquet", {"n": [rows]}, "pandas", query="select count(*) as n from data")
duck = shutil.which("duckdb") or os.path.expanduser("~/.cache/dossier/engines/bin/duckdb")
subprocess.run([duck, "-c", f"COPY (SELECT * FROM (VALUES ('a', 1.50::DECIMAL(6,2), DATE '2020-01-31', TIMESTAMP '2020-01-31 12:00:00', 9007199254740993::BIGINT), ('b', NULL, NULL, NULL, 1)) t(c, v, d, m, h)) TO '{path('duckdb.parquet')}'"], check=True, capture_output=True)
case("duckdb.parquet", {"c": ["a", "b"], "v": [1.5, None], "d": [plain(datetime.date(2020, 1, 31)), None], "m": [plain(datetime.datetime(2020, 1, 31, 12)), None], "h": ["9007199254740993", "1"]}, "duckdb -csv")
subprocess.run([duck, "-c", f"COPY (SELECT 'a,\"b\"' AS c, 1.5 AS v UNION ALL SELECT NULL, 2) TO '{path('duckdb.csv')}' (HEADER, DELIMITER '|')"], check=True, capture_output=True)
case("duckdb.csv", {"c": ['a,"b"', None], "v": [1.5, 2]}, "pandas.read_csv(sep='|')", types=V)
whole = open(path("pandas.parquet"), "rb").read()
write("damaged.parquet", whole[:-20])
case("damaged.parquet", refused="cannot read it")
case("thousands.csv", {"n": [3]}, "DuckDB", query="select count(*) n from data")
# --- packages and SDMX
os.makedirs(path("package"), exist_ok=True)
write("package/datapackage.json", json.dumps({"name": "p", "resources": [
    {"name": "gdp", "path": "gdp.csv", "dialect": {"delimiter": ";"}, "schema": {"fields": [{"name": "c", "type": "string"}, {"name": "code", "type": "string"}, {"name": "v", "type": "number", "decimalChar": ","}, {"name": "d", "type": "date", "format": "%d.%m.%Y"}], "missingValues": ["-", ""]}},
    {"name": "inline", "data": [{"c": "a", "v": 1}]}]}))
write("package/gdp.csv", "c;code;v;d\na;036;1,5;01.02.2023\nb;008;-;03.02.2023\n")
case("package/datapackage.json", {"c": ["a", "b"], "code": ["036", "008"], "v": [1.5, None], "d": [plain(datetime.date(2023, 2, 1)), plain(datetime.date(2023, 2, 3))]}, "by hand, after the schema", format={"resource": "gdp"})
case("package/datapackage.json", {"c": ["a"], "v": [1]}, "by hand", format={"resource": "inline"})
case("package/datapackage.json", refused="several resources")
csv("sdmx.csv", "DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,TIME_PERIOD: Time period,OBS_VALUE\nOECD:QNA(1.0),Q: Quarterly,FRA: France,2023-Q1,1.5\nOECD:QNA(1.0),Q: Quarterly,DEU: Germany,2023-Q2,\n", None,
    columns={"DATAFLOW": ["OECD:QNA(1.0)"] * 2, "FREQ": ["Q", "Q"], "FREQ label": ["Quarterly"] * 2, "REF_AREA": ["FRA", "DEU"], "REF_AREA label": ["France", "Germany"], "TIME_PERIOD": [plain(datetime.date(2023, 1, 1)), plain(datetime.date(2023, 4, 1))], "OBS_VALUE": [1.5, None]},
    oracle="by hand, after SDMX-CSV 1.0", types={"TIME_PERIOD": "date", "OBS_VALUE": "number"})
# --- Arrow
arrow.add(folder, case, plain)
with open(path("cases.json"), "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in cases) + "\n]\n")
print(f"{len(cases)} cases over {len({entry['file'] for entry in cases})} files")
