"""The tables of the library."""

import kith.library.models.pages
import kith.library.models.statements
import kith.library.models.voices
