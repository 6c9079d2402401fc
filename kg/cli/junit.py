"""Findings as JUnit XML, which build servers show as tests: a suite a file, a case a finding."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kg.cli.findings import block
from kg.model.finding import VIOLATION, Finding


def junit(findings: Iterable[Finding], names: Sequence[str], lang: str) -> str:
    """The suites of all files, by name; a file without a finding has one case, which passes.

    A violation is a failure; a warning or note passes, and says what it says.
    """
    by_file = {
        name: list(group) for name, group in groupby(sorted(findings, key=_file_of), key=_file_of)
    }
    suites = [_suite(name, by_file.get(name, []), lang) for name in sorted({*names, *by_file})]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *suites,
                      "</testsuites>"])  # fmt: skip


def _file_of(finding: Finding) -> str:
    return finding.where.name if finding.where is not None else ""


def _suite(name: str, findings: Sequence[Finding], lang: str) -> str:
    failures = sum(finding.severity == VIOLATION for finding in findings)
    head = f"name={quoteattr(_plain(name))} tests={quoteattr(str(max(len(findings), 1)))}"
    cases = [_case(finding, lang) for finding in findings]
    cases = cases or [f'  <testcase classname="kg" name={quoteattr(_plain(name))}/>']
    return "\n".join([f'<testsuite {head} failures="{failures}">', *cases, "</testsuite>"])


def _case(finding: Finding, lang: str) -> str:
    title = quoteattr(_plain(f"{finding.where or ''} {finding.fact}".strip()))
    told = escape(_plain(block(finding, lang)))
    if finding.severity == VIOLATION:
        message = quoteattr(_plain(finding.message.get(lang, finding.slug)))
        inside = f"<failure type={quoteattr(finding.slug)} message={message}>{told}</failure>"
    else:
        inside = f"<system-out>{told}</system-out>"
    return f"  <testcase classname={quoteattr(finding.slug)} name={title}>{inside}</testcase>"


def _plain(text: str) -> str:
    """Without characters that XML 1.0 has no way to write (section 2.2, Char)."""
    return "".join(
        char if char in "\t\n" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000" else "\ufffd"
        for char in text
    )  # fmt: skip
