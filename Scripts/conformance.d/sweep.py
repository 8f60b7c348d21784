"""Draws dossier's charts beside Vega-Lite's own renderer and tells what agrees and what does not.

  Scripts/conformance                        every documented property, once with each kind of value
  Scripts/conformance --only marks           the areas, charts or properties whose line holds these words
  Scripts/conformance --documents DIR        a folder of documents (*.json), scored whole

A property is set on a plain chart and drawn by both. What the reference's picture changes by it is the measure: our
picture agrees where it differs from the reference's by no more than a quarter of that, beyond what the plain charts
differ. A property that is neither drawn as the reference draws it nor warned of is silent and wrong: a failure.
A document agrees as the gallery counts: drawn, size within 4 %, texts alike (F1 0.95), look alike (SSIM 0.80).
"""
import argparse, collections, concurrent.futures, json, pathlib, re, sys

import score
from cases import Cases
from charts import chart
from drawing import Dossier, Reference, quiet
from values import Schema

WORST = ["crashed", "far from the reference", "changes what it should not", "changes nothing", "drawn otherwise", "refused", "warned", "agrees"]
SILENT = WORST[:5]
# What is said of how well a picture reads is no word on whether it is the one that was asked for.
LEGIBILITY = re.compile("stands? out from|more like it|runs out of|is cut off|is set in|lie on one another|squeezed|wider than|has no room")
_state = {}


def prepare(command, cache):
    quiet()
    _state.update(dossier=Dossier(command), reference=Reference(cache), bases={})


def base(name):
    if name not in _state["bases"]:
        png, (ours, said) = _state["reference"].png(chart(name)), _state["dossier"].draw(chart(name))
        if png is None or ours is None:
            raise SystemExit(f"conformance: the plain chart '{name}' cannot be drawn: {said}")
        png, ours = score.picture(png), score.picture(ours[0])
        _state["bases"][name] = (png, ours, set(said.splitlines()), score.difference(ours, png))
    return _state["bases"][name]


def judge(case, keep=None):
    """(word, ratio, message) of a case; None where the reference itself refuses it."""
    reference, plain = _state["reference"].png(case.document), base(case.chart)
    if reference is None:
        return None
    drawn, said = _state["dossier"].draw(case.document)
    if keep:
        stem = pathlib.Path(keep, label(case).replace("/", "-").replace(" ", "_")[:150])
        stem.with_name(stem.name + ".vega.png").write_bytes(reference)
        if drawn:
            stem.with_name(stem.name + ".ours.png").write_bytes(drawn[0])
    if drawn is None:
        return ("crashed" if said.startswith(("crashed", "no answer")) else "refused"), 1.0, first_line(said)
    word, ratio, effect = score.verdict(plain[0], score.picture(reference), plain[1], score.picture(drawn[0]), plain[3])
    news = [line for line in said.splitlines() if line not in plain[2] and line.strip() and not LEGIBILITY.search(line)]
    if word != "agrees" and news:
        return "warned", ratio, first_line("\n".join(news))
    return word, ratio, ""


def first_line(said):
    line = next((l for l in said.splitlines() if l.strip()), "")
    return line.split("error: ")[-1].split("warning: ")[-1][:160]


def label(case):
    return f"{case.area} | {case.chart} | {'.'.join(map(str, case.path))} | {json.dumps(case.value, ensure_ascii=False)[:110]}"


def judge_all(cases, command, cache, jobs, keep):
    with concurrent.futures.ProcessPoolExecutor(jobs, initializer=prepare, initargs=(command, cache)) as pool:
        found = []
        for number, result in enumerate(pool.map(judge, cases, [keep] * len(cases), chunksize=20)):
            found.append(result)
            if sys.stderr.isatty() and number % 50 == 0:
                print(f"\r{number} of {len(cases)}", end="", file=sys.stderr)
    return found


def report(cases, found, without_value, versions):
    """The report as Markdown: a table of areas, then what falls short, worst first."""
    counted = [(c, f) for c, f in zip(cases, found) if f]
    lines = ["# Conformance to Vega-Lite", "",
             f"Every documented property set once with each kind of value and drawn under `--theme vega` beside {versions}, by `Scripts/conformance`, "
             "which says how it scores.", "",
             "| area | properties | agrees | told: refused or warned | silent and wrong |", "|---|---:|---:|---:|---:|"]
    areas = list(dict.fromkeys(c.area for c, _ in counted))
    total = collections.Counter()
    for area in areas + ["all"]:
        words = collections.Counter(f[0] for c, f in counted if area in (c.area, "all"))
        n, wrong = sum(words.values()), sum(words[w] for w in SILENT)
        told = words["refused"] + words["warned"]
        lines.append(f"| {'**all**' if area == 'all' else area} | {n} | {words['agrees']} | {told} | {wrong} ({100 * wrong / max(n, 1):.1f} %) |")
        total = words
    lines += ["", f"{sum(f is None for f in found)} more are refused by the reference itself and not counted.", ""]
    for word in WORST[:-1]:
        here = sorted((label(c) + (f" | {f[2]}" if f[2] else ""), f[1]) for c, f in counted if f[0] == word)
        if here:
            lines += [f"## {word[0].upper()}{word[1:]}: {len(here)}", "", *(f"- {text}" for text, _ in here), ""]
    if without_value:
        lines += ["## Properties for which no value is known here", "", ", ".join(sorted(set(without_value))), ""]
    return "\n".join(lines), total


def main():
    parser = argparse.ArgumentParser(prog="Scripts/conformance", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--cache", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--only", metavar="WORDS", help="only the cases whose line holds these words; the report is not rewritten")
    parser.add_argument("--documents", metavar="DIR", type=pathlib.Path, help="score the documents of a folder instead")
    parser.add_argument("--data", metavar="DIR", type=pathlib.Path, help="the data root of the documents (default: the data sets of vega_datasets)")
    parser.add_argument("--keep", metavar="DIR", type=pathlib.Path, help="leave the pictures there: NAME.ours.png beside NAME.vega.png")
    parser.add_argument("--report", metavar="FILE", type=pathlib.Path, help="where the report goes (default: Scripts/conformance.md)")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
    if arguments.documents:
        import documents
        sys.exit(documents.main(arguments))
    import altair
    schema = Schema(json.loads(next(pathlib.Path(altair.__file__).parent.rglob("vega-lite-schema.json")).read_text()))
    swept = Cases(schema)
    cases = [c for c in swept.cases if not arguments.only or arguments.only in label(c)]
    found = judge_all(cases, arguments.dossier, arguments.cache, arguments.jobs, arguments.keep)
    text, words = report(cases, found, swept.without_value, f"vl-convert 1.9 (Vega-Lite 6, schema of altair {altair.__version__})")
    if arguments.only and not arguments.report:
        print(text)
    else:
        (arguments.report or pathlib.Path(__file__).parent.parent / "conformance.md").write_text(text)
    n, wrong = sum(words.values()), sum(words[w] for w in SILENT)
    print(f"conformance: {words['agrees']} of {n} agree, {words['refused'] + words['warned']} are told, {wrong} are silent and wrong ({100 * wrong / max(n, 1):.1f} %)")


if __name__ == "__main__":
    main()
