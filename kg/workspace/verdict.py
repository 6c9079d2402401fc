"""What the gate says of inputs that nobody has loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RefusedError
from kg.model.finding import VIOLATION, WARNING, Finding, refused_facts
from kg.pipeline.inputs import Input
from kg.pipeline.load import Request
from kg.pipeline.report import LoadReport
from kg.pipeline.settings import Settings
from kg.pipeline.trial import trial


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether facts would get in, and what is to be said about them.

    `checked` and `refused` count facts. With `strict` warnings refuse, too. True where all would
    get in; its text has a line a finding.
    """

    checked: int
    refused: int
    findings: tuple[Finding, ...]
    strict: bool = False

    def __bool__(self) -> bool:
        severities = {finding.severity for finding in self.findings}
        return VIOLATION not in severities and not (self.strict and WARNING in severities)

    def __str__(self) -> str:
        facts = "1 fact" if self.checked == 1 else f"{self.checked} facts"
        count = f"checked {facts}, {self.refused} refused"
        return "\n".join([*(line(finding) for finding in self.findings), count])


def line(finding: Finding, language: str = "en") -> str:
    """A finding on a line: where, what, why, and how to mend it."""
    place = f"{finding.where}: " if finding.where else ""
    hint = f" ({finding.hint.get(language, '')})" if finding.hint else ""
    return f"{place}{finding.fact}: {finding.message.get(language, '')}{hint}"


def judge(
    settings: Settings, inputs: Sequence[Input], document: Path | None, strict: bool
) -> Verdict:
    """The verdict on these inputs. Raises KgError where one cannot be read."""
    tried = trial(settings, inputs, Request(tuple(inputs), document, strict))
    for reading in tried.readings:
        if reading.error is not None:
            raise reading.error
    findings = (*(one for reading in tried.readings for one in reading.findings), *tried.together)
    checked = sum(reading.count for reading in tried.readings)
    return Verdict(checked, refused_facts(findings), findings, strict)


def raise_refusal(report: LoadReport) -> None:
    """Raises what went wrong in a load: the KgError of the first input that could not be read, else
    RefusedError with all findings of the inputs that were refused."""
    for file in report.files:
        if file.error is not None:
            raise file.error
    if not report.exit_code:
        return
    refused = [file for file in report.files if file.refused and file.findings]
    findings = tuple(one for file in refused for one in file.findings)
    if report.strict:
        findings += report.warnings
    names = ", ".join(file.name for file in refused) or "all, for facts that contradict each other"
    first = f": {line(findings[0])}" if findings else ""
    raise RefusedError("refused", f"refused {names}{first}", findings)
