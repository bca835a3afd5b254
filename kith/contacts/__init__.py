"""Each conversation with a family, how we talked, and how often it was the same person.

A correction is a new row; what stood before stays and no longer counts.
"""
