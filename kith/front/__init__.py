"""The public pages: the home page, help now, and the pages that say how we keep our word.

Every visitor, at whatever hour and in whichever language, finds a person to call before any form.
"""
