"""Decks of native shapes."""
import itertools
import shutil

from contest import REPORT, benchmark, run

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


@benchmark
def slides(contest):
    """60 slides: the flagship's figures in turn, laid out and written as shapes; python-pptx is given pictures of them,
    drawn beforehand."""
    figures = sorted(path for path in (REPORT / "figures").iterdir() if path.suffix in (".yaml", ".json"))
    chosen = list(itertools.islice(itertools.cycle(figures), 60))
    pictures = []
    for figure in figures:
        run(contest.draw(figure, f"{figure.name}.png", "--size", "slide"))
    for number, figure in enumerate(chosen):
        copy = contest.folder / f"{number}.png"
        # Each with an end of its own, or python-pptx would keep eight of them for all.
        shutil.copy(contest.folder / f"{figure.name}.png", copy)
        with open(copy, "ab") as file:
            file.write(bytes([number]))
        pictures.append(copy)
    contest.compare("A deck of 60 slides of shapes, against 60 slides of one picture each", {
        "dossier": [contest.dossier, "slides", *chosen, "-o", contest.folder / "shapes.pptx", "--quiet"],
        "python-pptx": contest.python(PICTURES, contest.folder / "pictures.pptx", *pictures),
    }, {"python-pptx": (1, 2)}, rounds=5)
