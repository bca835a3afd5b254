"""What the invented alliance aims at, how far its plan has come, what its services cost, and which events it shares."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, cast

from kith.awareness.actions.events import NewEvent, ask_members, note_shared, plan_event
from kith.awareness.rules.codes import Channel, EventKind
from kith.awareness.rules.known import KNOWN
from kith.awareness.wording.known import texts_of
from kith.demonstration.people import Partners, Staff
from kith.kernel import clock, ids
from kith.kernel.clock import FixedClock
from kith.kernel.ids import ServiceId
from kith.kernel.plan import Chapter, PlanStep
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.plans.actions.aims import set_aim
from kith.plans.actions.papers import cost_service, write_case_text
from kith.plans.actions.steps import note_plan_entry
from kith.plans.rules.codes import Strand
from kith.plans.rules.steps import NewEntry
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in.models import Account

AIMS = (
    (
        {
            "en": "Every family is reached, and first those whom services reached least.",
            "ro": "Fiecare familie este sprijinită, mai întâi cele la care serviciile au ajuns cel mai puțin.",
            "ar": "أن نصل إلى كل أسرة، وأولًا إلى من وصلت إليهم الخدمات أقل من غيرهم.",
        },
        ("whats_on.dates", "cafes.people", "organisations.supporters"),
    ),
    (
        {
            "en": "Parents are heard, and what we promise we keep.",
            "ro": "Părinții sunt ascultați, iar ce promitem respectăm.",
            "ar": "نستمع إلى الوالدين، ونفي بما نعد به.",
        },
        ("listening.promises", "missed.reasons"),
    ),
    (
        {
            "en": "One named person stays from pregnancy on.",
            "ro": "O singură persoană, cunoscută pe nume, rămâne alături încă din sarcină.",
            "ar": "شخص واحد معروف بالاسم يبقى مع الأسرة منذ الحمل.",
        },
        ("caseloads.led",),
    ),
)
# Step, days ago, what was done, what is missing, whose, and in how many days it is looked at next.
ENTRIES = (
    (PlanStep.LOCAL_DATA, 120, "Numbers by ward and community are released every quarter.", "", Role.ANALYST, 60),
    (
        PlanStep.WHY,
        90,
        "Every family that misses a date is asked why, in its language.",
        "No interviews with fathers yet",
        Role.PARENT_REPRESENTATIVE,
        30,
    ),
    (
        PlanStep.DESIGN,
        60,
        "Parents chose times and rooms of the new cafés.",
        "No group in the evening in the north",
        Role.COORDINATOR,
        14,
    ),
    (PlanStep.SUPPORT, 200, "Five organisations have signed what they share.", "", Role.ALLIANCE_CHAIR, 120),
    (
        PlanStep.HUBS,
        40,
        "A parent has looked at how it feels to come to each hub.",
        "Two hubs have no room to feed in private",
        Role.COORDINATOR,
        21,
    ),
    (PlanStep.CONTINUITY, 30, "Handovers are accepted before the old lead goes.", "", Role.FEEDING_LEAD, 45),
)
LATE = (PlanStep.CAMPAIGN, 50, "All members share the same words.", "Buses not asked yet", Role.COORDINATOR, 41)
CHAPTERS = (
    (
        Chapter.RATIONALE,
        "Fewer babies were breastfed where many languages are spoken. Parents told us that they knew nobody to ask.",
    ),
    (
        Chapter.INTERVENTION,
        "We opened cafés where families live, with peer supporters and interpreters, and one record for all of us.",
    ),
    (Chapter.LESSONS, "Ask for the language of each family at the first contact: it was our main regret."),
    (Chapter.TIPS, "Begin with one hub, and with the parents who know it."),
)
COSTS = (
    ("feeding-clinic", Strand.INFANT_FEEDING, 48_000, "Budget of the council (invented)"),
    ("pump-loan", Strand.INFANT_FEEDING, 12_500, "Grant agreement (invented)"),
    ("peer-supporter", Strand.CHARITY, 31_000, "Accounts of the charity (invented)"),
)
LAUNCH: dict[str, Any] = {
    "title": {
        "en": "Our new evening café opens",
        "ro": "Se deschide noua noastră cafenea de seară",
        "pl": "Otwieramy nową wieczorną kawiarenkę",
        "ur": "ہمارا نیا شام کا کیفے کھل رہا ہے",
        "ar": "نفتتح مقهانا المسائي الجديد",
        "so": "Waxaa furmaya maqaaxideenna cusub ee fiidkii",
        "bn": "আমাদের নতুন সান্ধ্য ক্যাফে চালু হচ্ছে",
        "pa": "ਸਾਡਾ ਨਵਾਂ ਸ਼ਾਮ ਦਾ ਕੈਫ਼ੇ ਖੁੱਲ੍ਹ ਰਿਹਾ ਹੈ",
    },
    "short": {
        "en": "Come after work: our new café for families is open one evening a week. Bring everybody.",
        "ro": "Veniți după serviciu: noua noastră cafenea pentru familii e deschisă într-o seară pe săptămână.",
        "pl": "Przyjdź po pracy: nasza nowa kawiarenka dla rodzin jest otwarta jeden wieczór w tygodniu.",
        "ur": "کام کے بعد آئیں: خاندانوں کے لیے ہمارا نیا کیفے ہفتے میں ایک شام کھلا ہے۔ سب کو ساتھ لائیں۔",
        "ar": "تعالوا بعد العمل: مقهانا الجديد للعائلات مفتوح مساءً مرة في الأسبوع. أحضروا الجميع.",
        "so": "Kaalaya shaqada kaddib: maqaaxideenna cusub ee qoysaska waxay furan tahay hal fiid toddobaadkii.",
        "bn": "কাজের পরে আসুন: পরিবারের জন্য আমাদের নতুন ক্যাফে সপ্তাহে এক সন্ধ্যা খোলা থাকে। সবাইকে নিয়ে আসুন।",
        "pa": "ਕੰਮ ਤੋਂ ਬਾਅਦ ਆਓ: ਪਰਿਵਾਰਾਂ ਲਈ ਸਾਡਾ ਨਵਾਂ ਕੈਫ਼ੇ ਹਫ਼ਤੇ ਵਿੱਚ ਇੱਕ ਸ਼ਾਮ ਖੁੱਲ੍ਹਾ ਰਹਿੰਦਾ ਹੈ। ਸਭ ਨੂੰ ਨਾਲ ਲਿਆਓ।",
    },
}


def arrange(partners: Partners, staff: Staff, services: dict[str, ServiceId]) -> str:
    """Write the plan and the events; what was done and shared."""
    chair, coordinator = (_at_work(staff, role) for role in (Role.ALLIANCE_CHAIR, Role.COORDINATOR))
    with _on(200):
        for words, evidence in AIMS:
            set_aim(by=chair, words=words, evidence=evidence, request_key=ids.new_uuid())
    for step, days_ago, done, gap, role, ahead in (*ENTRIES, LATE):
        with _on(days_ago):
            next_on = clock.today() + timedelta(days=ahead if step is LATE[0] else days_ago + ahead)
            new = NewEntry(done, gap, staff.by_role[role], next_on)
            note_plan_entry(by=chair, step=step, new=new, request_key=ids.new_uuid())
    for code, strand, pounds, source in COSTS:
        if code in services:
            cost_service(
                by=chair,
                service_id=services[code],
                strand=strand,
                yearly_pounds=pounds,
                from_on=clock.today() - timedelta(days=200),
                source=source,
                request_key=ids.new_uuid(),
            )
    for chapter, text in CHAPTERS:
        write_case_text(by=chair, chapter=chapter, language="en", words=text, request_key=ids.new_uuid())
    return f"{len(AIMS)} aims, {len(ENTRIES) + 1} steps of the plan, {_share(partners, chair, coordinator)} events"


def _share(partners: Partners, chair: Viewer, coordinator: Viewer) -> int:
    """One known week to come, which no member has shared, and a launch that some have."""
    known = KNOWN[0]
    dates = known.next_dates(clock.today())
    if dates:
        new = NewEvent(
            EventKind.AWARENESS,
            **cast("Any", texts_of(known.key)),
            from_on=dates[0],
            until_on=dates[1],
            source=known.source,
            known=known.key.value,
        )
        plan_event(by=chair, new=new, request_key=ids.new_uuid())
    day = clock.today() + timedelta(days=10)
    new = NewEvent(
        EventKind.LAUNCH, **LAUNCH, long={}, from_on=day, until_on=day, source="Decided by the alliance (invented)"
    )
    event_id = plan_event(by=chair, new=new, request_key=ids.new_uuid())
    ask_members(by=chair, event_id=event_id, organisation_ids=[partners.council, partners.hospital, partners.charity])
    shared = {Channel.WEBSITE: "", Channel.POSTER: "Libraries"}
    note_shared(by=coordinator, event_id=event_id, shared=shared)
    return 1 + bool(dates)


def _at_work(staff: Staff, role: Role) -> Viewer:
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[role.value]))
    if viewer is None:
        raise LookupError(f"nobody works as {role}")
    return viewer


@contextmanager
def _on(days_ago: int) -> Iterator[None]:
    """Inside the block it is so many days ago."""
    with clock.use(FixedClock(clock.midnight(clock.today() - timedelta(days=days_ago)) + timedelta(hours=11))):
        yield
