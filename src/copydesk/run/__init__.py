"""MAKING IT GO: the stage table, the local runner, stories out of reports."""
