"""`kg check`: is all that is loaded sound?"""

import click

from kg.cli.counted import counted
from kg.cli.reports import Report, form_option, shacl_quads, show
from kg.cli.session import language
from kg.model.finding import WARNING, refused_facts
from kg.pipeline.check import check
from kg.workspace import find

_WORDS = {
    "en": "checked {facts}, {refused} wrong, {warnings}",
    "ko": "{facts}를 확인했다. 잘못 {refused}개, {warnings}",
}


@click.command("check")
@form_option
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """Is all that is loaded sound? Writes nothing.

    Judges the whole graph by the shapes; compares each quote with its document, character by
    character; makes sure that the graph is what its sources give, no triple more or less; and
    names the conflicts. Exit code 1: something was found.

    \b
    kg check
    kg check --format sarif > findings.sarif
    """
    settings, lang = find().settings, language(ctx)
    checked = check(settings)
    findings = checked.findings
    refused = refused_facts(findings)
    warnings = sum(one.severity == WARNING for one in findings)
    counts = {"checked": checked.facts, "refused": refused, "warnings": warnings}
    report = Report(
        findings,
        [],
        counts,
        _WORDS[lang].format(
            facts=counted("fact", checked.facts, lang),
            refused=refused,
            warnings=counted("warning", warnings, lang),
        ),
        lambda: shacl_quads(findings, settings.base),
    )
    show(report, form, lang)
    ctx.exit(1 if findings else 0)
