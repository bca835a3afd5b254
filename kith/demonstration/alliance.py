"""What the invented organisations say of themselves, and what they have agreed to share."""

from datetime import date, timedelta

from kith.demonstration.people import Partners
from kith.organisations.actions.agreements import sign_agreement
from kith.organisations.actions.alliance import describe_organisation
from kith.organisations.rules import SharedFor
from kith.platform.access.viewer import Actor

PHONE_FOR_DRAMA = "+442079460000"  # Ofcom keeps 020 7946 0000 to 0999 for drama
_AIMS = {
    "council": "Family Hubs where every parent can walk in, and the public health team that counts who is reached.",
    "hospital": "Maternity care from the first scan to the first days at home, and the baby unit.",
    "health_visiting": "A named health visitor for every family from before the birth until school.",
    "charity": "Trained parents who listen to other parents, in the languages spoken at home.",
    "community": "Parents who meet parents: twins, partners, walks and late evenings.",
}
_AGREEMENTS = (
    (
        "Sharing a family’s record for care",
        "With her agreement, those who care for one family see one record, so that she tells her story once.",
        ("council", "hospital", "health_visiting"),
        (SharedFor.CARE,),
        (400, 330),
    ),
    (
        "Referrals for peer support",
        "With her agreement, the charity gets a name, a telephone number, a language and what help is wished for.",
        ("hospital", "health_visiting", "charity"),
        (SharedFor.REFERRAL, SharedFor.PEER_SUPPORT),
        (200, 530),
    ),
)


def introduce(partners: Partners, today: date, *, by: Actor) -> None:
    """Let every organisation say what it is there for, and note their agreements."""
    for at, (key, aims) in enumerate(_AIMS.items()):
        describe_organisation(
            by=by,
            organisation_id=getattr(partners, key),
            aims={"en": aims},
            website="",
            email=f"{key.replace('_', '-')}@demo.kith.invalid",
            phone=f"{PHONE_FOR_DRAMA[:-2]}{at:02d}",
        )
    for title, summary, between, purposes, (before, after) in _AGREEMENTS:
        sign_agreement(
            by=by,
            title={"en": title},
            summary={"en": summary},
            between=[getattr(partners, key) for key in between],
            signed_on=today - timedelta(days=before),
            review_due_on=today + timedelta(days=after),
            purposes=purposes,
        )
