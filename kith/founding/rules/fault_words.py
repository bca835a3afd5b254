"""What a refused answer is called at the command line: what is wrong, and what to do. Pure."""

from kith.kernel.refusal import Refusal

_WORDS = {
    "setting_not_a_number": ("{given} is not a number", "Write digits alone."),
    "setting_out_of_range": ("{given} is not from {least:g} to {most:g}", "Choose a value between the two."),
    "setting_too_long": ("is longer than {most} letters, or holds signs that cannot be shown", "Shorten it."),
    "setting_not_a_number_to_ring": (
        "{given} is no telephone number of the United Kingdom in use",
        "Look for a digit that is missing or wrong, and write it like 01908 996 471.",
    ),
    "setting_not_a_page": ("{given} is no address of a page", "Write the whole of it, with https:// at its beginning."),
    "setting_not_a_colour": ("{given} is no colour", "Write # and six signs from 0 to 9 and a to f, like #5b2150."),
    "setting_not_yes_or_no": ("{given} is neither yes nor no", "Write true or false."),
    "setting_not_an_option": ("{given} is none of those there are", "There are {options}."),
}


def words_of(refusal: Refusal, given: object) -> tuple[str, str]:
    """What is wrong with what was given, and what to do."""
    what, to_do = _WORDS[refusal.code]
    said = {"given": repr(given) if isinstance(given, str) else given, **refusal.facts}
    return what.format(**said), to_do.format(**said)
