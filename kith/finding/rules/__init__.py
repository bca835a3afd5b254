"""What a worker means by what is typed to find a family. Pure."""
