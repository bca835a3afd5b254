"""A small place with every role in it, and four families that differ only in who may open their records."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.registering import register_family
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent
from kith.feeding.rules.statuses import Milestone
from kith.front import queries as front
from kith.groups.tests.world import an_order, book, held_row, hold
from kith.kernel import clock
from kith.kernel.ids import AccountId, CardId, FamilyId, OrganisationId, ReceiverId, ReferralId, SessionId
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.referrals.actions.receivers import NewReceiver, add_receiver
from kith.referrals.actions.referring import Agreement, NewReferral, refer
from kith.referrals.rules.needs import ReferralNeed
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue
from tests.access import contact_world, interpreting, library
from tests.access.addresses import Address
from tests.access.admin_ids import admin_ids
from tests.access.alliance_ids import alliance_ids
from tests.access.bundle_ids import bundle_ids
from tests.access.cafe_ids import cafe_ids
from tests.access.card_ids import a_card
from tests.access.course_ids import course_ids
from tests.access.education_ids import education_ids
from tests.access.equipment_ids import equipment_ids
from tests.access.feed_ids import feed_ids
from tests.access.feeding_ids import FeedingIds, feeding_ids
from tests.access.hub_acts import hub_ids
from tests.access.leading_ids import leading_ids
from tests.access.listening_ids import listening_ids
from tests.access.panel_ids import panel_ids
from tests.access.peer_ids import peer_ids
from tests.access.place_acts import place_ids
from tests.access.plan_ids import plan_ids
from tests.access.rights_ids import rights_ids
from tests.access.session_acts import an_offer
from tests.access.table import RELATIONS
from tests.access.timetable_acts import timetable_ids
from tests.access.way_ids import way_ids
from tests.access.welcome_acts import welcome_ids

BY = system_actor("tests")


@dataclass(frozen=True)
class World:
    """The place's ids, and each role's session."""

    families: dict[str, NewFamily]
    sessions: dict[str, str]
    session_ids: dict[str, SessionId]
    token: str
    held: dict[str, str]
    helpline_id: int
    interpreting: dict[str, dict[str, Any]]
    feeding: dict[str, FeedingIds]
    cards: dict[str, CardId]
    contacts: dict[str, dict[str, Any]]
    leading: dict[str, dict[str, int]]
    receiver_ids: dict[str, ReceiverId]
    referral_ids: dict[str, ReferralId]
    feed: dict[str, Any]
    library: dict[str, str]
    ways: dict[str, Any]
    admin: dict[str, Any]
    courses: dict[str, dict[str, Any]]
    cafe: dict[str, Any]
    equipment: dict[str, dict[str, Any]]
    bundles: dict[str, dict[str, Any]]

    @classmethod
    def build(cls) -> "World":
        """Fill an empty database."""
        ours = add_organisation(by=BY, name="Health visiting", kind=OrganisationKind.HEALTH_VISITING)
        theirs = add_organisation(by=BY, name="Another charity", kind=OrganisationKind.CHARITY)
        parent = Account.objects.create_user(email=f"parent@{DOMAIN}")
        sessions = {"parent": _session(parent)}
        memberships = {}
        for role in Role:
            account = Account.objects.create_user(email=f"{role}@{DOMAIN}")
            memberships[role.value] = add_membership(
                by=BY,
                account_id=AccountId(account.pk),
                organisation_id=ours,
                role=role,
                name=f"Person {role}",
                from_on=date(2025, 1, 1),
            )
            sessions[role.value] = _session(account)
        consents = {"own": [ours], "shared": [ours, theirs], "other": [theirs], "withdrawn": [ours]}
        made = {name: _family(name, parent, to) for name, to in consents.items()}
        withdraw_consent(by=BY, family_id=made["withdrawn"].id, consent_id=made["withdrawn"].consents[0].id)
        receiver_ids, referral_ids = _referrals(made, {"own": ours, "shared": ours, "other": theirs, "withdrawn": ours})
        session_ids = {
            name: a_session(
                series_id=a_series(a_service(organisation_id, a_venue(organisation_id)), code=f"{name}-code")
            )
            for name, organisation_id in (("own", ours), ("other", theirs))
        }
        cards = {name: a_card(family.id) for name, family in made.items()}
        feeding = {name: feeding_ids(family.babies[0].id) for name, family in made.items()}
        receipt = book(an_order(session_ids["own"]))
        held = held_row(hold(an_order(session_ids["own"])))
        interpreters = interpreting.addresses(made)
        feed = feed_ids()
        return cls(
            made,
            sessions,
            session_ids,
            receipt.token,
            {"held_token": held.token, "proof_token": held.link, "offer_token": an_offer().token},
            front.all_helplines(BY, "en")[0].id,
            interpreters,
            feeding,
            cards,
            contact_world.addresses(made, memberships["midwife"]),
            leading_ids(made, ours),
            receiver_ids,
            referral_ids,
            feed,
            library.a_library(ours, theirs),
            {
                **way_ids(ours, memberships["coordinator"], interpreters["own"]["interpreter_id"]),
                **rights_ids(ours),
                **timetable_ids(ours),
                **place_ids(),
                **welcome_ids(feed["venue_id"], memberships["coordinator"], made["own"].id),
                **hub_ids(ours),
                **listening_ids(),
                **alliance_ids(),
                **education_ids(library.NAPPIES),
                **panel_ids(),
                **peer_ids(ours, memberships["peer-supporter"], made),
                **plan_ids(),
            },
            admin_ids(ours),
            course_ids(made, ours, theirs, memberships["coordinator"]),
            cafe_ids(session_ids["own"]),
            equipment_ids(made, ours, theirs),
            bundle_ids(made, ours, theirs),
        )

    def client(self, who: str) -> Client:
        """This person's browser on this machine."""
        browser = Client(
            raise_request_exception=False, SERVER_NAME="localhost", headers={"sec-fetch-site": "same-origin"}
        )
        if who in self.sessions:
            browser.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        return browser

    def path(self, address: Address, relation: str = "own", language: str = "en") -> str:
        """The address with everything it asks for filled in."""
        family = self.families[relation]
        known: dict[str, Any] = {
            "family_id": family.id,
            "baby_id": family.babies[0].id,
            "consent_id": family.consents[0].id,
            "parent_id": family.parents[0].id,
            "what": "baby",
            "of": family.babies[0].id,
            "other_id": self.families["shared" if relation == "own" else "own"].id,
            "merge_id": UUID(int=1),
            "session_id": self.session_ids["other" if relation in ("other", "withdrawn") else "own"],
            **vars(self.feeding[relation]),
            **self.leading[relation],
            "card_id": self.cards[relation],
            "bereavement_id": 1,
            "purpose": "care",
            "token": self.token,
            **self.held,
            "helpline_id": self.helpline_id,
            "receiver_id": self.receiver_ids["other" if relation in ("other", "withdrawn") else "own"],
            "referral_id": self.referral_ids[relation],
            "milestone": Milestone.WEEKS_6_8.value,
            "code": "own-code",
            "role": "midwife",
            "provider_id": "place",
            "pk": 1,
            "year": 2025,
            "number": 1,
            "edition": 1,
            **self.feed,
            **self.interpreting[relation],
            **self.library,
            **self.ways,
            **self.admin,
            **self.cafe,
            **self.contacts[relation],
            **self.courses[relation],
            **self.equipment[relation],
            **self.bundles[relation],
        }
        with translation.override(language):
            return reverse(address.name, kwargs={name: known[name] for name in address.wants})

    def answer(self, who: str, method: str, path: str) -> int:
        """The status this person gets for a request; any change is put back."""
        return int(self.asked(who, method, path).status_code)

    def asked(self, who: str, method: str, path: str, headers: dict[str, str] | None = None) -> Any:
        """What this person gets for a request; any change is put back."""
        point = transaction.savepoint()
        try:
            return self.client(who).generic(method, path, headers=headers)
        finally:
            transaction.set_rollback(False)
            transaction.savepoint_rollback(point)
            # Rolled back to, a savepoint still stands: thousands within each other fill the lock table of the server.
            transaction.savepoint_commit(point)


