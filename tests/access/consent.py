"""A family that takes back every consent it has given, as the acts that answer this need it."""

from kith.families.actions.consenting import withdraw_consent
from kith.families.models.consent import Consent
from kith.families.rules.entries import NewFamily
from kith.kernel.ids import ConsentId
from kith.platform.access.viewer import system_actor


def take_all_back(family: NewFamily) -> None:
    """Withdraw what stands, whatever it was given for: as long as one stands, the organisation is let in."""
    for consent in Consent.objects.open().filter(family_id=family.id):
        withdraw_consent(by=system_actor("tests"), family_id=family.id, consent_id=ConsentId(consent.pk))
