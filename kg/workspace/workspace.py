"""The folders of a workspace and what can be done in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

import pyoxigraph as ox

from kg.ontology.shipped import shipped
from kg.rdf.vocabulary import PREFIXES
from kg.store.embedded import Generations
from kg.workspace.config import Config
from kg.workspace.notice import notice

if TYPE_CHECKING:
    from kg.pipeline.report import LoadReport, Retraction
    from kg.pipeline.settings import Settings
    from kg.pipeline.status import Status
    from kg.query.solutions import Solutions
    from kg.workspace.accounts import Explanation
    from kg.workspace.asking import Asking, Parameter
    from kg.workspace.drawn import Drawing
    from kg.workspace.verdict import Verdict

CONFIG = "kg.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a `kg.toml`; its own ontology and queries come before the shipped ones.

    `root` is absolute, `config` what `kg.toml` says. What is asked first of a new workspace loads
    its data folder, as the command line does. What should be known of an answer that is right all
    the same (who else bears the name, a term that is not in the graph) is a KgWarning; all that
    goes wrong is a KgError with a `slug`, a `where` and a `hint`.
    """

    root: Path
    config: Config

    @property
    def base(self) -> str:
        """What the IRIs of instances begin with."""
        return self.config.base

    @property
    def folder(self) -> Path:
        """`.kg`, where the graph is kept; made when something is loaded."""
        return self.root / ".kg"

    @property
    def ontology(self) -> Path:
        """The folder of company.ttl, shapes.ttl, lexicon and rules."""
        return self._own_or_shipped("ontology")

    @property
    def data(self) -> Path:
        """The folder that `kg load` without a file loads: the workspace's own, there or not."""
        return self.root / "data"

    @property
    def queries(self) -> tuple[Path, ...]:
        """The folders of saved queries, in the order in which a name is looked for."""
        own, others = self.root / "queries", shipped("queries")
        if own.is_dir() and own.resolve() != others.resolve():
            return own, others
        return (others,)

    @property
    def store(self) -> Generations:
        """The graph, as the row of its generations."""
        return Generations(self.folder)

    def open_store(self) -> ox.Store:
        """The graph for reading: as it is now, whatever is loaded later; empty before a load.

        Raises KgError where it cannot be read.
        """
        return self.store.open_current()

    @property
    def settings(self) -> "Settings":
        """What a load of this workspace works with."""
        from kg.pipeline.settings import Settings  # noqa: PLC0415  (a query must not pay for it)
        from kg.store.blobs import Blobs  # noqa: PLC0415  (likewise)
        from kg.store.journal import Journal  # noqa: PLC0415  (likewise)

        return Settings(
            root=self.root,
            base=self.base,
            ontology=self.ontology,
            data=self.data,
            store=self.store,
            blobs=Blobs(self.folder / "sources"),
            journal=Journal(self.folder / "journal.jsonl"),
        )

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes of what kg writes, and those of `kg.toml`."""
        return {**PREFIXES, **self.config.prefixes}

    def query(self, question: str | Path, /, **params: "Parameter") -> "Solutions":
        """The rows that a saved query, a file or a text gives, as `kg query` finds them.

        `params` are the query's parameters: a name for an entity, a date, a number, a text.
        Raises KgError where there is no such query, one of its parameters is missing or wrong, or
        it gives no rows.

        >>> import kg
        >>> kg.open().query("profile", company="세모뮤직").column("property")
        ('kind', 'name', 'Merger')
        """
        return self._asking().rows(question, params)

    def ask(self, question: str | Path, /, **params: "Parameter") -> bool:
        """Whether an ASK says yes. Raises KgError as `query` does.

        >>> import kg
        >>> kg.open().ask("ASK { ?event a kg:Merger }")
        True
        """
        return self._asking().answer(question, params)

    def construct(self, question: str | Path, /, **params: "Parameter") -> str:
        """The graph of a CONSTRUCT or DESCRIBE as Turtle, sorted. Raises KgError as `query` does.

        >>> import kg
        >>> text = kg.open().construct("CONSTRUCT { ?e a kg:Merger } WHERE { ?e a kg:Merger }")
        >>> print(text.splitlines()[-1])
        <https://example.org/kg/event/merger/네모소프트+세모뮤직> a kg:Merger .
        """
        return self._asking().turtle(question, params)

    def why(self, name: str, lang: Literal["en", "ko"] = "en") -> "Explanation":
        """What is held of an entity, by any name that it ever had, or of what an IRI names, with
        the sentences that state it. Raises KgError with the nearest names where there is none.

        >>> import kg
        >>> print(str(kg.open().why("세모뮤직")).splitlines()[0])
        세모뮤직 (company)
        """
        from kg.workspace.accounts import Explanation, account  # noqa: PLC0415  (not for a query)

        self._graph()  # an empty one is filled first
        return Explanation(account(self, name, notice), lang)

    def lineage(self, name: str, lang: Literal["en", "ko"] = "en") -> "Drawing":
        """Whom a company came from and who follows it, drawn. Raises KgError as `why` does.

        >>> import kg
        >>> print(kg.open().lineage("세모뮤직"))
        flowchart LR
          n0["세모뮤직<br/>– 2018-05"]
          n1["네모소프트"]
          n0 -->|"merger 2018-05"| n1
          classDef asked stroke-width:3px
          class n0 asked
        <BLANKLINE>
        """
        from kg.workspace.drawn import drawn  # noqa: PLC0415  (a query must not pay for it)

        return drawn(self, self._graph(), name, lang, notice)

    @overload
    def export(self, *, format: str = "turtle", with_claims: bool = False) -> str: ...
    @overload
    def export(
        self,
        path: str | Path,
        *,
        format: str | None = None,
        with_claims: bool = False,
    ) -> None: ...
    def export(
        self,
        path: str | Path | None = None,
        *,
        format: str | None = None,  # noqa: A002  (likewise)
        with_claims: bool = False,
    ) -> str | None:
        """Writes the facts into a file, whole or not at all, else returns them as a text.

        The format is one of `kg export`; by default that of the file's suffix, else Turtle.
        Raises KgError where there is none such, it has no place for claims, or the file cannot be
        written.

        >>> import kg
        >>> print(kg.open().export().splitlines()[0])
        @base <https://example.org/kg/> .
        """
        from kg.workspace import exporting  # noqa: PLC0415  (a query must not pay for it)

        file = None if path is None else Path(path)
        chosen = format or exporting.format_for(file)
        data = exporting.exported(self, self._graph(), chosen, with_claims)
        if file is None:
            return data.decode("utf-8")
        exporting.put(file, data)
        return None

    def load(
        self,
        *files: str | Path,
        document: str | Path | None = None,
        strict: bool = False,
        check: bool = True,
        now: datetime | None = None,
    ) -> "LoadReport":
        """Loads these files, or without any what has changed in the data folder.

        A claim is about the document that it names, unless `document` is given. `strict` refuses
        facts that do not make sense together. `now`, the clock's time unless given, is for the
        journal. A file gets in whole or not at all; those that may are in the graph, whatever
        becomes of the others. Raises RefusedError where one is refused and KgError where one
        cannot be read; with `check=False` that is only in the report. Raises KgError where another
        process writes, or the graph cannot be written.

        >>> import kg
        >>> report = kg.open().load("data/claims.jsonl")
        >>> print(report)
        data/claims.jsonl: 0 loaded, 3 already there, 0 refused
        """
        from kg.pipeline.inputs import given  # noqa: PLC0415  (a query must not pay for a load)
        from kg.pipeline.load import Request, load  # noqa: PLC0415  (likewise)
        from kg.workspace.verdict import raise_refusal  # noqa: PLC0415  (likewise)

        inputs = given(map(str, files), self.root) if files else None
        about = Path(document) if document is not None else None
        report = load(self.settings, Request(inputs, about, strict), now or _now())
        if check:
            raise_refusal(report)
        return report

    def validate(
        self, *files: str | Path, document: str | Path | None = None, strict: bool = False
    ) -> "Verdict":
        """Whether these files would get in, and why not; writes nothing.

        `document` and `strict` are as in `load`. Raises KgError where a file cannot be read.

        >>> import kg
        >>> bool(kg.open().validate("data/claims.jsonl"))
        True
        """
        from kg.pipeline.inputs import given  # noqa: PLC0415  (a query must not pay for it)
        from kg.workspace.verdict import judge  # noqa: PLC0415  (likewise)

        about = Path(document) if document is not None else None
        return judge(self.settings, given(map(str, files), self.root), about, strict)

    def retract(self, source: str, now: datetime | None = None) -> "tuple[Retraction, ...]":
        """Takes the source of this name, path or IRI out of the graph, and says what left.

        Raises KgError, naming the nearest sources, where none is called so.

        >>> import kg
        >>> kg.open().retract("reports.txt")
        Traceback (most recent call last):
        kg.errors.KgError: nothing is loaded from 'reports.txt' (nearest: report.txt)
        """
        from kg.pipeline.retract import retract  # noqa: PLC0415  (a query must not pay for it)

        return retract(self.settings, source, now or _now())

    def status(self) -> "Status":
        """What is loaded, from what, by which versions, and what has changed since.

        >>> import kg
        >>> [(source.name, source.count) for source in kg.open().status().sources]
        [('report.txt', 3)]
        """
        from kg.pipeline.status import status  # noqa: PLC0415  (a query must not pay for it)

        return status(self.settings)

    def _asking(self) -> "Asking":
        from kg.query.run import Local  # noqa: PLC0415  (the command line has its own)
        from kg.workspace.asking import Asking  # noqa: PLC0415  (likewise)

        return Asking(Local(self._graph(), self.base, self.prefixes), self.queries, notice)

    def _graph(self) -> ox.Store:
        """The graph for reading. Where nothing was ever loaded the data folder is, with a warning;
        another for each input that did not get in."""
        if self.store.current() is None:
            notice("the graph is empty: loading the workspace's data first")
            for file in self.load(check=False).files:
                if file.error is not None:
                    notice(str(file.error))
                elif file.refused:
                    notice(f"{file} (validate() says why)")
        return self.open_store()

    def _own_or_shipped(self, name: str) -> Path:
        own = self.root / name
        return own if own.is_dir() else shipped(name)


def _now() -> datetime:
    return datetime.now(UTC)
