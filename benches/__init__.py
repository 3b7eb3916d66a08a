"""Benchmarks: run by hand, read by people."""
