"""A person has rights over what is written of them: to have a copy, to have it put right or erased, and to complain.

Every visitor may complain about data, with no account. Each request has a clock, a person who answers, and an answer.
"""
