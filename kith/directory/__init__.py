"""What a parent can go to: services and venues, what each is good for, who speaks which language there, how it feels.

Every listing has an owner and a day on which it was last checked; one that has not been checked in time says so.
"""
