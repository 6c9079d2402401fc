"""Random graphs, random changes of them, and random shapes that use all of SHACL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

PREFIXES = """PREFIX ex: <http://example.com/> PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
DECLARED = """ex:ontology a owl:Ontology ; sh:declare
  [ sh:prefix "ex" ; sh:namespace "http://example.com/"^^xsd:anyURI ] .
ex:MetaClass rdfs:subClassOf rdfs:Class .
ex:NotThat a sh:ConstraintComponent ; sh:parameter [ sh:path ex:notThat ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER (?value != $notThat) }" ] .
ex:NoValueOf a sh:ConstraintComponent ; sh:parameter [ sh:path ex:noValueOf ] ;
  sh:nodeValidator [ a sh:SPARQLSelectValidator ; sh:prefixes ex:ontology ;
    sh:select "SELECT $this ?value WHERE { $this $noValueOf ?value }" ] ;
  sh:propertyValidator [ a sh:SPARQLSelectValidator ; sh:prefixes ex:ontology ;
    sh:select "SELECT $this ?value WHERE { $this $PATH ?value . ?value $noValueOf ?other }" ] .
ex:NamedBy a ex:Components ; sh:parameter [ sh:path ex:namedBy ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { ?who $namedBy $value }" ] .
ex:Components rdfs:subClassOf sh:ConstraintComponent .
"""
CLASSES = ("ex:A", "ex:B", "ex:C", "ex:D")
PROPERTIES = ("ex:p", "ex:q", "ex:r")
NODES = ("ex:a", "ex:b", "ex:c", "ex:d", "ex:e")
LITERALS = (
    '"x"', '"xyz"', '""', '"x"@en', '"y"@en', '"x"@ko-KR', '"01"^^xsd:integer', "1", "2", "0",
    '"no"^^xsd:integer', '"2014-13-01"^^xsd:date', '"2014-10-01"^^xsd:date', "1.5", "true",
    '"1"^^ex:odd',
)  # fmt: skip
TARGETS = (
    *(f"sh:targetClass {one}" for one in CLASSES),
    *(f"sh:targetSubjectsOf {one}" for one in PROPERTIES),
    *(f"sh:targetObjectsOf {one}" for one in PROPERTIES),
    *(f"sh:targetNode {one}" for one in ("ex:a", "ex:absent", '"x"', '"x"@en', "0")),
)
NEAR = (
    "SELECT $this ?value WHERE { $this ex:p ?value . ?value ex:q ?other }",
    "SELECT $this WHERE { $this ex:p ?x . FILTER NOT EXISTS { ?x ex:q ?y } }",
    "SELECT $this WHERE { $this ex:p/ex:q ?x FILTER (?x != $this) }",
    "SELECT $this ?value WHERE { { $this ex:p ?value } UNION { $this ex:q ?value } }",
    "SELECT $this WHERE { $this ?any ?x . OPTIONAL { ?x ex:p ?y } FILTER (!BOUND(?y)) }",
    "SELECT $this WHERE { FILTER NOT EXISTS { $this ex:r ?x } }",
)
FAR = (
    "SELECT $this WHERE { ?who ex:p $this }",
    "SELECT $this WHERE { $this ex:p* ?x . ?x ex:q ?y }",
    "SELECT $this WHERE { ?x ex:q ?y . FILTER (?x != $this) }",
    "SELECT $this ?value WHERE { $this ex:p ?value . FILTER NOT EXISTS { ?who ex:q ?value } }",
    "SELECT $this WHERE { { $this ex:p ?x } UNION { ?x ex:q ?y } }",
    "SELECT $this WHERE { OPTIONAL { $this ex:p ?x } ?x ex:r ?y }",
    "SELECT $this WHERE { $this a/rdfs:subClassOf* ex:A }",
    "SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p ?y . ?x ex:p ?y } GROUP BY $this",
)
OF_PATH = (
    "SELECT $this ?value WHERE { $this $PATH ?value . ?value ex:q ?x . ?x ex:r ?y }",
    "SELECT $this ?value WHERE { $this $PATH ?value ; ex:q ?x . FILTER (?x != ?value) }",
    "SELECT $this ?value WHERE { $this $PATH ?value . { ?value ex:p ?x . } }",
    "SELECT $this ?value WHERE { $this $PATH ?value . FILTER EXISTS { ?value ex:p ?x } }",
    "SELECT $this ?x WHERE { $this ex:p / $PATH ?x . ?x ex:q ?y }",
)
SEVERITIES = ("sh:Warning", "sh:Info", "sh:Violation", "ex:Grave")
KINDS = ("sh:IRI", "sh:Literal", "sh:BlankNodeOrIRI", "sh:IRIOrLiteral")


