"""R's stream of normal deviates, so that a seeded simulation gives the digits that R gives."""

import numpy as np
import scipy

from kith.methods.estimate import FloatArray

UNIT = 2.3283064365386963e-10  # 2 ** -32 as R writes it
COARSE = 134217728.0  # 2 ** 27
WORDS = 624


class NormalsOfR:
    """The numbers that R's `set.seed(seed)` and `rnorm` give with the default generators, to about 1e-15.

    Source: R, ?Random: Mersenne-Twister (Matsumoto and Nishimura, ACM TOMACS 8 (1998) 3-30) seeded by the
    congruential generator 69069 s + 1, normal deviates by inversion of a 53-bit uniform made of two 32-bit ones.
    """

    def __init__(self, seed: int) -> None:
        state = seed & 0xFFFFFFFF
        for _ in range(50):
            state = (69069 * state + 1) & 0xFFFFFFFF
        key = []
        for _ in range(WORDS + 1):
            state = (69069 * state + 1) & 0xFFFFFFFF
            key.append(state)
        self._bits = np.random.MT19937()
        start = self._bits.state
        start["state"] = {"key": np.array(key[1:], np.uint32), "pos": WORDS}  # R overwrites the first with the position
        self._bits.state = start

    def draw(self, count: int) -> FloatArray:
        """The next `count` standard normal deviates."""
        uniforms = np.asarray(self._bits.random_raw(2 * count), np.float64) * UNIT
        np.clip(uniforms, UNIT / 2, 1 - UNIT / 2, out=uniforms)
        return np.asarray(scipy.special.ndtri((np.floor(COARSE * uniforms[::2]) + uniforms[1::2]) / COARSE), np.float64)
