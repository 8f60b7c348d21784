"""Whole reports to PDF, against Typst and WeasyPrint."""
from charts import bar_chart_with_vl_convert
from contest import REPORT, benchmark, page_count, run

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


def build(contest, report):
    """The command that builds a report into the scratch folder."""
    return [contest.dossier, "build", report, "-o", contest.folder / "out", "--quiet"]


@benchmark
def report(contest):
    texts = long_report(155)
    markdown, typst, html = (contest.write(*file) for file in zip(("long.md", "long.typ", "long.html"), texts))
    contest.compare("A report of 200 pages: the same text, tables and contents", {
        "dossier": build(contest, markdown),
        "typst": contest.python(TYPST, typst, contest.folder / "long-typst.pdf"),
        "weasyprint": contest.python(WEASYPRINT, html, contest.folder / "long-weasyprint.pdf"),
    }, {"typst": (2, None), "weasyprint": (1 / 3, None)}, rounds=5)
    counts = [page_count(contest.folder / path) for path in ("out/long.pdf", "long-typst.pdf", "long-weasyprint.pdf")]
    print("  pages: dossier {}, typst {}, weasyprint {}".format(*counts))


@benchmark
def briefing(contest):
    contest.compare("The whole briefing, data to PDF, against one bar chart to PNG", {
        "dossier": build(contest, REPORT),
        "vl-convert": bar_chart_with_vl_convert(contest),
    }, {"vl-convert": (1, None)})


@benchmark
def pages(contest):
    run(build(contest, REPORT))
    count = page_count(contest.folder / "out/briefing.pdf")
    text = contest.write("text.typ", "\n\n#pagebreak()\n".join(["#lorem(550)"] * count))
    contest.compare(f"The briefing of {count} pages, against {count} pages of text in Typst", {
        "dossier": build(contest, REPORT),
        "typst": contest.python(TYPST, text, contest.folder / "text-typst.pdf"),
    }, {"typst": (4, None)})
