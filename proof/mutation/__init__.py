"""Small errors put into the rules on purpose: the tests of the room must notice them.

The errors are mutmut's; which are tried, what judges them and how they are put in is decided here
(docs/decisions/0021-mutants-judged-by-their-room.md).
"""
