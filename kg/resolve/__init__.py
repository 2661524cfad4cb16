"""Mentions to entities: who and what the words of one article stand for."""
