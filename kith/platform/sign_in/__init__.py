"""Accounts and signing in: staff by passkey or password with a second factor, parents by a code."""
