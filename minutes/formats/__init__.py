"""The formats: each writes any document tree, whatever layout it came from."""
