"""The query page in a real Chromium: runs an example, completes terms, asks nobody outside."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="Chromium and its driver are not installed"
)

webdriver = pytest.importorskip("selenium.webdriver")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[object]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path / 'profile'}",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    service = webdriver.ChromeService(executable_path=DRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


def wait_for(browser: object, script: str) -> object:
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, 20).until(lambda b: b.execute_script(f"return {script}"))


def test_an_example_runs_and_nothing_leaves_the_machine(browser: object, server: str) -> None:
    browser.get(f"{server}/query")  # type: ignore[attr-defined]
    options = wait_for(browser, "document.querySelectorAll('#examples option').length")
    assert options == 8, "the seven competency questions and the invitation to choose"
    wait_for(browser, "document.querySelector('.yasqe .CodeMirror') !== null")
    browser.execute_script(  # type: ignore[attr-defined]
        """const list = document.getElementById('examples');
        list.add(new Option('x', 'SELECT ?s { ?s <https://w3id.org/ungraph/ns#symbol> ?o }'));
        list.selectedIndex = list.length - 1;
        list.dispatchEvent(new Event('change'));"""
    )
    wait_for(browser, "document.querySelector('.yasr').textContent.includes('A/HRC/9/99')")
    asked = {
        json.loads(entry["message"])["message"]["params"]["request"]["url"]
        for entry in browser.get_log("performance")  # type: ignore[attr-defined]
        if json.loads(entry["message"])["message"]["method"] == "Network.requestWillBeSent"
    }
    outside = {
        url for url in asked if not url.startswith((server, "data:", "blob:", "about:", "chrome:"))
    }
    assert f"{server}/sparql" in asked
    assert outside == set()


def test_the_editor_completes_from_the_terms_of_the_store(browser: object, server: str) -> None:
    browser.get(f"{server}/query")  # type: ignore[attr-defined]
    wait_for(browser, "document.querySelector('.yasqe .CodeMirror') !== null")
    found = browser.execute_async_script(  # type: ignore[attr-defined]
        """const done = arguments[arguments.length - 1];
        Yasgui.Yasqe.Autocompleters.property.get(null, {autocompletionString: 'https://w3id.org/ungraph/ns#sy'})
          .then(done);"""
    )
    assert found == ["https://w3id.org/ungraph/ns#symbol"]
