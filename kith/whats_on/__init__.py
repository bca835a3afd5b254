"""What takes place when: series of sessions, their dates, and how the public finds them.

A room stands for one session at a time, a date that moves is moved everywhere at once, and nothing here holds a person:
who comes is the subject of the room above (``groups``), which counts its places behind the lock of a session.
"""
