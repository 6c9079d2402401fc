"""What follows by logic: the ontology under an OWL reasoner, and facts that rules derive."""
