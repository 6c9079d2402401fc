"""Dates that are written out, whole or in part: 2014년 10월, 2014.10.31, 8월, 2001~2003."""

import re

from kg.lang.ko.dates.date_forms import Anchor, DateForm
from kg.lang.ko.dates.date_patterns import (
    ABOUT,
    DAY,
    DAY_TAIL,
    END,
    MODERN,
    MONTH,
    MONTH_TAIL,
    NUMBER_LEFT,
    PART,
    TAIL,
    UNSURE,
    WORD_LEFT,
    YEAR,
    Built,
    DateRule,
    S,
    compiled,
    written,
)

_LONG_AGE = compiled(rf"(?:의{S})?{S}(?:역사|전통)(?!{S}속)")
_RECURRING = compiled(r"(?:매[년월해달]|해마다)[ ]?$")
_DURATION = compiled(
    rf"{S}(?:전|후|뒤|동안|만|간|째|넘|이상|이하|가까|남짓|여|된|차|대|역사|전통|의{S}역사)"
)


def _year(match: re.Match[str]) -> Built:
    """`2014년 10월 31일`, `99년 7월`; 30년 and 2000년 역사 are lengths of time."""
    form = written(match)
    if form.month is None:
        after = match.string
        if match["year"] and form.year is not None and form.year % 100 == 0:
            return None if _LONG_AGE.match(after, match.end()) else form
        two = match["yy"]
        if two and not match["quote"]:
            is_year = two >= "70" or two[0] == "0"
            return form if is_year and not _DURATION.match(after, match.end()) else None
    return form


def _decade(match: re.Match[str]) -> Built:
    """`2000년대`, `90년대 말`; 1900년대 may be a century, so only its beginning is a decade."""
    if match["yy"]:
        two = int(match["yy"])
        return DateForm(decade=two + (1900 if two >= 30 else 2000))
    decade = int(match["decade"])
    if decade % 100 == 0 and decade < 2000 and "초" not in match[0]:
        return None
    return DateForm(decade=decade)


def _partial(match: re.Match[str]) -> Built:
    """`10월`, `10월 31일`, `31일`, `지난 9월`, `오는 20일`; 매년 3월 is no date."""
    if _RECURRING.search(match.string, max(0, match.start() - 6), match.start()):
        return None
    cue = match["cue"]
    anchor = Anchor.CONTEXT
    if cue:
        anchor = Anchor.PAST if cue == "지난" else Anchor.COMING
    return written(match, anchor)


def _years(match: re.Match[str]) -> Built:
    """`2001~2003`, `2001~2003년`, `2014~15년`."""
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (DateForm(year=first), DateForm(year=end)) if end > first else None


def _months(match: re.Match[str]) -> Built:
    """`2014년 3~4월`, `3~4월`, `5월 3~7일`."""
    anchor = Anchor.NONE if match["year"] else Anchor.CONTEXT
    first = written(match, anchor)
    if match["lastday"]:
        return first, DateForm(
            anchor, year=first.year, month=first.month, day=int(match["lastday"])
        )
    return first, DateForm(anchor, year=first.year, month=int(match["lastmonth"]))


_MARKS = r"[ \t•·∙▪▶▷■□○●◦◎◆◇*\-#=>|\[(<【\"']{0,16}"
_FIRST = rf"^{_MARKS}(?<![0-9])"
_NO_UNIT = (
    rf"(?![0-9A-Za-z])(?![./\-]\d)(?!{S}(?:억|만{S}|%|포인트|달러))"
    r"(?!배|명|개(?![가-힣])|건(?![가-힣])|원(?![가-힣])|엔|[천조])"
)
_AS_CELL = (
    rf"(?={S}(?:$|[|:：\]】)=~,;–—\-](?!\d)|\t)|\.?[ ]{{1,3}}"
    r"(?!명|건[ ]|대[ ]|개[ ]|원|억|만[ ]|여[ ]|회[ ]|주[ ]|곳|포인트|년)[가-힣㈜'\"(\[“「『《])"
)

