"""The view model: what a picture shows and where, as plain values that renderers share.

The explorer's canvas, SVG files, standalone pages and notebooks draw the same nodes, edges and
lanes at the same places: positions are worked out here, and the same store gives the same ones.
"""
