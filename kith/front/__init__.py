"""The front door: the home page, help now, and the pages that say how we keep our word.

Whoever comes, at whatever hour and in whichever language, finds a person to call before any form.
"""
