"""Uses a comparison report as people do, in Debian's Chromium without a window: by keyboard, by pointer and by ear.

    browser.py REPORT.html

The report has at least two failures, the first with a scene beside its pictures. Prints a line for each thing that
holds; status 1 where one does not. Chromium is driven through the pipe of its DevTools protocol, with no network.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


class Browser:
    """Chromium with one page, its commands and its events."""

    def __init__(self, folder):
        program = shutil.which("chromium") or sys.exit("browser: chromium is missing: run ./Scripts/setup-checkers")
        to_browser, to_us = os.pipe(), os.pipe()

        def pipes():
            # The protocol reads from descriptor 3 and writes to 4.
            ends = os.dup(to_browser[0]), os.dup(to_us[1])
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
             "--force-renderer-accessibility", "--window-size=1280,900", f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser[0])
        os.close(to_us[1])
        self.writer, self.reader = os.fdopen(to_browser[1], "wb"), os.fdopen(to_us[0], "rb")
        self.rest, self.number, self.session, self.events = b"", 0, None, []

    def message(self):
        while b"\0" not in self.rest:
            read = os.read(self.reader.fileno(), 1 << 16)
            if not read:
                sys.exit("browser: chromium ended")
            self.rest += read
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def send(self, method, **parameters):
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        self.writer.write(json.dumps(command).encode() + b"\0")
        self.writer.flush()
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"browser: {method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, url):
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility", "DOM"):
            self.send(f"{domain}.enable")
        self.send("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
        self.send("Page.navigate", url=url)
        while self.value("document.readyState") != "complete":
            time.sleep(0.02)

    def value(self, expression):
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"browser: {expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key, code=None, modifiers=0):
        text = key if len(key) == 1 else "\r" if key == "Enter" else ""
        numbers = {"Tab": 9, "Enter": 13, "ArrowRight": 39, "ArrowLeft": 37}
        common = {"key": key, "code": code or key, "modifiers": modifiers,
                  "windowsVirtualKeyCode": numbers.get(key) or ord(key.upper())}
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def wait(self, expression, seconds=5):
        """True as soon as the expression is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.value(expression):
                return True
            time.sleep(0.02)
        return False

    def heard(self):
        """What assistive technology is given: (role, name, properties) of each node that is not ignored."""
        nodes = self.send("Accessibility.getFullAXTree")["nodes"]
        return [(node["role"]["value"], node.get("name", {}).get("value", ""),
                 {item["name"]: item["value"].get("value") for item in node.get("properties", [])})
                for node in nodes if not node.get("ignored")]

    def close(self):
        self.process.kill()
        self.process.wait()


FAILED = []


def expect(words, holds, told=""):
    print(f"{'ok' if holds else 'FAILS'}: {words}{'' if holds else f': {told}'}")
    if not holds:
        FAILED.append(words)


