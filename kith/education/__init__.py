"""Who is trained in what, until when; who is missing what by role; who may issue a pump or sign another's competence.

A place says what each role needs. What a person was found trained in stays true until its day, whatever is asked for
later; other rooms, and the database itself, ask here before a task that needs training is done. Those whose work
uses a statement of the library are told when it changes, and have seen it or have not.
"""
