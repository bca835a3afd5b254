"""A starter form as a draft, in our own words; the infant feeding lead reads it, changes it and publishes it."""

from typing import ClassVar

from django.db import migrations
from django.utils import timezone
from django.utils.translation import gettext_noop as _

KEY = "how-feeding-goes"
SOURCE = (
    "Signs as East Lancashire Hospitals NHS Trust and HIFN publish them, in our own words; to be confirmed by the "
    "infant feeding lead before it is used"
)
OWNER = "Infant feeding lead, to confirm"
LAST = 730


def _question(key, text, choices, first=0, last=LAST, *, hint=""):
    return {
        "key": key,
        "text": {"en": text},
        "hint": {"en": hint} if hint else {},
        "many": False,
        "from_day": first,
        "until_day": last,
        "choices": [
            {"key": f"c{number}", "text": {"en": words}, "mark": mark}
            for number, (words, mark) in enumerate(choices, start=1)
        ],
    }


NOT_KNOWN = (_("Not known"), "none")
WET = _("How many wet nappies in 24 hours?")
DIRTY = _("How many dirty nappies in 24 hours?")
QUESTIONS = [
    _question(
        "q1",
        _("How many feeds in 24 hours?"),
        [(_("8 or more"), "none"), (_("6 or 7"), "person"), (_("Fewer than 6"), "person"), NOT_KNOWN],
    ),
    _question("q2", WET, [(_("1 or more"), "none"), (_("None"), "urgent"), NOT_KNOWN], 0, 2),
    _question("q3", WET, [(_("3 or more"), "none"), (_("1 or 2"), "person"), (_("None"), "urgent"), NOT_KNOWN], 3, 4),
    _question(
        "q4",
        WET,
        [(_("5 or more, heavy"), "none"), (_("Fewer than 5"), "person"), (_("None"), "urgent"), NOT_KNOWN],
        5,
        6,
    ),
    _question(
        "q5", WET, [(_("6 or more, heavy"), "none"), (_("Fewer than 6"), "person"), (_("None"), "urgent"), NOT_KNOWN], 7
    ),
    _question("q6", DIRTY, [(_("1 or more, dark green or black"), "none"), (_("None"), "person"), NOT_KNOWN], 0, 2),
    _question("q7", DIRTY, [(_("2 or more, changing colour"), "none"), (_("Fewer than 2"), "person"), NOT_KNOWN], 3, 4),
    _question("q8", DIRTY, [(_("2 or more, yellow"), "none"), (_("Fewer than 2"), "person"), NOT_KNOWN], 5, 6),
    _question(
        "q9",
        DIRTY,
        [(_("2 or more, at least the size of a £2 coin"), "none"), (_("Fewer than 2"), "person"), NOT_KNOWN],
        7,
        28,
    ),
    _question(
        "q10",
        _("How does the baby wake?"),
        [
            (_("Wakes for most feeds"), "none"),
            (_("Is sleepy and has to be woken for most feeds"), "person"),
            (_("Is floppy, or cannot be woken"), "urgent"),
        ],
    ),
    _question(
        "q11",
        _("What colour is the skin?"),
        [
            (_("As usual for this baby"), "none"),
            (_("Yellow, since the first 24 hours of life"), "urgent"),
            (_("Yellow, since later"), "person"),
            (_("Very pale, or blue"), "urgent"),
        ],
        hint=_("Look at the whites of the eyes and the gums as well."),
    ),
    _question(
        "q12",
        _("How do feeds go?"),
        [
            (_("The baby is relaxed, and feeds differ in length"), "none"),
            (_("They are always very short"), "person"),
            (_("They are always very long"), "person"),
            (_("The baby comes on and off, or refuses"), "person"),
        ],
    ),
    _question(
        "q13",
        _("Can swallowing be heard or seen?"),
        [(_("Yes"), "none"), (_("No"), "person"), (_("Not fed at the breast"), "none"), NOT_KNOWN],
        3,
    ),
    _question(
        "q14",
        _("How is it for the mother at the breast?"),
        [
            (_("Comfortable, and the nipples keep their shape"), "none"),
            (_("There is pain, or the nipples are sore or squeezed out of shape"), "person"),
            (_("Not fed at the breast"), "none"),
        ],
    ),
    _question(
        "q15",
        _("Would she like to talk with somebody about bottles or formula milk?"),
        [(_("No, or there are none"), "none"), (_("Yes"), "person")],
        hint=_("How much, how to make feeds up safely, and how to give them unhurried and close."),
    ),
]


def add(apps, _schema_editor):
    """Put the draft in place. No family is assessed by it before the infant feeding lead here has published it."""
    form = apps.get_model("feeding", "AssessmentForm").objects.create(key=KEY)
    content = {"title": {"en": _("How is feeding going?")}, "source": SOURCE, "owner": OWNER, "questions": QUESTIONS}
    apps.get_model("feeding", "FormVersion").objects.create(
        form=form, number=1, content=content, made_at=timezone.now()
    )


class Migration(migrations.Migration):
    """The starter form."""

    dependencies: ClassVar = [("feeding", "0002_guards")]
    operations: ClassVar = [migrations.RunPython(add, migrations.RunPython.noop)]
