"""Whether a program computed what is expected."""

import math

RELATIVE_TOLERANCE = 1e-9


def differences(expected, actual, fields=None, path=""):
    """What differs, as lines for people; empty if nothing does.

    The type of the expected value decides: a number with a decimal point is a length, an area or a sum of coordinates
    and may differ by a relative 1e-9; whole numbers and text (counts, digests) must be equal. With `fields`, only these
    fields are expected. A field that nobody expects is a difference, too.
    """
    if isinstance(expected, dict):
        return _member_differences(expected, actual, fields, path)
    if isinstance(expected, list):
        return _element_differences(expected, actual, path)
    if isinstance(expected, float):
        is_number = isinstance(actual, (int, float)) and not isinstance(actual, bool)
        same = is_number and math.isclose(expected, actual, rel_tol=RELATIVE_TOLERANCE, abs_tol=0)
    else:
        same = type(expected) is type(actual) and expected == actual
    return [] if same else [f"{path}: expected {expected!r}, got {actual!r}"]


def _member_differences(expected, actual, fields, path):
    if not isinstance(actual, dict):
        return [f"{path or 'result'}: expected an object, got {actual!r}"]
    wanted = {name: value for name, value in expected.items() if fields is None or name in fields}
    found = []
    for name, value in wanted.items():
        inner = f"{path}.{name}" if path else name
        if name in actual:
            found += differences(value, actual[name], path=inner)
        else:
            found.append(f"{inner}: missing")
    found += [f"{path}.{name}: unexpected" if path else f"{name}: unexpected" for name in actual if name not in wanted]
    return found


def _element_differences(expected, actual, path):
    if not isinstance(actual, list) or len(actual) != len(expected):
        return [f"{path}: expected {len(expected)} values, got {actual!r}"]
    found = []
    for number, (one, other) in enumerate(zip(expected, actual)):
        found += differences(one, other, path=f"{path}[{number}]")
    return found
