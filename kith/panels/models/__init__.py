"""The tables of panels."""

import kith.panels.models.credits
import kith.panels.models.money
import kith.panels.models.people
import kith.panels.models.sessions
