"""The commands: one literal table, so that `kg --help` imports none of them."""

from typing import NamedTuple


class Entry(NamedTuple):
    """Where a command is defined, and the line that `kg --help` shows for it."""

    module: str
    help: str


COMMANDS = {
    "load": Entry("kg.cli.load", "Load documents, RDF facts or claims into the graph."),
    "query": Entry("kg.cli.query", "Ask the graph: a saved query, a file or a text."),
    "why": Entry("kg.cli.why", "Show an entity or event with the sentences that state it."),
    "diff": Entry("kg.cli.diff", "Show which facts differ between two graphs, files or documents."),
    "validate": Entry("kg.cli.validate", "Would these facts get in? Writes nothing."),
    "export": Entry("kg.cli.export", "Write the facts as Turtle and other formats."),
    "extract": Entry("kg.cli.extract", "Show what a document states, without loading it."),
    "init": Entry("kg.cli.init", "Make a new workspace with a working example."),
    "status": Entry("kg.cli.status", "Show what is loaded, from what, by which versions."),
    "check": Entry("kg.cli.check", "Is all that is loaded sound? Writes nothing."),
    "decide": Entry(
        "kg.cli.decide", "Decide what the sources do not settle, and list what was decided."
    ),
    "retract": Entry("kg.cli.retract", "Take a source's claims out of the graph."),
    "help": Entry("kg.cli.help", "Explain a topic or a command."),
    "completion": Entry("kg.cli.completion", "Print the script that has a shell complete kg."),
}
"""Each module has a click command named `command` whose first help line is the one here."""
