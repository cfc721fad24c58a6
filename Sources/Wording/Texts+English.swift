/// The English texts. See ``Catalogue`` for the form of a line.
let englishTexts = #"""
    status.valid = value
    """#
