"""What a device may keep and until when, how its entries are opened, and which of two marks counts. Pure."""
