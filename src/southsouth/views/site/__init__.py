"""Pages as HTML: templates, a style, and a policy for links that the publisher decides."""

from southsouth.views.site.places import PLACES, Place, place_named
from southsouth.views.site.render import Links, Site, css, shown_at

__all__ = ["PLACES", "Links", "Place", "Site", "css", "place_named", "shown_at"]
