"""The tables of what parents and carers tell us."""

import kith.listening.models.stories
import kith.listening.models.themes