WRITTEN: tuple[DateRule, ...] = (
    DateRule(
        compiled(
            rf"{NUMBER_LEFT}(?:{YEAR}|(?<![가-힣])(?P<quote>')?(?P<yy>\d\d)){S}년"
            rf"(?!대|생(?![가-힣])|형(?![가-힣])|산(?!업)|간(?![가-힣])|{S}동안|{S}만에)"
            rf"(?:도{END})?{TAIL}"
        ),
        _year,
    ),
    DateRule(
        compiled(
            rf"{NUMBER_LEFT}(?:(?P<decade>(?:1\d|20)\d0)|(?<![가-힣])'?(?P<yy>\d0)){S}년대"
            rf"{PART}?"
        ),
        _decade,
    ),
    DateRule(
        compiled(
            rf"{NUMBER_LEFT}(?:{MODERN}|(?<![가-힣])'(?P<yy>\d\d))\.{S}{MONTH}"
            rf"(?:\.{S}{DAY}|{S}월(?![가-힣]))?{_NO_UNIT}(?:(?<=\.[ ]\d)\.|(?<=\.[ ]\d\d)\.)?"
            rf"{ABOUT}?"
        ),
        written,
    ),
    DateRule(
        compiled(
            rf"{NUMBER_LEFT}{MODERN}-(?P<month>0[1-9]|1[0-2])"
            r"(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![0-9])(?!-\d)(?![A-SU-Za-z호])"
        ),
        written,
    ),
    DateRule(
        compiled(rf"{NUMBER_LEFT}{MODERN}/{MONTH}(?:/{DAY})?{_NO_UNIT}(?!{S}시즌)"),
        written,
    ),
    DateRule(
        compiled(
            rf"(?m:{_FIRST})(?P<at>(?P<yy>\d\d)\.(?P<month>0[1-9]|1[0-2])"
            rf"\.(?P<day>0[1-9]|[12]\d|3[01])){_NO_UNIT}"
        ),
        written,
    ),
    DateRule(
        compiled(
            rf"(?<![0-9A-Za-z.,/·])(?:(?P<cue>지난|오는|다가오는){S})?"
            rf"(?!{S}{S}\D){MONTH_TAIL}{PART}?{ABOUT}?{UNSURE}?"
        ),
        _partial,
    ),
    DateRule(
        compiled(
            rf"(?<![0-9A-Za-z가-힣.,/·~])(?<!주[ ])(?:(?P<cue>지난|오는|다가오는){S})?(?=\d)"
            rf"{DAY_TAIL}{ABOUT}?"
        ),
        _partial,
    ),
    DateRule(
        compiled(
            rf"{NUMBER_LEFT}(?P<year>(?:19|20)\d\d)년?{S}[~\-–—]{S}"
            rf"(?P<last>(?:19|20)\d\d(?![0-9])|\d\d(?=년))(?:년(?!대))?(?![.\-/]\d)"
            rf"(?!{S}\d{{1,2}}{S}월|년대)"
        ),
        _years,
    ),
    DateRule(
        compiled(
            rf"(?<![0-9A-Za-z.,/])(?:{YEAR}년{S})?{MONTH}(?:{S}월)?(?:{S}[~\-–—]{S}"
            r"(?P<lastmonth>1[0-2]|0?[1-9])월"
            rf"|(?<=월){S}{DAY}[~\-–—](?P<lastday>3[01]|[12]\d|0?[1-9])일)"
        ),
        _months,
    ),
    DateRule(
        compiled(rf"{WORD_LEFT}(?:상반기|하반기|[1-4]{S}분기){END}"),
        lambda match: DateForm(Anchor.CONTEXT),
        digits=False,
    ),
    DateRule(
        compiled(rf"(?m:{_FIRST}|\|{S})(?P<at>{MODERN})(?m:{_AS_CELL})"), written, bare=True
    ),
    DateRule(
        compiled(rf"(?<=[가-힣]\()(?P<at>{MONTH}\.{S}{DAY}\.?)(?=\))"),
        lambda match: written(match, Anchor.HEADING),
        bare=True,
    ),
    DateRule(
        compiled(
            rf"(?m:{_FIRST}|\|{S})(?P<at>(?P<month>1[0-2]|0?[1-9])[./]"
            rf"(?P<day>3[01]|[12]\d|0?[1-9])\.?)(?={S}[:：)\]|]|[ \t]{{1,3}}[^\d\s])"
            rf"(?!{S}(?:버전|세대|배|%|[만억조]|인치|[A-Za-z]))"
        ),
        lambda match: written(match, Anchor.HEADING),
        bare=True,
    ),
)  # fmt: skip
