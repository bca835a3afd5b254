"""Courses as the public, a family and the desk see them."""
