"""What the tables of organisations hold of people at work; of a family they hold nothing."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "organisations_invitation": held(
        Keep.LINK,
        others="name email languages",
        opens="token_digest",
        staff="invited_by membership",
        inner="organisation team role from_on until_on sent_at state",
    ),
    "organisations_factorreset": held(
        Keep.WORK,
        staff="membership asked_by settled_by",
        inner="organisation reason asked_at state settled_at",
    ),
}
