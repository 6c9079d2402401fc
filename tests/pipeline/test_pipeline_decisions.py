"""Decisions in the workspace: the graph is as if they had always been there."""

import io

import pytest
from place import NOW, Place

from kg.errors import KgError
from kg.export import writer
from kg.export.request import Request
from kg.ontology.schema import load_schema
from kg.pipeline.check import check
from kg.rdf.vocabulary import PREFIXES

FILE = "data/decisions.toml"
DOCUMENTS = {
    "data/documents/a.txt": "가온은 2001년에 설립되었다. 서비스 별은 2005년에 시작되었다.",
    "data/documents/b.txt": "가온은 2003년에 설립되었다. 서비스 별은 2007년에 끝났다.",
}
SIGNED = 'who = "김"\nwhy = "공시"\non = 2024-05-01\n'


@pytest.fixture
def told(place: Place) -> Place:
    """Two documents that disagree about a founding, loaded."""
    for name, text in DOCUMENTS.items():
        place.write(name, text)
    place.load()
    return place


def export(place: Place) -> bytes:
    """What `kg export --with-claims` writes."""
    output, workspace = io.BytesIO(), place.workspace
    schema = load_schema(workspace.ontology)
    store = workspace.open_store()
    writer("turtle")(Request(store, schema, workspace.base, PREFIXES, with_claims=True), output)
    return output.getvalue()


def claims(place: Place, type_: str) -> list[str]:
    """The IRIs of the claims of a type, without the base."""
    rows = place.ask(f"GRAPH ?g {{ ?claim kg:claimedType kg:{type_} }}")
    return [row[0].removeprefix(place.workspace.base) for row in rows]


def entries(place: Place) -> list[str]:
    """A decision of each verdict about what is told."""
    one, other = claims(place, "Founding")
    (launch,) = claims(place, "Launch")
    company = 'kind = "Company", name = "가온"'
    return [
        f'[[prefer]]\nclaim = "{other}"\nover = "{one}"\n{SIGNED}',
        f'[[reject]]\nclaim = "{place.workspace.base}{launch}"\n{SIGNED}',
        f"[[same]]\none = {{{company}}}\nother = {{{company}, date = 2005-01-01}}\n{SIGNED}",
        f'[[different]]\none = {{kind = "Service", name = "별"}}\n'
        f'other = {{kind = "Service", name = "달", document = "x"}}\n{SIGNED}',
    ]


def test_loading_then_deciding_is_deciding_then_loading(told: Place) -> None:
    never = export(told)
    rows = entries(told)
    told.write(FILE, "\n".join(rows))
    told.load()
    decided = export(told)
    assert decided != never
    for name in DOCUMENTS:
        told.workspace.retract(name, now=NOW)
    told.load()
    assert export(told) == decided
    told.write(FILE, "# 다른 차례\n\n" + "\n".join(reversed(rows)))
    told.load()
    assert export(told) == decided
    told.write(FILE, "")
    told.load()
    assert export(told) == never


def test_a_single_file_picks_the_decisions_up_too(told: Place) -> None:
    told.write(FILE, entries(told)[0])
    told.load("data/documents/a.txt")
    assert told.ask('?decision kg:verdict ?verdict ; kg:by "김"')
    assert told.ask("?conflict kg:decidedBy ?decision")
    assert told.ask("?event a kg:Founding ; kg:date/kg:edtf ?date")[0][0] == "2003"


def test_a_rejected_claim_stays_in_its_document(told: Place) -> None:
    told.write(FILE, entries(told)[1])
    told.load()
    assert not told.ask("?event a kg:Launch")
    rows = told.ask("GRAPH ?g { ?claim a kg:RejectedClaim ; kg:evidence/kg:quote ?quote }")
    assert [row[2] for row in rows] == ["서비스 별은 2005년에 시작되었다."]


def test_no_triple_stands_in_two_graphs(told: Place) -> None:
    told.write(FILE, "\n".join(entries(told)))
    told.load()
    triples = [quad.triple for quad in told.workspace.open_store()]
    assert len(triples) == len(set(triples))


