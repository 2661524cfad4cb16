"""The README tells the truth: its code runs, its commands answer what it says they do, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GRAPH = str(ROOT / "data" / "putin-trump-g20.ttl")
ROWS = re.findall(r"^\| .+\? \| `kg (.+)` \| (.+) \|$", README, re.MULTILINE)


def test_there_are_five_questions() -> None:
    assert len(ROWS) == 5


@pytest.mark.parametrize(("command", "answer"), ROWS, ids=[command for command, _ in ROWS])
def test_question_has_the_answer_that_is_told(command: str, answer: str) -> None:
    done = CliRunner().invoke(app, [GRAPH if word == "graph.ttl" else word for word in shlex.split(command)])
    assert done.exit_code == 0
    assert [part for part in answer.split("; ") if part not in done.stdout] == []


@pytest.mark.model
def test_code_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102
    assert "Sergey Lavrov" in capsys.readouterr().out
    assert (tmp_path / "graph.html").is_file()


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
