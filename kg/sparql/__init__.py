"""Query text: its tokens, its `#+` header, its parameters. No engine is needed here."""
