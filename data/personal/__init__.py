"""Personal data in text: what it looks like, and where it is found (METHODS, section 11.5).

`text.personal_kinds` for what people write, `pseudonyms` for values that are judged whole, `exports` for finished
files.
"""
