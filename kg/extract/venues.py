"""What opens its doors to those who come (호텔, 1호점), and the class nouns that alone speak of a
service (앱, 사이트)."""

from kg.lang.ko.words import word_set

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


def is_venue(text: str) -> bool:
    """Whether a name or description is of a shop, hotel, plant or the like."""
    return text.endswith(_ENDS) and text not in _BARE


def is_plain(text: str) -> bool:
    """Whether a noun is a class noun by which alone a text may speak of its service."""
    return text in _PLAIN
