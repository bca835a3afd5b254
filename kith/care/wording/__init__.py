"""The words of care in the reader's language."""

from kith.care.wording.feeding import FEEDING, MILESTONES, Meaning, due_words, refusal_words

__all__ = ["FEEDING", "MILESTONES", "Meaning", "due_words", "refusal_words"]
