"""Names that are made of the language's own words: 한국측량원, 서울상회, 바다금고."""

from collections.abc import Sequence

from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, PLACES, SERVICE_NOUNS, word_set

LATIN_COMMON = word_set(
    """IT AI PC TV CEO SW IPO M&A MOU SNS B2B ICT OTT VFX AR VR XR NFT MTS HTS CDMA LTE LCD LED
    OLED PCS DMB IPTV VOD ATM GPS LNG LPG API ERP CRM SI PG R&D TF VC PE PEF GPU CPU DVD MP3 PDA
    IDC ISP IoT ESS EPB BLU UAM SUV EV FAST RPG MMORPG FPS CG EPC ESG HW DNS SaaS B2C O2O P2P QR
    CCTV ADSL VDSL GDP WTO FTA KPI MZ HBM EUV ABS CB BW EB CP DB DSLR USB SSD GDP CFO CTO COO ETF
    ELS IR PR HR UI UX SNG LTV DDoS URL HTML ARS SMS MMS PM PD MC DJ CM CF CI BI ICO STO DLS MMF
    CMA RP ISA IRP PB WM IB LBO MBO EBITDA PER PBR ROE"""
)
"""Latin words for things; as names alone they would say nothing."""
_BEFORE = (
    PLACES
    | word_set("대한 조선 동양 영남 호남 경인 전국 서울 신진 국제 동아 고려 태평양 제일 삼성 금성")
) - word_set("국내 해외 세계 글로벌 우리나라 전국 실리콘밸리")
_NOT_AFTER = word_set(
    """시장 시민 정부 법인 공장 사업장 사무소 지사 지점 본사 지역 지방 대학 대학교 증시 국적 국민
    기업 업체 회사 진출 출신 여행 현지 노선 총괄 대표 사람 남자 여자 소비자 고객 대사 대사관
    영업 사업 판매 매장 상륙 행 산 계 점 측 쪽 전역 일대 인근 교외 외곽 시내 도심 북부 남부 동부
    서부 중부 근교 본점 캠퍼스 공항 역 항 호 본부 지부 서비스 버전 방송 수출 판 문학 언론 경제
    경찰 검찰 법원 시절 생활 유학 투자자 투자 자본 동포 교포 음식 요리 영화 드라마 음악 문화"""
)
"""What after a place is a place's, not a name."""
_INSTITUTIONS = tuple(
    sorted(
        word_set(
            """진흥원 전산원 결제원 관리원 개발원 정보원 보호원 감독원 협의회 진흥회 중앙회 연합회
            금고 공업사 제작소 양행 상회 방직 제당 제분 시멘트 엔지니어링 머티리얼즈 사이언스
            자산운용 종금 종합금융 로보틱스 페이먼츠 로직스 캐피털 케미컬 손해보험 생명보험 화재해상
            정보센터 발전소 공영사 조선소 도시가스 유업 종묘 고속 여객 운수 닷컴 네트웍"""
        )
    )
)


_NOUNS = frozenset(("NNG", "NNP", "NNB", "NR", "MM", "XPN", "XR"))


def is_institution(text: str, tokens: Sequence[Token]) -> bool:
    """Whether nouns without a blank between them make a company's or a body's name: a place and
    what it does (한국측량원), or an ending that such names have (바다금고)."""
    if len(tokens) < 2 or not all(t.tag in _NOUNS for t in tokens):
        return False
    if text.endswith(_INSTITUTIONS) and text not in _INSTITUTIONS:
        return True
    rest = text.removeprefix(tokens[0].form)
    common = rest in COMMON or rest in COMPANY_NOUNS or rest in SERVICE_NOUNS or rest in _NOT_AFTER
    return (
        tokens[0].form in _BEFORE
        and len(rest) > 1
        and not common
        and tokens[-1].form not in _NOT_AFTER
    )
