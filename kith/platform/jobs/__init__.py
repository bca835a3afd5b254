"""Work done in the background, queued in the same transaction as the deed that asks for it."""

from kith.platform.jobs.queue import enqueue, enqueue_for_each, job, periodic

__all__ = ["enqueue", "enqueue_for_each", "job", "periodic"]
