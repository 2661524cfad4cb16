"""What is handed out: the wheel and the sdist are whole, and the locks fit the project and name no machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from collections.abc import Iterable
from configparser import ConfigParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kg

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]

# One entry of a lock: a pin, perhaps with a marker, and the hashes of all its files.
PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.+!]+)(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")


def run(*command: str | Path, cwd: Path) -> str:
    """Return what `command` prints, outside the checkout's import path."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: str) -> dict[str, bytes]:
    """Return the files of the checkout's `folder`, without what Python leaves there."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


def pins(lock: str) -> dict[str, str]:
    return {pin["name"]: pin["version"] for pin in PIN.finditer((ROOT / lock).read_text("utf-8"))}


def unmet(requirements: Iterable[str], pinned: dict[str, str]) -> list[str]:
    """Return the requirements that `pinned` lacks or holds in another version."""
    return [
        str(requirement)
        for requirement in map(Requirement, requirements)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist from the checkout and the wheel from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (wheel,) = dist.glob("newskg-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own, which borrows our dependencies but not our `kg`."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=environment)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=environment)
    site = sysconfig.get_path("purelib", "venv", vars={"base": str(environment)})
    # A .pth that stands in a borrowed folder is not read, so that an editable `kg` stays out.
    (Path(site) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return environment


def test_wheel_holds_the_package_and_the_ontology_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    ontology = {f"kg/{name}": content for name, content in files("ontology").items()}
    assert held == files("kg") | ontology


def test_wheel_has_what_kg_reads_at_run_time(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {"kg/ontology/kg.ttl", "kg/ontology/shapes.ttl", "kg/py.typed"} <= set(names)
    for folder, suffix in [("kg/ontology/lexicon", ".tsv"), ("kg/ontology/queries", ".rq"), ("kg/draw/assets", "")]:
        assert any(name.startswith(f"{folder}/") and name.endswith(suffix) for name in names), folder


def test_wheel_carries_licence_notice_version_and_command(wheel: Path) -> None:
    info = f"newskg-{kg.__version__}.dist-info"
    with ZipFile(wheel) as archive:
        for name in ("LICENSE", "NOTICE"):
            assert archive.read(f"{info}/licenses/{name}") == (ROOT / name).read_bytes()
        entry_points = ConfigParser()
        entry_points.read_string(archive.read(f"{info}/entry_points.txt").decode())
    assert dict(entry_points["console_scripts"]) == {"kg": "kg.cli:main"}


def test_sdist_is_the_whole_project(dist: Path) -> None:
    (sdist,) = dist.glob("newskg-*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    expected = files("kg") | files("ontology") | files("tests") | files("data") | files("scripts")
    assert expected.keys() | {"Makefile", "LICENSE", "NOTICE", "README.md", "pyproject.toml", *LOCKS} <= names


def test_installed_package_reads_the_ontology_of_the_wheel(installed: Path) -> None:
    code = "from kg import resources; print(resources.__file__); print(resources.ontology_dir())"
    module, ontology = map(Path, run(installed / "bin" / "python", "-c", code, cwd=installed).splitlines())
    assert module.is_relative_to(installed.resolve())
    assert ontology == module.parent / "ontology"
    assert (ontology / "kg.ttl").is_file()


def test_installed_command_answers(installed: Path) -> None:
    assert "build" in run(installed / "bin" / "kg", "--help", cwd=installed)


@pytest.mark.model
def test_installed_command_reads_an_article_and_draws_it(installed: Path) -> None:
    article = installed / "article.txt"
    article.write_text('Mira Okafor met Jonas Weber in Lisbon. "The talks failed," said Okafor.\n', "utf-8")
    run(installed / "bin" / "kg", "build", article, "-o", "graph.ttl", "--html", "page.html", cwd=installed)
    assert "kg:Claim" in (installed / "graph.ttl").read_text("utf-8")
    assert "Mira Okafor" in (installed / "page.html").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_with_hashes_and_nothing_of_a_machine(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    rest = re.sub(r"^ *#.*\n", "", PIN.sub("", text), flags=re.MULTILINE)
    assert rest.strip() == ""
    assert "://" not in text


def test_locks_meet_what_the_project_asks_for() -> None:
    needed = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"]
    assert unmet(needed, pins("requirements.lock")) == []
    assert unmet(needed + PROJECT["project"]["optional-dependencies"]["dev"], pins("requirements-dev.lock")) == []


def test_dev_lock_keeps_the_pins_of_the_lock() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
