"""Who a programme is for, and who may be enrolled."""
