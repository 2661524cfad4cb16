"""Networks as GraphML, GEXF and node-link JSON."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

import networkx as nx

from kg.networks import to_networkx
from kg.query import Loaded

NETWORKS: Final = (".graphml", ".gexf", ".json")
"""The suffixes of networks."""

# What XML 1.0 cannot hold, not even escaped.
_ODD: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def network(data: Loaded, suffix: str, view: str) -> bytes:
    """A view of a graph in the format of a suffix; the same bytes for the same graph."""
    net = to_networkx(data, view=view)
    if suffix == ".json":
        return (json.dumps(nx.node_link_data(net, edges="edges"), ensure_ascii=False, indent=1) + "\n").encode()
    net = _readable(net)
    out = BytesIO()
    if suffix == ".graphml":
        nx.write_graphml_xml(net, out)
        return out.getvalue() + b"\n"
    nx.write_gexf(net, out)
    return _undated(out.getvalue())


def _readable(net: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network with every text such that XML can hold it."""
    for _, attributes in net.nodes(data=True):
        attributes.update({name: _text(value) for name, value in attributes.items()})
    for number, (_, _, attributes) in enumerate(net.edges(data=True)):
        attributes.update({name: _text(value) for name, value in attributes.items()})
        # Without ids of their own, GEXF would take the keys of edges, which two edges of one event share.
        attributes["id"] = str(number)
    return net


def _text(value: object) -> object:
    return _ODD.sub("\ufffd", value) if isinstance(value, str) else value


def _undated(gexf: bytes) -> bytes:
    """The same GEXF without the day on which it was written."""
    ElementTree.register_namespace("", "http://www.gexf.net/1.2draft")
    root = ElementTree.fromstring(gexf)
    for element in root:
        element.attrib.pop("lastmodifieddate", None)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
