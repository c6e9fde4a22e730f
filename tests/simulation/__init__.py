"""Synthetic districts: how often the methods say something when nothing happened, and when something did."""