def check(browser, url):
    browser.open(url)
    first = "document.querySelector('section')"
    pictures = first + ".querySelector('.pictures')"

    # By ear.
    heard = browser.heard()
    names = {role: [name for other, name, _ in heard if other == role] for role, _, _ in heard}
    expect("it has a main part and a heading for each failure",
           "main" in names and len(names.get("heading", [])) == browser.value("document.querySelectorAll('h1, h2').length"), names)
    expect("failures are listed by name", "Failures" in names.get("navigation", []) and len(names.get("link", [])) >= 2, names)
    expect("each picture says what it is", names.get("image") and all(
        name.split(" ")[0] in ("Expected", "Actual", "Difference") for name in names["image"]), names.get("image"))
    expect("no button is without a name", all(names.get("button", [""])), names.get("button"))
    for word in ("Side by side", "Slider", "Blink", "Difference"):
        expect(f"there is a button {word}", word in names.get("button", []), names.get("button"))
    pressed = [properties.get("pressed") for role, name, properties in heard if role == "button" and name == "Side by side"]
    expect("the view that is shown is told as pressed", pressed and all(value == "true" for value in pressed), pressed)
    expect("side by side, three pictures stand in a row", browser.value(
        f"new Set([...{pictures}.querySelectorAll('figure')].map(f => Math.round(f.getBoundingClientRect().top))).size") == 1)
    expect("all pictures are whole", browser.value("[...document.images].every(i => i.complete && i.naturalWidth > 0)"))

    # By keyboard.
    browser.press("j", "KeyJ")
    expect("J goes to the first failure", browser.value("document.activeElement.id") == "f1")
    browser.press("j", "KeyJ")
    expect("J goes to the next", browser.value("document.activeElement.id") == "f2")
    browser.press("k", "KeyK")
    expect("K goes back", browser.value("document.activeElement.id") == "f1")
    browser.press("Tab")
    focus = "document.activeElement"
    expect("Tab comes to the first change", browser.value(f"{focus}.className") == "show", browser.value(f"{focus}.outerHTML"))
    browser.press("Enter")
    expect("Enter marks it", browser.value(f"{focus}.getAttribute('aria-pressed')") == "true")
    expect("its box lies on the picture", browser.value(f"""(() => {{
        const box = {pictures}.querySelector('.actual i.on, .expected i.on');
        if (!box) return false;
        const a = box.getBoundingClientRect(), b = box.parentElement.getBoundingClientRect();
        return a.width > 0 && a.height > 0 && a.left >= b.left - 8 && a.right <= b.right + 8 && a.top >= b.top - 8 && a.bottom <= b.bottom + 8;
    }})()"""))
    browser.press("Enter")
    expect("Enter takes the mark away", browser.value(f"{pictures}.querySelectorAll('i.on').length") == 0)

    browser.press("2", "Digit2")
    expect("2 is the slider", "slider" in browser.value(f"{pictures}.className"))
    expect("its button is pressed", browser.value(f"{first}.querySelector('[data-view=slider]').getAttribute('aria-pressed')") == "true")
    sliders = [name for role, name, _ in browser.heard() if role == "slider"]
    expect("the slider has a name", len(sliders) == 1 and sliders[0] != "", sliders)
    browser.value(f"{first}.querySelector('input').focus()")
    before = browser.value(f"getComputedStyle({pictures}.querySelector('.expected .frame')).clipPath")
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    after = browser.value(f"getComputedStyle({pictures}.querySelector('.expected .frame')).clipPath")
    expect("arrow keys move it", before != after and browser.value(f"{first}.querySelector('input').value") == "52", after)
    expect("the pictures lie on one another", browser.value(f"""(() => {{
        const [a, b] = ['.expected', '.actual'].map(name => {pictures}.querySelector(name + ' img').getBoundingClientRect());
        return Math.abs(a.left - b.left) < 1 && Math.abs(a.top - b.top) < 1;
    }})()"""))
    browser.value(f"{pictures}.scrollIntoView()")
    box = browser.value(f"(() => {{ const b = {pictures}.querySelector('.actual .frame').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; }})()")
    middle = box[1] + min(box[3] / 2, 300)
    browser.send("Input.dispatchMouseEvent", type="mousePressed", x=box[0] + box[2] * 0.5, y=middle, button="left", buttons=1, clickCount=1)
    browser.send("Input.dispatchMouseEvent", type="mouseMoved", x=box[0] + box[2] * 0.25, y=middle, button="left", buttons=1)
    browser.send("Input.dispatchMouseEvent", type="mouseReleased", x=box[0] + box[2] * 0.25, y=middle, button="left", clickCount=1)
    value = int(browser.value(f"{first}.querySelector('input').value"))
    expect("the picture can be dragged across", 23 <= value <= 27, value)

    browser.value(f"{first}.querySelector('[data-view=slider]').focus()")
    browser.press("3", "Digit3")
    expect("3 is blinking", "blink" in browser.value(f"{pictures}.className"))
    expect("the expected picture goes", browser.wait(f"{pictures}.classList.contains('off')"))
    expect("and comes", browser.wait(f"!{pictures}.classList.contains('off')"))
    browser.press("4", "Digit4")
    expect("4 is the difference alone", browser.value(
        f"[...{pictures}.querySelectorAll('figure')].filter(f => f.offsetWidth > 0).map(f => f.className).join()") == "difference")
    browser.press("1", "Digit1")
    expect("1 is side by side again", browser.value(f"{pictures}.className") == "pictures side")

    browser.press("a", "KeyA")
    command = browser.value(f"{first}.querySelector('.accept code').textContent")
    expect("A selects the command that accepts the picture", browser.value("getSelection().toString()") == command, command)
    expect("and says so", browser.wait("document.getElementById('said').textContent !== ''"))
    expect("the command names the picture and --update", "--update" in command and "--filter" in command, command)

    # Alone.
    requests = [event["params"]["request"]["url"] for event in browser.events if event.get("method") == "Network.requestWillBeSent"]
    others = [address[:80] for address in requests if address != url and not address.startswith("data:")]
    expect("it asks for nothing but itself", url in requests and not others, others or requests)
    faults = [event["params"] for event in browser.events if event.get("method") == "Runtime.exceptionThrown"
              or (event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error")]
    expect("it has no fault", not faults, faults)
    browser.send("Emulation.setDeviceMetricsOverride", width=360, height=700, deviceScaleFactor=1, mobile=True)
    expect("it fits a narrow window", browser.value("document.documentElement.scrollWidth <= 360"),
           browser.value("document.documentElement.scrollWidth"))


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(folder)
        try:
            check(browser, pathlib.Path(sys.argv[1]).resolve().as_uri())
        finally:
            browser.close()
    sys.exit(bool(FAILED))


main()
