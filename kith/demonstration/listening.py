"""What parents tell the invented alliance, what it promised and kept or did not, and a meeting that decided on it."""

import math
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.alliance.actions.deciding import decide, finish_action
from kith.alliance.actions.interests import declare_interest
from kith.alliance.actions.meetings import approve_minutes, freeze_papers, note_attendance
from kith.alliance.actions.planning import plan_meeting
from kith.alliance.queries.agreed import agreed_actions
from kith.alliance.queries.meetings import meeting_page
from kith.alliance.rules.codes import MeetingId
from kith.alliance.rules.meetings import NewDecision
from kith.demonstration.people import Staff
from kith.kernel import clock, ids
from kith.kernel.clock import FixedClock
from kith.kernel.ids import VenueId
from kith.listening.actions.clearing import ask_for_translation, clear_story, translate_story
from kith.listening.actions.promising import NewPromise, promise, reply_to_writers, say_if_better, settle_theme
from kith.listening.actions.reading import let_story_on, put_on_duty
from kith.listening.actions.telling import tell_story
from kith.listening.actions.theming import begin_theme, put_in_theme
from kith.listening.actions.welcoming import note_venue_change
from kith.listening.actions.writing_down import ask_for_transcript, write_down_story
from kith.listening.queries.stories import unread_stories
from kith.listening.rules.codes import Felt, StoryId, SubjectKind, ThemeId, ThemeState, Told
from kith.listening.subjects import all_subjects
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.listing import ListAsked
from kith.platform.sign_in.models import Account


@dataclass(frozen=True)
class _Said:
    """A story, its English where it is in another language, and how many days ago it came."""

    words: str
    language: str = "en"
    english: str = ""
    days_ago: int = 60
    theme: str = ""
    is_aloud: bool = False


COLD, EVENING, SOMALI, CRECHE, TIME = (
    "Rooms are cold",
    "A group in the evening",
    "A supporter who speaks Somali",
    "A crèche at every café",
    "More time one to one",
)
STORIES = (
    _Said(
        "Sala era rece și fetița mea a răcit. Altfel, toată lumea a fost caldă cu noi.",
        "ro",
        "The room was cold and my little girl caught a cold. Otherwise, everybody was warm to us.",
        90,
        COLD,
    ),
    _Said("Lovely people, but we kept our coats on all morning.", days_ago=85, theme=COLD),
    _Said("I work until five. Is there nothing later in the day?", days_ago=40, theme=EVENING),
    _Said(
        "Proszę o grupę wieczorem, mąż chciałby przyjść ze mną.",
        "pl",
        "Please have a group in the evening, my husband would like to come with me.",
        38,
        EVENING,
    ),
    _Said(
        "Waxaan jeclaan lahaa qof af-Soomaali ku hadla.",
        "so",
        "I would like somebody who speaks Somali.",
        80,
        SOMALI,
        is_aloud=True,
    ),
    _Said("With two older ones I cannot listen. A crèche every time would let me breathe.", days_ago=75, theme=CRECHE),
    _Said("Ten minutes with the specialist were worth the trip. Twenty would be better.", days_ago=8, theme=TIME),
    _Said("I waited a long time for my turn and then it was over quickly.", days_ago=6, theme=TIME),
    _Said("The songs at the end are the best part of our week.", days_ago=4),
    _Said("Nu am știut că pot veni și cu biberonul. Ar trebui scris pe ușă.", "ro", days_ago=2),
)
NEW = "The pram would not fit through the side door on Tuesday."
_RATE = 8000
BEFORE, AFTER, CHANGED = (Felt.NO, Felt.PARTLY, Felt.NO, Felt.YES), (Felt.YES, Felt.YES, Felt.PARTLY, Felt.YES), 75
"""How welcome people felt at the first venue until so many days ago, when something was changed there, and since."""


