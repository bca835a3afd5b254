"""What a place still lacks, in sentences with what to do: one small function for each thing, in one table. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kith.places.rules import PlaceKind, mixed

GRACE = timedelta(days=7)
"""So long a place that has just begun is advised where later it is at fault."""
WORKER_SILENCE = timedelta(seconds=30)
BACKUP_EVERY = timedelta(days=2)
PROOF_EVERY = timedelta(days=35)
CLOCK_OFF = timedelta(seconds=30)


class Weight(StrEnum):
    """A fault must be mended; advice can wait."""

    FAULT = "fault"
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """What is wrong or missing, and what to do."""

    weight: Weight
    what: str
    to_do: str

    def __str__(self) -> str:
        return f"{self.what} {self.to_do}"


@dataclass(frozen=True)
class PlaceState:
    """All that the checks go by, gathered once; None where it could not be found out."""

    now: datetime
    is_demonstration: bool
    kind: PlaceKind | None
    begun_at: datetime | None
    pending_migrations: int
    is_empty: bool
    letters_are_dropped: bool
    database_clock: datetime
    owner_is_superuser: bool
    risky_roles: tuple[str, ...]
    missing_roles: str
    administrators: int
    administrators_with_second_factor: int
    maternity_phone: str
    languages: tuple[str, ...]
    unreadable_colours: tuple[str, ...]
    areas: int
    wards: int
    postcodes: int
    sends_texts: bool
    has_mail_server: bool
    mail_trouble: str
    has_notify: bool
    has_text_template: bool
    has_own_sender: bool
    worker_at: datetime | None
    backed_up_at: datetime | None
    proven_at: datetime | None
    audit_faults: int | None
    audit_checked_at: datetime | None
    signs_to_see_to: int
    organisations: int

    @property
    def is_new(self) -> bool:
        """Whether the place has begun within the last days."""
        return self.begun_at is not None and self.now - self.begun_at < GRACE

    @property
    def later(self) -> Weight:
        """What weighs little in a place's first days, and much afterwards."""
        return Weight.ADVICE if self.is_new else Weight.FAULT


Findings = Iterator[Finding]
Check = Callable[[PlaceState], Findings]


def findings(state: PlaceState) -> list[Finding]:
    """Everything that is wrong or missing, faults first; in a database without tables only that is said."""
    first = [*_migrations(state)]
    if first:
        return first
    checks = ALWAYS if state.is_demonstration else (*ALWAYS, *OF_REAL_PLACES)
    found = [each for check in checks for each in check(state)]
    return sorted(found, key=lambda each: each.weight is Weight.ADVICE)


def is_well(found: Sequence[Finding]) -> bool:
    """Whether there is no fault among what was found."""
    return all(each.weight is Weight.ADVICE for each in found)


def _fault(what: str, to_do: str) -> Finding:
    return Finding(Weight.FAULT, what, to_do)


def _advice(what: str, to_do: str) -> Finding:
    return Finding(Weight.ADVICE, what, to_do)


def _migrations(state: PlaceState) -> Findings:
    if state.is_empty:
        yield _fault("The database is empty: no place has begun in it.", "Run: kith place new (docs/hosting.md)")
    elif state.pending_migrations:
        what = f"The database is not laid out for this release: {state.pending_migrations} steps are missing."
        yield _fault(what, "Run: kith up (it brings the database up to date as it starts), or kith django migrate")


def _mixed(state: PlaceState) -> Findings:
    if words := mixed(state.kind, is_demonstration=state.is_demonstration):
        yield _fault(words, "")


def _letters(state: PlaceState) -> Findings:
    if state.letters_are_dropped:
        yield _fault(
            "The database's locale knows English letters alone: misspelt words in Arabic or Urdu find nothing.",
            "Copy it into a database made with LC_CTYPE 'C.UTF-8'; docs/hosting.md says how.",
        )


def _clock(state: PlaceState) -> Findings:
    off = abs(state.database_clock - state.now)
    if off > CLOCK_OFF:
        yield _fault(
            f"The clocks of this machine and of the database are {off.total_seconds():.0f} seconds apart.",
            "Let both follow a time server (timedatectl set-ntp true): codes, reminders and the audit go by them.",
        )


def _audit(state: PlaceState) -> Findings:
    if state.audit_faults:
        yield _fault(
            f"The audit is not as it was written and sealed: {state.audit_faults} faults.",
            "Leave everything as it is, tell who answers for information governance, and run: kith audit verify",
        )


def _worker(state: PlaceState) -> Findings:
    if state.worker_at is not None and state.now - state.worker_at > WORKER_SILENCE:
        yield _fault(
            "No worker is at work: no message leaves, and nothing that is late is told.",
            "Start it: kith up starts it with the web server; on a server: systemctl start kith",
        )


def _maternity(state: PlaceState) -> Findings:
    if not state.maternity_phone:
        yield _fault(
            "The maternity unit's number for day and night is not said: parents are sent to 111 and 999.",
            "An administrator writes it down at the desk: Settings, Maternity unit.",
        )


