"""What may be booked as one, how far a family has come with it, and who follows up."""
