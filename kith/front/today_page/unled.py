"""Families nobody leads yet."""

from kith.care import queries as care
from kith.care.queries import UnledRow
from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[UnledRow]:
    """The newest of them."""
    return care.unled_families(asked.viewer)
