"""Lists of families and of what is done for them: the page each stands on, and how a row comes onto it."""

from datetime import timedelta
from itertools import count

from kith.caseloads.actions.leading import take_lead
from kith.contacts.actions.recording import record_contact
from kith.contacts.rules.contacts import ContactEntry, ContactKind, HowWeTalked, Talk
from kith.families.queries.page import family_page
from kith.families.queries.people import people_of
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.programmes.actions.programmes import enrol_family, found_programme, name_workers
from kith.programmes.rules.programmes import Communities
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import Place, move
from kith.safeguarding.actions.concerns import raise_concern
from kith.safeguarding.rules.concerns import About
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.notices import raise_notice
from kith.tasks.rules.notices import NoticeKind
from testing.people import KITH, a_family, account_of, parent_of, worker
from tests.listed.page import ListOnPage

_numbers = count(1)


def own(viewer: Viewer) -> int:
    (organisation_id,) = viewer.organisation_ids
    return organisation_id


def at_desk(viewer: Viewer, address: str, add) -> ListOnPage:
    return ListOnPage(account_of(viewer), f"/desk/{address}", add)


def caseload() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        take_lead(by=grace, family_id=a_family(own(grace), name=f"{name} Pop"))
        return name

    return at_desk(grace, "caseload/", add)


def unled_families() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        a_family(own(grace), name=f"{name} Pop")
        return name

    return at_desk(grace, "families/without-a-lead/", add)


def due_feeding() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        take_lead(by=grace, family_id=a_family(own(grace), name=f"{name} Pop", weeks_old=8))
        return name

    return at_desk(grace, "feeding/due/", add)


def next_steps() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        family_id, due_on = a_family(own(grace), name=f"{name} Pop", weeks_old=2), clock.today() + timedelta(days=2)
        take_lead(by=grace, family_id=family_id)
        add_next_step(by=grace, family_id=family_id, what="Call", due_on=due_on, owner=grace.membership_id)
        return name

    return at_desk(grace, "next-steps/", add)


def notices() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        raise_notice(
            by=KITH,
            kind=NoticeKind.NOTICE_OF_LEAVER,
            dedupe_key=name,
            to=grace.membership_id,
            facts={"membership_id": worker(at=own(grace), name=name).membership_id},
        )
        return name

    return at_desk(grace, "notices/", add)


def concerns() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        raise_concern(
            by=grace,
            family_id=a_family(own(grace), name=f"{name} Pop"),
            about=frozenset({About.BABY}),
            words="The flat is cold.",
            is_danger_now=False,
            request_key=new_uuid(),
        )
        return name

    return at_desk(grace, "concerns/", add)


def programme() -> ListOnPage:
    dana = worker(Role.OUTREACH_WORKER)
    communities = Communities(languages=("ro",))
    programme_id = found_programme(by=KITH, organisation_id=own(dana), name="Beside you", communities=communities)
    name_workers(by=KITH, programme_id=programme_id, membership_ids=[dana.membership_id])

    def add(name: str) -> str:
        family_id = a_family(own(dana), name=f"{name} Pop")
        enrol_family(by=dana, programme_id=programme_id, family_id=family_id, language="ro")
        return name

    return at_desk(dana, f"programmes/{programme_id}/", add)


def referrals_to_answer() -> ListOnPage:
    place = Place.build()

    def add(name: str) -> str:
        place.refer(place.family(name=f"{name} Pop"))
        return name

    return at_desk(place.visitor, "referrals/", add)


def referrals_sent() -> ListOnPage:
    place = Place.build()

    def add(name: str) -> str:
        place.refer(place.family(name=f"{name} Pop"))
        return name

    return at_desk(place.midwife, "referrals/", add)


def referrals_with_us() -> ListOnPage:
    place = Place.build()

    def add(name: str) -> str:
        move(place.visitor, place.refer(place.family(name=f"{name} Pop")), ReferralState.ACCEPTED)
        return name

    return at_desk(place.visitor, "referrals/", add)


def referral_news() -> ListOnPage:
    place = Place.build()

    def add(name: str) -> str:
        referral_id = place.refer(place.family(name=f"{name} Pop"))
        move(place.visitor, referral_id, ReferralState.DECLINED, ReferralReason.FULL)
        return name

    return at_desk(place.midwife, "referrals/", add)


def duplicates() -> ListOnPage:
    grace = worker()

    def add(name: str) -> str:
        for _ in range(2):
            a_family(own(grace), name=f"{name} Pop", weeks_old=None, email=f"{name.lower()}@example.org")
        return name

    return at_desk(grace, "families/duplicates/", add)


def timeline() -> ListOnPage:
    grace = worker()
    family_id = a_family(own(grace))
    parent_id = people_of(KITH, family_id).main.id

    def add(name: str) -> str:
        entry = ContactEntry(
            kind=ContactKind.VISIT,
            at=clock.now() - timedelta(hours=next(_numbers)),
            talk=Talk(HowWeTalked.ENGLISH),
            minutes=30,
            place="home",
            parent_ids=frozenset({parent_id}),
            baby_ids=frozenset(),
            offered=frozenset(),
            note=name,
        )
        record_contact(by=grace, family_id=family_id, entry=entry, request_key=new_uuid())
        return name

    return at_desk(grace, f"families/{family_id}/", add)


def readers() -> ListOnPage:
    grace = worker()
    family_id = a_family(own(grace), phone="+447700900123")

    def add(name: str) -> str:
        family_page(worker(at=own(grace), name=name), family_id)
        return name

    return ListOnPage(parent_of(family_id)[0], f"/en/my/families/{family_id}/readers/", add)


FAMILY_LISTS = (
    caseload,
    unled_families,
    due_feeding,
    next_steps,
    notices,
    concerns,
    programme,
    referrals_to_answer,
    referrals_sent,
    referrals_with_us,
    referral_news,
    duplicates,
    timeline,
    readers,
)
