"""What happens around a request: reading only, the cache of public pages, where it came from."""
