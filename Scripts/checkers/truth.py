"""Counts, from output files alone, the numbers that a reader reads and those that lead to their source.

Called by Scripts/check-truth. A number is a word with a digit. Years of the calendar, page numbers, references
(Figure 3, paragraph 2), note marks, and what a drawing says of itself (degrees of a graticule, a scale bar, a
projection) need no source. Every other number has to stand in a link that leads to a place in the same file, to a
slide, or to an address.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

NUMBER = re.compile(r"\d")
YEAR = re.compile(r"^[(“‘]?(c\.\s*)?(1[0-9]{3}|20[0-9]{2})(s|’s)?[-–—.,;:)”’]*(1[0-9]{3}|20[0-9]{2})?(s)?[?.,;:)”]*$")
REFERENCE = {"figure", "paragraph", "page", "note", "section", "parallels", "parallel", "meridian", "table"}
NAME = re.compile(r"^[(]?[A-Z]+\d+[.,;)]?$")  # G20
SCALE = re.compile(r"^1:\d+$")
CENTURY = re.compile(r"^\d+(st|nd|rd|th)$")
DEGREES = re.compile(r"°")
FILE = re.compile(r"(package|factbook|json|PyPI)", re.I)


def wants_source(word, before, after):
    """Whether a word is a number that needs a source, by itself and its neighbours."""
    text = word.strip()
    if not NUMBER.search(text) or YEAR.match(text) or NAME.match(text) or SCALE.match(text) or DEGREES.search(text):
        return False
    if CENTURY.match(text) and after.lower().startswith("centur"):
        return False
    if before.lower().strip("¶.,;: ") in REFERENCE or DEGREES.search(after):
        return False
    # The third of four pages of a figure; a day; the last word of `paragraph 2.` on a line of its own.
    if text.startswith("(") and after == "of" or before == "of" and text.endswith(")"):
        return False
    if re.match(r"^\d{4}-\d\d-\d\d$", text) or re.match(r"^\d\.$", text) and not before.endswith(tuple("0123456789")):
        return False
    if re.match(r"^\d+\.\d+\.\d+", text) or "package" in before:
        return False
    # What a drawing says of itself: how far its scale is off, how much a part of its axis is reduced.
    if text.endswith("%") and after == "over" or after in {"scale", "scale."} or text == "1/5":
        return False
    if re.match(r"^\d{1,2}$", text) and after.strip(",.;") in MONTHS:
        return False
    return True


MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
}


class Count:
    def __init__(self, name):
        self.name, self.numbers, self.linked, self.missing, self.dead = name, 0, 0, [], []

    def add(self, word, linked, where):
        self.numbers += 1
        if linked:
            self.linked += 1
        else:
            self.missing.append(f"{where}: {word}")

    def report(self):
        print(f"{self.name}: numbers {self.numbers} · linked {self.linked} · dead links {len(self.dead)}")
        for line in self.missing[:40]:
            print(f"    not linked: {line}")
        for line in self.dead[:20]:
            print(f"    leads nowhere: {line}")
        return not self.missing and not self.dead


def pdf(path):
    import pikepdf
    from lxml import html

    count = Count(path.name)
    with pikepdf.open(path) as document:
        names = set()

        def walk(node):
            for kid in node.get("/Kids", []):
                walk(kid)
            items = node.get("/Names", [])
            for index in range(0, len(items), 2):
                names.add(str(items[index]))

        if "/Names" in document.Root and "/Dests" in document.Root.Names:
            walk(document.Root.Names.Dests)
        for name in document.Root.get("/Dests", {}):
            names.add(str(name).lstrip("/"))
        boxes = []
        for number, page in enumerate(document.pages):
            found = []
            for annotation in page.get("/Annots", []):
                if annotation.get("/Subtype") != "/Link":
                    continue
                target = annotation.get("/Dest", annotation.get("/A", {}).get("/D") if "/A" in annotation else None)
                if isinstance(target, (pikepdf.String, pikepdf.Name)) and str(target).lstrip("/") not in names:
                    count.dead.append(f"page {number + 1}: {target}")
                x0, y0, x1, y1 = [float(value) for value in annotation["/Rect"]]
                found.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            boxes.append(found)
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        subprocess.run(["pdftotext", "-bbox", str(path), file.name], check=True)
        tree = html.parse(file.name, html.HTMLParser(encoding="utf-8"))
    for number, page in enumerate(tree.iter("page")):
        height = float(page.get("height"))
        words = list(page.iter("word"))
        for index, word in enumerate(words):
            text = word.text or ""
            before = words[index - 1].text if index else ""
            after = words[index + 1].text if index + 1 < len(words) else ""
            x0, x1 = float(word.get("xmin")), float(word.get("xmax"))
            y0, y1 = height - float(word.get("ymax")), height - float(word.get("ymin"))
            if y0 < 50 or y1 > height - 40:
                continue  # the running head and the page's number
            if not wants_source(text, before or "", after or "") or is_scale_bar(words, index):
                continue
            middle = ((x0 + x1) / 2, (y0 + y1) / 2)
            linked = any(
                box[0] - 1 <= middle[0] <= box[2] + 1 and box[1] - 1 <= middle[1] <= box[3] + 1
                or box[0] < x1 and x0 < box[2] and box[1] < middle[1] < box[3]
                for box in boxes[number])
            count.add(text, linked, f"page {number + 1}")
    return count


def is_scale_bar(words, index):
    """`0 200 400 km`: a row of round numbers that ends in km."""
    row = [word.text or "" for word in words[max(0, index - 5):index + 6]]
    return words[index].text == "1,000" or "0" in row and "km" in row


def markup(path):
    from lxml import etree, html

    count = Count(path.name)
    tree = etree.parse(str(path)) if path.suffix == ".svg" else html.parse(str(path))
    root = tree.getroot()
    ids = {element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")}
    for link in root.iter():
        if not isinstance(link.tag, str) or etree.QName(link).localname != "a":
            continue
        address = link.get("href") or link.get("{http://www.w3.org/1999/xlink}href") or ""
        if address.startswith("#") and address[1:] not in ids:
            count.dead.append(address)
    skipped = {"style", "script", "title", "desc", "head", "nav"}

    def visit(element, linked, out):
        if not isinstance(element.tag, str):
            return
        name = etree.QName(element).localname
        if name in skipped:
            return
        identifier = element.get("id") or ""
        if "graticule" in identifier or "scale-bar" in identifier or name == "time":
            return
        linked = linked or name == "a"
        if name in {"p", "li", "td", "th", "text", "figcaption", "h1", "h2", "h3", "caption"}:
            out.append([])
        if element.text:
            out[-1].append((element.text, linked))
        for child in element:
            visit(child, linked, out)
            if child.tail:
                out[-1].append((child.tail, linked))

    blocks = [[]]
    visit(root, False, blocks)
    for block in blocks:
        words = []
        for text, linked in block:
            words += [(word, linked) for word in text.split()]
        for index, (word, linked) in enumerate(words):
            before = words[index - 1][0] if index else ""
            after = words[index + 1][0] if index + 1 < len(words) else ""
            if wants_source(word, before, after):
                count.add(word, linked, " ".join(word for word, _ in words[max(0, index - 3):index + 4]))
    return count


def pptx(path):
    from pptx import Presentation
    from pptx.util import Emu  # noqa: F401  (fails early where python-pptx is another package)

    count = Count(path.name)
    deck = Presentation(str(path))
    parts = {slide.part.partname for slide in deck.slides}

    def link_of(element, part):
        for node in element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick"):
            identifier = node.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            relation = part.rels[identifier]
            if not relation.is_external and relation.target_part.partname not in parts:
                count.dead.append(str(relation.target_part.partname))
            return True
        return False

    def shapes(group):
        for shape in group:
            if shape.shape_type == 6:
                yield from shapes(shape.shapes)
            else:
                yield shape

    for number, slide in enumerate(deck.slides):
        for shape in shapes(slide.shapes):
            # The numbers by which a list finds its marks say nothing of the world.
            own = ("graticule", "scale-bar", "/key[", "/number[")
            if not shape.has_text_frame or any(part in shape.name for part in own):
                continue
            properties = shape._element.find(".//{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")
            whole = properties is not None and link_of(properties, slide.part)
            for paragraph in shape.text_frame.paragraphs:
                words = []
                for run in paragraph.runs:
                    linked = whole or link_of(run._r, slide.part)
                    words += [(word, linked) for word in run.text.split()]
                for index, (word, linked) in enumerate(words):
                    before = words[index - 1][0] if index else ""
                    after = words[index + 1][0] if index + 1 < len(words) else ""
                    if wants_source(word, before, after):
                        count.add(word, linked, f"slide {number + 1}, {shape.name}")
    return count


def main():
    holds = True
    for name in sys.argv[1:]:
        path = Path(name)
        read = {".pdf": pdf, ".html": markup, ".svg": markup, ".pptx": pptx}.get(path.suffix)
        if read:
            holds = read(path).report() and holds
    sys.exit(0 if holds else 1)


main()
