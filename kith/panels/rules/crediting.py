"""By what name a person who helped may stand on a public page. Pure."""

import re

from kith.kernel.refusal import Refusal
from kith.panels.rules.codes import Naming

_REACHES_A_PERSON = re.compile(r"@|https?:|www\.|\d{4,}", re.IGNORECASE)


def may_be_named(naming: Naming, named_as: str) -> Refusal | None:
    """Say why this cannot stand as her name, or None: a name alone, no address and no number."""
    if naming is not Naming.NAMED:
        return None
    if not named_as:
        return Refusal("credit_without_name")
    return Refusal("credit_reaches_a_person") if _REACHES_A_PERSON.search(named_as) else None
