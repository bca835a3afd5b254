"""A baby who has died is offered nothing on any page; of a living twin the care goes on."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.families.actions.birth import record_birth
from kith.families.actions.deaths import record_bereavement
from kith.families.queries.page import family_page
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.entries import NewBaby
from kith.feeding.actions.weights import Weighing, record_weight
from kith.feeding.rules.weights import Where
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.messages.wording import words_of
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.rules.next_steps import StepKind
from testing.people import KITH, a_family, account_of, organisation, parent_of, worker
from testing.supporting import supporter_of
from testing.tasks import NextStep

pytestmark = pytest.mark.django_db
# The pages that ask about one baby, or about the baby of the family, by their addresses.
OFFERS = ("record-weight", "record-feeding", "assess", "agree-plan", "record-feeding-end", "correct-weight")
OF_THE_FAMILY = ("record-goal", "record-birth", "my-goal")
SAID = ("Weigh<", "Ask her<", "Nobody has asked her yet", "Worried about the baby?", "Not asked yet")


@pytest.fixture
def grace() -> Viewer:
    return worker(Role.MIDWIFE, at=organisation(), name="Grace Obi")


@pytest.fixture
def desk(grace: Viewer, client: Client) -> Client:
    client.force_login(account_of(grace))
    return client


def born(grace: Viewer, **more: Any) -> Any:
    (ours,) = grace.organisation_ids
    return a_family(ours, weeks_old=2, **more)


def has_died(grace: Viewer, family_id: Any, at: int = 0) -> Any:
    baby = family_page(KITH, family_id).babies[at]
    call_by = kernel_clock.today() + timedelta(days=1)
    new = NewBereavement(Loss.BABY, baby.id, caller=grace.membership_id, call_by=call_by)
    record_bereavement(by=grace, family_id=family_id, new=new)
    return baby.id


def offered(text: str, names: tuple[str, ...], *args: Any) -> list[str]:
    """Which of these pages the text links to, for this baby or this family."""
    links = re.findall(r'(?:href|action)="([^"]+)"', text)
    ways = {name: reverse(name, args=[*args, *_MORE.get(name, ())]).rsplit("1234", 1)[0] for name in names}
    return sorted(name for name, way in ways.items() if any(link.startswith(way) for link in links))


_MORE = {"record-feeding": ("first_feed",), "assess": ("form",), "correct-weight": (1234,)}


def test_every_section_offers_something_for_a_living_baby(grace, desk):
    family_id = born(grace)
    baby_id = family_page(KITH, family_id).babies[0].id
    text = desk.get(reverse("family", args=[family_id])).content.decode()
    page = desk.get(reverse("baby-feeding", args=[family_id, baby_id])).content.decode()
    assert offered(text, ("record-weight",), family_id, baby_id) == ["record-weight"]
    assert len(offered(page, ("record-weight", "agree-plan", "record-feeding-end"), family_id, baby_id)) == 3
    assert all(said in text for said in ("Weigh", "Worried about the baby?", "Ask her<"))


def test_no_section_of_any_page_offers_anything_for_a_baby_who_has_died(grace, desk, run_jobs):
    family_id = born(grace, phone="+447700900301")
    baby_id = has_died(grace, family_id)
    run_jobs()
    pages = [reverse("family", args=[family_id]), reverse("baby-feeding", args=[family_id, baby_id]), reverse("today")]
    account, _parent = parent_of(family_id)
    mother = Client()
    mother.force_login(account)
    texts = [*(desk.get(page).content.decode() for page in pages), mother.get(reverse("my-page")).content.decode()]
    for text in texts:
        assert offered(text, OFFERS, family_id, baby_id) == []
        assert offered(text, ("record-goal", "record-birth"), family_id) == []
        assert reverse("my-goal") not in text
        assert [said for said in SAID if said in text] == []
    assert "has died" in texts[1]


def test_what_is_asked_of_a_baby_who_has_died_is_refused(grace, desk):
    family_id = born(grace)
    baby_id = has_died(grace, family_id)
    asked = [reverse("record-weight", args=[family_id, baby_id]), reverse("agree-plan", args=[family_id, baby_id])]
    asked.append(reverse("record-feeding", args=[family_id, baby_id, "6_8_weeks"]))
    for page in asked:
        answer = desk.get(page)
        assert (answer.status_code, "This baby has died" in answer.content.decode()) == (422, True)


def test_where_one_twin_has_died_the_other_ones_care_goes_on(grace, desk, run_jobs):
    family_id = born(grace)
    born_on = family_page(KITH, family_id).babies[0].born_on
    living = record_birth(by=KITH, family_id=family_id, baby=NewBaby(born_on, name="Zoe", birth_weight_g=3500))
    of_both = {
        baby.id: add_next_step(
            by=KITH,
            family_id=family_id,
            what=f"Look at the weight of {baby.name}",
            due_on=kernel_clock.today(),
            owner=grace.membership_id,
            kind=StepKind.SIGN,
            baby_id=baby.id,
        )
        for baby in family_page(KITH, family_id).babies
    }
    both = family_page(KITH, family_id).babies
    dead = has_died(grace, family_id, at=next(at for at, each in enumerate(both) if each.id != living))
    run_jobs()
    is_open = {row.pk: row.ended_at is None for row in NextStep.objects.filter(kind=StepKind.SIGN)}
    assert is_open == {of_both[dead]: False, of_both[living]: True}
    text = desk.get(reverse("family", args=[family_id])).content.decode()
    assert offered(text, OFFERS, family_id, dead) == []
    assert offered(text, ("record-weight",), family_id, living) == ["record-weight"]
    assert ("Worried about the baby?" in text, "Ask her<" in text) == (True, False)
    today = desk.get(reverse("today")).content.decode()
    assert ("Look at the weight of Zoe" in today, "Look at the weight of Ioan" in today) == (True, False)
    weighing = Weighing(3400, kernel_clock.now() - timedelta(hours=1), Where.HOME)
    assert record_weight(by=grace, baby_id=living, weighing=weighing, is_confirmed=True).weight_id
    with pytest.raises(Refusal, match="baby_has_died"):
        record_weight(by=grace, baby_id=dead, weighing=weighing, is_confirmed=True)


@pytest.mark.parametrize(
    "role", [Role.MIDWIFE, Role.HEALTH_VISITOR, Role.OUTREACH_WORKER, Role.PEER_SUPPORTER, Role.FEEDING_LEAD]
)
def test_every_role_that_opens_a_record_finds_the_act_there(role, client):
    ours = organisation()
    family_id = a_family(ours)
    viewer = supporter_of(family_id, at=ours) if role is Role.PEER_SUPPORTER else worker(role, at=ours)
    client.force_login(account_of(viewer))
    assert reverse("bereavement", args=[family_id]) in client.get(reverse("family", args=[family_id])).content.decode()
    assert client.get(reverse("bereavement", args=[family_id])).status_code == 200


@pytest.mark.parametrize(("is_quiet", "speaks_of_babies"), [(True, False), (False, True)])
def test_the_code_that_a_bereaved_parent_asks_for_speaks_of_no_baby(is_quiet, speaks_of_babies):
    words = words_of("sign_in_code", "en", {"code": "123456", "is_quiet": is_quiet})
    assert ("baby" in words.body, "feeding" in words.body, "123456" in words.body) == (
        speaks_of_babies,
        speaks_of_babies,
        True,
    )
