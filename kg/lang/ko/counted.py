"""What is counted in Korean when a figure is reached, and the verbs and nouns of reaching it."""

from kg.lang.ko.tokens.words import word_set

_COUNTED_AS = {
    "users": "가입자 가입자수 이용자 이용자수 사용자 사용자수 활성이용자 순이용자",
    "members": "회원 회원수 조합원",
    "followers": "팔로워 팔로어 친구 채널친구 친구수 팔로워수",
    "paying members": "유료회원",
    "paying users": "유료가입자",
    "subscribers": "구독자 구독자수 구독 시청자 독자",
    "customers": "고객 고객수 손님 고객사",
    "downloads": "다운로드 다운로드수 누적다운로드 내려받기 설치 앱설치",
    "revenue": "매출 매출액 연매출 총매출 연결매출 누적매출 수입",
    "operating profit": "영업이익",
    "net profit": "순이익 당기순이익",
    "transaction volume": "거래액 거래대금 누적거래액 거래량 거래규모 취급고 취급액 중개액",
    "payment volume": "결제액 결제금액 송금액 누적송금액",
    "units sold": "판매량 판매 누적판매 누적판매량 판매고 판매대수 출하 출하량 보급 인도량",
    "orders": "주문 주문건수 주문량 배달 배송 배송량",
    "bookings": "예약 예약건수",
    "calls": "호출 호출수 탑승 운행",
    "visitors": "방문자 방문자수 방문객 방문객수 입장객 관람객 관람객수 이용객 이용객수",
    "exports": "수출 수출액",
    "views": "조회수 조회 누적조회수 재생 재생수",
    "page views": "페이지뷰",
    "passengers": "탑승객 승객 수송객 송출객 여객 여행객 모객",
    "audience": "관객 관객수",
    "stores": "매장 점포 지점 매장수 점포수 출점",
    "franchise stores": "가맹점 가맹점수",
    "total funding": "누적투자 누적투자액 모금액",
    "deposits": "수신 예금 총수신 예수금 수신고 예금고",
    "loans": "여신 대출 대출액 누적대출 누적대출액",
    "assets": "자산 총자산 운용자산 순자산 예탁자산 수탁고 수탁액 예치액 설정액",
    "insurance in force": "보유계약 계약고 보험료 수입보험료 원수보험료",
    "profit": "흑자",
    "circulation": "발행부수 부수",
    "employees": "직원 임직원",
    "units produced": "생산 누적생산 생산량 생산대수 출고",
    "contracts": "계약 계약건수 가입계약",
    "equity": "자기자본",
    "accounts": "계좌 위탁계좌 신규계좌 통장",
    "concurrent users": "동시접속자 동시접속자수 접속자 동접",
    "orders won": "수주 수주액 누적수주",
    "order backlog": "수주잔고",
}
METRICS = {word: metric for metric, words in _COUNTED_AS.items() for word in words.split()}
"""What is counted, by its Korean noun without blanks."""
PEOPLE = frozenset(
    ("users", "members", "followers", "subscribers", "customers", "concurrent users",
     "visitors", "audience", "passengers", "paying members", "paying users")
)  # fmt: skip
"""What is counted in heads (명), where no counter is written."""
OF_SERVICES = frozenset(("users", "members", "subscribers", "downloads", "visitors", "views"))
BY_COUNTER = {
    "명": "users",
    "다운로드": "downloads",
    "호점": "stores",
    "건": "cases",
    "회": "times",
}

NO_FEAT = word_set(
    """부채 빚 차입금 채무 이자 공모가 주가 주식 가격 값 몸값 기업가치 시가총액 시총
    손실 적자 영업손실 순손실 벌금 과징금 사망자 부상자 피해자 피해 피해액 손해 손해액
    환율 지수 점유율 시장점유율 경쟁률 연봉 임금 급여 비용 나이 기온 금리 보증금
    임대료 직원 임직원 지분 수수료 세금 배상금 자본금 증자 투자금 투자 인수가 매각가
    낙찰가 입찰가 면적 높이 길이 무게 깊이 속도 점수 학생 노조원 추격전"""
)
"""What grows without being a feat of a company: debts, prices, victims."""

CROSSING = word_set(
    """돌파하 돌파되 넘어서 넘기 넘 뛰어넘 달성하 달성되 찍 도달하 다다르 이르 올라서 동원하
    채우 웃돌"""
)
"""Verbs that reach a figure whatever is counted."""
GATHERING = word_set(
    """기록하 올리 확보하 모으 모 거두 벌어들이 늘 늘어나 불어나 불 붇 성장하 벌 이루 이룩하
    세우 치솟 커지 뛰 뛰어오르 끌어모으 거느리"""
)
"""Verbs that reach a figure only of what is known to be counted."""
GATES = word_set("시대 고지 클럽 벽 고개 문턱 관문 마크 능선")
"""`100만 명 시대를 열었다`: what stands after a figure as a gate that is passed."""
PASSING = word_set(
    """열 열리 열어젖히 개막하 진입하 오르 올라서 밟 점령하 가입하 입성하 맞 맞이하 들어서 깨 뚫
    허물 허무 돌파하 넘 넘어서 넘기 안착하 등정하 찍 도달하"""
)
"""Verbs of passing such a gate."""
TO_IT = word_set("이르 도달하 다다르 올라서")
UP_TO = word_set("늘 늘어나 성장하 불어나 불 붇 치솟 커지 뛰 뛰어오르")
OVER = word_set("넘 넘어서 돌파하 뛰어넘 웃돌")

COUNTERS = word_set(
    """명 사람 건 회 대 개 곳 개점 호점 개소 점 톤 장 부 권 잔 병 캔 편 곡 척 가구 계좌 좌 회선
    다운로드 뷰 클릭 기 마리 개사"""
)
"""Counters of which a figure can be a feat; the others measure time, share or size."""
PRINTED = word_set("부 장 편 권")
"""`2만 부를 찍었다`: printed, not reached."""
MEASURING = word_set(
    """누적 누계 월간 연간 일간 주간 총 일일 하루 영업 당기 동시 시장 유료 국내 글로벌 연 월 수
    업계 시가 기업 전체 실 신규 해외 전 전국 세계 최초 처음 첫 사상 합산 합계 통산 창사 연결
    별도 분기 상반기 하반기 평균 최대 최다 역대 단일 정기 도입 이용 구축 중국 일본 미국"""
)
"""Words before what is counted that are no part of whose it is."""