def tell(staff: Staff) -> str:
    """Let stories come, be read, gathered, promised, decided on and answered, day by day; says how many."""
    people = _People(staff)
    with _on(100):
        put_on_duty(
            by=people.coordinator,
            membership_id=staff.by_role[Role.COORDINATOR],
            deputy_id=staff.by_role[Role.FEEDING_LEAD],
            from_on=clock.today(),
            until_on=clock.today() + timedelta(days=200),
        )
    themes: dict[str, ThemeId] = {}
    tokens = {said.words: _gather(said, people, themes) for said in STORIES}
    _answer(people, themes, tokens)
    _meet(people)
    _count(people)
    tell_story(told=Told(NEW, "en"), request_key=ids.new_uuid())
    return f"{len(STORIES) + 1} stories, {len(themes)} themes"


class _People:
    """Those of the alliance, as they act."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.coordinator, self.chair, self.representative, self.romanian = (
            self._of(role)
            for role in (
                Role.COORDINATOR,
                Role.ALLIANCE_CHAIR,
                Role.PARENT_REPRESENTATIVE,
                Role.OUTREACH_WORKER,
            )
        )

    def _of(self, role: Role) -> Viewer:
        viewer = viewer_for(Account.objects.get(pk=self.staff.accounts[role.value]))
        if viewer is None:
            raise LookupError(f"nobody works as {role} in the demonstration")
        return viewer


@contextmanager
def _on(days_ago: int) -> Iterator[None]:
    with clock.use(FixedClock(clock.midnight(clock.today() - timedelta(days=days_ago)) + timedelta(hours=11))):
        yield


def _gather(said: _Said, people: _People, themes: dict[str, ThemeId]) -> str:
    """One story, as far as it has come; gives the secret of its answer."""
    with _on(said.days_ago):
        words, recording = ("", _hum()) if said.is_aloud else (said.words, b"")
        told = Told(words, said.language, may_quote=True, recording=recording)
        token = tell_story(told=told, request_key=ids.new_uuid())
        story_id: StoryId = unread_stories(people.coordinator).rows[0].id
        let_story_on(by=people.coordinator, story_id=story_id)
        to = people.staff.by_role[Role.OUTREACH_WORKER]
        if said.is_aloud:
            ask_for_transcript(by=people.coordinator, story_id=story_id, writer_id=to)
            write_down_story(by=people.romanian, story_id=story_id, words=said.words)
        if said.language != "en":
            ask_for_translation(by=people.coordinator, story_id=story_id, translator_id=to)
            if not said.english:
                return token
            translate_story(by=people.romanian, story_id=story_id, words=said.english)
        english = said.english or said.words
        clear_story(by=people.coordinator, story_id=story_id, english=english, own_words=said.words)
        if said.theme in themes:
            put_in_theme(by=people.representative, story_id=story_id, theme_id=themes[said.theme])
        elif said.theme:
            themes[said.theme] = begin_theme(by=people.representative, title=said.theme, story_id=story_id)
    return token


def _hum() -> bytes:
    """Half a second of a low note, as a recorder would keep it."""
    notes = bytes(128 + round(40 * math.sin(at / 6)) for at in range(_RATE // 2))
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, _RATE, _RATE, 1, 8)
    body = b"WAVE" + form + b"data" + struct.pack("<I", len(notes)) + notes
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _answer(people: _People, themes: dict[str, ThemeId], tokens: dict[str, str]) -> None:
    """One promise kept, one past its day, one that cannot be; and replies in the writers' languages."""
    coordinator = people.staff.by_role[Role.COORDINATOR]
    with _on(70):
        new = NewPromise("We bring two heaters before the winter.", coordinator, clock.today() + timedelta(days=40))
        promise(by=people.chair, theme_id=themes[COLD], new=new)
        reply_to_writers(
            by=people.representative,
            theme_id=themes[COLD],
            language="ro",
            words="Aducem două calorifere până la iarnă.",
        )
        new = NewPromise("We look for a supporter who speaks Somali.", coordinator, clock.today() + timedelta(days=50))
        promise(by=people.chair, theme_id=themes[SOMALI], new=new)
        reply_to_writers(
            by=people.representative,
            theme_id=themes[SOMALI],
            language="so",
            words="Waxaan raadinaynaa taageere af-Soomaali ku hadla.",
        )
        settle_theme(
            by=people.chair,
            theme_id=themes[CRECHE],
            state=ThemeState.CANNOT,
            words="Only two of our venues have a room for it. There is a crèche at those two.",
        )
    with _on(35):
        done = "Two heaters stand in the room, and somebody turns them on an hour before."
        settle_theme(by=people.chair, theme_id=themes[COLD], state=ThemeState.DONE, words=done)
        reply_to_writers(
            by=people.representative,
            theme_id=themes[COLD],
            language="ro",
            words="Sunt două calorifere în sală și se pornesc cu o oră înainte.",
        )
        say_if_better(by=ANONYMOUS, token=tokens[STORIES[0].words], theme_id=themes[COLD], better=Felt.YES)


