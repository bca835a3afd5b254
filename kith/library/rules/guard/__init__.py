"""The guard: where the shown words of a language no longer say a fact of danger."""
