"""Looks at the pages of Fascia in a headless Chromium: check_pages.py PROGRAM FOLDER

FOLDER holds the pages that PageFilesTests wrote; PROGRAM adds letter, report, receipt and the clinic's
results. Each page is read at 360 and 1200 pixels, in the light and in the dark, and on A4 paper. At
the end the check proves itself on pages that are bad in one way each.
"""

import base64
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

HERE = pathlib.Path(__file__).parent
LOOK = (HERE / "CheckPages" / "look.js").read_text(encoding="utf-8")
STATES = [("screen", width, scheme) for width in (360, 1200) for scheme in ("light", "dark")]
# A4 less the margins of the page: 210 mm - 2 * 18 mm at 96 pixels an inch.
STATES.append(("print", 657, "light"))


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def words(text):
    return unicodedata.normalize("NFKC", text).split()


def seen(driver, media, width, scheme):
    """What is wrong with the open page in one state."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    # A place is looked behind only where it is on the screen.
    size["height"] = driver.execute_script("return document.documentElement.scrollHeight") + 20
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    paper = "#121212" if scheme == "dark" and driver.execute_script(
        "return getComputedStyle(document.documentElement).colorScheme").find("dark") >= 0 else "#fff"
    return driver.execute_script(f"const canvasColor = '{paper}';" + LOOK)


def printed(driver):
    """What is lacking on A4 of what a wide screen shows."""
    seen(driver, "screen", 1200, "light")
    shown = driver.execute_script(
        "return document.body.innerText + ' ' + [...document.querySelectorAll('svg')]"
        ".filter(svg => svg.getClientRects().length)"
        ".flatMap(svg => [...svg.querySelectorAll('text')]).map(text => text.textContent).join(' ')")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    pdf = driver.execute_cdp_cmd("Page.printToPDF", {
        "paperWidth": 210 / 25.4, "paperHeight": 297 / 25.4, "printBackground": False})
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(base64.b64decode(pdf["data"]))
        file.flush()
        raw = subprocess.run(
            ["pdftotext", "-raw", file.name, "-"], check=True, capture_output=True).stdout
    # A word that is broken at the end of a line has its parts beside each other.
    text = "".join(words(raw.decode()))
    # What lies beyond the edge of the paper is not in the text of the file either.
    return [("print-text", word) for word in dict.fromkeys(words(shown)) if word not in text]


def check(driver, path):
    """Every problem of one page: (name, where, detail)."""
    driver.get("about:blank")
    for kind in ("browser", "performance"):
        driver.get_log(kind)
    driver.get(path.as_uri())
    problems = []
    for media, width, scheme in STATES:
        for name, detail in seen(driver, media, width, scheme):
            problems.append((name, f"{media} {width} {scheme}", detail))
    problems += [(name, "A4", detail) for name, detail in printed(driver)]
    for entry in driver.get_log("browser"):
        if entry["level"] in ("WARNING", "SEVERE"):
            problems.append(("console", "any", entry["message"]))
    for entry in driver.get_log("performance"):
        asked = re.search(r'"method":"Network.requestWillBeSent".*"request":\{.*?"url":"([^"]*)"',
                          entry["message"])
        if asked and asked[1] not in (path.as_uri(), "about:blank"):
            problems.append(("network", "any", asked[1]))
    return problems


def written(program, folder):
    """The pages that the program itself writes, of its demo practice."""
    sample = (HERE.parent / "config.yaml").read_text(encoding="utf-8")
    billing = (HERE / "CheckPages" / "billing.yaml").read_text(encoding="utf-8")
    config = folder / "config.yaml"
    config.write_text(sample.replace("\ntechniques: ", f"\n{billing}techniques: "), encoding="utf-8")

    def run(arguments, lines):
        done = subprocess.run(
            [program, "demo", "--config", config, *arguments]
            + [word for line in lines for word in ("-c", line)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"the program failed: {done.stderr}")

    run(["--clients", "3", "--visits", "9"], [
        f"outcomes to={folder}/outcomes-empty.html", "client id=C0001",
        f"letter consent=yes to={folder}/letter.html", f"report to={folder}/report.html",
        f"receipt to={folder}/receipt.html"])
    run(["--clients", "12", "--visits", "36"], [f"outcomes to={folder}/outcomes.html"])


def prove(driver):
    """Each way of being bad is found, and a page that is bad in none of them passes."""
    bad = (HERE / "CheckPages" / "bad.html").read_text(encoding="utf-8")
    good, *cases = re.split(r"<!-- bad: ([a-z-]+) -->\n", bad)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "page.html"
        path.write_text(good, encoding="utf-8")
        if found := check(driver, path):
            sys.exit(f"a good page is said to be bad: {found}")
        for name, part in zip(cases[::2], cases[1::2], strict=True):
            old, _, new = part.rpartition("=>\n")
            if old.strip() not in good:
                sys.exit(f"{name}: nothing to replace")
            path.write_text(good.replace(old.strip(), new.strip()), encoding="utf-8")
            if name not in {found[0] for found in check(driver, path)}:
                sys.exit(f"a page with a bad {name} passes")
    return len(cases) // 2


def main(program, folder):
    folder = pathlib.Path(folder).resolve()
    written(program, folder)
    pages = sorted(folder.glob("*.html"))
    driver = browser()
    try:
        problems = [(path.name, *found) for path in pages for found in check(driver, path)]
        for problem in problems:
            print(": ".join(problem), file=sys.stderr)
        ways = prove(driver)
    finally:
        driver.quit()
    if problems:
        sys.exit(f"{len(problems)} problems")
    if len(pages) < 10:
        sys.exit(f"only {len(pages)} pages")
    print(f"{len(pages)} pages are well in {len(STATES)} states and on A4; {ways} bad ones are found.")


main(*sys.argv[1:])
