"""Bringing files in: rows by column name, errors by row number, all or nothing."""
