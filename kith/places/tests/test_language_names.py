"""Every language a family may speak has a name in every language of the pages."""

import pytest
from django.utils import translation

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.places.codes.languages import SPOKEN
from kith.platform.ui import formats


@pytest.mark.parametrize("spoken", SPOKEN, ids=lambda each: each.code)
@pytest.mark.parametrize("reader", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_a_spoken_language_has_a_name_in_the_readers_own(reader, spoken):
    with translation.override(reader.code):
        assert formats.language(spoken.code).casefold() not in ("", spoken.code)
