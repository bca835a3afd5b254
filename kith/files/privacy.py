"""What the tables of files hold of people: a face, with its owner's agreement in the row the file is for; a voice."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "files_file": held(Keep.RECORD, others="content", inner="width height added_at erased_at"),
    "files_sound": held(Keep.REQUEST, others="content", inner="kind seconds erased_on"),
}
