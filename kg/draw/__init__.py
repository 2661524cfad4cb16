"""Graph → page: one self-contained HTML file that opens from disk."""

from kg.draw.page import Page, draw

__all__ = ["Page", "draw"]
