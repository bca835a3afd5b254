"""Taking a picture or a sound in, and erasing it. The room whose row it is for asks whether its actor may."""

from collections.abc import Iterable

from django.db.models import F

from kith.files.models import File, Sound
from kith.files.pictures import made_safe
from kith.files.rules import FileId, SoundId
from kith.files.settings import MOST_MEGABYTES, MOST_MEGAPIXELS, MOST_MINUTES, MOST_SOUND_MEGABYTES
from kith.files.sounds import sound_made_safe
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def keep_picture(*, by: Actor, content: bytes) -> FileId:
    """Keep the picture, written anew without place, time or camera; Refusal for what is no picture or too large.

    It is part of the action that writes the row it is for: both are kept, or neither is.
    """
    made = made_safe(content, most_megabytes=MOST_MEGABYTES.now, most_megapixels=MOST_MEGAPIXELS.now)
    row = File.objects.create(content=made.content, width=made.width, height=made.height, added_at=clock.now())
    audit.record(by, "files.picture_kept", row, size=len(made.content))
    return FileId(row.pk)


@action
def erase_file(*, by: Actor, file_id: FileId) -> None:
    """Erase what the file holds for good; erased twice it is erased once."""
    row = File.objects.select_for_update().filter(pk=file_id, erased_at__isnull=True).first()
    if row is None:
        return
    row.content, row.erased_at = b"", clock.now()
    row.save(update_fields=["content", "erased_at"])
    audit.record(by, "files.file_erased", row)


def keep_sound(content: bytes) -> tuple[SoundId, int]:
    """Keep the spoken note without place or name; gives its key and seconds. Refusal for what is none or too long.

    It is part of the action that writes the row it is for, and notes it: an entry of its own would tell to the second
    when a nameless voice spoke.
    """
    made = sound_made_safe(content, most_megabytes=MOST_SOUND_MEGABYTES.now, most_minutes=MOST_MINUTES.now)
    row = Sound.objects.create(id=new_uuid(), content=made.content, kind=made.kind, seconds=made.seconds)
    return SoundId(row.pk), made.seconds


@action
def erase_sound(*, by: Actor, sound_id: SoundId) -> None:
    """Erase what the sound holds for good; erased twice it is erased once."""
    row = Sound.objects.select_for_update().filter(pk=sound_id, erased_on__isnull=True).first()
    if row is None:
        return
    row.content, row.erased_on = b"", clock.today()
    row.save(update_fields=["content", "erased_on"])
    audit.record(by, "files.sound_erased", row)


def write_sounds_anew(sound_ids: Iterable[SoundId]) -> None:
    """Write these rows once more, in the order of their keys, which are random: so none says which one came when."""
    for sound_id in sorted(sound_ids):
        Sound.objects.filter(pk=sound_id).update(erased_on=F("erased_on"))
