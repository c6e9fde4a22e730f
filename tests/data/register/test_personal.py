"""Every field of every kind of entry stands behind the scanner; a new kind too, since all forms are tried."""

import pytest

from data.register.form import FieldsRefusedError, read_fields
from data.register.forms import FORMS

# Invented.
PERSONAL = "ring Jens Hansen 40 25 31 12"


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_of_every_form_is_scanned(kind: str) -> None:
    fields = FORMS[kind][0].fields
    for field in fields:
        with pytest.raises(FieldsRefusedError, match=r"et telefonnummer og et navn") as refused:
            read_fields(fields, {field.column: PERSONAL})
        assert field.name in str(refused.value)
        assert "Jens" not in str(refused.value)
        assert "40 25" not in str(refused.value)
