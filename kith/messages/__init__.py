"""Every e-mail and text Kith sends: written in the reader's language, queued with the action it is about, sent once.

A message is never watched for replies, never holds what a family told in confidence, and is never logged by its words.
"""
