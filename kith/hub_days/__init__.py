"""A day in a hall without internet: register, walk-ins and hand-outs on a device that forgets at midnight."""
