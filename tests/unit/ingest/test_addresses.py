import pytest

from groundwire.ingest.addresses import find_lasting_objection, find_objection


@pytest.mark.parametrize(
    ("address", "objection"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("::1", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("::", "unspecified"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("192.168.0.1", "private"),
        ("fd00:ec2::254", "the metadata service of a cloud"),
        ("169.254.169.254", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("100.64.0.1", "not public"),
        ("100.100.100.200", "the metadata service of a cloud"),
        ("168.63.129.16", "the metadata service of a cloud"),
        ("255.255.255.255", "private"),
        ("192.0.0.192", "not public"),
        ("fec0::1", "not public"),
        ("not an address", "not an IP address"),
        ("0x7f.1", "not an IP address"),
    ],
)
def test_an_address_that_is_not_public_is_named(address: str, objection: str):
    """Each kind of address that is not on the public internet is refused with its kind."""
    assert find_objection(address) == objection


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_has_no_objection(address: str):
    """Public addresses pass, also where an IPv6 one carries a public IPv4 one."""
    assert find_objection(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "64:ff9b::a9fe:a9fe",
    ],
)
def test_a_private_address_inside_another_is_found(address: str):
    """An IPv4 address that is mapped, compatible, 6to4 or NAT64 is judged as the IPv4 address."""
    assert find_objection(address) is not None


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "::ffff:169.254.169.254", "fe80::1%eth0", "fd00:ec2::254", "224.0.0.1", "0.0.0.0"],
)
def test_an_address_without_pages_stays_refused_where_private_ones_are_allowed(address: str):
    """A setting for the pages of an intranet does not open the metadata service of a cloud."""
    assert find_lasting_objection(address) is not None


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "192.168.1.1", "fd12:3456::1", "93.184.216.34"])
def test_a_private_address_may_be_allowed(address: str):
    """Loopback and private networks are what the setting is for."""
    assert find_lasting_objection(address) is None
