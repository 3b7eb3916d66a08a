"""Pages of our own: three of one accident, one of another matter."""

FERRY = """Ferry runs aground off Kalvar
By Rhea Dunmore
The Kalvar Herald
March 4, 2024

A ferry with 140 people aboard ran aground off Kalvar on Sunday, the coast guard said.

The coast guard said two people were hurt.
"""
LATER = """Nine hurt in Kalvar ferry accident
The Northern Post
March 5, 2024

Nine people were hurt when a ferry with 140 people aboard ran aground off Kalvar on Sunday, the coast guard said.
"""
THIRD = """Kalvar ferry towed to harbour
The Sound Mirror
March 6, 2024

The ferry that ran aground off Kalvar on Sunday with 140 people aboard was towed to the harbour, the coast guard said.
"""
WHEAT = """Ostrava millers end strike over wheat price
The Grain Courier
March 5, 2024

Millers in Ostrava ended a strike over the price of wheat on Monday after the farm ministry offered a subsidy, their union said.
"""
