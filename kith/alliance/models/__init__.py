"""The tables of the alliance."""

import kith.alliance.models.meetings