def _family(name: str, parent: Account, to: list[OrganisationId]) -> NewFamily:
    number = RELATIONS.index(name)
    is_hers = name in ("own", "shared")
    family = NewFamily(
        id=FamilyId(UUID(int=0xFA0 + number)),
        parents=(
            NewParent(
                "Ioana",
                f"Popescu{number}",
                phone=f"+4477009009{number:02d}",
                account_id=AccountId(parent.pk) if is_hers else None,
            ),
        ),
        babies=(NewBaby(born_on=clock.today() - timedelta(weeks=7), name="Ana"),),
        consents=tuple(NewConsent(organisation_id) for organisation_id in to),
    )
    register_family(by=BY, family=family)
    return family


def _referrals(
    made: dict[str, NewFamily], to: dict[str, OrganisationId]
) -> tuple[dict[str, ReceiverId], dict[str, ReferralId]]:
    """Each family has asked an organisation for help itself; one has taken that back."""
    receivers = {
        organisation_id: add_receiver(by=BY, receiver=NewReceiver(organisation_id, ReferralNeed.PEER_SUPPORT))
        for organisation_id in sorted(set(to.values()))
    }
    asked = {
        name: refer(
            by=BY,
            family_id=made[name].id,
            referral=NewReferral(receivers[organisation_id]),
            agreed=Agreement("ro"),
        )
        for name, organisation_id in to.items()
    }
    consent_id = consent_held(made["withdrawn"].id, to["withdrawn"], Purpose.REFERRAL)
    assert consent_id is not None
    withdraw_consent(by=BY, family_id=made["withdrawn"].id, consent_id=consent_id)
    return {name: receivers[organisation_id] for name, organisation_id in to.items()}, asked


def _session(account: Account) -> str:
    """A session as the demonstration opens one: no way of signing in is noted, and none is asked for."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)
