"""What a laptop needs beside the package: its own PostgreSQL and `kith up`. Nothing here needs Django."""
