"""How alike two names are, and whether they are perhaps one person's without any other sign."""

from functools import lru_cache
from itertools import permutations

from kith.methods.names.letters import Script
from kith.methods.names.sounds import VOWELS, Word

CLOSE = 0.25
"""What two words may differ by, in sounds, to be perhaps one; a sound of another kind counts 1."""

LIKE = 0.65
"""From here on two words are like each other; of the open half's same names the least like word has 0.87."""
MOST_WORDS = 5
_FIRM = 1.0
_SOFT = frozenset("hy")
_OPEN = frozenset("aeo")
_LONG = frozenset("UWY")  # which every script writes: محمد is not محمود


def _both(costs: dict[str, float]) -> dict[tuple[str, str], float]:
    return {pair: cost for each, cost in costs.items() for pair in ((each[0], each[1]), (each[1], each[0]))}


# What it costs to take one sound for another; what is not here costs 1.
_COSTS = _both(
    {
        "ae": 0.3, "ei": 0.25, "ou": 0.15, "ao": 0.42, "au": 0.7, "eo": 0.55,
        **{f"A{each}": 0.1 for each in "aeiouEOUWY"}, "Uu": 0.05, "Uo": 0.3, "UO": 0.2, "UW": 0.05,
        "Ee": 0.1, "Ei": 0.25, "Ea": 0.6, "Oo": 0.1, "Ou": 0.2, "Oa": 0.4, "EY": 0.1, "OW": 0.1,
        "Wu": 0.05, "Wo": 0.05, "Wv": 0.05, "Yi": 0.05, "Ye": 0.15, "Yy": 0.05,
        "iy": 0.1, "ij": 0.35, "jy": 0.3,
        "sz": 0.15, "sS": 0.3, "SC": 0.4, "sC": 0.5, "Zj": 0.25, "Zz": 0.3, "ZS": 0.4, "Cj": 0.5, "zj": 0.45, "sk": 0.6,
        "dt": 0.3, "bp": 0.3, "bv": 0.5, "fv": 0.3, "kg": 0.5, "xk": 0.2, "xh": 0.1, "gj": 0.35, "gh": 0.45, "mn": 0.6,
        "dz": 0.6,
    }
)  # fmt: skip


def alike(one: tuple[Word, ...], other: tuple[Word, ...]) -> float:
    """How alike two names are heard, their words in any order.

    A weighted edit distance (Wagner and Fischer 1974) between the sounds of the words, as ALINE weighs them by how
    they are made (Kondrak 2000); vowels that a script leaves unwritten cost next to nothing.

    Parameters
    ----------
    one, other : tuple of Word
        Names, as ``hear`` gives them.

    Returns
    -------
    float
        1 for names that sound the same, 0 where a word of the shorter is like none of the longer. A word that stands
        in one of the names alone takes a little off.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    pairs = _matched(shorter, longer)
    found = [1 - cost / max(3.0, length) for cost, length in pairs]
    if min(found) < LIKE:
        return 0.0
    return sum(found) / len(found) * (1 - 0.1 * (len(longer) - len(shorter)) / len(longer))


def is_perhaps_same(one: tuple[Word, ...], other: tuple[Word, ...], *, close: float = CLOSE) -> bool:
    """Whether two names are perhaps one person's, with no second sign to go by.

    Parameters
    ----------
    one, other : tuple of Word
        Names, as ``hear`` gives them.
    close : float
        How far, in sounds, each word may be from the word it is taken for.

    Returns
    -------
    bool
        Whether every word of the shorter name is close to a word of its own in the longer, two words at the least.
        Rina is not Rana and Mohammed is not Mahmoud; one word alone is shared by far too many.
    """
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 1 and all(cost <= close for cost, _ in _matched(shorter, longer))


def _matched(shorter: tuple[Word, ...], longer: tuple[Word, ...]) -> list[tuple[float, float]]:
    """For each word of the shorter its cost and length beside the word it is taken for: the least in all."""
    table = [[_distance(word, against) for against in longer[:MOST_WORDS]] for word in shorter[:MOST_WORDS]]
    ways = permutations(range(len(table[0])), len(table))
    found = ([table[at][to] for at, to in enumerate(way)] for way in ways)
    return min(found, key=lambda costs: (round(sum(cost for cost, _ in costs), 6), max(cost for cost, _ in costs)))


@lru_cache(maxsize=50_000)
def _distance(one: Word, other: Word) -> tuple[float, float]:
    """The least cost between a reading of each, and the length it is to be measured by."""
    is_bare = [word.script is not Script.WHOLE for word in (one, other)]
    tried = [(_cost(a, b, *is_bare), float(max(len(a), len(b)))) for a in one.readings for b in other.readings]
    return min(tried)


def _cost(one: str, other: str, is_one_bare: bool, is_other_bare: bool) -> float:
    """Wagner and Fischer's table, a row at a time."""
    row = [0.0]
    for at in range(len(other)):
        row.append(row[-1] + _added(other, at, into_bare=is_one_bare))
    for at, sign in enumerate(one):
        left_out = _added(one, at, into_bare=is_other_bare)
        before, row = row, [row[0] + left_out]
        for to, against in enumerate(other):
            is_last = at == len(one) - 1 and to == len(other) - 1
            changed = before[to] + _changed(sign, against, is_last=is_last)
            added = row[to] + _added(other, to, into_bare=is_one_bare)
            row.append(min(changed, before[to + 1] + left_out, added))
    return row[-1]


def _changed(sign: str, against: str, *, is_last: bool) -> float:
    """What it costs to take one sound for another; last vowels tell a woman from a man, and weigh more."""
    if sign == against:
        return 0.0
    cost = _COSTS.get((sign, against), _FIRM)
    return cost * 1.5 if is_last and {sign, against} <= _OPEN else cost


def _added(word: str, at: int, *, into_bare: bool) -> float:
    """What it costs that a sound stands in this word alone."""
    sign = word[at]
    if sign in _SOFT:
        return 0.6 if sign == "h" and at == 0 else 0.15
    if sign not in VOWELS:
        return _FIRM
    is_last, is_first = at == len(word) - 1, at == 0
    if into_bare and not is_last and not is_first:
        return 0.6 if sign in _LONG or (sign in "uo" and not VOWELS & set(word[at + 1 :])) else 0.05
    if is_first or (is_last and sign != "e"):
        return 0.7
    return 0.35
