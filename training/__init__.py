"""Makes the reader model of `copydesk.language`: prepare, train, export, evaluate, write the card (`python -m training`)."""
