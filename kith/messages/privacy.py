"""What the tables of messages hold of people: what kind of message went where; what fills it may open something."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "messages_message": held(
        Keep.RECORD,
        family="family",
        parent="address",
        hers="kind channel address language queued_at",
        opens="facts calendar",
        inner="family agreed_organisation agreed_purpose dedupe_key",
    ),
    "messages_messagestate": held(
        Keep.RECORD,
        family="message__family",
        parent="message__address",
        hers="at state",
        inner="message why provider_reference",
    ),
}
