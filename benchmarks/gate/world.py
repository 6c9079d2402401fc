"""Facts about companies that are not there, as many as are asked for and always the same.

A file of facts tells of one company, its service and its head; fifty companies deal with one
investor, which so has some two hundred facts. No thing of one such circle stands in another one.
"""

import random
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.sources import read_facts
from kg.model.schema import Schema
from kg.pipeline.derive import Content, derive
from kg.rdf.vocabulary import DEFAULT_BASE as BASE

CIRCLE = 50
"""Companies, and files, of one circle."""
FACTS = 20
"""Facts in a file."""
_HEAD = """@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
_FORM = """<company/{c}> a kg:Company ; rdfs:label "{c}" .
<service/{s}> a kg:Service ; rdfs:label "{s}" .
<person/{p}> a kg:Person ; rdfs:label "{p}" .
<company/{i}> a kg:Company ; rdfs:label "{i}" .
<e/{n}/1> a kg:Founding ; kg:company <company/{c}> ; kg:founder <person/{p}> ; kg:date "{d[0]}" .
<e/{n}/2> a kg:Launch ; kg:service <service/{s}> ; kg:operator <company/{c}> ; kg:date "{d[1]}" .
<e/{n}/3> a kg:Listing ; kg:company <company/{c}> ; kg:market <market/{m}> ; kg:date "{d[5]}" .
<e/{n}/4> a kg:Appointment ; kg:person <person/{p}> ; kg:company <company/{c}> ; kg:date "{d[1]}" .
<e/{n}/5> a kg:Investment ; kg:company <company/{c}> ; kg:investor <company/{i}> ;
  kg:date "{d[2]}" ; kg:value {v}00000000 ; kg:unit "KRW" .
<e/{n}/6> a kg:Investment ; kg:company <company/{c}> ; kg:investor <company/{i}> ;
  kg:date "{d[4]}" .
<e/{n}/7> a kg:Agreement ; kg:party <company/{c}>, <company/{i}> ; kg:date "{d[3]}" .
<e/{n}/8> a kg:Relocation ; kg:company <company/{c}> ; kg:place <place/{m}> ; kg:date "{d[4]}" .
<e/{n}/9> a kg:Milestone ; kg:subject <service/{s}> ; kg:metric "가입자" ; kg:value {v}000 ;
  kg:unit "명" ; kg:date "{d[3]}" .
<e/{n}/10> a kg:Outage ; kg:service <service/{s}> ; kg:operator <company/{c}> ; kg:date "{d[4]}" .
<e/{n}/11> a kg:Expansion ; kg:service <service/{s}> ; kg:scope "해외" ; kg:date "{d[5]}" .
<e/{n}/12> a kg:Licence ; kg:company <company/{c}> ; kg:date "{d[2]}" .
<r/{n}/1> a kg:Relation ; kg:predicate kg:operates ; kg:subject <company/{c}> ;
  kg:object <service/{s}> ; kg:from "{d[1]}" .
<r/{n}/2> a kg:Relation ; kg:predicate kg:headOf ; kg:subject <person/{p}> ;
  kg:object <company/{c}> ; kg:position "대표" ; kg:from "{d[1]}" .
<r/{n}/3> a kg:Relation ; kg:predicate kg:subsidiaryOf ; kg:subject <company/{c}> ;
  kg:object <company/{i}> ; kg:from "{d[5]}" .
<name/{n}> a kg:Name ; kg:nameOf <company/{c}> ; kg:text "옛{c}" ; kg:nameKind "former" ;
  kg:until "{d[2]}" .
"""


def file(number: int, circle: int | None = None) -> str:
    """The file of a company of this number, which belongs to its circle or to another one."""
    draw = random.Random(number)  # noqa: S311  (facts to load, no secret)
    circle = number // CIRCLE if circle is None else circle
    years = sorted(draw.sample(range(1960, 2024), 6))
    days = [f"{year}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}" for year in years]
    given = {"c": f"회사{number}", "s": f"앱{number}", "p": f"사람{number}", "i": f"투자{circle}"}
    said = _FORM.format(
        n=number, d=days, m=f"{circle}-{number % 3}", v=draw.randint(1, 99), **given
    )
    return _HEAD + said


def quads(files: Iterable[tuple[str, str]], schema: Schema) -> set[ox.Quad]:
    """What kg makes of files, each a name and its text."""
    contents = []
    for name, text in files:
        iri = f"{BASE}document/{name}"
        read = read_facts(text.encode(), f"{name}.ttl", iri, schema, BASE)
        assert not read.findings, read.findings
        contents.append(Content(frozenset(read.claims), frozenset(read.kept)))
    return set(derive(contents, (), schema, BASE).quads)


def files_of(circle: int) -> list[tuple[str, str]]:
    """The files of a circle."""
    numbers = range(circle * CIRCLE, (circle + 1) * CIRCLE)
    return [(f"f{number}", file(number)) for number in numbers]


def change_files(facts: int) -> list[tuple[str, str]]:
    """So many facts more, of companies that come to the first circle."""
    numbers = range(10_000_000, 10_000_000 + facts // FACTS)
    return [(f"f{number}", file(number, 0)) for number in numbers]


def circles(schema: Schema, triples: int) -> Iterator[set[ox.Quad]]:
    """Circles until there are so many triples, the last one cut short by whole files."""
    left, circle = triples, 0
    while left > 0:
        found = quads(files_of(circle), schema)
        if len(found) > left:
            share = max(1, CIRCLE * left // len(found))
            found = quads(files_of(circle)[:share], schema)
            left = 0
        yield found
        left -= len(found)
        circle += 1
