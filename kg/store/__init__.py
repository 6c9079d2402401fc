"""Where the graph is kept: immutable generations, manifests, sources and the journal."""
