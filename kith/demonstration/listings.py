"""Invented services: what each is for and who speaks what there, in English, many also in Romanian and Arabic."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kith.demonstration.people import Partners
from kith.directory.actions.offering import add_service
from kith.directory.rules.codes import Way
from kith.directory.rules.listed import ListedService, SpeakerOf
from kith.directory.rules.needs import Need
from kith.kernel.ids import ServiceId, VenueId
from kith.platform.access.viewer import Actor

_N, _W = Need, Way
HELPLINE_FOR_DRAMA = "+442079460000"  # Ofcom keeps 020 7946 0000 to 0999 for drama


@dataclass(frozen=True)
class _Service:
    code: str
    organisation: str
    name: tuple[str, str, str]  # English, Romanian, Arabic; empty where nobody has translated it
    summary: tuple[str, str, str]
    needs: tuple[Need, ...]
    venue: int | None = None
    ways: tuple[Way, ...] = (Way.IN_PERSON,)
    spoken: tuple[tuple[str, str], ...] = field(default=())


_SERVICES: tuple[_Service, ...] = (
    _Service("before-birth", "council",
        ("Getting ready to feed your baby", "Pregătirea pentru hrănirea bebelușului", "الاستعداد لإرضاع طفلك"),
        ("A course before the birth, at weekends and in the evening. Bring somebody with you: their place is free.",
         "Un curs înainte de naștere, în weekend și seara. Veniți cu cineva: locul însoțitorului este gratuit.",
         "دورة قبل الولادة، في عطلة نهاية الأسبوع وفي المساء. أحضري معك من تحبين: مكانه مجاني."),
        (_N.BEFORE_THE_BIRTH, _N.LATCHING, _N.BOTTLE_FEEDING), 0, spoken=(("ro", "Daniela"),)),
    _Service("feeding-clinic", "health_visiting",
        ("Feeding clinic", "Clinică pentru hrănirea bebelușului", "عيادة الإرضاع"),
        ("One to one with a specialist health visitor when feeding hurts or weight is a worry.",
         "Unu la unu cu o asistentă specialistă, când alăptarea doare sau greutatea vă îngrijorează.",
         "لقاء فردي مع زائرة صحية متخصصة عندما تؤلم الرضاعة أو يقلقك الوزن."),
        (_N.IT_HURTS, _N.LATCHING, _N.IS_BABY_GETTING_ENOUGH, _N.NOT_ENOUGH_MILK), 5, spoken=(("hi", "Anjali"),)),
    _Service("baby-cafe-kestrel", "council",
        ("Baby café at Kestrel", "Cafeneaua bebelușilor, Kestrel", "مقهى الأطفال في كيستريل"),
        ("Walk in, sit down, have a warm drink. Breast, bottle or both: everybody is welcome.",
         "Intrați, așezați-vă, beți ceva cald. La sân, cu biberonul sau amândouă: toată lumea este binevenită.",
         "ادخلي واجلسي وتناولي مشروبًا دافئًا. رضاعة طبيعية أو بالزجاجة أو كلتاهما: الجميع مرحب بهم."),
        (_N.SOMEONE_TO_TALK_TO, _N.LATCHING, _N.MIXED_FEEDING), 0),
    _Service("baby-cafe-larkrise", "council",
        ("Baby café at Larkrise", "Cafeneaua bebelușilor, Larkrise", "مقهى الأطفال في لاركرايز"),
        ("A quiet room and people who have time.", "O cameră liniștită și oameni care au timp.",
         "غرفة هادئة وأشخاص لديهم وقت."),
        (_N.SOMEONE_TO_TALK_TO, _N.IT_HURTS), 2, spoken=(("so", "Hodan"),)),
    _Service("romanian-cafe", "charity",
        ("Romanian-language café", "Cafenea în limba română", "مقهى باللغة الرومانية"),
        ("Parents and babies, in Romanian, with a peer supporter.",
         "Părinți și bebeluși, în limba română, împreună cu o mamă voluntară pregătită.",
         "للأهل والأطفال باللغة الرومانية مع داعمة من الأمهات."),
        (_N.SOMEONE_TO_TALK_TO, _N.LATCHING, _N.NOT_ENOUGH_MILK), 7, spoken=(("ro", "Ioana"),)),
    _Service("arabic-group", "charity",
        ("Arabic-speaking mothers’ group", "Grup pentru mame vorbitoare de arabă", "مجموعة الأمهات الناطقات بالعربية"),
        ("Mothers, grandmothers and babies, in Arabic.", "Mame, bunici și bebeluși, în limba arabă.",
         "أمهات وجدات وأطفال، باللغة العربية."),
        (_N.SOMEONE_TO_TALK_TO, _N.NOT_ENOUGH_MILK), 8, spoken=(("ar", "Noor"),)),
    _Service("online-evening", "charity",
        ("Online evening group", "Grup online, seara", "مجموعة مسائية عبر الإنترنت"),
        ("From your sofa, camera on or off.", "De pe canapeaua dumneavoastră, cu sau fără cameră.",
         "من بيتك، مع الكاميرا أو بدونها."),
        (_N.SOMEONE_TO_TALK_TO, _N.IT_HURTS, _N.MIXED_FEEDING), None, (_W.ONLINE,)),
    _Service("pump-loan", "hospital",
        ("Hospital-grade electric pump on loan", "Împrumut de pompă electrică de spital",
         "إعارة مضخة كهربائية من المستشفى"),
        ("For babies who came early or cannot feed at the breast yet.",
         "Pentru bebelușii născuți prea devreme sau care nu pot suge încă.",
         "للأطفال الذين وُلدوا مبكرًا أو لا يستطيعون الرضاعة من الثدي بعد."),
        (_N.EXPRESSING, _N.SPECIAL_CARE), 4),
    _Service("bottle-feeding", "health_visiting",
        ("Bottle feeding, safely and closely", "Hrănirea cu biberonul, în siguranță și cu apropiere",
         "الرضاعة بالزجاجة بأمان وحنان"),
        ("Making up feeds, pacing, sterilising. No brands.", "Prepararea, ritmul, sterilizarea. Fără mărci.",
         "تحضير الرضعات وإيقاعها والتعقيم. بلا علامات تجارية."),
        (_N.BOTTLE_FEEDING, _N.MIXED_FEEDING), 6),
    _Service("peer-supporter", "charity",
        ("A peer supporter of your own", "O mamă voluntară numai pentru dumneavoastră", "داعمة خاصة بك"),
        ("Somebody from your own community, trained, who calls and listens.",
         "Cineva din comunitatea dumneavoastră, pregătit, care sună și ascultă.",
         "شخص من مجتمعك، مدرَّب، يتصل ويستمع."),
        (_N.SOMEONE_TO_TALK_TO, _N.LATCHING), None, (_W.PHONE,), (("ar", "Noor"), ("ro", "Ioana"), ("ur", "Sana"))),
    _Service("special-care-group", "hospital",
        ("For families of babies in special care", "Pentru familiile bebelușilor din neonatologie", ""),
        ("Families who are there now, and families who have been.",
         "Familii care sunt acolo acum și familii care au fost.", ""),
        (_N.SPECIAL_CARE, _N.EXPRESSING, _N.SOMEONE_TO_TALK_TO), 4),
    _Service("safer-sleep", "council",
        ("Safer sleep visit", "Vizită pentru un somn mai sigur", "زيارة من أجل نوم أكثر أمانًا"),
        ("We look at where your baby sleeps, and bring what is missing.",
         "Ne uităm unde doarme bebelușul și aducem ce lipsește.", "ننظر أين ينام طفلك ونحضر ما ينقص."),
        (_N.SAFER_SLEEP,), None, (_W.PHONE,)),
    _Service("starting-solids", "council",
        ("Starting solid food", "Începerea hranei solide", "البدء بالطعام الصلب"),
        ("Around six months: when, what and how.", "În jurul a șase luni: când, ce și cum.",
         "عند نحو ستة أشهر: متى وماذا وكيف."),
        (_N.STARTING_SOLIDS,), 3),
    _Service("twins", "community",
        ("Twins and more", "Gemeni și mai mulți", ""),
        ("Families with two or three at once.", "Familii cu doi sau trei deodată.", ""),
        (_N.SPECIAL_CARE, _N.SOMEONE_TO_TALK_TO, _N.MIXED_FEEDING), 10),
    _Service("partners", "community",
        ("Saturday mornings for dads and partners", "Sâmbăta dimineața pentru tați și parteneri", ""),
        ("Coffee, babies, and what helps.", "Cafea, bebeluși și ce ajută.", ""),
        (_N.SOMEONE_TO_TALK_TO, _N.BOTTLE_FEEDING), 11),
    _Service("antenatal-visit", "health_visiting",
        ("A visit from your health visitor before the birth", "", ""),
        ("From 28 weeks of pregnancy, at home.", "", ""), (_N.BEFORE_THE_BIRTH,), None, (_W.PHONE,)),
    _Service("infant-feeding-team", "hospital",
        ("Hospital infant feeding team", "", ""),
        ("For the first days, on the ward and on the phone.", "", ""),
        (_N.LATCHING, _N.IT_HURTS, _N.IS_BABY_GETTING_ENOUGH), None, (_W.PHONE,)),
    _Service("weigh-in", "health_visiting",
        ("Weighing and a chat", "Cântărire și o discuție", ""),
        ("Weigh your baby and talk it over.", "Cântăriți bebelușul și vorbiți despre asta.", ""),
        (_N.IS_BABY_GETTING_ENOUGH,), 6),
    _Service("healthy-start", "council",
        ("Vitamins and Healthy Start", "Vitamine și Healthy Start", ""),
        ("Free vitamins, and help with the card.", "Vitamine gratuite și ajutor cu cardul.", ""),
        (_N.STARTING_SOLIDS,), 1),
    _Service("breast-friendly-walk", "community",
        ("Pram walk", "", ""), ("An hour along the canal, as slow as you like.", "", ""), (_N.SOMEONE_TO_TALK_TO,), 10),
    _Service("hindi-phone", "health_visiting",
        ("Feeding advice by phone in Hindi", "", ""), ("Leave your number, Anjali calls back.", "", ""),
        (_N.LATCHING, _N.NOT_ENOUGH_MILK), None, (_W.PHONE,), (("hi", "Anjali"),)),
    _Service("back-to-work", "charity",
        ("Going back to work", "", ""), ("Expressing, storing, and your rights.", "", ""),
        (_N.EXPRESSING, _N.MIXED_FEEDING), None, (_W.ONLINE,)),
    _Service("tongue-tie", "hospital",
        ("Tongue-tie assessment", "", ""), ("After somebody has watched a feed with you.", "", ""),
        (_N.LATCHING, _N.IT_HURTS), 4),
    _Service("feelings", "health_visiting",
        ("When you feel low", "Când vă simțiți tristă", "عندما تشعرين بالحزن"),
        ("A listening visit. You can ask for it yourself.",
         "O vizită în care sunteți ascultată. O puteți cere singură.",
         "زيارة للاستماع إليك. يمكنك طلبها بنفسك."),
        (_N.SOMEONE_TO_TALK_TO,), None, (_W.PHONE,)),
    _Service("night-owls", "community",
        ("Night owls", "", ""), ("An online room on Thursday nights, run by parents.", "", ""),
        (_N.SOMEONE_TO_TALK_TO,), None, (_W.ONLINE,)),
)  # fmt: skip


def _texts(words: tuple[str, str, str]) -> dict[str, str]:
    return {language: text for language, text in zip(("en", "ro", "ar"), words, strict=True) if text}


# When whoever speaks a language is there, where she is not always.
_THERE: dict[str, tuple[str, str, str]] = {
    "Daniela": ("on Saturdays", "sâmbăta", "يوم السبت"),
    "Hodan": ("every other Friday", "vinerea, o dată la două săptămâni", "كل ثاني يوم جمعة"),
    "Anjali": ("in the mornings", "dimineața", "في الصباح"),
}
_BY_ANYBODY = _texts((
    "Ask your midwife or health visitor, or call us yourself.",
    "Întrebați moașa sau asistenta medicală, ori sunați-ne direct.",
    "اسألي القابلة أو الزائرة الصحية، أو اتصلي بنا بنفسك.",
))  # fmt: skip
# What else is said of some: for whom it is, what it costs, how one is referred.
_BESIDE: dict[str, dict[str, Any]] = {
    "before-birth": {"youngest_months": 0, "oldest_months": 1},
    "feeding-clinic": {"before_birth": False, "oldest_months": 12, "how_to_refer": _BY_ANYBODY},
    "tongue-tie": {"before_birth": False, "oldest_months": 6, "how_to_refer": _BY_ANYBODY},
    "pump-loan": {"before_birth": False, "oldest_months": 12, "how_to_refer": _BY_ANYBODY},
    "peer-supporter": {"how_to_refer": _BY_ANYBODY},
    "safer-sleep": {"how_to_refer": _BY_ANYBODY},
    "starting-solids": {"before_birth": False, "youngest_months": 4, "oldest_months": 18},
    "weigh-in": {"before_birth": False, "oldest_months": 24},
    "partners": {
        "cost_pence": 200,
        "cost_note": _texts(("for the breakfast", "pentru micul dejun", "ثمن الفطور")),
    },
}


def list_services(
    partners: Partners, venues: list[VenueId], today: date, *, by: Actor
) -> dict[str, tuple[ServiceId, VenueId | None]]:
    """List every service; the answer names each by its code, with where it is."""
    made: dict[str, tuple[ServiceId, VenueId | None]] = {}
    for at, each in enumerate(_SERVICES):
        venue_id = None if each.venue is None else venues[each.venue]
        listed = ListedService(
            organisation_id=getattr(partners, each.organisation),
            code=each.code,
            name=_texts(each.name),
            summary=_texts(each.summary),
            needs=each.needs,
            ways=each.ways,
            # The last one was not looked at for too long: its page says so.
            checked_on=today - timedelta(days=5 * at + 2 if at < len(_SERVICES) - 1 else 200),
            venue_id=venue_id,
            spoken=(SpeakerOf("en", "everybody"), *(_speaker(*said) for said in each.spoken)),
            **({"cost_pence": 0} | _BESIDE.get(each.code, {})),
            phone=HELPLINE_FOR_DRAMA,
            email=f"{each.code}@demo.kith.invalid",
        )
        made[each.code] = (add_service(by=by, service=listed), venue_id)
    return made


def _speaker(language: str, name: str) -> SpeakerOf:
    return SpeakerOf(language, name, _texts(_THERE[name]) if name in _THERE else {})
