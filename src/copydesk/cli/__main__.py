"""`python -m copydesk.cli` is the command `copydesk`."""

from copydesk.cli import main

main()
