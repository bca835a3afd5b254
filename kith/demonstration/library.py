"""The demonstration's library: the starter pages as the alliance approved them, and what its editors do with them."""

from datetime import date, timedelta

from kith.demonstration.people import Partners, Staff
from kith.library.actions.starter import stock_library
from kith.library.actions.statements import ProposedWords, approve_wording, confirm_statement, propose_wording
from kith.library.actions.translating import translate_statement
from kith.library.rules.words import Evidence
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor, viewer_of_account
from kith.platform.sign_in.models import Account

_CHECKED_IN_ROMANIAN = {
    "enough-milk.wet": "Scutece ude în 24 de ore: 1 sau 2 în zilele 1 și 2. Apoi 3 sau mai multe în zilele 3 și 4. "
    "În zilele 5 și 6 sunt 5 sau mai multe, și sunt grele. Din ziua 7 sunt 6 sau mai multe scutece grele.",
    "enough-milk.feeds": "Un bebeluș alăptat are cel puțin 8 mese în 24 de ore în primele săptămâni. Este liniștit la "
    "cele mai multe mese. Din ziua 3 sau 4 îl puteți auzi cum înghite.",
}
_CHANGED = ProposedWords(
    "Wet nappies in 24 hours: 1 or 2 on days 1 and 2. Then 3 or more on days 3 and 4. On days 5 and 6 there are 5 or "
    "more, and they are heavy. From day 7 there are 6 or more heavy ones. Heavy is like three tablespoons of water.",
    "NHS: Breastfeeding: is my baby getting enough milk?",
    "https://www.nhs.uk/baby/breastfeeding-and-bottle-feeding/breastfeeding-problems/enough-milk/",
    Evidence.NATIONAL_GUIDANCE,
    "Count the wet nappies in a day and night. Days 1 and 2: 1 or 2. Days 3 and 4: 3 or more. Days 5 and 6: 5 or "
    "more, and heavy. Day 7 and on: 6 or more, and heavy. Heavy is like 3 tablespoons of water.",
)
_PROPOSED = ProposedWords(
    "Most babies let go by themselves and seem content after most feeds. Your breasts and nipples are comfortable.",
    _CHANGED.source,
    _CHANGED.source_url,
    Evidence.NATIONAL_GUIDANCE,
    "Most babies let go by themselves. They seem happy after a feed. Feeding does not hurt you.",
)


def stock(partners: Partners, staff: Staff, today: date, *, by: Actor) -> str:
    """Fill the library; one answer changed since it was checked in Romanian, one waits, one is due soon."""
    counts = stock_library(by=by, approved=True)
    for key, text in _CHECKED_IN_ROMANIAN.items():
        translate_statement(by=by, key=key, language="ro", text=text, checked_by="Daniela Stoian")
    lead = viewer_of_account(Account.objects.get(pk=staff.accounts[Role.FEEDING_LEAD.value]))
    assert lead is not None
    propose_wording(by=by, key="enough-milk.wet", words=_CHANGED)
    for organisation_id in (partners.hospital, partners.health_visiting):
        approve_wording(by=by, key="enough-milk.wet", number=2, organisation_id=organisation_id)
    propose_wording(by=lead, key="enough-milk.comfortable", words=_PROPOSED)
    approve_wording(by=lead, key="enough-milk.comfortable", number=2)
    confirm_statement(by=lead, key="enough-milk.dirty", review_by=today + timedelta(days=24))
    return (
        f"{counts['pages']} pages of advice, {counts['statements']} answers, {counts['translations']} texts translated"
    )
