"""The record page, and one page for each group of questions about who stands on it and where they live."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kith.families.actions import birth, days, home, people
from kith.families.forms.birth_details import BirthDetailsForm, PregnancyForm
from kith.families.forms.days import CorrectDayForm
from kith.families.forms.home import CrisisForm, MoveForm
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.forms.people import AnotherParentForm, HouseholdForm, ParentForm
from kith.families.queries.record import Record, RecordedParent, record
from kith.families.wording import record as words
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel import nhs_number
from kith.kernel.ids import FamilyId
from kith.places.queries import ward_names
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.undoing.editing import SAVE, Page, ask, sent
from kith.undoing.meanwhile import in_turn


def family_record(request: Request, family_id: UUID) -> HttpResponse:
    """Everything that is written down of a family, each group with the way to change it."""
    shown = {
        "page": record(request.viewer, FamilyId(family_id)),
        "words": words,
        "spaced": nhs_number.spoken,
        "interpreter_needs": INTERPRETER_NEEDS,
        "wards": ward_names(),
        "done": _done_words(request.GET.get("done", "")),
        "may_merge": Permission.MERGE_FAMILIES in request.viewer.permissions,
        "may_split": Permission.SPLIT_RECORD in request.viewer.permissions,
    }
    return render(request, "families/record.jinja", shown)


def add_parent(request: Request, family_id: UUID) -> HttpResponse:
    """Write another parent or carer down."""
    found = _record(request, family_id)
    page = _page(found, _("Another parent or carer"), button=_("Add them"))
    return ask(request, AnotherParentForm(sent(request)), page, people.add_parent, family_id=found.id)


@in_turn("family_id")
def change_parent(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Who a parent or carer is and how to reach her."""
    found, parent = _parent(request, family_id, parent_id)
    form = ParentForm(sent(request), known=parent.details)
    page = replace(_page(found, _("Who this is"), about=parent.name), waits="way_waits")
    return ask(request, form, page, people.change_parent, family_id=found.id, parent_id=parent.id)


@in_turn("family_id")
def change_needs(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Change the languages a parent speaks and reads, and what they need."""
    found, parent = _parent(request, family_id, parent_id)
    form = NeedsForm(sent(request), initial=vars(parent.needs))
    page = _page(found, _("Languages and needs"), about=parent.name)
    return ask(request, form, page, people.change_needs, family_id=found.id, parent_id=parent.id)


@in_turn("family_id")
def change_safe_contact(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Change how a parent is safely reached."""
    found, parent = _parent(request, family_id, parent_id)
    form = SafeContactForm(sent(request), known=parent.safe_contact)
    intro = _("Ask when she is alone. What you write here is shown to everybody who may open this record.")
    page = _page(found, _("How to reach them safely"), about=parent.name, intro=intro)
    return ask(request, form, page, people.change_safe_contact, family_id=found.id, parent_id=parent.id)


@in_turn("family_id")
def change_household(request: Request, family_id: UUID) -> HttpResponse:
    """Who else lives there."""
    found = _record(request, family_id)
    form = HouseholdForm(sent(request), members=found.household)
    intro = _("Everybody who lives with the family and is not written down as a parent, carer or baby.")
    page = _page(found, _("Who else lives there"), intro=intro)
    return ask(request, form, page, people.change_household, family_id=found.id)


@in_turn("family_id")
def change_birth(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """How and where a baby was born."""
    found = _record(request, family_id)
    baby = found.baby(baby_id)
    form = BirthDetailsForm(sent(request), known=baby.details)
    page = _page(found, _("The birth"), about=baby.details.name)
    return ask(request, form, page, birth.change_birth, family_id=found.id, baby_id=baby.id)


@in_turn("family_id")
def change_pregnancy(request: Request, family_id: UUID) -> HttpResponse:
    """When the baby is due, and how many are expected."""
    found = _record(request, family_id)
    form = PregnancyForm(sent(request), known=found.open_pregnancy)
    return ask(request, form, _page(found, _("The pregnancy")), birth.change_pregnancy, family_id=found.id)


def correct_day(request: Request, family_id: UUID, what: str, of: UUID) -> HttpResponse:
    """The right day of birth, or day due, in the place of a wrong one, with the reason."""
    found = _record(request, family_id)
    dated = found.dated(what, of)
    intro = _("Now on the record: %(day)s. It is kept in the history. Due days of feeding follow the day of birth.")
    intro %= {"day": formats.date(dated.day)}
    page = _page(found, _("Correct a day"), button=_("Correct the day"), about=dated.name, intro=intro)
    form = CorrectDayForm(sent(request), what=dated.what)
    return ask(request, form, page, days.correct_day, family_id=found.id, what=dated.what, of=of)


def move_home(request: Request, family_id: UUID) -> HttpResponse:
    """Close one address and open the next."""
    found = _record(request, family_id)
    intro = _("The address before is kept, with the day on which the family left it.")
    page = _page(found, _("The family has moved"), button=_("Record the move"), intro=intro)
    return ask(request, MoveForm(sent(request)), page, home.move_home, family_id=found.id)


@in_turn("family_id")
def change_crises(request: Request, family_id: UUID) -> HttpResponse:
    """What trouble the family is in today."""
    found = _record(request, family_id)
    form = CrisisForm(sent(request), initial={"crises": found.open_crises})
    intro = _("Untick what is over: it stays in the history with today as its last day.")
    page = _page(found, _("Trouble the family is in"), intro=intro)
    return ask(request, form, page, home.change_crises, family_id=found.id)


def _record(request: Request, family_id: UUID) -> Record:
    return record(request.viewer, FamilyId(family_id))


def _parent(request: Request, family_id: UUID, parent_id: UUID) -> tuple[Record, RecordedParent]:
    found = _record(request, family_id)
    return found, found.parent(parent_id)


def _page(found: Record, title: str, *, about: str = "", intro: str = "", button: str | Promise = SAVE) -> Page:
    back = reverse("family-record", args=[found.id])
    return Page(title, about or found.name, back, intro=intro, button=button)


def _done_words(code: str) -> str:
    return {
        "changed": _("Saved."),
        "way_waits": _(
            "Saved. The new number or e-mail address counts once the old one, or a second person, has said yes."
        ),
        "merged": _("The two records are one now."),
        "erased": _("The words are erased. What was done, when and by whom stays."),
        "undone": _("The records stand apart again. What was added since the merge stays here."),
        "split": _("The record is split. This is the record that stays."),
    }.get(code, "")
