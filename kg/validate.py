"""Does a graph keep the rules of `ontology/shapes.ttl`? Runs offline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyshacl
from rdflib import RDF, SH, Dataset, Graph
from rdflib.term import Node

from kg.errors import GraphError
from kg.resources import ontology_dir
from kg.serialize import parsed


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule that one node breaks; `value` is what is wrong with it, where that is another node or a literal."""

    focus: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.focus}: {self.message}" + (f" ({self.value})" if self.value else "")


@dataclass(frozen=True, slots=True)
class Report:
    """Whether a graph keeps all rules, and where it does not."""

    conforms: bool
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        if self.conforms:
            return "The graph keeps all rules."
        count = f"{len(self.findings)} finding{'s' if len(self.findings) > 1 else ''}"
        return "\n".join([f"The graph breaks rules, {count}:", *(f"  {finding}" for finding in self.findings)])


def validate(graph: Graph) -> Report:
    """Check a graph, or the union of a dataset's graphs, against the shapes; the findings are sorted.

    Raises `GraphError` where the shapes cannot be applied at all.
    """
    data = _union(graph) if isinstance(graph, Dataset) else graph
    conforms, results, text = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    if not isinstance(results, Graph):
        raise GraphError(f"the graph cannot be checked: {text}")
    found = {_finding(results, result) for result in results.subjects(RDF.type, SH.ValidationResult)}
    return Report(
        bool(conforms), tuple(sorted(found, key=lambda finding: (finding.focus, finding.message, str(finding))))
    )


@cache
def _shapes() -> Graph:
    return parsed(ontology_dir() / "shapes.ttl")


def _union(dataset: Dataset) -> Graph:
    union = Graph(bind_namespaces="none")
    for graph in dataset.graphs():
        union += graph
    return union


def _finding(results: Graph, result: Node) -> Finding:
    focus, value = (results.value(result, part) for part in (SH.focusNode, SH.value))
    message = min(str(text) for text in results.objects(result, SH.resultMessage))
    # A rule about a whole class has that class as its focus; what breaks it is the value, and the message names it.
    if results.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent and value is not None:
        return Finding(str(value), message)
    return Finding(str(focus), message, None if value is None or value == focus else str(value))
