"""Findings as JUnit XML, which build servers show as tests: a suite a file, a case a finding."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from kg.cli.findings import block
from kg.errors import KgError
from kg.model.finding import VIOLATION, Finding


def junit(
    findings: Iterable[Finding],
    names: Sequence[str],
    lang: str,
    unreadable: Iterable[KgError] = (),
) -> str:
    """The suites of all files, by name; a file without a finding has one case, which passes.

    A violation is a failure; a warning or note passes, and says what it says. A file that could
    not be read is an error.
    """
    cases: dict[str, list[_Case]] = {name: [] for name in names}
    for finding in findings:
        name = finding.where.name if finding.where is not None else ""
        cases.setdefault(name, []).append(_case(finding, lang))
    for error in unreadable:
        cases.setdefault(error.where.name if error.where else "", []).append(_error(error))
    for name, listed in cases.items():
        if not listed:
            listed.append(_Case(f'<testcase classname="kg" name={_quoted(name)}/>'))
    whole = [case for own in cases.values() for case in own]
    suites = [
        row
        for name in sorted(cases)
        for row in (f"<testsuite name={_quoted(name)} {_counts(cases[name])}>",
                    *(f"  {case.text}" for case in cases[name]), "</testsuite>")
    ]  # fmt: skip
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="kg" {_counts(whole)}>',
         *suites, "</testsuites>"]
    )  # fmt: skip


class _Case(NamedTuple):
    """A test case as XML, and whether it is a failure or an error."""

    text: str
    failure: bool = False
    error: bool = False


def _counts(cases: Sequence[_Case]) -> str:
    failures = sum(case.failure for case in cases)
    errors = sum(case.error for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'


def _case(finding: Finding, lang: str) -> _Case:
    title = _quoted(f"{finding.where or ''} {finding.fact}".strip())
    told = escape(_plain(block(finding, lang)))
    failure = finding.severity == VIOLATION
    if failure:
        message = _quoted(finding.message.get(lang, finding.slug))
        inside = f"<failure type={quoteattr(finding.slug)} message={message}>{told}</failure>"
    else:
        inside = f"<system-out>{told}</system-out>"
    case = f"<testcase classname={quoteattr(finding.slug)} name={title}>{inside}</testcase>"
    return _Case(case, failure=failure)


def _error(error: KgError) -> _Case:
    told = f"<error type={quoteattr(error.slug)} message={_quoted(str(error))}/>"
    name = _quoted(str(error.where or ""))
    return _Case(f'<testcase classname="kg" name={name}>{told}</testcase>', error=True)


def _quoted(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    """Without characters that XML 1.0 has no way to write (section 2.2, Char)."""
    return "".join(
        char if char in "\t\n" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000" else "\ufffd"
        for char in text
    )  # fmt: skip
