"""A graph read back as flat records: who and what is in it, what it states, who claims what, each with its words."""

from kg.records.model import Article, Claim, Entity, Proposition, Statement, Words
from kg.records.reader import Reader

__all__ = ["Article", "Claim", "Entity", "Proposition", "Reader", "Statement", "Words"]
