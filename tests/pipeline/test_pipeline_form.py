"""Inputs are judged in one go, and each as if it were alone."""

from place import Place

from kg.pipeline.form import with_form
from kg.pipeline.inputs import given
from kg.pipeline.library import Library
from kg.pipeline.ontology import load_ontology
from kg.pipeline.read import Reader
from kg.store.manifest import Manifest

HEAD = "@prefix kg: <https://w3id.org/companykg#> .\n@base <https://example.org/kg/> .\n"
MAP = "<service/지도> a kg:Service .\n"


def event(kind: str, year: str) -> str:
    date = f'<date/{year}> a kg:Date ; kg:edtf "{year}" .\n'
    said = f"kg:service <service/지도> ; kg:date <date/{year}>"
    return f"<event/{kind}> a kg:{kind} ; {said} .\n{date}"


FILES = {
    "a.ttl": HEAD + MAP + event("Launch", "2015"),
    "b.ttl": HEAD + MAP + event("Launch", "2016"),
    "c.ttl": HEAD + MAP + event("Launch", "2015") + event("Discontinuation", "2011"),
    "d.ttl": HEAD + MAP + event("Discontinuation", "2012"),
}


def test_each_as_if_alone(place: Place) -> None:
    settings = place.workspace.settings
    ontology = load_ontology(settings.ontology)
    reader = Reader(ontology, settings.base, Library(settings, Manifest()))
    names = [place.write(name, text) for name, text in FILES.items()]
    readings = [reader.read(one) for one in given(names, settings.root)]
    assert [reading.findings for reading in readings] == [(), (), (), ()]
    together = with_form(readings, ontology, settings.base)
    alone = [with_form([reading], ontology, settings.base)[0] for reading in readings]
    assert together == alone
    assert [reading.refused for reading in together] == [False, False, True, False]
    (finding,) = together[2].findings
    assert finding.focus == "https://example.org/kg/event/Discontinuation"
    assert finding.other == "https://example.org/kg/event/Launch"
    assert finding.where is not None
    assert finding.where.name == "c.ttl"
    assert "urn:" not in repr(finding)
