"""Helplines hold no person."""

NO_PERSON = {"front_helpline": "numbers that everybody may call"}
