"""Make docs/page*.png, the pictures of the page of the first article, with the Chromium that the tests use.

    python scripts/pictures.py [FOLDER]

Fonts differ from machine to machine, and the pictures with them, so no test compares these.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from kg.draw import draw
from kg.serialize import parsed

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
DESK: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "device_scale_factor": 2}
PICTURES = {
    "page": (DESK, "", None),
    "page-map": (DESK, "#view=map", None),
    "page-article": (DESK | {"color_scheme": "dark"}, "", "article"),
    "page-phone": (PHONE, "", None),
}


def main() -> None:
    """Draw the page and photograph it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        page = draw(parsed(ROOT / "data" / "putin-trump-g20.ttl")).save(Path(temporary) / "page.html")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (options, address, tab) in PICTURES.items():
            window = browser.new_context(reduced_motion="reduce", **options).new_page()
            window.goto(page.as_uri() + address)
            # Asked from outside: the page's policy forbids polls from within.
            while not window.evaluate("window.kgPage?.ready"):
                window.wait_for_timeout(20)
            if tab:
                window.click(f"#tab-{tab}")
            window.wait_for_timeout(300)
            picture = Image.open(BytesIO(window.screenshot()))
            # Flat colours need no more than 256 and a third of the bytes; rare ones, such as of thin lines, must stay.
            picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=4).save(
                folder / f"{name}.png", optimize=True
            )
        browser.close()


if __name__ == "__main__":
    main()
