"""Many reports of one template: in one process, in shares, a process a report, and by Typst in one process."""
import sys

from contest import ROOT, benchmark, run

PROFILES = ROOT / "Reports/profiles"

# One page of as much text with as many pictures as a small report has, for each row.
TYPST = """
import csv, sys, typst
source, rows, folder = sys.argv[1:4]
compiler = typst.Compiler(source)
for row in csv.DictReader(open(rows)):
    compiler.compile(output=f"{folder}/{row['code']}.pdf", sys_inputs={"name": row["name"], "size": row["size"]})
"""

MARKDOWN = """---
title: "{{ name }}"
date: 2026-01-01
params: {code: {type: string}, name: {type: string}, size: {type: integer}}
output: "{{ code }}"
---

%s

![](bars.vl.json)
"""

BARS = """{"title": "{{ name }}", "data": {"values": [{"a": "x", "b": {{ size }}}, {"a": "y", "b": 20}, {"a": "z", "b": 9}]},
"mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}}"""

SENTENCE = "{{ name }} has a harbour, a market and a council, and its size is told in the chart below. "


def rows(folder, count):
    """A table of made rows."""
    path = folder / f"rows-{count}.csv"
    lines = [f"C{index},State {index},{index % 40 + 1}" for index in range(count)]
    path.write_text("\n".join(["code,name,size", *lines]) + "\n")
    return path


def small_report(folder):
    (folder / "small").mkdir(exist_ok=True)
    (folder / "small/briefing.md").write_text(MARKDOWN % "\n\n".join([SENTENCE * 5] * 4))
    (folder / "small/bars.vl.json").write_text(BARS)
    return folder / "small"


@benchmark
def profiles(contest):
    """196 two-page profiles: reports a second a core, one process and two shares, and a report by itself."""
    table = contest.folder / "states.csv"
    table.write_text("\n".join((PROFILES / "states.csv").read_text().split("\n")[:197]) + "\n")
    command = [contest.dossier, "build", PROFILES, "--quiet", "--params", table]
    single, memory = run([*command, "--jobs", "1", "-o", contest.folder / "single"])
    both, _ = run([*command, "--jobs", "2", "-o", contest.folder / "both"])
    cold, _ = run([contest.dossier, "build", PROFILES, "--param", "code=FRA", "--quiet", "-o", contest.folder / "cold"])
    kept, _ = run([*command, "--jobs", "2", "--resume", "-o", contest.folder / "both"])
    print(f"profiles: {196 / single:.1f} a second with one job, {196 / both:.1f} with two ({single / both:.2f} times); "
          f"{memory:.0f} MiB")
    print(f"profiles: a report within the run takes {single / 196 / cold:.2f} of a cold one; nothing changed: {kept:.2f} s")


@benchmark
def batch(contest):
    """100 small reports with a chart: one process against a process a report and against Typst in one process."""
    report, table = small_report(contest.folder), rows(contest.folder, 100)
    one, small = run([contest.dossier, "build", report, "--params", table, "--jobs", "1", "--quiet",
                      "-o", contest.folder / "out"])
    each = sum(run([contest.dossier, "build", report, "--param", f"code=C{index}", "--param", f"name=State {index}",
                    "--param", "size=3", "--quiet", "-o", contest.folder / "each"])[0] for index in range(10)) * 10
    source = contest.folder / "small.typ"
    text = SENTENCE.replace("{{ name }}", "#sys.inputs.name") * 5
    bars = "#for (w) in (int(sys.inputs.size), 20, 9) { rect(width: w * 8pt, height: 14pt, fill: blue) }"
    source.write_text("\n\n".join(["= #sys.inputs.name", *[text] * 4, bars]))
    (contest.folder / "typst").mkdir(exist_ok=True)
    script = contest.folder / "many_typst.py"
    script.write_text(TYPST)

    typst, _ = run([sys.executable, script, source, table, contest.folder / "typst"])
    print(f"batch: {100 / one:.0f} reports a second; a process a report takes {each / one:.1f} times as long, "
          f"Typst in one process {typst / one:.2f} times")
    many, large = run([contest.dossier, "build", report, "--params", rows(contest.folder, 1000), "--jobs", "1",
                       "--quiet", "-o", contest.folder / "many"])
    print(f"batch: memory of 1,000 reports is {large / small:.2f} times that of 100")


@benchmark
def listing(contest):
    """A million rows, listed."""
    report, table = small_report(contest.folder), rows(contest.folder, 1_000_000)
    seconds, memory = run([contest.dossier, "build", report, "--params", table, "--list"])
    print(f"listing: a million rows in {seconds:.1f} s, {memory:.0f} MiB")
