"""The widgets: they know no screen and no book."""
