"""Decks of native shapes."""
import itertools
import shutil

from contest import REPORT, ROOT, benchmark, run

PICTURES = """
import sys
from pptx import Presentation
from pptx.util import Emu
deck = Presentation()
deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
for path in sys.argv[2:]:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_picture(path, 0, 0, deck.slide_width, deck.slide_height)
deck.save(sys.argv[1])
"""


def deck(contest, title, folders, limits):
    """60 slides of the figures in some folders, in turn where they are fewer, laid out and written as shapes; python-pptx
    is given pictures of them, drawn beforehand."""
    figures = sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".yaml", ".json"))
    chosen = list(itertools.islice(itertools.cycle(figures), 60))
    pictures = []
    for figure in figures:
        run(contest.draw(figure, f"{figure.name}.png", "--size", "slide"))
    for number, figure in enumerate(chosen):
        copy = contest.folder / f"{number}.png"
        # Each with an end of its own, or python-pptx would keep one of those that are alike.
        shutil.copy(contest.folder / f"{figure.name}.png", copy)
        with open(copy, "ab") as file:
            file.write(bytes([number]))
        pictures.append(copy)
    contest.compare(f"{title}, against 60 slides of one picture each", {
        "dossier": [contest.dossier, "slides", *chosen, "-o", contest.folder / "shapes.pptx", "--quiet"],
        "python-pptx": contest.python(PICTURES, contest.folder / "pictures.pptx", *pictures),
    }, {"python-pptx": limits}, rounds=5)


@benchmark
def slides(contest):
    """60 slides of charts."""
    deck(contest, "A deck of 60 slides of charts in shapes", [ROOT / "Reports/charts/figures"], (1, 2))


@benchmark
def slides_of_all_kinds(contest):
    """60 slides of every figure that ships: five maps and five timelines take most of the time, so no limit is set."""
    folders = [ROOT / "Reports/charts/figures", REPORT / "figures", ROOT / "Reports/timelines", ROOT / "Reports/atlas"]
    deck(contest, "A deck of 60 slides of charts, maps and timelines in shapes", folders, (None, 2))
