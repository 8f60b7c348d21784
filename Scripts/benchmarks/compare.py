"""Times dossier and its peers as whole cold processes, in turns, and prints ratios of medians.

    compare.py --dossier PATH [--runs N] [NAME ...]

Each round runs every contender of a benchmark once, so that a drift of the machine's speed falls on all alike. Wall
time is from fork to exit; memory is the kernel's own peak of the process (ru_maxrss).
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "Reports/russia-china-central-asia"

BARS = """
{"$schema": "https://vega.github.io/schema/vega-lite/v5.json",
 "data": {"values": [{"year": "2005", "students": 781}, {"year": "2015", "students": 13198}]},
 "mark": "bar", "width": 300,
 "encoding": {"x": {"field": "students", "type": "quantitative"}, "y": {"field": "year", "type": "nominal"}}}
"""

VL_CONVERT = """
import sys, vl_convert
open(sys.argv[2], "wb").write(vl_convert.vegalite_to_png(open(sys.argv[1]).read(), scale=1))
"""

MATPLOTLIB = """
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(6.4, 2.4))
axes.barh(["2005", "2015"], [781, 13198])
axes.set_xlabel("students")
figure.savefig(sys.argv[1])
"""

TYPST = """
import sys, typst
open(sys.argv[2], "wb").write(typst.compile(sys.argv[1]))
"""


WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])
"""

WORDS = """border treaty river partner valley signal meadow harbour number winter report summer method source paper letter
market village station printer garden window council reader analyst engine simple narrow common gentle""".split()


def long_report(sections):
    """The same text three times: for dossier, Typst and WeasyPrint, on A4 with lines of one width and size."""
    state = 1
    def word():
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return WORDS[state // 65536 % len(WORDS)]
    def sentence():
        return " ".join(word() for _ in range(14)).capitalize() + "."
    markdown = ["---\ntitle: A long report\ndate: 2026-01-01\n---\n"]
    typst = ['#set page(paper: "a4", margin: (left: 180pt, right: 75pt, top: 66pt, bottom: 58pt))\n'
             '#set text(size: 10.5pt, hyphenate: true, lang: "en")\n#set par(leading: 8pt, spacing: 14pt)\n'
             '#outline()\n']
    html = ["<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A long report</title><style>"
            "@page{size:A4;margin:66pt 75pt 58pt 180pt}body{font:10.5pt/15.75pt Lato;hyphens:auto}"
            "table{width:100%}</style>"]
    for section in range(sections):
        title = f"{word()} and {word()} {section + 1}".capitalize()
        markdown.append(f"## {title}\n")
        typst.append(f"= {title}\n")
        html.append(f"<h2>{title}</h2>")
        for _ in range(6):
            text = " ".join(sentence() for _ in range(5))
            markdown.append(text + "\n")
            typst.append(text + "\n")
            html.append(f"<p>{text}</p>")
        rows = [[word() for _ in range(4)] for _ in range(8)]
        markdown.append("| " + " | ".join(["north", "south", "east", "west"]) + " |\n|---|---|---|---|")
        markdown += ["| " + " | ".join(row) + " |" for row in rows]
        markdown.append("")
        typst.append("#table(columns: 4, table.header[north][south][east][west],"
                     + ", ".join(f"[{cell}]" for row in rows for cell in row) + ")\n")
        html.append("<table><thead><tr><th>north<th>south<th>east<th>west</thead>"
                    + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows) + "</table>")
    return "\n".join(markdown), "\n".join(typst), "\n".join(html)


