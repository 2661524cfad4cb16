"""Waiting for a page whose policy forbids `eval`."""

from __future__ import annotations

import time

from playwright.sync_api import Frame, Page


def until(page: Page | Frame, expression: str, arg: object = None, seconds: float = 10) -> None:
    """Wait until an expression, or a function of `arg`, is true on the page.

    Playwright's own `wait_for_function` looks a second time from inside the page, where the policy stops it: it works
    only for what is true at once.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"not within {seconds} s: {expression}"
        page.wait_for_timeout(20)
