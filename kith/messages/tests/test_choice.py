"""Which provider carries what: in a real place nothing is lost in a folder."""

from typing import Any

import pytest
from pydantic import SecretStr

from kith.kernel import choices
from kith.kernel.choices import place
from kith.messages.providers.choice import provider_for
from kith.messages.providers.folder import Folder
from kith.messages.providers.letter import Letter, SendFailed
from kith.messages.providers.nobody import NoProvider
from kith.messages.providers.notify import Notify
from kith.messages.rules import Channel

LETTER = Letter("1", "+447700900123", "en", "", "Your code")
# Two identities as Notify writes them: of the service and of its secret.
KEY = SecretStr("name-" + "-".join(["00000000-0000-4000-8000-000000000000"] * 2))


@pytest.mark.parametrize(
    ("demonstration", "key", "chosen", "carrier"),
    [
        (True, None, place.MAIL_AND_NOTIFY, Folder),
        (False, None, place.MAIL_AND_NOTIFY, NoProvider),
        (False, KEY, place.MAIL, NoProvider),
        (False, KEY, place.MAIL_AND_NOTIFY, Notify),
    ],
)
def test_a_text_of_a_real_place_goes_by_its_provider_or_is_refused(
    settings: Any, demonstration: bool, key: SecretStr | None, chosen: str, carrier: type
) -> None:
    settings.KITH = settings.KITH.model_copy(update={"demonstration": demonstration, "notify_key": key})
    with choices.chosen({place.MESSAGES.key: chosen}):
        assert type(provider_for(Channel.TEXT)) is carrier


def test_what_nothing_carries_fails_at_once_and_for_good() -> None:
    with pytest.raises(SendFailed, match="no_provider") as failed:
        NoProvider().send(LETTER)
    assert not failed.value.is_worth_retrying
