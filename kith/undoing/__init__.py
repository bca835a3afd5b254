"""Nothing is undone by one tap: what cannot be undone asks first, what can be undone says so for some minutes.

And two people who change the same thing at the same time both keep what they wrote: the second one sees and chooses.
"""
