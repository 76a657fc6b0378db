"""Which of the words that are known a misspelt one was meant for."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> tuple[int, str]:
    """The known word that is nearest to `word`, and how far it is from it (see `distance`)."""
    return min((distance(word, name), name) for name in known)


def distance(word: str, name: str) -> int:
    """How many letters must be put in, left out, changed or swapped to make `name` of `word`.

    Of words that cannot be near, only that: more than the letters of both.
    """
    if abs(len(word) - len(name)) > 3 or len(set(word) & set(name)) < 2:
        return len(word) + len(name)
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(name, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
