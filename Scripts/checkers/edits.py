"""Edits reports, figures and facts, one thing at a time, and counts the edits that stop a strict build or `facts verify`.

Called by Scripts/check-edits. Hand-made edits stand in Scripts/checkers/edits.yaml; others are generated from the
project: every `{fact:…}`, `[](fact:…)`, key figure and typed number of the report and of its figures is changed, taken
from another fact, respelt, hedged otherwise and put in another unit; every fact is given another value, date, unit,
hedge, status, place and words. An edit counts as told where the command ends with an error that names file and line.
"""

import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

PLACE = re.compile(r"^\S[^:]*:\d+(:\d+)?: error: ", re.M)


class Project:
    """A copy of the parts of a project that are edited, for one worker."""

    def __init__(self, root, report):
        self.folder = Path(tempfile.mkdtemp())
        for name in ("Data", "Reports") if (root / "Reports").is_dir() else [""]:
            shutil.copytree(root / name, self.folder / name, dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("expected", "out", ".build", ".git"))
        self.report = self.folder / report
        # Maps and timelines take longest to draw: where an edit is none of theirs, a small chart stands for them.
        self.slow = {}
        for path in (self.report / "figures").iterdir():
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".yaml" and re.search(r"^figure: (map|timeline)", text, re.M):
                self.slow[path] = text

    STUB = "data: {values: [{a: A, b: B}]}\nmark: point\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: nominal}}\n"

    def told(self, command, edits, essay):
        before = {}
        for path, text in self.slow.items():
            is_whole = any((self.folder / name) == path for name, _, _ in edits)
            path.write_text(text if is_whole else self.STUB, encoding="utf-8")
        try:
            for name, old, new in edits:
                path = self.folder / name
                text = path.read_text(encoding="utf-8")
                before.setdefault(path, text)
                if isinstance(old, tuple):
                    start, end = old
                    text = text[:start] + new + text[end:]
                else:
                    if old not in text:
                        return None, f"{name} has no “{old}”"
                    text = text.replace(old, new, 1)
                path.write_text(text, encoding="utf-8")
            out = self.folder / "out"
            runs = [[command, "build", str(self.report), "-o", str(out), "--format", "svg", "--quiet"]]
            verify = [command, "facts", "verify", "--project", str(self.folder)]
            if any("Data/" in name for name, _, _ in edits):
                runs.insert(0, verify + (["--source", essay] if essay else []))
            said = ""
            for run in runs:
                done = subprocess.run(run, capture_output=True, text=True, timeout=300)
                said += done.stderr + (done.stdout if done.returncode else "")
                if done.returncode not in (0, 1, 65):
                    return None, f"ended with {done.returncode}: {done.stderr[-300:]}"
                if done.returncode and PLACE.search(done.stderr):
                    return True, "\n".join(line for line in done.stderr.splitlines() if ": error: " in line)
            return False, said[-200:]
        finally:
            for path, text in before.items():
                path.write_text(text, encoding="utf-8")


def facts_of(root):
    facts = {}
    for file in sorted((root / "Data/facts").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        for fact in (yaml.safe_load(text) or {}).get("facts") or []:
            if "id" in fact:
                fact["_file"] = str(file.relative_to(root))
                facts[fact["id"]] = fact
    return facts


def number(value):
    return f"{value:,.0f}" if value >= 10 else f"{value:g}"


UNITS = {"km": "kilometres", "km²": "square kilometres", "%": "per cent", "×": "times"}
WORDS = {781: "seven hundred and eighty-one", 23: "twenty-three", 4380: "four thousand three hundred and eighty"}


def strangers(fact, facts, rng):
    """What a careless hand might write in place of a fact's value."""
    value = fact.get("value")
    unit = UNITS.get(fact.get("unit"), fact.get("unit", ""))
    if not isinstance(value, (int, float)):
        value = {"kazakh-students-growth": 16.9, "shared-fora": 5, "central-asian-states": 5}.get(fact["id"])
    if value is None:
        return [("second number", "4,000 deaths"), ("share", "half of them")]
    hedge = {"at-least": "more than ", "about": "about ", "at-most": "up to "}.get(fact.get("qualifier"), "")
    wrong = "exactly " if hedge else rng.choice(["over ", "about ", "nearly ", "under "])
    other = rng.choice([
        one for one in facts.values()
        if isinstance(one.get("value"), (int, float)) and one["value"] != value and one["value"] > 20])
    digits = number(value)
    fullwidth = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in number(value * 2))
    return [
        ("changed", f"{hedge}{number(value * 1.2 + 1)} {unit}"),
        ("swapped", f"{number(other['value'])} {unit}"),
        ("digits exchanged", f"{hedge}{number(int(str(int(value * 10))[::-1]) + 3)} {unit}"),
        ("other script", f"{hedge}{fullwidth} {unit}"),
        ("hedged otherwise", f"{wrong}{digits} {unit}"),
        ("other unit", f"{hedge}{digits} {rng.choice(['miles', 'tonnes', 'acres', 'dollars'])}"),
        ("in words", f"{rng.choice(['nineteen', 'forty-one', 'a dozen', 'six hundred'])} {unit}"),
        ("vague", f"{rng.choice(['hundreds of', 'dozens of', 'thousands of'])} {unit}"),
        ("ordinal", "the 47th of them"),
    ]


