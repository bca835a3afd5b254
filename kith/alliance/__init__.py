"""The alliance meets: its agenda builds itself, decisions are numbered, and one person does each thing by one day."""
