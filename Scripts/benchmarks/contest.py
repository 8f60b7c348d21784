"""What every benchmark is made of: cold runs of whole processes, in turns, and the ratios of their medians.

A benchmark is a function marked `@benchmark` in a file of this folder; its name is what `Scripts/bench` is given. It
takes a `Contest`, which knows the dossier program, a scratch folder and the number of rounds.
"""
import functools
import http.server
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "Reports/russia-china-central-asia"

BENCHMARKS = {}


def benchmark(function):
    """Registers a benchmark under the function's name."""
    BENCHMARKS[function.__name__] = function
    return function


def run(command):
    """Wall seconds and peak MiB of one cold run; a failure ends the benchmark."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {child.returncode}: {message.decode()[-400:]}")
    return seconds, usage.ru_maxrss / 1024


def page_count(path):
    """The pages of a PDF."""
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return next(int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *arguments):
        pass


class Contest:
    """Where a benchmark runs: `dossier` is the program, `folder` a scratch folder, `runs` the number of rounds."""

    def __init__(self, dossier, folder, runs):
        self.dossier = dossier
        self.folder = pathlib.Path(folder)
        self.runs = runs

    def write(self, name, text):
        """Writes an input into the scratch folder and returns its path."""
        path = self.folder / name
        path.write_text(text)
        return path

    def generate(self, name, make, *arguments):
        """Writes what `make` returns into the scratch folder and returns its path. It is made in a process of its own:
        what this one ever held would count as the memory of the processes that it starts."""
        path = self.folder / name
        child = os.fork()
        if child == 0:
            status = 1
            try:
                path.write_text(make(*arguments))
                status = 0
            finally:
                os._exit(status)
        if os.waitpid(child, 0)[1]:
            sys.exit(f"bench: {name} could not be made")
        return path

    def draw(self, figure, out, *arguments):
        """The command that draws a figure with dossier into the scratch folder."""
        return [self.dossier, "draw", figure, "-o", self.folder / out, "--quiet", *arguments]

    def address(self, name):
        """Where a file of the scratch folder is fetched from, by peers that read no files: a server on this machine."""
        if not hasattr(self, "server"):
            handler = functools.partial(Quiet, directory=self.folder)
            self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/{name}"

    def python(self, program, *arguments):
        """The command that runs a peer's few lines of Python with these arguments."""
        return [sys.executable, "-c", program, *arguments]

    def compare(self, title, contenders, limits, rounds=None):
        """Runs all contenders in turn; `limits` gives for each peer the most that dossier may take of its time and
        of its memory (None: whatever)."""
        rounds = min(self.runs, rounds or self.runs)
        print(f"\n{title} ({rounds} rounds)")
        figures = {name: [] for name in contenders}
        for command in contenders.values():
            run(command)
        for _ in range(rounds):
            for name, command in contenders.items():
                figures[name].append(run(command))
        medians = {
            name: (statistics.median(s for s, _ in rows), statistics.median(m for _, m in rows))
            for name, rows in figures.items()
        }
        for name, (seconds, memory) in medians.items():
            low, high = min(s for s, _ in figures[name]), max(s for s, _ in figures[name])
            print(f"  {name:12} {seconds * 1000:8.1f} ms  ({low * 1000:.1f} to {high * 1000:.1f})  {memory:7.1f} MiB")
        ours = medians["dossier"]
        for peer, (time_limit, memory_limit) in limits.items():
            time_ratio, memory_ratio = ours[0] / medians[peer][0], ours[1] / medians[peer][1]
            for what, ratio, limit in (("time", time_ratio, time_limit), ("memory", memory_ratio, memory_limit)):
                if limit:
                    verdict = "holds" if ratio <= limit else "FALLS SHORT"
                    print(f"  {what} of {peer}: {ratio:.3f} (at most {limit:.3f}): {verdict}")
        sys.stdout.flush()
