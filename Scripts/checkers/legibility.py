"""An eye of its own for what figures show: reads scenes as JSON, and knows nothing of the judge in the program.

Draws every document of folders in looks and sizes, and finds texts on one another, texts out of the frame, small type,
text without contrast (against the pixels that are truly behind it), names of categories that Vega's own look shows and
ours does not, plots under half of Vega's, and figures wider or higher than asked. Each finding is told or silent: told
where `dossier draw` warned of the document at all in words of that kind.

    Scripts/check-legibility FOLDER… [--cli PATH] [--data-root DIR] [--themes dossier,gazette,dark]
                             [--sizes own,column,slide] [--list] [--only WORD]
"""

import argparse
import collections
import concurrent.futures
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

SIZES = {"column": (400, None), "page": (640, None), "slide": (1920, 1080)}
WORDS = {
    "overlap": ["lie on one another", "overlap"],
    "frame": ["runs out of", "cut off"],
    "small": ["is set in"],
    "contrast": ["stands out from", "lies under"],
    "lost": ["not named", "left out", "no room", "not shown", "are missing", "thinned", "every "],
    "squeezed": ["of the width", "of the height", "squeezed"],
    "size": ["wide where", "high where"],
}


def leaves(node):
    for child in node.get("children", []):
        yield from leaves(child) if child["type"] == "group" else [child]


