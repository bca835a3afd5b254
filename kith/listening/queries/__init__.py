"""What is read: stories, themes, promises."""
