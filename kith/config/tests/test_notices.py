"""Every notice has words, and leads to a page that there is."""

import re
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import get_resolver
from django.utils.translation import gettext_lazy

import kith
from kith.tasks.actions.notices import raise_notice
from kith.tasks.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords, register_notices, registered_notices
from testing.people import KITH, worker

SAYABLE = {"who", "from_on", "until_on", "ends_on", "due_on", "known_as", "count"}


class Unsaid(StrEnum):
    """A kind whose room has registered no words."""

    UNSAID = "unsaid"


@pytest.mark.parametrize("kind", sorted(registered_notices()))
def test_every_kind_of_notice_has_words_and_leads_to_a_page(kind):
    words = registered_notices()[kind]
    pages = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert words.url_name in {"", *pages}
    assert set(re.findall(r"%\((\w+)\)s", str(words.sentence))) <= SAYABLE


def test_every_kind_of_every_room_is_registered():
    house = Path(kith.__path__[0])
    found = [f"{path.parent.parent.name}.rules.notices" for path in house.glob("*/rules/notices.py")]
    found += [
        f"{path.parent.name}.rules" for path in house.glob("*/rules.py") if "NoticeKind" in path.read_text("utf-8")
    ]
    assert len(found) > 3
    kinds = [kind.value for module in found for kind in import_module(f"kith.{module}").NoticeKind]
    assert sorted(kinds) == sorted(registered_notices())


def test_a_kind_without_words_is_refused_when_it_is_raised_and_a_second_meaning_when_it_is_registered(db):
    with pytest.raises(ValueError, match="register its words"):
        raise_notice(by=KITH, kind=Unsaid.UNSAID, to=worker().membership_id, dedupe_key="one")
    with pytest.raises(ValueError, match="another name"):
        register_notices({NoticeKind.STEP_LATE: NoticeWords(gettext_lazy("Something else"))})