def corners(text):
    """The corners of a text's letters: its box shrunk by an eighth of the line above and below."""
    x, y, width, height = text["bounds"]
    angle = text.get("angle", 0) % 360
    if min(angle % 90, 90 - angle % 90) < 0.01 or text.get("course"):
        upright = round(angle / 90) % 2 == 0
        inset = 0.125 * min(text["size"] * 1.2, height if upright else width)
        dx, dy = (0.5, inset) if upright else (inset, 0.5)
        return [(x + dx, y + dy), (x + width - dx, y + dy), (x + width - dx, y + height - dy), (x + dx, y + height - dy)]
    # Turned: the box of a turned rectangle of length w and thickness h is known, and so are w and h.
    sine, cosine = abs(math.sin(math.radians(angle))), abs(math.cos(math.radians(angle)))
    across = cosine * cosine - sine * sine
    thick = text["size"] * 0.95
    if abs(across) > 0.2:
        length = (width * cosine - height * sine) / across
    else:
        length = (width - thick * sine) / max(cosine, 0.01)
    a = math.radians(angle)
    middle = (x + width / 2, y + height / 2)
    along, over = (math.cos(a) * length / 2, math.sin(a) * length / 2), (-math.sin(a) * thick / 2, math.cos(a) * thick / 2)
    return [
        (middle[0] + s * along[0] + t * over[0], middle[1] + s * along[1] + t * over[1])
        for s, t in [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    ]


def depth(a, b):
    """How deep two convex shapes lie in each other; 0 where an axis parts them."""
    least = math.inf
    for shape in (a, b):
        for i in range(2):
            (x0, y0), (x1, y1) = shape[i], shape[i + 1]
            length = math.hypot(x1 - x0, y1 - y0)
            if length == 0:
                return 0
            x, y = (x1 - x0) / length, (y1 - y0) / length
            p, q = [u * x + v * y for u, v in a], [u * x + v * y for u, v in b]
            shared = min(max(p), max(q)) - max(min(p), min(q))
            if shared <= 0:
                return 0
            least = min(least, shared)
    return least


def luminance(color):
    channels = [c / 255 for c in color[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(a, b):
    light, dark = sorted([luminance(a), luminance(b)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def parsed(color):
    digits = color.lstrip("#")
    parts = [int(digits[i : i + 2], 16) for i in range(0, len(digits), 2)]
    return parts[:3], (parts[3] / 255 if len(parts) > 3 else 1)


def background(picture, box):
    """The colour that most of a box's pixels have, which is what letters stand on."""
    left, top = max(0, int(box[0])), max(0, int(box[1]))
    right, bottom = min(picture.width, math.ceil(box[2])), min(picture.height, math.ceil(box[3]))
    if right <= left or bottom <= top:
        return None
    part = picture.crop((left, top, right, bottom))
    return max(part.getcolors(part.width * part.height))[1]


MONTHS = "january february march april may june july august september october november december".split()
MONTHS += [month[:3] for month in MONTHS]


def is_word(text):
    """A name, and no date of an axis of time, which has labels every so many months."""
    return sum(c.isalpha() for c in text) >= 2 and not any(c.isdigit() for c in text) and text.lower() not in MONTHS


def plain(text):
    return "".join(c for c in text.lower() if c.isalnum())


def plot(scene):
    boxes = [
        leaf["bounds"] for leaf in leaves(scene["root"])
        if leaf.get("role", "").startswith("mark-") and leaf["role"] not in ("mark-text", "mark-label")
        or leaf.get("role") in ("axis-grid", "axis-domain", "view-background")
    ]
    if not boxes:
        return None
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top


def text_of(leaf):
    return leaf["text"] if isinstance(leaf["text"], str) else " ".join(leaf["text"])


def faults(scene, picture, size, reference):
    found = []
    texts = [leaf for leaf in leaves(scene["root"]) if leaf["type"] == "text" and text_of(leaf).strip()]
    shapes = [corners(text) for text in texts]
    for i, a in enumerate(texts):
        for j in range(i):
            if depth(shapes[i], shapes[j]) > 1.5:
                found.append(("overlap", f"{text_of(texts[j])[:30]!r} / {text_of(a)[:30]!r}"))
    for text, shape in zip(texts, shapes):
        xs, ys = [p[0] for p in shape], [p[1] for p in shape]
        if min(xs) < -1 or min(ys) < -1 or max(xs) > scene["width"] + 1 or max(ys) > scene["height"] + 1:
            found.append(("frame", repr(text_of(text)[:30])))
        if text["size"] < 9.3:
            found.append(("small", f"{text_of(text)[:30]!r} {text['size']}"))
        fill = text.get("fill")
        if isinstance(fill, str) and fill.startswith("#"):
            color, alpha = parsed(fill)
            behind = background(picture, (min(xs), min(ys), max(xs), max(ys)))
            halo = text.get("halo")
            if behind and not halo:
                ink = [c * alpha + b * (1 - alpha) for c, b in zip(color, behind)]
                if ratio(ink, behind) < 4.4 and ratio(color, behind) > 1.01:
                    found.append(("contrast", f"{text_of(text)[:30]!r} {fill} {ratio(ink, behind):.1f}"))
    width, height = size
    if width and scene["width"] > width + 1 or height and scene["height"] > height + 1:
        found.append(("size", f"{scene['width']}x{scene['height']}"))
    if reference:
        shown = plain(" ".join(text_of(text) for text in texts))
        parts = {plain(text_of(text)) for text in texts}
        # A name may be set over lines, each a text of its own.
        joined = " ".join(sorted(parts))
        lost = [
            name for name in names(reference)
            if plain(name) not in shown and not all(plain(word) in joined for word in name.split())
        ]
        if lost:
            found.append(("lost", ", ".join(lost[:6]) + (f" and {len(lost) - 6} more" if len(lost) > 6 else "")))
        ours, theirs = plot(scene), plot(reference)
        if ours and theirs and not size[0]:
            if ours[0] < theirs[0] / 2 or ours[1] < theirs[1] / 2:
                found.append(("squeezed", f"{ours[0]:.0f}x{ours[1]:.0f} of {theirs[0]:.0f}x{theirs[1]:.0f}"))
            if scene["width"] > 1.3 * max(reference["width"], 640):
                found.append(("size", f"{scene['width']} wide, {reference['width']} in Vega's look"))
    return found


def names(scene):
    return {
        text_of(leaf) for leaf in leaves(scene["root"])
        if leaf.get("role") in ("axis-label", "legend-label", "header-label") and leaf["type"] == "text"
        and is_word(text_of(leaf)) and "…" not in text_of(leaf)
    }


def draw(cli, figure, theme, size, root, folder):
    scene, picture = pathlib.Path(folder) / "f.scene.json", pathlib.Path(folder) / "f.png"
    command = [cli, "draw", str(figure), "--theme", theme, "-o", str(scene), "-o", str(picture), "--scale", "1"]
    if size != "own":
        command += ["--size", size]
    if root:
        command += ["--data-root", root]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, None, ["not drawn within a minute"]
    told = [line for line in run.stderr.splitlines() if " warning: " in line or " error: " in line]
    if run.returncode != 0:
        return None, None, told
    return json.loads(scene.read_text()), Image.open(io.BytesIO(picture.read_bytes())).convert("RGB"), told


def judge(job):
    cli, figure, themes, sizes, root = job
    result = []
    with tempfile.TemporaryDirectory() as folder:
        reference, _, _ = draw(cli, figure, "vega", "own", root, folder)
        for theme in themes:
            for size in sizes:
                scene, picture, told = draw(cli, figure, theme, size, root, folder)
                if scene is None:
                    result.append((figure.name, theme, size, [("undrawn", (told or ["?"])[0][:160])], told))
                else:
                    asked = SIZES.get(size, (None, None))
                    result.append((figure.name, theme, size, faults(scene, picture, asked, reference), told))
    return result


def is_told(kind, told):
    return any(word in line for word in WORDS.get(kind, ["error:"]) for line in told)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--cli", default=".build/debug/dossier")
    parser.add_argument("--data-root")
    parser.add_argument("--themes", default="dossier,gazette,dark")
    parser.add_argument("--sizes", default="own,column,slide")
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="every finding, not the counts alone")
    options = parser.parse_args()
    figures = sorted(
        path for folder in options.folders for ending in ("*.vl.json", "*.yaml")
        for path in folder.rglob(ending) if options.only in path.name)
    themes, sizes = options.themes.split(","), options.sizes.split(",")
    jobs = [(options.cli, figure, themes, sizes, options.data_root) for figure in figures]
    table = collections.defaultdict(collections.Counter)
    silent = total = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for results in pool.map(judge, jobs):
            for name, theme, size, found, told in results:
                row = table[theme, size]
                row["drawn"] += 1
                row["unclean"] += bool(found)
                row["told, script silent"] += not found and any("legib" in line or "stands out" in line for line in told)
                for kind in {kind for kind, _ in found}:
                    row[kind] += 1
                for kind, what in found:
                    total += 1
                    quiet = not is_told(kind, told)
                    silent += quiet
                    if options.list:
                        print(f"{name} {theme} {size}: {'SILENT ' if quiet else ''}{kind}: {what}")
    for (theme, size), row in sorted(table.items()):
        clean = 100 * (1 - row["unclean"] / max(1, row["drawn"]))
        rest = ", ".join(f"{kind} {count}" for kind, count in sorted(row.items()) if kind not in ("drawn", "unclean"))
        print(f"{theme:8} {size:7} {row['drawn']:4} drawn, {clean:5.1f} % clean; {rest}")
    print(f"{total} findings, {silent} of them silent")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
