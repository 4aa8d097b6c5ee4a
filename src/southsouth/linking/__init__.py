"""Links from our bodies and instruments to other vocabularies: proposed, reviewed, then confirmed.

``things`` says what is to be linked, ``profiles`` how other vocabularies keep names and dates,
``ask`` asks them, ``match`` weighs what they answer, ``proposals`` writes the file that a person
reviews and reads it back. See docs/linking.md.
"""
