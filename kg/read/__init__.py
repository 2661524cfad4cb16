"""Text files and JSON Lines to `Document`s: decoded, checked and zoned, never edited."""

from kg.read.documents import MAX_CHARS, document, read
from kg.read.sources import Source

__all__ = ["MAX_CHARS", "Source", "document", "read"]
