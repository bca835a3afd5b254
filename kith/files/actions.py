"""Taking a picture in, and erasing it. The room whose row it is for asks whether its actor may."""

from kith.files.models import File
from kith.files.pictures import made_safe
from kith.files.rules import FileId
from kith.files.settings import MOST_MEGABYTES, MOST_MEGAPIXELS
from kith.kernel import clock
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
