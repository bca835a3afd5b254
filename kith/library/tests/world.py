"""A small library for tests: two organisations, one page, two answers."""

import io
import wave
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kith.kernel import clock
from kith.kernel.danger import Level, Subject
from kith.kernel.ids import OrganisationId
from kith.library.actions.checking import Clinician, check_signs
from kith.library.actions.pages import PageWords, SectionWords, write_page
from kith.library.actions.statements import ProposedWords, add_statement, approve_wording, propose_wording
from kith.library.actions.voices import NewVoice, add_voice
from kith.library.models.statements import Statement
from kith.library.queries.signs_desk import signs_desk
from kith.library.rules.voices import words_mark
from kith.library.rules.words import Evidence, PageKind, PageTopic
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import Viewer, system_actor, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account

BY = system_actor("tests")
LATER = date(2027, 9, 30)
NAPPIES, WEIGHT = "enough-milk.wet-nappies", "enough-milk.weight"
SLUG = "enough-milk"


@dataclass(frozen=True)
class Two:
    """The two organisations that approve."""

    hospital: OrganisationId
    visitors: OrganisationId


def two_organisations() -> Two:
    """A hospital and health visiting."""
    return Two(
        add_organisation(by=BY, name="The hospital", kind=OrganisationKind.HOSPITAL),
        add_organisation(by=BY, name="Health visiting", kind=OrganisationKind.HEALTH_VISITING),
    )


def words(text: str, easy_text: str = "") -> ProposedWords:
    """Words with a source."""
    link = "https://www.nhs.uk/conditions/baby/"
    return ProposedWords(text, "NHS: breastfeeding", link, Evidence.NATIONAL_GUIDANCE, easy_text)


def propose(two: Two, key: str, text: str, *, question: str = "") -> None:
    """A new answer that waits for its approvals."""
    add_statement(by=BY, key=key, question=question or key, owner_id=two.hospital, review_by=LATER, words=words(text))


def approve(two: Two, key: str, number: int = 1) -> None:
    """Both organisations say yes."""
    for organisation_id in (two.hospital, two.visitors):
        approve_wording(by=BY, key=key, number=number, organisation_id=organisation_id)


def say(two: Two, key: str, text: str, *, question: str = "") -> None:
    """A new answer that stands."""
    propose(two, key, text, question=question)
    approve(two, key)


def change(two: Two, key: str, text: str, number: int = 2, easy_text: str = "") -> None:
    """Other words, which stand."""
    propose_wording(by=BY, key=key, words=words(text, easy_text))
    approve(two, key, number)


def a_sound(seconds: float = 0.1) -> bytes:
    """A WAV file of silence."""
    box = io.BytesIO()
    with wave.open(box, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * int(8000 * seconds)))
    return box.getvalue()


def read_aloud(key: str, language: str, words: str, content: bytes | None = None, **declared: Any) -> int:
    """A voice that reads these words."""
    voice = NewVoice(
        content=a_sound() if content is None else content,
        mark=words_mark(words),
        **{
            "file_name": "answer.wav",
            "speaker": "Daniela Stoian",
            "source": "Recorded at the Family Hub",
            "permission": "Signed form of 3 March 2026",
            "recorded_on": clock.today(),
            **declared,
        },
    )
    return add_voice(by=BY, key=key, language=language, voice=voice)


def a_page(
    *keys: str,
    slug: str = SLUG,
    urgent: bool = False,
    title: str = "Is my baby getting enough milk?",
    kind: PageKind = PageKind.ADVICE,
    note: str = "",
) -> None:
    """A page with one section."""
    page = PageWords(
        title=title,
        summary="How you can tell.",
        topic=PageTopic.FEEDING,
        order=20,
        signs=(Subject.BABY,) if urgent else (),
        sections=(SectionWords("Signs that go well", keys, note),),
        kind=kind,
    )
    write_page(by=BY, slug=slug, words=page)


SIGN, OTHER_SIGN = "signs-baby.fit", "signs-baby.sleepier"


def a_page_of_signs(two: Two, emergency: tuple[str, ...] = (SIGN,), now: tuple[str, ...] = (OTHER_SIGN,)) -> None:
    """Two signs of the baby that stand, each on its card."""
    for key, text in ((SIGN, "has a fit"), (OTHER_SIGN, "is sleepier than usual")):
        if not Statement.objects.filter(key=key).exists():
            say(two, key, text)
    cards = ((Level.EMERGENCY, "Call 999 if your baby", emergency), (Level.NOW, "Call now if your baby", now))
    page = PageWords(
        title="Your baby",
        summary="Signs of illness.",
        topic=PageTopic.SAFETY,
        order=1,
        signs=(),
        sections=tuple(SectionWords(heading, keys, "", level) for level, heading, keys in cards),
        kind=PageKind.SIGNS,
    )
    write_page(by=BY, slug="signs-baby", words=page)


def check(registration: str = "GMC 0000001") -> int:
    """A clinician stands by the signs of the baby."""
    clinician = Clinician("Dr Priya Nair", "consultant neonatologist", registration)
    mark = signs_desk(system_actor("tests")).subjects[0].mark
    return check_signs(by=BY, subject=Subject.BABY, clinician=clinician, mark=mark)


def a_library() -> Two:
    """One page with two answers that stand."""
    two = two_organisations()
    say(two, NAPPIES, "From day five, six heavy wet nappies a day are a good sign.")
    say(two, WEIGHT, "Most babies are back at their birth weight by two weeks.")
    a_page(NAPPIES, WEIGHT)
    assert clock.today() < LATER
    return two


def a_worker(two: Two, role: Role = Role.PEER_SUPPORTER, name: str = "Samira") -> Account:
    """A worker of the hospital."""
    account = Account.objects.create_user(email=f"{name.lower()}@{DOMAIN}")
    add_membership(
        by=BY,
        account_id=account.pk,
        organisation_id=two.hospital,
        role=role,
        name=name,
        from_on=clock.today() - timedelta(days=9),
    )
    return account


def an_editor(two: Two) -> Account:
    """A feeding lead who works for the hospital."""
    return a_worker(two, Role.FEEDING_LEAD, "Anjali")


def a_viewer(two: Two) -> Viewer:
    """A editor, as queries know her."""
    viewer = viewer_of_account(an_editor(two))
    assert viewer
    return viewer
