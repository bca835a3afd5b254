"""One family's page, and a parent's own: frames around the sections of the rooms."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.caseloads.wording.babies import baby_names
from kith.families.context import FamilyContext, read_sections
from kith.families.queries.bereavement import bereavements
from kith.families.queries.page import family_page
from kith.front.frames import hung
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.places.queries import ward_name
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked, paged
from kith.platform.ui import formats


def family(request: Request, family_id: UUID) -> HttpResponse:
    """The family's names and languages, what is often done for it, its sections and its timeline."""
    context = _opened(request, FamilyId(family_id))
    main, moments = read_sections(hung().family, context)
    beside, more = read_sections(hung().family_beside, context)
    page = {
        "page": context.page,
        "opened": context,
        "ward": ward_name(context.page.ward_code),
        "actions": [each for each in hung().family_actions if each.is_for(request.viewer)],
        "main": main,
        "beside": beside,
        "alerts": [alert for part in (*main, *beside) for alert in part.alerts],
        **_glance(context),
        # The latest first; what is still to come stands at its own time.
        "moments": paged(
            sorted([*moments, *more], key=lambda moment: moment.at, reverse=True),
            ListAsked.of(request.GET, "timeline"),
        ),
        "done": hung().confirmations.get(request.GET.get("done", ""), ""),
    }
    return render(request, "front/family.jinja", page)


def _glance(context: FamilyContext) -> dict[str, object]:
    """Each living baby by its name with its age, and when one is due."""
    living, expected = [baby for baby in context.page.babies if not baby.has_died], context.page.pregnancy
    names = baby_names(living)
    return {
        "ages": [(names[baby.id], formats.age(baby.born_on, context.today)) for baby in living],
        "due_on": expected.due_on if expected and not expected.ended_on else None,
    }


def my_page(request: Request) -> HttpResponse:
    """All that a parent comes back for, for each family they are a parent in: nearly always one."""
    mine = []
    for family_id in sorted(request.viewer.family_ids):
        context = _opened(request, family_id)
        names = [*baby_names([baby for baby in context.page.babies if not baby.has_died]).values()]
        mine.append((context, names, read_sections(hung().my_page, context)[0]))
    page = {"mine": mine, "done": hung().my_confirmations.get(request.GET.get("done", ""), "")}
    return render(request, "front/my_page.jinja", page)


def _opened(request: Request, family_id: FamilyId) -> FamilyContext:
    page = family_page(request.viewer, family_id)
    deaths = bereavements(request.viewer, family_id)
    return FamilyContext(request.viewer, page, deaths, get_language() or "en", clock.today())
