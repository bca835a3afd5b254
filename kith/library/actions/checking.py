"""A clinician of this place has read the signs about one subject and stands by their words."""

from dataclasses import dataclass

from django.db import transaction

from kith.kernel import clock
from kith.kernel.danger import Subject
from kith.kernel.refusal import Refusal
from kith.library.models import AdvicePage, ClinicalCheck, Wording
from kith.platform import access, audit, freshness
from kith.platform.access import Actor, NotFound, Permission
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class Clinician:
    """Who has checked: by name, profession, and the number under which the profession's register knows them."""

    name: str
    profession: str
    registration: str


@transaction.atomic
def check_signs(*, by: Actor, subject: Subject, clinician: Clinician) -> int:
    """Note that this clinician stands by every approved sign about the subject; returns how many were new to them.

    Words that are approved later are unchecked again until somebody checks them.
    """
    access.require(by, Permission.MANAGE_LIBRARY)
    who = [text.strip() for text in (clinician.name, clinician.profession, clinician.registration)]
    if not all(who):
        raise Refusal("say_who_checked")
    page = AdvicePage.objects.locked(f"signs-{subject}")
    if page is None:
        raise NotFound("page")
    wordings = list(
        Wording.objects.filter(
            is_current=True,
            statement__withdrawn_at__isnull=True,
            statement__citations__section__page=page,
        ).exclude(clinical_checks__registration=who[2])
    )
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
    freshness.touch(Topic.LISTINGS, Topic.DANGER)
    return len(wordings)