def generated(root, report, facts, rng):
    """(class, [(file, place, text)])."""
    edits = []
    folder = Path(report)
    files = [folder / "briefing.md"] + sorted(
        path.relative_to(root) for path in (root / folder / "figures").iterdir() if path.suffix in {".yaml", ".json"})
    for name in files:
        text = (root / name).read_text(encoding="utf-8")
        for match in re.finditer(r"\{fact:([\w-]+)\}|\[([^\]\n]*)\]\(fact:([\w-]+)\)|- fact: ([\w-]+)", text):
            identifier = match.group(1) or match.group(3) or match.group(4)
            fact = facts.get(identifier)
            if not fact:
                continue
            if match.group(4):
                for other in rng.sample(sorted(facts), 3):
                    if isinstance(facts[other].get("value"), (int, float)):
                        edits.append((f"{name}: key figure", [(str(name), match.span(4), other)]))
                continue
            for kind, typed in strangers(fact, facts, rng):
                link = match.group(3) is not None
                edits.append((f"{name}: {kind}", [(str(name), match.span(), typed)]))
                if link:
                    edits.append((f"{name}: {kind}, linked", [(str(name), match.span(), f"[{typed}](fact:{identifier})")]))
        # A number added to each text.
        for match in re.finditer(r"(?m)^(#+ .*|[A-Z][^\n]{30,}|!\[[^\]]+)$|\"(?:text|subtitle|note|alt)\": \"[^\"]+|^(?:title|subtitle|label): .+$", text):
            end = match.end() if not match.group().startswith("![") else match.end()
            for typed in rng.sample([" and 4,312 others", ", twice", ", a third of it", " in the 14th of them", " (57 %)",
                                     ", ½ of it", " with scores of others", " ٤٥٦", ", forty-two of them"], 2):
                edits.append((f"{name}: added", [(str(name), (end, end), typed)]))
    return edits


def fact_edits(root, facts, rng):
    edits = []
    for identifier, fact in facts.items():
        name = fact["_file"]
        text = (root / name).read_text(encoding="utf-8")
        start = re.search(rf"- id: {re.escape(identifier)}$", text, re.M).start()
        end = text.find("\n\n  - id:", start)
        end = len(text) if end < 0 else end
        block = text[start:end]

        def change(kind, pattern, new):
            match = re.search(pattern, block, re.M)
            if match and match.group(1) != new:
                edits.append((f"facts: {kind}", [(name, (start + match.start(1), start + match.end(1)), new)]))

        value = fact.get("value")
        if isinstance(value, (int, float)):
            change("value", r"^    value: (.+)$", str(int(value * 1.1) + 1))
            change("value of another", r"^    value: (.+)$", str(rng.choice([781, 13198, 23, 4380, 1564116])))
            change("unit", r"^    unit: (.+)$", "miles")
            if "qualifier" in fact:
                change("hedge", r"^    qualifier: (.+)$", "at-most" if fact["qualifier"] == "at-least" else "at-least")
        elif value in ("yes", "no"):
            change("yes for no", r"^    value: \"(.+)\"$", "no" if value == "yes" else "yes")
        change("date", r"^    date: (.+)$", rng.choice(["1971", "1997", "2003", "1949"]))
        change("period", r"^    period: (.+)$", "1971/1999")
        change("paragraph", r"paragraph: (\d+)", "9")
        change("section", r"section: \"?([^\",}]+)", "Conclusion")
        change("words", r"^    words: \[([^\]]+)\]", "never said so")
        if fact.get("about") in {"China", "Russia"}:
            change("actor", r"^    about: (.+)$", "Russia" if fact["about"] == "China" else "China")
        change("title", r"^    title: (.+)$", "Japan takes part")
        change("formula", r"^    formula: \"(.+)\"$", fact.get("formula", "") + " * 2" if fact.get("formula") else "")
        if fact.get("source"):
            change("source", r"^    source: (.+)$", "natural-earth" if fact["source"] != "natural-earth" else "wani-essay")
        change("status", r"^    status: (.+)$", "expected" if fact.get("status") != "expected" else "attributed")
    return edits


def main():
    command, root, report, essay, share, only = sys.argv[1:7]
    root = Path(root)
    rng = random.Random(13)
    facts = facts_of(root)
    hand = []
    for own in sys.argv[7:]:
        for item in yaml.safe_load(Path(own).read_text(encoding="utf-8")):
            hand.append((f"by hand: {item['edits'][0][0]}", [tuple(edit) for edit in item["edits"]]))
    made = generated(root, report, facts, rng) + fact_edits(root, facts, rng)
    hand, made = ([item for item in items if re.search(only, item[0])] for items in (hand, made))
    rng.shuffle(made)
    edits = hand + made[:int(len(made) * float(share))]
    workers = [Project(root, report) for _ in range(min(2, os.cpu_count() or 1))]
    free = list(workers)
    silent, broken, count = [], [], 0

    def one(item):
        project = free.pop()
        try:
            return item, project.told(command, item[1], essay)
        finally:
            free.append(project)

    classes = {}
    with concurrent.futures.ThreadPoolExecutor(len(workers)) as pool:
        for (kind, edit), (told, said) in pool.map(one, edits):
            count += 1
            entry = classes.setdefault(kind, [0, 0])
            entry[1] += 1
            if told is None:
                broken.append((kind, edit, said))
            elif told:
                entry[0] += 1
            else:
                silent.append((kind, edit))
    for kind, (told, all_) in sorted(classes.items()):
        if told < all_:
            print(f"{kind}: {told} of {all_}")
    for kind, edit in silent:
        print(f"    silent: {kind}: {edit}")
    for kind, edit, said in broken:
        print(f"    not tried: {kind}: {edit}: {said}")
    stopped = count - len(silent) - len(broken)
    print(f"edits {count} · stopped {stopped} · {100 * stopped / max(1, count - len(broken)):.1f} %")
    for project in workers:
        shutil.rmtree(project.folder, ignore_errors=True)
    sys.exit(0 if not broken and stopped >= 0.98 * count else 1)


main()
