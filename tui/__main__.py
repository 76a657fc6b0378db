"""`python -m tui` is `minutebook`."""

from tui.command_line import main

main()
