"""The tables of the alliance."""

import kith.alliance.models.meetings
import kith.alliance.models.stories
import kith.alliance.models.themes
