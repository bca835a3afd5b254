"""A test of pages starts without pages that another test has made."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def no_ready_pages() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()
