"""What the benchmarks take hold of is there: a rule that is renamed is not left out in silence."""

from __future__ import annotations

import runpy
from pathlib import Path

RULES = Path(__file__).parents[1] / "benchmarks" / "rules.py"


def test_rules_that_are_switched_off_are_called_as_they_are_in_the_program() -> None:
    corrections = runpy.run_path(str(RULES))["CORRECTIONS"]
    missing = [rule for rule, (module, name, _) in corrections.items() if not callable(getattr(module, name, None))]
    assert missing == []
