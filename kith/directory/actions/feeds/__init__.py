"""Taking listings over from other directories: read, proposed, and only then accepted by an editor."""
