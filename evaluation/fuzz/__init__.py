"""Mutation fuzzing: damaged files of every format through the functions that a user calls."""
