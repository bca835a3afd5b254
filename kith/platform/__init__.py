"""What every room stands on: the access gate, the audit, the outbox and jobs, imports, languages, the look, health."""
