"""The tables of welcome."""

import kith.welcome.models.improvements
import kith.welcome.models.profiles
