"""What parents and carers tell us is read by a person, gathered into themes, and answered to each writer.

A story may be nameless: then its answer waits behind an address that only its writer holds. What was promised stands on
a public page, kept or not.
"""
