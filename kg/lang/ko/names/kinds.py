"""The kinds of things that a name's own words can tell; local names of the ontology's classes."""

ORGANIZATION, SERVICE, PERSON, PLACE, OPEN = "Organization", "Service", "Person", "Place", ""
"""`OPEN`: the words leave the kind open."""
