"""The one place that knows every room: settings, addresses, wiring, the command line."""
