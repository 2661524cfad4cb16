"""The model as RDF and back.

`to_graph` merges articles into one graph, `to_dataset` gives each article a named graph of its own, and
`from_graph` reads either back.
"""

from kg.graph.read import entity_iris, from_graph
from kg.graph.spoken_of import spoken_of
from kg.graph.write import to_dataset, to_graph

__all__ = ["entity_iris", "from_graph", "spoken_of", "to_dataset", "to_graph"]
