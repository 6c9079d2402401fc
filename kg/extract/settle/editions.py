"""Editions of a service for a platform: `X 아이폰앱` is X where X began with it, else its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.lang.ko.names.of_phrases import Named

_EDITION = re.compile(
    r"^(?P<base>.*?)\s*(?P<edition>(?:아이폰|안드로이드|아이패드|iOS|iPhone|Android|윈도우?즈?|Windows|맥|Mac|PC|"
    r"모바일|웹|블랙베리|스마트폰|태블릿)\s?(?:용\s?)?(?:앱|어플|애플리케이션|어플리케이션|버전|판|서비스|클라이언트)?)$"
)


def base_of(text: str) -> tuple[str, str]:
    """The service and the platform edition of a name; the edition is "" where it is none."""
    match = _EDITION.match(text)
    if match is None or not match["edition"]:
        return text, ""
    return match["base"].strip(), match["edition"].strip()


def complete(named: Named, before: Named | None) -> Named:
    """안드로이드앱 alone, after X was spoken of: X 안드로이드앱."""
    base, edition = base_of(named.text)
    if base or not edition or before is None:
        return named
    owner, _ = base_of(before.text)
    return replace(named, text=f"{owner} {edition}", proper=True) if owner else named


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Launches of an edition at the date at which the document says that the service itself
    began, as launches of the service."""
    launched: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.type == "Launch":
            for named in one.roles["service"]:
                launched.setdefault(name_key(named.text), []).append(one)
    return [_settled(one, launched) for one in candidates]


def _settled(one: Candidate, launched: dict[str, list[Candidate]]) -> Candidate:
    if one.type != "Launch" or one.date is None:
        return one
    named = one.roles["service"][0]
    base, edition = base_of(named.text)
    if not base or not edition:
        return one
    for other in launched.get(name_key(base), ()):
        if other.date is not None and other.date.overlaps(one.date):
            return replace(one, roles={**one.roles, "service": other.roles["service"]})
    return one
