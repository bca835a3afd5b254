"""The tables of tasks."""

import kith.tasks.models.next_steps
import kith.tasks.models.notices
