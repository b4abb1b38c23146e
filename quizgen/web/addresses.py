"""Where a browser may be sent: to pages of this site alone."""


def own_page(address: str) -> str:
    """Return ``address`` when it is a plain path of this site, else the first page.

    Browsers read backslashes as slashes and drop unseen characters, so an address with either is none of ours.
    """
    path = address.startswith("/") and not address.startswith("//")
    return address if path and address.isprintable() and "\\" not in address else "/"
