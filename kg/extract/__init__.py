"""Frames and entities to statements: relations, events, propositions and claims."""