def _languages(state: PlaceState) -> Findings:
    if not state.languages:
        yield _fault("No language of the pages is chosen.", "Choose them at the desk: Settings, The place.")
    elif state.languages == ("en",):
        yield _advice("Pages are offered in English alone.", "Choose the languages that families read: Settings.")


def _colours(state: PlaceState) -> Findings:
    for pair in state.unreadable_colours:
        yield _fault(f"A colour of the place cannot be read: {pair}.", "Choose a darker one at the desk: Settings.")


def _begun(state: PlaceState) -> Findings:
    if state.kind is None:
        yield _fault("No place has begun in this database.", "Run: kith place new")


def _owner(state: PlaceState) -> Findings:
    if state.owner_is_superuser:
        yield _fault(
            "The role of DATABASE_URL may do everything on the database server, not in this database alone.",
            "Run: ALTER ROLE kith NOSUPERUSER (with its name), as docs/hosting.md makes it.",
        )
    for role in state.risky_roles:
        yield _fault(
            f"The role {role} goes past the second wall: it is a superuser or may bypass row security.",
            f"Run: ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS",
        )
    if state.missing_roles:
        yield _fault(state.missing_roles, "docs/hosting.md makes the three roles.")


def _administrators(state: PlaceState) -> Findings:
    if not state.administrators:
        yield _fault(
            "No administrator works here today: nobody can invite people or change settings.",
            "Where one has an account: kith place administrator-link. Else begin anew: kith place new",
        )
    elif not state.administrators_with_second_factor:
        yield Finding(
            state.later,
            "No administrator has chosen a passkey or an authenticator app yet.",
            "Open the link that was printed, or print another: kith place administrator-link",
        )
    elif state.administrators == 1:
        yield _advice("There is one administrator alone.", "Invite a second one, for the day that one's phone is lost.")


def _organisations(state: PlaceState) -> Findings:
    if state.kind and not state.organisations:
        yield _fault("No organisation belongs to the place.", "An administrator adds them at the desk.")


def _ground(state: PlaceState) -> Findings:
    if state.kind and not state.areas:
        yield _fault("The place has no area.", "Begin it with the official code of its authority: kith place new")
        return
    if not state.wards:
        yield Finding(state.later, "No wards are loaded.", "Run: kith load areas PATH (docs/loading.md)")
    if not state.postcodes:
        yield Finding(
            state.later,
            "No postcodes are loaded: nothing can be found near one.",
            "Run: kith load postcodes PATH, with the newest ONS Postcode Directory (docs/loading.md)",
        )


def _mail(state: PlaceState) -> Findings:
    if not state.has_mail_server:
        yield _fault("No mail server is named: no message can leave.", "Set KITH_EMAIL_URL and start Kith again.")
    elif state.mail_trouble:
        yield _fault(
            f"The mail server does not answer: {state.mail_trouble}.",
            "Look at KITH_EMAIL_URL, and whether a firewall stands between.",
        )
    if not state.has_own_sender:
        yield _fault("E-mails have no sender of the place's own.", "Set KITH_EMAIL_FROM to a mailbox of your domain.")


def _texts(state: PlaceState) -> Findings:
    if not state.sends_texts:
        yield _advice("No texts are sent: whoever has no e-mail address gets no code.", "Settings, Messages.")
    elif not (state.has_notify and state.has_text_template):
        yield _fault(
            "Texts are to leave by GOV.UK Notify, and its key or template is missing.",
            "Set KITH_NOTIFY_KEY and KITH_NOTIFY_TEXT_TEMPLATE, or choose e-mail alone: Settings, Messages.",
        )


def _worker_of_real_place(state: PlaceState) -> Findings:
    if state.worker_at is None:
        yield Finding(state.later, "No worker has ever started here.", "Start it: kith up, or systemctl start kith")


def _backups(state: PlaceState) -> Findings:
    if state.backed_up_at is None or state.now - state.backed_up_at > BACKUP_EVERY:
        yield Finding(
            state.later,
            "There is no backup of the last two days.",
            "Run kith backup make by a timetable (docs/hosting.md), and keep a copy on another machine.",
        )
    if state.proven_at is None or state.now - state.proven_at > PROOF_EVERY:
        yield Finding(
            state.later,
            "No backup was proven within the last five weeks: it is not known whether one can be restored.",
            "Run: kith backup prove",
        )


def _signs(state: PlaceState) -> Findings:
    if state.signs_to_see_to:
        yield _advice(
            f"There are {state.signs_to_see_to} things to see to among the signs of danger.",
            "Somebody who keeps the library looks at them at the desk: Library, Signs of danger.",
        )


ALWAYS: tuple[Check, ...] = (_mixed, _letters, _clock, _audit, _worker, _maternity, _languages, _colours)
OF_REAL_PLACES: tuple[Check, ...] = (
    _begun,
    _owner,
    _administrators,
    _organisations,
    _ground,
    _mail,
    _texts,
    _worker_of_real_place,
    _backups,
    _signs,
)
