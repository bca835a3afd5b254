"""The short name of a place in addresses and folders."""

import re


def slug(text: str) -> str:
    """The text, if it can name a place in addresses and folders; ValueError otherwise."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError("use lower-case letters, digits and hyphens, for example milton-keynes")
    return text
