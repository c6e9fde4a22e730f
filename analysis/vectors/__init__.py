"""Test vectors: the methods under numbers that others worked out."""
