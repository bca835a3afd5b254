"""Work done in the background, queued in the same transaction as the deed that asks for it."""

from kith.platform.jobs.queue import enqueue, job, periodic

__all__ = ["enqueue", "job", "periodic"]
