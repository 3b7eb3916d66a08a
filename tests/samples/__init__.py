"""What an editor asks of the two sample pages, checked; the pages themselves are not in this repository."""
