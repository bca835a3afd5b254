"""The families of the place: parents and carers, pregnancies, babies, where they live, and who may see their record.

One family is written down once. Nobody opens its record without its consent to her organisation; a consent withdrawn
closes the record at the next request; whoever opened it is written down, and the family can see who looked.
"""
