"""What can go wrong, and one line to say so.

    KgError
    ├── InputError        a file, an option or a document that cannot be read
    ├── ModelError        a spaCy pipeline that is not there or cannot be used
    ├── LexiconError      a row of `ontology/lexicon/` that makes no sense
    ├── GraphError        RDF that does not parse or is not a graph of ours
    ├── QueryError        SPARQL that does not parse, is not allowed or does not end
    └── MissingExtraError an optional dependency that is not installed

The command line prints the message of a `KgError` on one line of stderr and exits with 1.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors of newskg: the message says what, where, and what to do."""


class InputError(KgError):
    """A file, an option or a document that cannot be read."""


class ModelError(KgError):
    """A spaCy pipeline that is not installed or cannot be used."""


class LexiconError(KgError):
    """A row of a lexicon table that makes no sense: file, line, reason."""


class GraphError(KgError):
    """RDF that does not parse, or is not what a graph of newskg looks like."""


class QueryError(KgError):
    """SPARQL that does not parse, is not allowed, or does not end in time."""


class MissingExtraError(KgError):
    """An optional dependency is not installed; the message has the command."""
