"""When nothing may go out to a family: it is bereaved, or the word by which the message would go is gone."""

from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.reach import consent_held
from kith.kernel.ids import FamilyId
from kith.messages import rules
from kith.messages.rules import Word


def reason_for(family_id: FamilyId, word: Word | None) -> str:
    """Why nothing may go out to the family by this word, or nothing; held so until the transaction ends.

    Writing a death down and taking a consent back take the same hold: they come before this look, or wait until the
    message has left.
    """
    lock_family(family_id)
    if is_bereaved(family_id):
        return rules.BEREAVED
    if word and consent_held(family_id, word.organisation_id, word.purpose) is None:
        return rules.NOT_AGREED
    return ""
