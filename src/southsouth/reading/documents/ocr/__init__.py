"""Words of pictures: scans and PDF files without a text layer, recognised by an engine that is
installed beside southsouth. No network is needed.
"""

from southsouth.reading.documents.ocr.read import read_picture, read_scan

__all__ = ["read_picture", "read_scan"]
