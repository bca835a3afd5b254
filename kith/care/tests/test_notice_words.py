"""Every notice has words, and leads to a page that there is."""

import re

import pytest
from django.urls import get_resolver

from kith.care.rules.notices import NoticeKind
from kith.care.wording.notices import NOTICES

SAYABLE = {"who", "until_on", "ends_on"}


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_of_notice_has_words_and_leads_to_a_page(kind):
    words = NOTICES[kind]
    pages = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert words.url_name in {"", *pages}
    assert set(re.findall(r"%\((\w+)\)s", str(words.sentence))) <= SAYABLE
