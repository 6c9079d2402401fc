"""Resolution: from the set of claims to entities, events, relations, names and conflicts.

A function of the set alone: the order of claims, files and loads changes nothing.
"""

from kg.resolve.resolution import resolve

__all__ = ["resolve"]
