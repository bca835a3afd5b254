"""What equipment decides without a database."""
