"""What every page of a place shows: its name, languages, colours, the maternity unit and the programme's names."""

from kith.kernel.choices import Kind, Unit, one_of, some_of, text, whole, yes_no
from kith.kernel.choices import marked as _
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, Language

_CODES = tuple(language.code for language in INTERFACE_LANGUAGES)
_OURS = "the place's own"
_HUBS = (
    "Best Start Family Hubs and Healthy Babies: guidance for local authorities (Department for Education, Department "
    "of Health and Social Care, 4 December 2025)"
)
_LOOK = "the look of Kith, docs/design.md"

NAME = text("place.name", _("Name of the place"), "", source=_OURS)
LANGUAGES = some_of("place.languages", _("Languages of the pages"), _CODES, options=_CODES, source=_OURS)

BRAND = text("colour.brand", _("Colour of the foot of the page"), "", source=_LOOK, kind=Kind.COLOUR)
BUTTON = text("colour.button", _("Colour of buttons"), "", source=_LOOK, kind=Kind.COLOUR)
LINK = text("colour.link", _("Colour of links"), "", source=_LOOK, kind=Kind.COLOUR)

# The maternity unit's line for day and night, and the week of pregnancy from which it takes calls; 0: not said.
MATERNITY_NAME = text("maternity.name", _("Maternity unit"), "", source=_OURS)
MATERNITY_PHONE = text(
    "maternity.phone", _("Maternity unit's number, day and night"), "", source=_OURS, kind=Kind.PHONE
)
MATERNITY_FROM_WEEK = whole(
    "maternity.from_week",
    _("Week of pregnancy from which the maternity unit takes calls (0: not said)"),
    0,
    of=(0, 30),
    unit=Unit.WEEKS,
    source=_OURS,
)
MATERNITY_PAGE = text("maternity.page", _("Page of the maternity unit"), "", source=_OURS, kind=Kind.PAGE)

# Children's services take concerns by this number: to be confirmed with the council.
SAFEGUARDING_NAME = text("safeguarding.name", _("Who takes concerns about a child"), "", source=_OURS)
SAFEGUARDING_PHONE = text("safeguarding.phone", _("Their number"), "", source=_OURS, kind=Kind.PHONE)

HUBS = text("programme.hubs", _("What family hubs are called"), "Best Start Family Hubs", source=_HUBS)
BABIES = text("programme.babies", _("What the programme for babies is called"), "Healthy Babies", source=_HUBS)
RECEIVES_MONEY = yes_no(
    "programme.receives_money", _("Does the council receive Healthy Babies money?"), default=False, source=_HUBS
)

SMALLEST_COUNT = whole(
    "numbers.smallest_count",
    _("Counts below this are hidden"),
    8,
    of=(5, 20),
    unit=Unit.PEOPLE,
    source="NHS England hides counts of 1 to 7 in public tables (Hospital Episode Statistics disclosure control)",
)
EMERGENCY_HOURS = whole(
    "emergency.hours",
    _("A record opened in an emergency stays open for"),
    24,
    of=(1, 72),
    unit=Unit.HOURS,
    source="docs/decisions/0014-opening-in-an-emergency.md",
)
EMERGENCY_FAILED_SEARCHES = whole(
    "emergency.failed_searches",
    _("Searches in an emergency that find nobody, within an hour, before they rest"),
    5,
    of=(1, 50),
    unit=Unit.SEARCHES,
    source="docs/decisions/0014-opening-in-an-emergency.md",
)
BIRTHS = whole(
    "place.births_a_year",
    _("Births a year (0: not said)"),
    0,
    of=(0, 40_000),
    unit=Unit.PEOPLE,
    source="Office for National Statistics, births by local authority of the mother",
)
MAIL_AND_NOTIFY, MAIL = "mail-and-notify", "mail"
MESSAGES = one_of(
    "messages.provider",
    _("How messages leave"),
    MAIL_AND_NOTIFY,
    options=(MAIL_AND_NOTIFY, MAIL),
    source="GOV.UK Notify carries texts for public bodies, and is not open to charities (guidance, August 2026)",
)


def languages_offered() -> tuple[Language, ...]:
    """The languages in which the place offers its pages; English is always one."""
    chosen = LANGUAGES.now
    return tuple(language for language in INTERFACE_LANGUAGES if language == ENGLISH or language.code in chosen)
