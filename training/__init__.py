"""Makes the reader model of `copydesk.language`: prepares, trains, exports, measures, writes the card."""
