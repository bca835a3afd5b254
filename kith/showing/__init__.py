"""What rooms show: shares that point at no family, the evidence of a plan, what they bring to its papers."""
