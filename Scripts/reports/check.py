"""Looks at report pages as a browser shows them: accessible, whole, legible, running nothing, and asking nothing of any
network.

    python -m venv .venv && .venv/bin/pip install -r Scripts/reports/requirements.txt
    .venv/bin/python Scripts/reports/check.py FOLDER…

needs Debian's chromium, chromium-driver and default-jre-headless. Every .html file under the folders is opened as a
phone, a laptop and a printer see it. Prints what is wrong, a line each; the exit status is 1 then.
"""

import base64
import json
import pathlib
import re
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

import axe_core_python

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "lib"))
import html_validation  # noqa: E402

# Width and height of the window in pixels, and the kind of medium. Print is A4 at 96 dpi without its margins of 16 mm.
VIEWS = {
    "phone": (390, 844, "screen"),
    "laptop": (1280, 800, "screen"),
    "print": (673, 980, "print"),
}

# How many sheets of paper a page fills at most, by the beginning of its name.
SHEETS = {"kurzfassung": 1, "leitfaden": 2}

# What scripts among hostile names would make the page's title.
RUN = "run"

AXE = "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations']}).then(done);"

# What a drawing says must lie within it, and no text may cover another. Halos (aria-hidden) lie under their text. A
# text's box is higher than its letters, so boxes may touch by a quarter of their height.
LAYOUT = """
const found = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth + 1)
    found.push(`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px`);
for (const svg of document.querySelectorAll('svg[role=img]')) {
    const name = svg.getAttribute('aria-labelledby');
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter(text => !text.hasAttribute('aria-hidden'))
        .map(text => ({text: text.textContent, box: text.getBoundingClientRect()}));
    for (const {text, box} of texts)
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2
            || box.bottom > frame.bottom + 2)
            found.push(`${name}: “${text}” is cut`);
    for (let i = 0; i < texts.length; i++)
        for (let j = 0; j < i; j++) {
            const a = texts[i].box, b = texts[j].box;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > Math.min(a.height, b.height) / 4)
                found.push(`${name}: “${texts[i].text}” covers “${texts[j].text}”`);
        }
}
return found;
"""


def browser():
    """A Chromium without a window, which logs what it asks for."""
    options = Options()
    for argument in ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
        options.add_argument(argument)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    # axe takes its time with the annex of a town, which has some ten thousand cells.
    driver.set_script_timeout(600)
    driver.command_executor.client_config.timeout = 660
    return driver


def requests(driver):
    """The addresses that pages asked for since the last call."""
    addresses = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            addresses.append(message["params"]["request"]["url"])
    return addresses


def sheet_count(driver):
    """How many sheets the page fills when printed; the page for the council promises one, a guide two."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed)))


def problems(driver, page, axe):
    """What is wrong with a page, in the order of the views."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen"})
    requests(driver)
    driver.get(page.as_uri())
    for address in requests(driver):
        if address != page.as_uri() and not address.startswith("data:"):
            yield f"asks for {address}"
    if driver.execute_script("return document.querySelectorAll('script, iframe, object, embed, link').length"):
        yield "holds an element that loads or runs something"
    if driver.title == RUN:
        yield "ran a script that stood in the data"
    # A style that the policy of the page refuses is told here; axe, which comes from outside, speaks later.
    for entry in driver.get_log("browser"):
        yield f"console: {entry['message']}"
    for prefix, most in SHEETS.items():
        if page.name.startswith(prefix) and (count := sheet_count(driver)) > most:
            yield f"fills {count} sheets of paper, {most} expected"
    driver.execute_script(axe)
    for name, (width, height, medium) in VIEWS.items():
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium})
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        for problem in driver.execute_script(LAYOUT):
            yield f"{name}: {problem}"
        if medium == "print":
            continue
        for violation in driver.execute_async_script(AXE)["violations"]:
            targets = ["/".join(map(str, node["target"])) for node in violation["nodes"]]
            yield f"{name}: axe {violation['id']}: {violation['help']}: {', '.join(targets[:4])} ({len(targets)})"


def main(folders):
    pages = sorted(page.resolve() for folder in folders for page in pathlib.Path(folder).rglob("*.html"))
    if not pages:
        sys.exit("no page to look at")
    axe = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
    count = 0
    driver = browser()
    try:
        for page in pages:
            for problem in problems(driver, page, axe):
                count += 1
                print(f"{page}: {problem}")
    finally:
        driver.quit()
    for folder in folders:
        invalid = html_validation.complaints(folder)
        if invalid:
            count += 1
            print(invalid)
    print(f"{len(pages)} pages looked at, {count} problems")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
