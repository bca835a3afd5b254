"""Who works for the alliance: its organisations, their teams, and the people in them with their roles and languages.

A role says what a person may do, their organisation says for which families, and both end on the day their work ends.
"""
