"""The tables of safeguarding."""

import kith.safeguarding.models.concerns
import kith.safeguarding.models.safety
