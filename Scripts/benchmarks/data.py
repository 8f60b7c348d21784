"""Large data against the programs that people use for them: Scripts/bench-data. Files are made once, in a cache."""
import os, resource, subprocess, sys, time

binary, cache = sys.argv[1], sys.argv[2]
duckdb = os.environ.get("DUCKDB", os.path.expanduser("~/.cache/dossier/engines/bin/duckdb"))
os.makedirs(cache, exist_ok=True)
path = lambda name: os.path.join(cache, name)


def make(name, command):
    if not os.path.exists(path(name)):
        print(f"making {name} …", flush=True)
        command()


def sql(text):
    subprocess.run([duckdb, "-c", text], check=True, capture_output=True)


def workbook():
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["c", "v", "w", "d", "t"])
    for row in range(100_000):
        sheet.append([f"c{row % 7}", row * 0.5, row, row % 365, f"text {row % 1000}"])
    book.save(path("rows.xlsx"))


make("rows.parquet", lambda: sql(f"SET memory_limit='2GB'; COPY (SELECT 'c' || (i % 12) AS c, (i * 37 % 1000) / 10 AS v, i AS n FROM range(20000000) t(i)) TO '{path('rows.parquet')}'"))
make("rows.csv", lambda: sql(f"SET memory_limit='2GB'; COPY (SELECT 'c' || (i % 12) AS c, (i * 37 % 1000) / 10 AS v, i AS n, 'a text that nobody asks for ' || i AS t FROM range(22000000) t(i)) TO '{path('rows.csv')}'"))
make("rows.xlsx", workbook)


def chart(name, file, query=None):
    data = f'{{"url": "{file}"' + (f', "query": "{query}"' if query else "") + "}"
    value = '"field": "v"' if query else '"field": "v", "aggregate": "mean"'
    with open(path(name), "w") as out:
        out.write(f'{{"data": {data}, "mark": "bar", "encoding": {{"x": {{"field": "c", "type": "nominal"}}, "y": {{{value}, "type": "quantitative"}}}}}}')
    return path(name)


def run(what, command, env=None):
    start = time.time()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)
    errors = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.time() - start
    print(f"{what:44} {seconds:8.2f} s {usage.ru_utime + usage.ru_stime:8.2f} s of processor {usage.ru_maxrss / 1024:8.0f} MB" + ("" if status == 0 else f"  FAILED {errors[:300]}"), flush=True)
    return seconds


def python(code):
    return [sys.executable, "-c", code]


aggregate = "SELECT c, avg(v) AS v FROM data GROUP BY c"
draw = lambda spec: [binary, "draw", spec, "-o", path("out.png"), "--quiet"]
pandas = "import pandas as pd, altair as alt, vl_convert as vlc; d = pd.read_parquet('{}').groupby('c', as_index=False).v.mean(); open('{}','wb').write(vlc.vegalite_to_png(alt.Chart(d).mark_bar().encode(x='c:N', y='v:Q').to_json()))"
run("20 million rows of Parquet: dossier, pushed", draw(chart("parquet.vl.json", "rows.parquet")))
run("20 million rows of Parquet: dossier, query", draw(chart("parquet-query.vl.json", "rows.parquet", aggregate)))
run("  pandas + Altair + vl-convert", python(pandas.format(path("rows.parquet"), path("out2.png"))))
run("1 GB of CSV: dossier, query", draw(chart("csv-query.vl.json", "rows.csv", aggregate)))
run("1 GB of CSV: dossier, pushed", draw(chart("csv.vl.json", "rows.csv")))
run("  duckdb by itself", [duckdb, "-c", f"SET threads=2; SELECT c, avg(v) FROM '{path('rows.csv')}' GROUP BY c"])
run("100,000 rows of XLSX: dossier", draw(chart("xlsx.vl.json", "rows.xlsx")))
run("  openpyxl, read-only", python(f"import openpyxl\nfor row in openpyxl.load_workbook('{path('rows.xlsx')}', read_only=True, data_only=True).active.iter_rows(values_only=True): pass"))
