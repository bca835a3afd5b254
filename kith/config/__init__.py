"""The one place that knows everybody: settings, addresses, wiring, the command line."""
