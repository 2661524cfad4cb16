"""`kg draw --open`: the page in the reader's own browser."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GRAPH = "tests/draw/data/library.ttl"


def opened(page: Path, browser: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "draw", GRAPH, "-o", str(page), "--open"]
    return subprocess.run(command, env=os.environ | {"BROWSER": browser}, cwd=ROOT, capture_output=True, text=True)


def test_open_gives_the_page_to_the_browser(tmp_path):
    browser, seen, page = tmp_path / "browser", tmp_path / "seen", tmp_path / "my page.html"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{seen}"\n', encoding="utf-8")
    browser.chmod(0o755)
    done = opened(page, str(browser))
    assert (done.returncode, done.stderr) == (0, "")
    assert seen.read_text(encoding="utf-8") == page.as_uri()


def test_open_says_where_the_page_is_when_no_browser_comes(tmp_path):
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    done = opened(tmp_path / "page.html", str(browser))
    assert (tmp_path / "page.html").exists()
    assert done.returncode == 0
    assert "open it by hand" in done.stderr
