"""Timelines of many events."""
import random

from charts import bar_chart_with_vl_convert
from contest import benchmark, run


def events(count):
    """A timeline of generated events over three centuries, the same in every run."""
    draw = random.Random(count)
    words = "treaty border railway congress river election famine market bridge school".split()
    lines = ["figure: timeline", "title: Generated", "events:"]
    for _ in range(count):
        date = f"{draw.randint(1750, 2019)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        title = " ".join(draw.choice(words) for _ in range(draw.randint(2, 6)))
        lines.append(f"  - {{date: {date}, title: {title}}}")
    return "\n".join(lines) + "\n"


@benchmark
def timeline(contest):
    figures = {count: contest.write(f"events-{count}.yaml", events(count)) for count in (100, 500, 1000, 10000)}
    contest.compare("A timeline of 500 events to PDF, against one bar chart to PNG", {
        "dossier": contest.draw(figures[500], "events.pdf"),
        "vl-convert": bar_chart_with_vl_convert(contest),
    }, {"vl-convert": (1 / 2, None)})
    print("\nTimelines laid out and written as scene JSON, milliseconds an event")
    for count in (100, 1000, 10000):
        seconds = min(run(contest.draw(figures[count], "events.scene.json"))[0] for _ in range(3))
        print(f"  {count:6} events {seconds * 1000:8.1f} ms  {seconds * 1000 / count:.3f} an event")
