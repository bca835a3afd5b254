"""One family, opened by a worker it has let in."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.families.queries.page import family_page
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.feeding.queries.statuses import care_of
from kith.front.done import done_words
from kith.front.family_page.opened import Opened, draw
from kith.front.family_page.table import BESIDE, MAIN, deeds
from kith.front.timeline import timeline
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.places.queries import ward_names
from kith.platform.access.viewer import Request


def family(request: Request, family_id: UUID) -> HttpResponse:
    """The family's names and languages, what is often done for it, its sections and its timeline."""
    page = family_page(request.viewer, FamilyId(family_id))
    opened = Opened(
        viewer=request.viewer,
        page=page,
        followed=care_of(request.viewer, page.id, [baby.id for baby in page.babies]),
        lang=get_language() or "en",
        today=clock.today(),
    )
    main, beside = draw(MAIN, opened), draw(BESIDE, opened)
    shown = {
        "page": page,
        "ward": ward_names().get(page.ward_code, ""),
        "interpreter_needs": INTERPRETER_NEEDS,
        "deeds": deeds(opened),
        "main_sections": main.sections,
        "beside_sections": beside.sections,
        "moments": timeline([*main.moments, *beside.moments]),
        "done": done_words(request.GET.get("done", "")),
    }
    return render(request, "front/family.jinja", shown)
