"""Which network addresses groundwire connects to when somebody names a URL.

Guarantees: an address that is not plainly on the public internet is refused, in whatever notation it comes: an IPv4
address inside an IPv6 one (mapped, compatible, 6to4, Teredo, NAT64) counts as that IPv4 address too.
"""

import ipaddress
from collections.abc import Iterator

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Python 3.11 before its security releases takes some of these for global.
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
# The metadata services of clouds that answer on an address which looks public or like any private one.
_METADATA = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "100.100.100.200", "fd00:ec2::254")))
_NO_ADDRESS = "not an IP address"
_LASTING = frozenset({"the metadata service of a cloud", "link-local", "multicast", "unspecified"})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


def find_objection(address: str) -> str | None:
    """Why `address` is not one to connect to, or None when it is public.

    Args:
        address: an IPv4 or IPv6 address as the socket layer gives it; a zone (`%eth0`) is allowed.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return _NO_ADDRESS
    return next((objection for form in _forms(parsed) if (objection := _objection(form))), None)


def find_lasting_objection(address: str) -> str | None:
    """Why `address` is not one to connect to even where private addresses are allowed, or None.

    Link-local addresses are among these: the metadata services of clouds, with their credentials, answer there.
    """
    if find_objection(address) == _NO_ADDRESS:
        return _NO_ADDRESS
    parsed = ipaddress.ip_address(address.partition("%")[0])
    objections = (_objection(form) for form in _forms(parsed))
    return next((objection for objection in objections if objection in _LASTING), None)


def _forms(address: _Address) -> Iterator[_Address]:
    """The address, and the IPv4 addresses that it carries."""
    yield address
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _objection(address: _Address) -> str | None:
    for is_so, name in (
        (address in _METADATA, "the metadata service of a cloud"),
        (address.is_unspecified, "unspecified"),
        (address.is_loopback, "loopback"),
        (address.is_link_local, "link-local"),
        (address.is_multicast, "multicast"),
        (address.is_private, "private"),
        (address.is_reserved and not _is_carrier(address), "reserved"),
        (any(address in network for network in _REFUSED if network.version == address.version), "not public"),
    ):
        if is_so:
            return name
    return None


def _is_carrier(address: _Address) -> bool:
    """Whether an IPv6 address only carries an IPv4 one, which is then judged by itself."""
    return isinstance(address, ipaddress.IPv6Address) and bool(address in _NAT64 or address.ipv4_mapped)
