"""The families of the place: parents and carers, pregnancies, babies, where they live, and who may see their record.

One family is written down once. No worker opens its record without its consent to their organisation; a consent
withdrawn closes the record at the next request; each worker who opened it is written down, and the family can see
who read it.
"""
