"""Following a family: leading it, recording contacts and feeding, next steps, and telling people what is due."""
