"""Names of people as they are heard, across spellings and scripts, and in the order in which people look them up.

Pure Python beside one library, anyascii, which reads every script in Latin letters. What it was chosen over, and what
came out on three hundred pairs of names: docs/decisions/0033-names-by-their-sound.md.
"""

from kith.methods.names.likeness import alike, is_perhaps_same
from kith.methods.names.order import sorting_key
from kith.methods.names.sounds import Word, hear, plain_letters, sound_keys, whole_key

__all__ = ["Word", "alike", "hear", "is_perhaps_same", "plain_letters", "sorting_key", "sound_keys", "whole_key"]
