"""Families without a lead yet."""

from kith.caseloads.queries.unled import UnledRow, unled_families
from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[UnledRow]:
    """The newest of them."""
    return unled_families(asked.viewer)
