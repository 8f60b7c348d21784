"""Comparing pictures, against ImageMagick's `compare` and PyPI pixelmatch, at 1920 × 1080."""
import os
import shutil
import statistics
import subprocess
import sys

from contest import REPORT, benchmark, run

PIXELMATCH = """
import sys
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch
a, b = Image.open(sys.argv[1]).convert("RGBA"), Image.open(sys.argv[2]).convert("RGBA")
difference = Image.new("RGBA", a.size)
pixelmatch(a, b, difference if len(sys.argv) > 3 else None, threshold=0.01, includeAA=True)
if len(sys.argv) > 3:
    difference.save(sys.argv[3])
"""

CHANGED = """
import sys
from PIL import Image, ImageDraw
picture = Image.open(sys.argv[1]).convert("RGB")
ImageDraw.Draw(picture).rectangle((800, 400, 860, 460), fill=(200, 30, 30))
picture.save(sys.argv[2])
"""

SAVED_AGAIN = """
import sys
from PIL import Image
Image.open(sys.argv[1]).convert("RGB").save(sys.argv[2])
"""


def may_differ(command):
    """ImageMagick and dossier end with 1 where pictures differ, which is no failure here."""
    return ["sh", "-c", '"$0" "$@"; test $? -le 1', *map(str, command)]


def pictures(contest):
    """A slide of the flagship's timeline; the same written by another program; the same with a square in it."""
    if not shutil.which("compare"):
        sys.exit("bench: ImageMagick is missing: apt-get install imagemagick")
    timeline = REPORT / "figures/timeline.yaml"
    slide, other, changed = (contest.folder / name for name in ("slide.png", "other.png", "changed.png"))
    run([contest.dossier, "draw", timeline, "-o", slide, "--size", "1920x1080", "--quiet"])
    run(contest.python(SAVED_AGAIN, slide, other))
    run(contest.python(CHANGED, slide, changed))
    return slide, other, changed


def contenders(contest, first, second, difference=None):
    ours = [contest.dossier, "compare", first, second, "--quiet"]
    magick = ["compare", "-metric", "AE", first, second, difference or "null:"]
    if difference:
        ours += ["--diff", difference]
    peer = contest.python(PIXELMATCH, first, second, *([difference] if difference else []))
    return {"dossier": may_differ(ours), "ImageMagick": may_differ(magick), "pixelmatch": peer}


@benchmark
def equal_pictures(contest):
    slide, other, _ = pictures(contest)
    limits = {"ImageMagick": (1 / 4, None), "pixelmatch": (None, None)}
    contest.compare("Two equal PNGs, the same bytes", contenders(contest, slide, slide), limits)
    contest.compare("Two equal PNGs by two programs", contenders(contest, slide, other), limits)


@benchmark
def different_pictures(contest):
    slide, _, changed = pictures(contest)
    contest.compare("Two PNGs that differ, with a picture of their difference",
                    contenders(contest, slide, changed, contest.folder / "difference.png"),
                    {"ImageMagick": (1 / 2, None), "pixelmatch": (1 / 2, None)}, rounds=5)


@benchmark
def folders_of_pictures(contest):
    slide, other, changed = pictures(contest)
    before, after = contest.folder / "before", contest.folder / "after"
    for folder, files in ((before, (slide, slide)), (after, (other, changed))):
        folder.mkdir(exist_ok=True)
        for number in range(200):
            os.link(files[number % 10 == 0], folder / f"{number:03}.png")
    cores = len(os.sched_getaffinity(0))
    print(f"\nA folder of 200 pairs, every tenth of which differs ({cores} cores)")
    medians = {}
    for jobs in (1, 2, 4, 8, 16):
        if jobs > cores:
            break
        command = may_differ([contest.dossier, "compare", before, after, "--jobs", jobs, "--quiet"])
        medians[jobs] = statistics.median(run(command)[0] for _ in range(3))
        print(f"  {jobs:2} jobs {medians[jobs] * 1000:8.1f} ms, {medians[1] / medians[jobs]:.2f} times as fast as one")
    sys.stdout.flush()
