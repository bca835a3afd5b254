"""Tests of the embedded server, against a real one."""
