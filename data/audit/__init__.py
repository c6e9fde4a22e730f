"""The log: who saw, took out, loaded or changed what, and when. Written once, never changed.

It is a file of its own in a folder of its own, so that a process which may write nothing else may write here.
"""
