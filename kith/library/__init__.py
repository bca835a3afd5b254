"""One answer everywhere: advice kept once, said the same on every page, leaflet and script, in every language.

An answer is a statement. It has an owner, a named source and a day by which it is looked at again; its words stand once
two organisations have approved them; pages cite it by its key, so that changing it changes everything that says it.
"""
