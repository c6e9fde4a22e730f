"""Vectors of the scanner for personal numbers."""

from analysis.vectors.vector import Results, Vector
from data.personal.numbers import is_cpr, phone_numbers


def cpr(vector: Vector) -> Results:
    return {"is_valid": is_cpr(vector.inputs["text"])}


def phone(vector: Vector) -> Results:
    return {"hits": [list(phone_numbers(text)) for text in vector.inputs["texts"]]}
