"""What the table of files holds of people: a face, with its owner's agreement in the row the file is for."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {"files_file": held(Keep.RECORD, others="content", inner="width height added_at erased_at")}
