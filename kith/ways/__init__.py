"""Where secrets are sent is changed only with proof: the old way says yes, or a second person does, with a reason.

Each room that sends secrets says whose ways they are (``kinds``); a change of one is a proposal until it is proved.
"""
