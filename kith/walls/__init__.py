"""The second wall: the database itself keeps a viewer from what is not theirs (docs/decisions/0028-the-second-wall.md).

Each room says in its own ``walls.py``, beside its tables, who may see a row (``WALLS``), or why a table holds no person
(``NO_PERSON``); its migrations raise them.
"""
