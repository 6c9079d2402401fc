"""How a load's plan and report are told."""

import shlex
from pathlib import Path

from kg.cli.counted import counted
from kg.cli.findings import block
from kg.cli.session import say
from kg.cli.terminal import tell
from kg.model.finding import refused_facts
from kg.pipeline.inputs import STDIN
from kg.pipeline.plan import Plan
from kg.pipeline.report import FileReport, LoadReport, Retraction
from kg.store.manifest import CLAIMS

_WORDS = {
    "en": {
        "load": "load     {name} ({kind})",
        "retract": "retract  {name} ({why})",
        "keep": "keep     {name} (unchanged)",
        "decided": "derive   all facts anew: data/decisions.toml has changed",
        "followed": "the decisions have changed: all facts derived anew",
        "nothing": "nothing to load: no file was given and the data folder is empty",
        "loaded": "loaded {facts} from {name} ({already} already there, {refused} refused)",
        "gone": "; gone: {claims} of before",
        "hold": "{facts} of {name} would load with --on-violation hold",
        "whole": "{name} is refused whole: a file gets in with all its facts or not at all",
        "kept": "; {triples} kept",
        "unchanged": "unchanged: {files} ({facts} already there)",
        "retracted": "retracted {facts} from {name}: {why}",
        "strict": "refused: these facts do not make sense together (--strict)",
        "held": "set aside {lines} in {path}: mend them there, then: kg load {arguments}",
        "stdin": "standard input",
        "about": "{via} about {name}",
        "asked": "as asked",
        "file-gone": "the file is gone",
        "other-text": "the document has another text now; load it again",
        "replaced": "another file is the document of that id now",
        "other-base": "kg.toml has another base now",
    },
    "ko": {
        "load": "적재  {name} ({kind})",
        "retract": "철회  {name} ({why})",
        "keep": "유지  {name} (바뀌지 않음)",
        "decided": "도출  data/decisions.toml이 바뀌어 모든 사실을 다시 도출한다",
        "followed": "판정이 바뀌어 모든 사실을 다시 도출했다",
        "nothing": "적재할 것이 없다: 파일을 주지 않았고 데이터 폴더가 비어 있다",
        "loaded": "{name}에서 {facts}를 적재했다 (이미 있음 {already}, 거절 {refused})",
        "gone": "; 전에 있던 {claims}가 없어졌다",
        "hold": "{name}에서 {facts}는 --on-violation hold로 적재할 수 있다",
        "whole": "파일 전체를 거절했다: {name}. 파일의 사실은 모두 적재되거나 모두 거절된다",
        "kept": "; {triples}를 보관했다",
        "unchanged": "{files}는 바뀌지 않았다 (이미 있는 {facts})",
        "retracted": "{name}에서 {facts}를 철회했다: {why}",
        "strict": "거절: 이 사실들은 서로 맞지 않는다 (--strict)",
        "held": "{lines}을 {path}에 따로 두었다. 거기서 고친 뒤: kg load {arguments}",
        "stdin": "표준 입력",
        "about": "{via}({name}에 관한 것)",
        "asked": "요청대로",
        "file-gone": "파일이 없어졌다",
        "other-text": "문서의 글이 바뀌었다. 다시 적재한다",
        "replaced": "이제 다른 파일이 그 id의 문서이다",
        "other-base": "kg.toml의 base가 바뀌었다",
    },
}


def say_plan(plan: Plan, lang: str) -> None:
    """The plan, a line an input, to standard output: it is the result of a dry run."""
    words = _WORDS[lang]
    for one in plan.read:
        tell(words["load"].format(name=_named(one.name, lang), kind=one.kind))
    for loaded, why in plan.gone:
        tell(words["retract"].format(name=loaded.via, why=words[why]))
    for one in plan.unchanged:
        tell(words["keep"].format(name=_named(one.name, lang)))
    if plan.decided:
        tell(words["decided"])
    if not (plan.read or plan.gone or plan.unchanged or plan.decided):
        tell(words["nothing"])


def say_report(report: LoadReport, lang: str) -> None:
    """What became of each input, why some were refused, and what left, to standard error."""
    words = _WORDS[lang]
    unchanged = [file for file in report.files if file.unchanged]
    for file in report.files:
        if not file.unchanged or len(unchanged) == 1:
            _say_file(file, lang)
    if len(unchanged) > 1:
        already = sum(file.already for file in unchanged)
        say(
            words["unchanged"].format(
                files=counted("file", len(unchanged), lang), facts=counted("fact", already, lang)
            )
        )
    for one in report.retracted:
        say_retraction(one, lang)
    if report.decided:
        say(words["followed"])
    for finding in report.warnings:
        say(block(finding, lang))
    if report.strict:
        say(words["strict"])
    if not report.files and not report.retracted:
        say(words["nothing"])


def say_held(file: FileReport, path: Path, document: Path | None, lang: str) -> None:
    """Where the lines are that were set aside, and what to do with them."""
    words = [str(path), *(["--document", str(document)] if document is not None else [])]
    told = _WORDS[lang]["held"].format(
        lines=counted("line", len(file.held), lang), path=path, arguments=shlex.join(words)
    )
    say(told)


def say_retraction(one: Retraction, lang: str) -> None:
    """What left the graph, and why."""
    words = _WORDS[lang]
    via = _named(one.via, lang)
    name = via if one.via == one.name else words["about"].format(via=via, name=one.name)
    say(
        words["retracted"].format(
            facts=counted("fact", one.count, lang), name=name, why=words[one.why]
        )
    )


def _say_file(file: FileReport, lang: str) -> None:
    if file.error is not None:
        say(f"kg: {file.error}")
        return
    for finding in file.findings:
        say(block(finding, lang))
    words = _WORDS[lang]
    right = file.refused - refused_facts(file.findings)
    if right > 0 and file.findings and not (file.held or file.loaded or file.already):
        rest = words["hold" if file.kind == CLAIMS else "whole"]
        say(rest.format(facts=counted("fact", right, lang), name=_named(file.name, lang)))
    told = words["loaded"].format(
        facts=counted("fact", file.loaded, lang),
        name=_named(file.name, lang),
        already=file.already,
        refused=file.refused,
    )
    if file.gone:
        told += words["gone"].format(claims=counted("claim", file.gone, lang))
    if file.kept and not file.refused:
        told += words["kept"].format(triples=counted("triple", file.kept, lang))
    say(told)


def _named(name: str, lang: str) -> str:
    return _WORDS[lang]["stdin"] if name == STDIN else name
