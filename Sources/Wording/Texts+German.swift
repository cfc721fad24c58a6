/// The German texts. See ``Catalogue`` for the form of a line; words: Difu's and ours, agreed before code.
let germanTexts = #"""
    status.valid = Wert
    """#
