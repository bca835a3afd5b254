"""Putting a voice to an answer, and taking it away."""

from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.languages import is_interface_language
from kith.kernel.refusal import Refusal
from kith.library.models.statements import Statement
from kith.library.models.voices import Voice
from kith.library.rules.voices import MOST_BYTES, AudioKind, audio_kind, words_mark
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@dataclass(frozen=True)
class NewVoice:
    """A sound file and its declared source; ``mark`` is that of the words its editor saw beside the form."""

    content: bytes
    file_name: str
    mark: str
    speaker: str
    source: str
    permission: str
    recorded_on: date


@action
def add_voice(*, by: Actor, key: str, language: str, voice: NewVoice) -> int:
    """Let this voice read the words that stand in this language, in the place of the one before; returns its number."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key, language)
    kind = _check(voice)
    words = row.told_in(language)
    if not words:
        raise Refusal("nothing_to_read")
    if words_mark(words) != voice.mark:
        raise Refusal("words_changed")
    _forget(row, language)
    made = Voice.objects.create(
        statement=row,
        language=language,
        words=words,
        kind=kind,
        sound=voice.content,
        size=len(voice.content),
        speaker=voice.speaker.strip(),
        source=voice.source.strip(),
        permission=voice.permission.strip(),
        recorded_on=voice.recorded_on,
        added_at=clock.now(),
        added_by_id=by.membership_id,
    )
    audit.record(by, "library.voice_added", row, key=key, language=language, size=made.size)
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)
    return made.pk


@action
def remove_voice(*, by: Actor, key: str, language: str) -> None:
    """Take the voice away, sound and all, when its speaker does not allow it any more; twice is the same as once."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key, language)
    if _forget(row, language):
        audit.record(by, "library.voice_removed", row, key=key, language=language)
        freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


def _locked(key: str, language: str) -> Statement:
    row = Statement.objects.locked(key)
    if row is None or not is_interface_language(language):
        raise NotFound("statement")
    return row


def _check(voice: NewVoice) -> AudioKind:
    declared = (voice.speaker, voice.source, voice.permission)
    if not all(text.strip() for text in declared):
        raise Refusal("words_incomplete")
    keep_to_the_code(*declared, voice.file_name.replace("_", " "))
    if voice.recorded_on > clock.today():
        raise Refusal("recorded_later")
    if len(voice.content) > MOST_BYTES:
        raise Refusal("voice_too_large")
    kind = audio_kind(voice.content)
    if kind is None:
        raise Refusal("no_voice")
    return kind


def _forget(row: Statement, language: str) -> bool:
    gone, _each = row.voices.filter(language=language).delete()
    return gone > 0
