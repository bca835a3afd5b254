"""Who leads a family and stands beside it, one person's caseload, and families without a lead."""
