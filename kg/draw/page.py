"""View and layout → one HTML file that needs no network and trusts none of its text."""

from __future__ import annotations

import os
import warnings
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources
from json import dumps
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from rdflib import Graph

from kg.draw.blank import named
from kg.draw.claims import Status
from kg.draw.export import packed, packed_graph
from kg.draw.layout import Layout, layout, sentence
from kg.draw.parts import View
from kg.draw.payload import KINDS, STATUSES, payload
from kg.draw.terms import leftwards
from kg.draw.times import written
from kg.draw.view import view
from kg.errors import InputError
from kg.save import save
from kg.serialize import Format

THEMES = ("auto", "light", "dark")
_PARTS = "data letters paint lines labels stage fold filters around ask details article search address save start"
_LARGE = 3_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn graph: one HTML document."""

    html: str = field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page in UTF-8, whole or not at all. Raises `InputError` where it may not be written."""
        save(path, self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts allow-downloads allow-popups" '
            'title="Knowledge graph" width="100%" height="760" style="border:1px solid #ccc"></iframe>'
        )


def draw(graph: Graph, *, title: str | None = None, theme: str = "auto") -> Page:
    """The page of `graph`. `theme` is "auto", "light" or "dark"; the title is the article's where none is given.

    >>> "<!doctype html>" in draw(Graph()).html
    True
    """
    if theme not in THEMES:
        raise InputError(f"theme {theme!r} is not known; use one of {', '.join(THEMES)}")
    steady = named(graph)
    shown = view(steady)
    files = packed_graph(steady, Format.TURTLE, Format.JSONLD)
    html = _html(shown, layout(shown), files, title or _title(shown), theme)
    size = len(html.encode("utf-8"))
    if size > _LARGE:
        warnings.warn(f"the page has {size / 1e6:.1f} MB: some browsers will be slow to open it", stacklevel=2)
    return Page(html)


def _html(shown: View, spots: Layout, files: dict[str, str | None], title: str, theme: str) -> str:
    # pyvis takes its time to import (it brings IPython along), and only a drawn page needs it.
    from kg.draw.network import library, network

    script = (
        _asset("open.js")
        + "open(((DATA) => {\n"
        + "\n".join(_asset(f"{part}.js") for part in _PARTS.split())
        + "}));\n})();\n"
    )
    style = _asset("page.css")
    environment = Environment(
        autoescape=True,
        loader=PackageLoader("kg.draw", "assets"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "title": title,
        "theme": theme,
        "style": Markup(style),
        "library": packed(library().encode()),
        "script": Markup(script),
        "policy": _policy([library(), script], [style]),
        "data": packed(dumps(payload(shown, spots), separators=(",", ":")).encode()),
        "files": files,
        "view": shown,
        "kinds": KINDS,
        "statuses": STATUSES,
        "signs": {status: sign for status, sign, _ in STATUSES},
        "kind_signs": {kind: sign for kind, sign, _ in KINDS},
        "counts": _counts(shown),
        "keys": {node.iri: node.key for node in shown.nodes},
        "sentence": sentence,
        "written": written,
        "direction": lambda text: Markup(' dir="rtl"') if leftwards(text) else "",
        "languages": {node.iri: node.language for node in shown.nodes if node.language},
        "communities": len(spots.communities),
        "opening": len(spots.opening.columns),
    }
    return network(shown, spots, environment)


def _title(shown: View) -> str:
    if len(shown.articles) == 1:
        return shown.articles[0].title
    return f"{len(shown.articles)} articles" if shown.articles else "Knowledge graph"


def _counts(shown: View) -> dict[str, Counter[Any]]:
    return {
        "types": Counter(node.type for node in shown.nodes),
        "statuses": Counter(node.status for node in shown.nodes if node.status),
        "kinds": Counter(kind for link in shown.links for kind in {statement.kind for statement in link.statements}),
        "relations": Counter(statement.label for link in shown.links for statement in link.statements),
        "disputed": Counter(node.status is Status.DISPUTED for node in shown.nodes),
    }


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that lets exactly these scripts and styles run, and nothing be fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (resources.files("kg.draw") / "assets" / name).read_text(encoding="utf-8")
