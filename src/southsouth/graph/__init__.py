"""The graph: quads made from values, where they are kept, asked, validated and reasoned with."""
