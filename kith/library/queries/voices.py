"""Voices as readers hear them and as editors look after them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.kernel.languages import INTERFACE_LANGUAGES, Language, interface_language, is_interface_language
from kith.library.models.statements import Statement
from kith.library.models.voices import Voice
from kith.library.rules.voices import words_mark
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class VoiceTold:
    """A voice that reads what stands beside it, word for word."""

    id: int
    speaker: str
    words: str


@dataclass(frozen=True)
class VoiceLine:
    """The answer in one language, and the voice that reads it or what it said before."""

    language: Language
    words: str
    voice: Voice | None

    @property
    def is_outdated(self) -> bool:
        """Whether the voice reads words that are not told any more."""
        return self.voice is not None and self.voice.words != self.words

    @property
    def mark(self) -> str:
        """The mark of the words that would be read."""
        return words_mark(self.words)


@dataclass(frozen=True)
class VoiceFile:
    """The sound of a voice."""

    name: str
    media_type: str
    content: bytes


def voices_of(statement_ids: Iterable[int], language: str) -> dict[int, VoiceTold]:
    """The voices in this language, by statement; the caller plays one only beside the very words it reads."""
    rows = Voice.objects.filter(statement__in=statement_ids, language=language)
    return {row.statement_id: VoiceTold(row.pk, row.speaker, row.words) for row in rows}


def voice_lines(row: Statement) -> tuple[VoiceLine, ...]:
    """The answer in every language that has words or a voice."""
    there = {each.language: each for each in row.voices.all()}
    lines = (VoiceLine(each, row.told_in(each.code), there.get(each.code)) for each in INTERFACE_LANGUAGES)
    return tuple(each for each in lines if each.words or each.voice)


def voice_line(viewer: Viewer, key: str, language: str) -> VoiceLine:
    """The answer in this language, and its voice."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    row = Statement.objects.filter(key=key).first()
    if row is None or not is_interface_language(language):
        raise NotFound("statement")
    voice = row.voices.filter(language=language).first()
    return VoiceLine(interface_language(language), row.told_in(language), voice)


def voice_file(viewer: Viewer, voice_id: int) -> VoiceFile:
    """The sound of this voice; one whose words are not told any more is heard by editors only."""
    row = Voice.objects.filter(pk=voice_id).select_related("statement").first()
    if row is None:
        raise NotFound("voice")
    is_told = row.statement.told_in(row.language) == row.words
    if not (is_told or Permission.MANAGE_LIBRARY in viewer.permissions):
        raise NotFound("voice")
    return VoiceFile(f"{row.statement.key}-{row.language}.{row.kind}", row.kind.media_type, bytes(row.sound))
