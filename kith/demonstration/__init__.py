"""A believable place whose people are all invented: real wards, published shapes, one seed.

Everything is written through the rooms' own actions and loaders, so a demonstration cannot hold what a real place
could not.
"""
