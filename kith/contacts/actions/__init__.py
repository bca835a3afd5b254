"""Recording contacts, and noticing that a family meets many different people."""
