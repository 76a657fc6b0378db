"""The screens: one a task."""