def test_a_decision_that_changes_nothing_is_told_of(told: Place) -> None:
    gone = 'claim = "document/data/documents/a.txt#claim=Founding,0,9,000000"\n'
    told.write(FILE, f"# 없어진 것\n\n[[reject]]\n{gone}{SIGNED}")
    before = told.quads()
    report = told.load()
    assert report.exit_code == 0
    (warning,) = report.warnings
    assert (warning.slug, str(warning.where)) == ("decided-claim-gone", f"{FILE}:3:1")
    assert told.load().warnings == (warning,)
    assert told.quads() == before
    slugs = {one.slug for one in check(told.workspace.settings).findings}
    assert slugs == {"decided-claim-gone", "conflict"}


def test_what_is_decided_is_no_finding_any_more(told: Place) -> None:
    assert [one.slug for one in check(told.workspace.settings).findings] == ["conflict"]
    told.write(FILE, entries(told)[0])
    told.load()
    assert check(told.workspace.settings).findings == ()


def test_a_graph_made_before_the_decision_is_not_called_broken(told: Place) -> None:
    told.write(FILE, entries(told)[1])
    slugs = [one.slug for one in check(told.workspace.settings).findings]
    assert slugs[0] == "decisions-changed"
    assert "store-differs" not in slugs


def test_a_wrong_file_refuses_the_load_and_changes_nothing(told: Place) -> None:
    before = told.quads()
    told.write(FILE, "[[reject]]\nclame = 1\n")
    with pytest.raises(KgError, match="clame"):
        told.load()
    assert told.quads() == before


NOT_ALLOWED = (
    ("[[refuse]]\n", "1:3: unknown key 'refuse'"),
    ("reject = 1\n", "1:1: reject is no list of tables"),
    ('[[reject]]\nclaim = "document/a#claim=X,1"\nwho = "김"\n', "1:1: reject lacks why"),
    ('[[reject]]\nclaim = "document/a"\n' + SIGNED, "2:1: claim is no IRI of a claim"),
    ('[[reject]]\nclaim = "document/a#claim=X,1"\nwho = ""\nwhy = "a"', "3:1: who must be a text"),
    (
        '[[reject]]\nclaim = "document/a#claim=X,1"\nwho = "a"\nwhy = "a"\non = "2014"',
        "5:1: on must be a day",
    ),
    (
        '# [[same]]\n[[same]]\none = {kind = "Compny", name = "가"}\n'
        'other = {kind = "Company", name = "나"}\n' + SIGNED,
        "3:8: Compny is no kind of thing (nearest: Company",
    ),
    (
        '[[same]]\none = {kind = "Company", name = "가", nme = "a"}\n'
        'other = {kind = "Company", name = "나"}\n' + SIGNED,
        "2:38: unknown key 'nme'",
    ),
    (
        '[[same]]\none = {kind = "Company", name = "가"}\n'
        'other = {kind = "Service", name = "나"}\n' + SIGNED,
        "3:1: a Company and a Service cannot be one thing",
    ),
    (
        '[[different]]\none = {kind = "Company", name = "(주)가"}\n'
        'other = {kind = "Company", name = "가"}\n' + SIGNED,
        "3:1: one and other are named alike",
    ),
    (
        '[[prefer]]\nclaim = "document/a#claim=X,1"\nover = "document/a#claim=X,1"\n' + SIGNED,
        "3:1: prefers a claim over itself",
    ),
    (
        '[[prefer]]\nclaim = "document/a#claim=X,1"\nover = "document/a#claim=Y,1"\n' + SIGNED +
        '[[prefer]]\nclaim = "document/a#claim=Y,1"\nover = "document/a#claim=X,1"\n' + SIGNED,
        "7:1: this is decided already in line 1",
    ),
    (
        '[[same]]\none = {kind = "Company", name = "가"}\nother = {kind = "Company", name = "나"}\n'
        + SIGNED + "\n"
        '[[different]]\none = {kind = "Company", name = "나"}\n'
        'other = {kind = "Company", name = "가"}\n' + SIGNED,
        "8:1: this is decided otherwise in line 1",
    ),
    ('[[reject]]\nclaim = "\n', "2:10: is not TOML"),
    ('why = """\n[[reject]]\n"""\n', "1:1: unknown key 'why'"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "message"), NOT_ALLOWED)
def test_what_is_not_allowed_says_where(text: str, message: str, place: Place) -> None:
    place.write("data/documents/a.txt", "가온은 2001년에 설립되었다.")
    place.write(FILE, text)
    with pytest.raises(KgError) as caught:
        place.load()
    assert caught.value.exit_code == 2
    assert f"{FILE}:{message}" in str(caught.value)
