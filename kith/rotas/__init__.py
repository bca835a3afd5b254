"""On which days a volunteer looks after children, for all organisations: a warning before the fourth within thirty.

The law counts more than three days in any thirty as regulated activity, wherever they were worked and however
supervised. Then a check with the children's barred list is needed first.
"""
