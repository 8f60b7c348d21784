"""Times dossier and its peers as whole cold processes, in turns, and prints ratios of medians.

    compare.py --dossier PATH [--runs N] [NAME ...]

Each round runs every contender of a benchmark once, so that a drift of the machine's speed falls on all alike. Wall
time is from fork to exit; memory is the kernel's own peak of the process (ru_maxrss). Every other file of this folder
holds benchmarks on one subject; a new file is found by itself.
"""
import argparse
import importlib
import pathlib
import tempfile

from contest import BENCHMARKS, Contest


def main():
    here = pathlib.Path(__file__)
    for file in sorted(here.parent.glob("*.py")):
        if file != here:
            importlib.import_module(file.stem)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("names", nargs="*", metavar="NAME", help="one of: " + ", ".join(BENCHMARKS))
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in BENCHMARKS]:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names or BENCHMARKS:
            BENCHMARKS[name](Contest(options.dossier, folder, options.runs))


main()
