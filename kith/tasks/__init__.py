"""What a worker has to do and to know: next steps, each with an owner and a day, and notices.

Nothing that is due gets lost: what is late finds a manager, and what a leaver left unseen as well. Rooms bring their
own kinds of notices with their words.
"""
