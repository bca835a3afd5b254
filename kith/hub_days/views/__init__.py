"""The pages at the desk, and the page that a device keeps."""
