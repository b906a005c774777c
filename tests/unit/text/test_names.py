"""Names are found, and spellings of one name are told from other names."""

import pytest

from groundwire.text.names import find_names, same_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday President Ada Okoro met Mr. Lindqvist.", ["Ada Okoro", "Lindqvist"]),
        ("The University of Tartu and the SBU agreed.", ["University of Tartu", "SBU"]),
        ("On Monday they flew to New Zealand's capital.", ["New Zealand"]),
        ("In March the U.S. Senate voted.", ["U.S. Senate"]),
        ("They said that nobody came.", []),
    ],
)
def test_names_are_found_without_titles_and_openers(text, names):
    """Titles, months, weekdays and ordinary openers of sentences are no names; connectors inside are kept."""
    found = find_names(text)
    assert [name.text for name in found] == names
    assert [name.span.of(text) for name in found] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Kiev", "Kyiv"),
        ("Okoro", "Ada Okoro"),
        ("A. Okoro", "Ada Okoro"),
        ("Mr Okoro", "Okoro"),
        ("UN", "United Nations"),
        ("the United States", "U.S."),
        ("Ukrainian", "Ukraine"),
        ("Mohammed", "Muhammad"),
        ("Simon Ličen", "Simon Licen"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_spellings_of_one_name_are_the_same(one, other):
    """Transliterations, surnames, initials, acronyms, peoples and public variants match, both ways."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Okoro", "Ben Okoro"),
        ("North Korea", "South Korea"),
        ("North Korea", "Korea"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("US", "UK"),
        ("University of Tartu", "University of Turku"),
        ("Hansen", "Jansen"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("", "Okoro"),
    ],
)
def test_other_names_are_not(one, other):
    """Names that differ by more than spelling do not match, either way."""
    assert not same_name(one, other)
    assert not same_name(other, one)