@dataclass(frozen=True)
class World:
    """A graph before and after a change, the subclasses stated beside it, and shapes."""

    before: frozenset[ox.Quad]
    after: frozenset[ox.Quad]
    ontology_before: frozenset[ox.Quad]
    ontology_after: frozenset[ox.Quad]
    shapes: tuple[ox.Quad, ...]
    text: str

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        """How Hypothesis shows it."""
        facts = [self.before, self.after, self.ontology_before, self.ontology_after]
        said = ["\n".join(sorted(str(quad.triple) for quad in quads)) for quads in facts]
        printer.text("\n--\n".join([*said, self.text.removeprefix(DECLARED)]))

    @property
    def changed(self) -> list[ox.Quad]:
        """What was added and removed."""
        data, ontology = self.before ^ self.after, self.ontology_before ^ self.ontology_after
        return sorted(data | ontology, key=str)


def parsed(text: str) -> list[ox.Quad]:
    """The triples of Turtle that needs no prefixes, as a store keeps them: numbers canonical."""
    store = ox.Store()
    store.extend(ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE))
    return sorted(store, key=str)


Draw = Callable[[st.SearchStrategy[str]], str]


def _either(*strategies: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One of these, each as likely as the others, however many it is made of itself."""
    return st.sampled_from(strategies).flatmap(lambda one: one)


_node = st.sampled_from(NODES)
_class = st.sampled_from(CLASSES)
_property = st.sampled_from(PROPERTIES)
_literal = st.sampled_from(LITERALS)
_term = _either(_node, _literal)
_terms = st.lists(_term, min_size=1, max_size=3, unique=True).map(" ".join)


def _few(strategy: st.SearchStrategy[str], least: int = 0, most: int = 2) -> st.SearchStrategy[str]:
    return st.lists(strategy, min_size=least, max_size=most).map(" ; ".join)


def _stated(predicate: str, value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return value.map(lambda one: f"{predicate} {one}")


_step = _either(_property, _property, st.just("rdf:type"))


def _longer(path: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(path, path).map(" ".join)
    return _either(
        pairs.map(lambda two: f"( {two} )"),
        pairs.map(lambda two: f"[ sh:alternativePath ( {two} ) ]"),
        *(
            path.map(lambda one, form=form: f"[ sh:{form} {one} ]")
            for form in ("inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
        ),
    )


_path = st.recursive(_step, _longer, max_leaves=3)


@st.composite
def _query(draw: Draw, texts: Iterable[str]) -> str:
    text = draw(st.sampled_from(tuple(texts)))
    return f'[ sh:prefixes ex:ontology ; sh:select """{text}""" ]'


_common = _either(
    _stated("sh:class", _class),
    _stated("sh:datatype", st.sampled_from(("xsd:integer", "xsd:string", "xsd:date"))),
    _stated("sh:nodeKind", st.sampled_from(KINDS)),
    _terms.map(lambda many: f"sh:in ( {many} )"),
    _stated("sh:hasValue", _term),
    st.sampled_from(("( )", "( ex:q )", "( rdf:type ex:p ex:r )")).map(
        lambda ignored: f"sh:closed true ; sh:ignoredProperties {ignored}"
    ),
    st.just('sh:languageIn ( "en" "ko" )'),
    st.sampled_from(('sh:pattern "^x"', "sh:minLength 2", "sh:maxLength 1", "sh:minInclusive 1")),
    _stated("sh:equals", _property),
    _stated("sh:disjoint", _property),
    _stated("sh:sparql", _query(NEAR)),
    _stated("sh:sparql", _query(FAR)),
    _stated("ex:notThat", _term),
    _stated("ex:noValueOf", _property),
    _stated("ex:namedBy", _property),
    _stated("sh:severity", st.sampled_from(SEVERITIES)),
    st.sampled_from(("sh:deactivated true", "sh:deactivated false")),
)
_of_paths = _either(
    st.sampled_from(("sh:minCount 1", "sh:maxCount 1", "sh:maxCount 0", "sh:minCount 2")),
    st.just("sh:uniqueLang true"),
    _stated("sh:lessThan", _property),
    _stated("sh:lessThanOrEquals", _property),
    _stated("sh:sparql", _query(OF_PATH)),
)
_named = st.sampled_from(("ex:N0", "ex:N1", "ex:N1", "ex:P0", "ex:P1"))


def _listed(shape: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(shape, shape).map(" ".join)
    operator = st.sampled_from(("sh:and", "sh:or", "sh:xone"))
    return st.tuples(operator, pairs).map(lambda drawn: f"{drawn[0]} ( {drawn[1]} )")


def _nesting(shape: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    operator = st.sampled_from(("sh:not", "sh:node", "sh:node"))
    return _either(
        st.tuples(operator, shape).map(" ".join),
        _listed(shape),
        _stated("sh:property", st.sampled_from(("ex:P0", "ex:P1"))),
        _stated("sh:property", _property_shape(shape)),
    )


def _qualified(shape: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    counts = ("sh:qualifiedMinCount 1", "sh:qualifiedMaxCount 0", "sh:qualifiedMaxCount 1")
    disjoint = ("", " ; sh:qualifiedValueShapesDisjoint true")
    return st.tuples(shape, st.sampled_from(counts), st.sampled_from(disjoint)).map(
        lambda drawn: f"sh:qualifiedValueShape {drawn[0]} ; {drawn[1]}{drawn[2]}"
    )


def _property_shape(shape: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    says = _few(_either(_common, _of_paths, _nesting_of_property(shape)), 1)
    return st.tuples(_path, says).map(lambda drawn: f"[ sh:path {drawn[0]} ; {drawn[1]} ]")


def _nesting_of_property(shape: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return _either(_qualified(shape), _listed(shape), shape.map(lambda one: f"sh:node {one}"))


_flat = _few(_common, 1).map(lambda said: f"[ {said} ]")
_anonymous = st.recursive(
    _either(_flat, _named),
    lambda shape: _few(_either(_common, _nesting(shape)), 1).map(lambda said: f"[ {said} ]"),
    max_leaves=3,
)
_of_node = _few(_either(_common, _nesting(_anonymous)), 1, 3)
_of_property = _few(_either(_common, _of_paths, _nesting(_anonymous), _qualified(_anonymous)), 1, 3)
_kind = st.sampled_from(("a sh:NodeShape", "a sh:NodeShape , rdfs:Class", "a ex:MetaClass"))


@st.composite
def _shapes(draw: Draw) -> str:
    """Shapes with targets, and named ones that they share; no shape leads to itself."""
    targets = _few(st.sampled_from(TARGETS), 1)
    said = [DECLARED]
    for number in range(draw(st.integers(1, 2))):
        said.append(f"ex:S{number} {draw(targets)} ; {draw(_of_node)} .")
    if draw(st.booleans()):
        said.append(f"ex:T {draw(targets)} ; sh:path {draw(_path)} ; {draw(_of_property)} .")
    if draw(st.integers(0, 2)) == 0:
        said.append(f"ex:A {draw(_kind)} ; sh:property ex:P0 ; {draw(_of_node)} .")
    if draw(st.integers(0, 9)) == 0:
        said.append("ex:S0 sh:property [ sh:path ex:p ; sh:node ex:S0 ] .")
    said.append(f"ex:N0 a sh:NodeShape ; {draw(_few(_common, 1))} .")
    said.append(f"ex:N1 a sh:NodeShape ; {draw(_few(_common, 1))} .")
    plain = _either(_common, _of_paths, _qualified(_either(_flat, st.just("ex:N0"))))
    for name in ("ex:P0", "ex:P1"):
        said.append(f"{name} a sh:PropertyShape ; sh:path {draw(_path)} ; {draw(_few(plain, 1))} .")
    return "\n".join(said)


_triple = _either(
    st.tuples(_node, st.just("a"), _class).map(" ".join),
    st.tuples(_node, _property, _node).map(" ".join),
    st.tuples(_node, _property, _literal).map(" ".join),
)
_below = st.tuples(_class, st.just("rdfs:subClassOf"), _class).map(" ".join)
_facts = _either(*(_triple for _ in range(8)), _below)


def _split(
    facts: st.SearchStrategy[str], least: int, most: int
) -> st.SearchStrategy[tuple[str, str]]:
    """Turtle before and after a change: of some triples each stays, goes or comes."""
    fates = st.sampled_from((3, 3, 3, 1, 2))
    drawn = st.lists(st.tuples(facts, fates), min_size=least, max_size=most)
    return drawn.map(lambda pairs: (_turtle(pairs, 1), _turtle(pairs, 2)))


def _turtle(pairs: Iterable[tuple[str, int]], when: int) -> str:
    return " ".join(f"{fact} ." for fact, fate in pairs if fate & when)


@st.composite
def worlds(draw: Callable[[st.SearchStrategy[tuple[str, str]]], tuple[str, str]]) -> World:
    """A world of a handful of nodes, so that what is drawn meets."""
    before, after = (frozenset(parsed(text)) for text in draw(_split(_facts, 8, 22)))
    ontology = tuple(frozenset(parsed(text)) for text in draw(_split(_below, 0, 3)))
    text = draw(_shapes())
    return World(before, after, ontology[0], ontology[1], tuple(parsed(text)), text)
