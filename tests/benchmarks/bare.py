"""The yardstick: the least Textual app a clerk could type into."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input


class Bare(App[None]):
    """A Header, an Input and a Footer."""

    TITLE = "Bare"

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="type here")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
