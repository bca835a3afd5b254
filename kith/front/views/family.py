"""One family, opened by somebody it has let in."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.care import queries as care
from kith.families import queries as families
from kith.families.wording import INTERPRETER_NEEDS, PURPOSES, age_words
from kith.front.ladder import ladder
from kith.front.timeline import timeline
from kith.groups import queries as groups
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.places.queries import ward_names
from kith.platform.access import Permission, Request


def family(request: Request, family_id: UUID) -> HttpResponse:
    """The family's names, languages, babies, people, consents and timeline."""
    page = families.family_page(request.viewer, FamilyId(family_id))
    followed = care.care_of(request.viewer, page.id, [baby.id for baby in page.babies])
    bookings = groups.bookings_of_family(request.viewer, page.id, lang=get_language() or "en")
    today = clock.today()
    shown = {
        "page": page,
        "lead": followed.lead,
        "babies": [(baby, age_words(baby.born_on, today), ladder(baby, followed, today)) for baby in page.babies],
        "consents": [row for row in page.consents if row.is_active and row.opens_record],
        "moments": timeline(page, followed, bookings),
        "ward": ward_names().get(page.ward_code, ""),
        "interpreter_needs": INTERPRETER_NEEDS,
        "purposes": PURPOSES,
        "done": _done_words(request.GET.get("done", "")),
        "may_record": Permission.RECORD_FEEDING in request.viewer.permissions,
        "may_register": Permission.REGISTER_FAMILY in request.viewer.permissions,
        "may_lead": Permission.LEAD_FAMILY in request.viewer.permissions,
    }
    return render(request, "front/family.jinja", shown)


def _done_words(code: str) -> str:
    return {
        "feeding": _("Recorded. Thank you."),
        "birth": _("Recorded. Welcome to the baby."),
        "registered": _("The record is begun."),
        "lead": _("You now lead this family."),
        "already_led": _("Somebody else leads this family already."),
    }.get(code, "")
