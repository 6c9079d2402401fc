"""What is wrong with the graph that is held, or with a decision about it, and how to mend it."""

from kg.gate.text import Text

GRAPH_TEXTS = {
    "text-lost": Text(
        "the text of {given}, which quotes are checked by, cannot be read",
        "인용문을 대조할 {given}의 글을 읽을 수 없다",
        "load the document again",
        "문서를 다시 적재한다",
    ),
    "store-damaged": Text(
        "{file} is not what was written: the disk has damaged it, or somebody has changed it",
        "{file}이 기록한 그대로가 아니다: 디스크가 망가졌거나 누군가 바꾸었다",
        "see to the disk, delete .kg/CURRENT and .kg/store, then kg load makes them again from "
        "data/; load by name what came from elsewhere (.kg/journal.jsonl lists it)",
        "디스크를 살핀 뒤 .kg/CURRENT와 .kg/store를 지우면 kg load가 data/에서 다시 만든다. "
        "다른 곳에서 온 것은 이름으로 적재한다(.kg/journal.jsonl에 있다)",
    ),
    "source-lost": Text(
        "what was kept of a source cannot be read: {problem}",
        "출처에서 보관한 것을 읽을 수 없다: {problem}",
        "load that source again",
        "그 출처를 다시 적재한다",
    ),
    "decisions-changed": Text(
        "what is decided has changed since the graph was made of it",
        "그래프를 만든 뒤로 판정이 바뀌었다",
        "run kg load, then kg check again",
        "kg load를 실행하고 다시 kg check를 실행한다",
    ),
    "store-differs": Text(
        "the graph is not what its sources give: {missing} triples are missing, {more} are stated "
        "by none, such as {example}",
        "그래프가 출처와 다르다. 빠진 트리플 {missing}개, 출처 없는 트리플 {more}개. 예: {example}",
        "delete .kg/CURRENT and .kg/store, and run kg load",
        ".kg/CURRENT와 .kg/store를 지우고 kg load를 실행한다",
    ),
    "concordance-differs": Text(
        "what finds claims by name is not what the sources give: the next load may miss some",
        "이름으로 주장을 찾는 색인이 출처와 다르다. 다음에 불러올 때 빠뜨릴 수 있다",
        "delete .kg/CURRENT and .kg/store, and run kg load",
        ".kg/CURRENT와 .kg/store를 지우고 kg load를 실행한다",
    ),
    "conflict": Text(
        "sources disagree on {property}: {values}",
        "출처마다 {property} 값을 다르게 말한다: {values}",
        "kg why shows both sides; nothing was dropped",
        "kg why가 양쪽을 보여 준다. 버린 것은 없다",
    ),
    "decided-claim-gone": Text(
        "no claim is called {claim} any more, so the decision changes nothing",
        "{claim}(이)라는 주장이 이제 없어 이 판정은 아무것도 바꾸지 않는다",
        "delete it, or name the claim as it is called now: {near}",
        "판정을 지우거나 주장의 지금 이름을 적는다: {near}",
    ),
    "decided-claim-rejected": Text(
        "another decision rejects {claim}, so there is nothing to prefer",
        "다른 판정이 {claim}을(를) 물리쳐 어느 쪽을 더 믿을지 정할 것이 없다",
        "delete one of the two decisions",
        "두 판정 가운데 하나를 지운다",
    ),
    "decided-no-conflict": Text(
        "the two claims do not disagree about one fact, so the decision changes nothing",
        "두 주장이 한 사실을 두고 엇갈리지 않아 이 판정은 아무것도 바꾸지 않는다",
        "delete it, or reject the claim that is wrong; kg query conflicts lists what disagrees",
        "판정을 지우거나 틀린 주장을 물리친다. kg query conflicts가 엇갈리는 것을 보여 준다",
    ),
    "decided-thing-gone": Text(
        "no claim tells of the {kind} {name} (document: {document}), so this changes nothing",
        "{kind} {name}에 관한 주장이 없어(문서: {document}) 이 판정은 아무것도 바꾸지 않는다",
        "delete it, or name what is told of; names near it: {near}",
        "판정을 지우거나 주장이 있는 이름을 적는다. 비슷한 이름: {near}",
    ),
    "decided-still-one": Text(
        "nothing tells the two apart, so they are still one thing",
        "둘을 가를 것이 없어 여전히 하나이다",
        'say in which documents each is told of: one = {{…, document = "…"}}',
        '각각 어느 문서에 나오는지 적는다: one = {{…, document = "…"}}',
    ),
    "decided-still-two": Text(
        "another decision holds the two apart",
        "다른 판정이 둘을 갈라 놓는다",
        "delete one of the two decisions",
        "두 판정 가운데 하나를 지운다",
    ),
}
