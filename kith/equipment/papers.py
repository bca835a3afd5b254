"""What is printed of pumps: sheets of labels, and the agreement that a family takes home in its language."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kith.equipment.queries.loans import LoanPage
from kith.equipment.wording import codes as words
from kith.files.qr import qr_picture
from kith.files.typesetting import typeset
from kith.kernel.languages import Language, interface_language
from kith.platform.ui import formats

TEMPLATES = Path(__file__).resolve().parent / "templates/equipment"


def labels(tags: Sequence[str], language: Language, phone: str = "") -> bytes:
    """A sheet of labels: each tag as a code and in plain letters, and what to do with a pump that was found."""
    with translation.override(language.code):
        facts = {
            "title": _("Labels for breast pumps"),
            "place": settings.KITH.title,
            "found": _("On loan to a family. Found it? Please bring it to us, or ring:"),
            "clean": _("Clean it and check it before it is lent again."),
            "phone": formats.phone(phone) if phone else "",
            "tags": [{"tag": tag, "code": qr_picture(tag)} for tag in tags],
        }
        return typeset(TEMPLATES / "labels.typ", facts, language)


def agreement(page: LoanPage) -> bytes:
    """The agreement about a pump, in the language that the family reads."""
    language = interface_language(page.loan.language)
    with translation.override(language.code):
        return typeset(TEMPLATES / "agreement.typ", _facts(page), language)


def _facts(page: LoanPage) -> dict[str, object]:
    """What the template reads; a row with a third part runs from left to right in every language."""
    loan = page.loan
    return {
        "title": _("Borrowing a breast pump"),
        "place": settings.KITH.title,
        "rows": [
            [_("Lent to"), loan.name],
            [_("Pump"), f"{loan.model} · {loan.tag}", True],
            *([[_("Your collection kit, batch"), page.batch, True]] if page.batch else []),
            *([[_("Lent on"), formats.date(loan.handed_over_at)]] if loan.handed_over_at else []),
            *([[_("Please bring it back by"), formats.date(loan.due_on)]] if loan.due_on else []),
            [_("Where"), ", ".join(each for each in (page.store.name, page.store.address) if each)],
            *([[_("Telephone"), formats.phone(page.store.phone), True]] if page.store.phone else []),
            *([[_("How we talked"), str(words.TALKED[loan.talked])]] if loan.talked else []),
            *([[_("We show you again on"), formats.date(loan.second_showing_on)]] if loan.second_showing_on else []),
        ],
        "supplied_heading": _("What you take home"),
        "supplied": [
            _("The pump, with its lead and plug and its case. It was cleaned and checked before you got it."),
            _("A new collection kit: funnels, valves, tubing and bottles. It is yours alone, and you keep it."),
        ],
        "agreed_heading": _("What we agree"),
        "agreed": [
            _("We have shown you how the pump is used. Ask us as often as you like."),
            _("After each use, wash the parts of your kit that touch milk, rinse them well and let them dry."),
            _("The pump is for you alone: please do not pass it on."),
            _("If something breaks, or pumping hurts, stop and tell us. You pay nothing for what wears out."),
            _("You can ask to keep it longer. If other families wait, we may need it back."),
            _("We can collect it from your home. There are no fines, however late it is."),
            _("We remind you by message before the day.")
            if loan.agrees_to_reminders
            else _("You asked us to send no reminders."),
        ],
        "hers": _("Your name"),
        "ours": _("For us"),
        "on": _("Date"),
        "lent_by_day": formats.date(loan.handed_over_at) if loan.handed_over_at else "",
    }
