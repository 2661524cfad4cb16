"""The one place that knows pyvis: it holds the network that the page opens on, and brings vis-network along.

Its own templates load from the web and escape nothing, so the page has a template of its own, with escaping on.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from pyvis.network import Network

from kg.draw.layout import Layout, sentence
from kg.draw.parts import View

_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 250,
        "zoomSpeed": 0.6,
    },
    # The boxes carry the geometry; what is seen in them is painted by the page itself.
    "nodes": {
        "shape": "box",
        "borderWidth": 0,
        "borderWidthSelected": 0,
        # A plain 0 counts as no margin at all, and the size of the box is then not a number.
        "margin": {"top": 0, "right": 0, "bottom": 0, "left": 0},
        "shapeProperties": {"borderRadius": 0},
        "color": {
            "background": "rgba(0,0,0,0)",
            "border": "rgba(0,0,0,0)",
            "highlight": {"background": "rgba(0,0,0,0)", "border": "rgba(0,0,0,0)"},
            "hover": {"background": "rgba(0,0,0,0)", "border": "rgba(0,0,0,0)"},
        },
        "font": {"size": 1, "color": "rgba(0,0,0,0)"},
        "chosen": False,
    },
    "edges": {"hidden": True, "smooth": False},
}


def network(view: View, layout: Layout, environment: Environment) -> str:
    """The HTML of the page's template, rendered by pyvis with the nodes that the page opens on."""
    # Directed, because pyvis compares every two edges of an undirected network.
    net = Network(directed=True, height="100%", width="100%")
    for number, spot in sorted(layout.opening.columns.items()):
        box = layout.boxes[number]
        net.add_node(
            number,
            label=sentence(view.nodes[number].label) or "?",
            shape="box",
            color=None,
            x=spot.x,
            y=spot.y,
            widthConstraint=box.width,
            heightConstraint=box.height,
        )
    numbers = {node.iri: number for number, node in enumerate(view.nodes)}
    inside = set(layout.opening.columns)
    for number, link in enumerate(view.links):
        source, target = numbers[link.source], numbers[link.target]
        if source in inside and target in inside:
            net.add_edge(source, target, id=number)
    net.options = _OPTIONS
    net.templateEnv = environment
    net.path = "page.html.j2"
    html: str = net.generate_html()
    return html


@cache
def library() -> str:
    """The script of vis-network as pyvis ships it, without the link to its source map."""
    text = (files("pyvis") / _LIBRARY).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL=")) + "\n"
