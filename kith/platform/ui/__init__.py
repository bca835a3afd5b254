"""What every page is made of: the Jinja environment, the components, the layouts and the built styles."""
