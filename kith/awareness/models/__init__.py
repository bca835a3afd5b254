"""The tables of events that all members promote."""

import kith.awareness.models.events