def _meet(people: _People) -> None:
    """A meeting that decided on the evening group, and the next one, whose agenda is growing."""
    staff = people.staff
    with _on(30):
        at = clock.now() + timedelta(days=2)
        meeting_id = _planned(people, at)
        freeze_papers(by=people.chair, meeting_id=meeting_id)
    with _on(28):
        point = next(each for each in meeting_page(people.chair, meeting_id).points if each.title == EVENING)
        owner, due_on = staff.by_role[Role.COORDINATOR], clock.today() + timedelta(days=60)
        new = NewDecision("A café opens one evening a week, from spring.", "Find a room for an evening", owner, due_on)
        if point.id:
            decide(by=people.chair, meeting_id=meeting_id, item_id=point.id, new=new)
            new = NewDecision("The door says that bottles are welcome.", "Print the sign", owner, clock.today())
            decide(by=people.chair, meeting_id=meeting_id, item_id=point.id, new=new)
        note_attendance(
            by=people.chair,
            meeting_id=meeting_id,
            present=[staff.by_role[role] for role in (Role.ALLIANCE_CHAIR, Role.PARENT_REPRESENTATIVE)],
            apologies=[staff.by_role[Role.FEEDING_LEAD]],
        )
        declare_interest(
            by=people.representative,
            membership_id=staff.by_role[Role.PARENT_REPRESENTATIVE],
            words="My own group meets in the same hall.",
            meeting_id=meeting_id,
            item_id=point.id,
        )
        approve_minutes(by=people.chair, meeting_id=meeting_id)
        for row in agreed_actions(people.chair, ListAsked(), is_open=True).rows:
            if row.what == "Print the sign":
                finish_action(by=people.coordinator, action_id=row.id, evidence="It hangs on the door of every venue.")
    at = clock.midnight(clock.today() + timedelta(days=9)) + timedelta(hours=10)
    _planned(people, at)


def _planned(people: _People, at: datetime) -> MeetingId:
    """A meeting of two hours."""
    when = {"starts_at": at, "ends_at": at + timedelta(hours=2)}
    return plan_meeting(by=people.chair, place="Family Hub, room 1", request_key=ids.new_uuid(), **when)


def _count(people: _People) -> None:
    """Answers about welcome at the first venues, some with a community."""
    first, second = [each for each in all_subjects(people.coordinator, "en") if each.kind is SubjectKind.VENUE][:2]
    for at in range(160):
        days_ago, is_other = 5 + at * 3 // 4, at % 8 == 7
        felt = (BEFORE if days_ago >= CHANGED and not is_other else AFTER)[(at // 8 if is_other else at) % 4]
        told = Told("", "en", second if is_other else first, welcome=felt, community="CKNA"[at // 4 % 4])
        with _on(days_ago):
            tell_story(told=told, request_key=ids.new_uuid())
    with _on(CHANGED):
        what = "A sign at the door: feed your way here, breast or bottle"
        note_venue_change(
            by=people.coordinator, venue_id=VenueId(first.id), changed_on=clock.today().replace(day=1), what=what
        )
