"""A clinician of this place has read the signs about one subject and stands by their words."""

from dataclasses import dataclass

from kith.kernel import clock
from kith.kernel.danger import Subject
from kith.kernel.refusal import Refusal
from kith.library.models.pages import AdvicePage, Citation
from kith.library.models.statements import ClinicalCheck, Wording
from kith.library.rules.voices import words_mark
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class Clinician:
    """Who has checked: by name, profession, and the number under which the profession's register knows them."""

    name: str
    profession: str
    registration: str


@action
def check_signs(*, by: Actor, subject: Subject, clinician: Clinician, mark: str) -> int:
    """Note that this clinician stands by every approved sign about the subject; returns how many were new to them.

    ``mark`` is that of the words that were read; words approved later are unchecked until a clinician checks them.
    """
    access.require(by, Permission.MANAGE_LIBRARY)
    who = [text.strip() for text in (clinician.name, clinician.profession, clinician.registration)]
    if not all(who):
        raise Refusal("say_who_checked")
    page = AdvicePage.objects.locked(f"signs-{subject}")
    if page is None:
        raise NotFound("page")
    status = _in_force(page)
    if words_mark("".join(sorted(each.text for each in status))) != mark:
        raise Refusal("signs_changed")
    known = ClinicalCheck.objects.filter(wording__in=status, registration=who[2]).values_list("wording_id", flat=True)
    wordings = [each for each in status if each.pk not in set(known)]
    if not wordings:
        raise Refusal("nothing_to_check")
    ClinicalCheck.objects.bulk_create(
        ClinicalCheck(
            wording=wording,
            clinician=who[0],
            profession=who[1],
            registration=who[2],
            checked_on=clock.today(),
            noted_by_id=by.membership_id,
        )
        for wording in wordings
    )
    audit.record(by, "library.signs_checked", page, about=subject.value, count=len(wordings))
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)
    return len(wordings)


def _in_force(page: AdvicePage) -> list[Wording]:
    """The words that are told on this page: to each question cited there the answer that was approved last."""
    questions = Citation.objects.filter(section__page=page).values_list("statement__question", flat=True)
    rows = Wording.objects.current().filter(statement__withdrawn_at=None, statement__question__in=list(questions))
    in_order = rows.select_related("statement").order_by("approved_at", "pk")
    return list({each.statement.question: each for each in in_order}.values())
