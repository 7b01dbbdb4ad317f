import pytest

from onrecord.errors import InputError
from onrecord.settings import Settings


@pytest.mark.parametrize("value", [0, 1_001])
def test_a_value_out_of_bounds_is_refused_with_the_bounds(value: int) -> None:
    with pytest.raises(InputError, match=f"batch_articles is {value}; give 1 to 1000"):
        Settings(batch_articles=value)
