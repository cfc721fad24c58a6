#!/usr/bin/env python3
"""Tests of comparison.py:  python3 test_comparison.py"""

import unittest

from comparison import differences

EXPECTED = {"quarters": {"n": 20, "area": 53973232.8193247}, "near_mm": [1, 2, 3], "table": "f2ea12f638013474"}


def changed(**members):
    return {**EXPECTED, **members}


class DifferencesTests(unittest.TestCase):
    def test_equal_values_do_not_differ(self):
        self.assertEqual(differences(EXPECTED, EXPECTED), [])

    def test_areas_may_differ_by_a_billionth(self):
        area = EXPECTED["quarters"]["area"]
        within = changed(quarters={"n": 20, "area": area * (1 + 9e-10)})
        beyond = changed(quarters={"n": 20, "area": area * (1 + 2e-9)})
        self.assertEqual(differences(EXPECTED, within), [])
        self.assertEqual(len(differences(EXPECTED, beyond)), 1)

    def test_a_whole_area_may_be_written_without_decimal_point(self):
        self.assertEqual(differences({"area": 5.0}, {"area": 5}), [])

    def test_counts_and_digests_are_exact(self):
        self.assertEqual(differences(EXPECTED, changed(near_mm=[1, 2, 4])), ["near_mm[2]: expected 3, got 4"])
        self.assertEqual(differences({"n": 20}, {"n": 20.0}), ["n: expected 20, got 20.0"])
        self.assertEqual(len(differences(EXPECTED, changed(table="0" * 16))), 1)

    def test_not_a_number_differs(self):
        self.assertEqual(len(differences({"area": 1.0}, {"area": float("nan")})), 1)
        self.assertEqual(len(differences({"area": 1.0}, {"area": None})), 1)
        self.assertEqual(len(differences({"area": 1.0}, {"area": True})), 1)

    def test_missing_and_unexpected_fields_differ(self):
        actual = changed(extra=1)
        del actual["table"]
        self.assertEqual(differences(EXPECTED, actual), ["table: missing", "extra: unexpected"])
        self.assertEqual(differences(EXPECTED, "no object"), ["result: expected an object, got 'no object'"])

    def test_lists_of_other_length_differ(self):
        self.assertEqual(len(differences(EXPECTED, changed(near_mm=[1, 2]))), 1)

    def test_a_part_is_compared_on_its_fields(self):
        self.assertEqual(differences(EXPECTED, {"near_mm": [1, 2, 3]}, fields={"near_mm"}), [])
        self.assertEqual(differences(EXPECTED, {}, fields={"near_mm"}), ["near_mm: missing"])


if __name__ == "__main__":
    unittest.main()