def page_count(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return next(int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:"))


def run(command):
    """Wall seconds and peak MiB of one cold run; a failure ends the benchmark."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {child.returncode}: {message.decode()[-400:]}")
    return seconds, usage.ru_maxrss / 1024


def compare(title, contenders, runs, limits):
    """Runs all contenders in turn; `limits` names, for each peer, the most that dossier may take of it."""
    print(f"\n{title} ({runs} rounds)")
    figures = {name: [] for name in contenders}
    for command in contenders.values():
        run(command)
    for _ in range(runs):
        for name, command in contenders.items():
            figures[name].append(run(command))
    medians = {
        name: (statistics.median(s for s, _ in rows), statistics.median(m for _, m in rows))
        for name, rows in figures.items()
    }
    for name, (seconds, memory) in medians.items():
        low, high = min(s for s, _ in figures[name]), max(s for s, _ in figures[name])
        print(f"  {name:12} {seconds * 1000:8.1f} ms  ({low * 1000:.1f} to {high * 1000:.1f})  {memory:7.1f} MiB")
    ours = medians["dossier"]
    for peer, (time_limit, memory_limit) in limits.items():
        time_ratio, memory_ratio = ours[0] / medians[peer][0], ours[1] / medians[peer][1]
        for what, ratio, limit in (("time", time_ratio, time_limit), ("memory", memory_ratio, memory_limit)):
            if limit:
                verdict = "holds" if ratio <= limit else "FALLS SHORT"
                print(f"  {what} of {peer}: {ratio:.3f} (at most {limit:.3f}): {verdict}")


def events(count):
    """A timeline of generated events over three centuries, the same in every run."""
    draw = random.Random(count)
    words = "treaty border railway congress river election famine market bridge school".split()
    lines = ["figure: timeline", "title: Generated", "events:"]
    for _ in range(count):
        date = f"{draw.randint(1750, 2019)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        title = " ".join(draw.choice(words) for _ in range(draw.randint(2, 6)))
        lines.append(f"  - {{date: {date}, title: {title}}}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "bars.vl.json").write_text(BARS)
        python = sys.executable
        peers = {
            "vl-convert": [python, "-c", VL_CONVERT, folder / "bars.vl.json", folder / "vl.png"],
            "matplotlib": [python, "-c", MATPLOTLIB, folder / "mpl.png"],
        }

        def briefing():
            command = [options.dossier, "build", REPORT, "-o", folder / "out", "--quiet"]
            compare("The whole briefing, data to PDF, against one bar chart to PNG",
                    {"dossier": command, "vl-convert": peers["vl-convert"]}, options.runs,
                    {"vl-convert": (1, None)})

        def bars():
            command = [options.dossier, "draw", REPORT / "figures/students.vl.json", "-o", folder / "students.png"]
            compare("The student bars to PNG", {"dossier": command, **peers}, options.runs,
                    {"vl-convert": (1 / 6, 1 / 2), "matplotlib": (1 / 10, 1 / 2)})

        def pages():
            run([options.dossier, "build", REPORT, "-o", folder / "out", "--quiet"])
            info = subprocess.run(["pdfinfo", folder / "out/briefing.pdf"], capture_output=True, text=True).stdout
            count = next(int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:"))
            (folder / "text.typ").write_text("\n\n#pagebreak()\n".join(["#lorem(550)"] * count))
            command = [options.dossier, "build", REPORT, "-o", folder / "out", "--quiet"]
            compare(f"The briefing of {count} pages, against {count} pages of text in Typst",
                    {"dossier": command, "typst": [python, "-c", TYPST, folder / "text.typ", folder / "typst.pdf"]},
                    options.runs, {"typst": (4, None)})

        def timeline():
            for count in (100, 500, 1000, 10000):
                (folder / f"events-{count}.yaml").write_text(events(count))
            command = [options.dossier, "draw", folder / "events-500.yaml", "-o", folder / "events.pdf", "--quiet"]
            compare("A timeline of 500 events to PDF, against one bar chart to PNG",
                    {"dossier": command, "vl-convert": peers["vl-convert"]}, options.runs,
                    {"vl-convert": (1 / 2, None)})
            print("\nTimelines laid out and written as scene JSON, milliseconds an event")
            for count in (100, 1000, 10000):
                command = [options.dossier, "draw", folder / f"events-{count}.yaml", "-o", folder / "events.scene.json", "--quiet"]
                seconds = min(run(command)[0] for _ in range(3))
                print(f"  {count:6} events {seconds * 1000:8.1f} ms  {seconds * 1000 / count:.3f} an event")

        def report():
            texts = long_report(155)
            names = ("long.md", "long.typ", "long.html")
            for name, text in zip(names, texts):
                (folder / name).write_text(text)
            commands = {
                "dossier": [options.dossier, "build", folder / "long.md", "-o", folder / "out", "--quiet"],
                "typst": [python, "-c", TYPST, folder / "long.typ", folder / "long-typst.pdf"],
                "weasyprint": [python, "-c", WEASYPRINT, folder / "long.html", folder / "long-weasyprint.pdf"],
            }
            rounds = min(options.runs, 5)
            compare("A report of 200 pages: the same text, tables and contents", commands, rounds,
                    {"typst": (2, None), "weasyprint": (1 / 3, None)})
            counts = [page_count(folder / path) for path in ("out/long.pdf", "long-typst.pdf", "long-weasyprint.pdf")]
            print("  pages: dossier {}, typst {}, weasyprint {}".format(*counts))

        benchmarks = {"report": report, "briefing": briefing, "bars": bars, "pages": pages, "timeline": timeline}
        for name, benchmark in benchmarks.items():
            if not options.names or name in options.names:
                benchmark()


main()
