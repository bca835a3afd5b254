"""What is done in the library: words proposed, approved and withdrawn, pages put together, texts translated."""
