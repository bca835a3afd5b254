"""The tables of events that everybody promotes."""

import kith.awareness.models.events
