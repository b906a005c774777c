"""Which network addresses groundwire connects to when somebody names a URL.

Guarantees: an address that is not plainly on the public internet is refused, in whatever notation it comes
(IPv4-mapped, 6to4, Teredo or NAT64 forms of an inner address count as that inner address too).
"""

import ipaddress


def find_objection(address: str) -> str | None:
    """Why `address` is not one to connect to, or None when it is public.

    Args:
        address: an IPv4 or IPv6 address as the socket layer gives it; a zone (`%eth0`) is allowed.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    if not parsed.is_global or parsed.is_multicast or parsed.is_reserved:
        return "not public"
    return None
