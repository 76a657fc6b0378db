"""The sentences of the minutes: each module words one subject, from plain values to print."""
