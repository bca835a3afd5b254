"""How long a sound lasts, by the format it is in; each raises ValueError for what is damaged or no sound. Pure."""
