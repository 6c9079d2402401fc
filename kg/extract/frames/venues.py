"""What opens its doors to those who come (호텔, 1호점), and the class nouns that alone speak of a
service (앱, 사이트)."""

from kg.lang.ko.tokens.words import word_set

_ENDS = tuple(
    sorted(
        word_set(
            """호점 호텔 매장 백화점 면세점 리조트 마트 할인점 아웃렛 쇼핑몰 물류센터
            데이터센터 배송센터 전시장 체험관 체험센터 박물관 미술관 테마파크 놀이공원
            터미널 공장 발전소 캠퍼스 스토어 플래그십 직영점 본점 지점 서점 극장 영화관 카페
            레스토랑 리전 체험존 서비스센터 팝업스토어 조선소 제철소"""
        )
    )
)
_BARE = word_set("매장 백화점 면세점 공장 캠퍼스 스토어 본점 지점 서점 극장 카페 터미널 마트")
"""Such ends as names of which alone nothing says which one it is."""
_PLAIN = word_set(
    """앱 사이트 누리집 홈페이지 웹사이트 카드 어플 애플리케이션 쇼핑몰 플랫폼 메신저 포털 프로그램
    게임"""
)

_DAILY = word_set(
    """리전 DNS 무선전화 무선인터넷 유선인터넷 시내전화 집전화 문자메시지 영상통화 와이파이 카드결제
    계좌이체 행정망 내부망 사내망 모바일앱 콜센터 고객센터 예약시스템 홈쇼핑 전자결제 은행앱
    본인인증
    인터넷 초고속인터넷 이동전화 휴대전화 유선전화 국제전화 긴급전화 무선통신 통신망 전산망
    데이터망 IPTV VOD 홈페이지 누리집 사이트 앱 어플 인터넷뱅킹 모바일뱅킹 뱅킹 결제 예매
    발권 송금 이체 업로드 재생 서버 단말기 현금인출기 ATM 회선 이메일 메일 메신저
    HTS MTS 시스템 온라인몰 쇼핑몰"""
)
_SHOPS = tuple(
    sorted(
        word_set(
            """상회 상사 양행 공업사 제작소 상점 약방 정미소 양조장 인쇄소 철공소 방앗간 정미 주조
            메리야스 양조 서림 공업소 양복점 제과소 국수"""
        )
    )
)
"""Ends of the names of small firms, which open when they are founded."""


def is_daily(text: str) -> bool:
    """Whether a name or description ends with what is used every day: 홈페이지, 전산망."""
    return text in _DAILY or text.rsplit(maxsplit=1)[-1] in _DAILY


def is_shop(text: str) -> bool:
    """Whether a name is of a small firm: 만식상회."""
    return text.endswith(_SHOPS)


def is_venue(text: str) -> bool:
    """Whether a name or description is of a shop, hotel, plant or the like."""
    return text.endswith(_ENDS) and text not in _BARE


def is_plain(text: str) -> bool:
    """Whether a noun is a class noun by which alone a text may speak of its service."""
    return text in _PLAIN
