from groundwire.corroborate.candidates import Collection
from groundwire.corroborate.matter import Matter, likeness, weigh


def test_likeness_is_symmetric_and_bounded():
    """The order of two statements does not matter; a statement is entirely like itself and not at all like another matter."""
    a = weigh(Matter("Three people died in the Lindau tunnel fire."))
    b = weigh(Matter("The Lindau tunnel blaze killed three people on Sunday."))
    c = weigh(Matter("Bread is dear."))
    assert likeness(a, b) == likeness(b, a)
    assert 0.5 < likeness(a, b) < 1.0
    assert likeness(a, a) == 1.0
    assert likeness(a, c) == 0.0


def test_who_says_it_weighs_little():
    """Two statements credited to the same body are not alike for that."""
    a = Matter("The Road Inspectorate said the bridge is closed.", speaker="Road Inspectorate")
    b = Matter("The Road Inspectorate said the tunnel costs money.", speaker="Road Inspectorate")
    assert likeness(weigh(a), weigh(b)) < 0.2


def test_values_are_not_part_of_the_matter():
    """Reports of one event meet although they disagree about its figures."""
    a, b = Matter("The flood killed 40 people in Lindau."), Matter("The flood killed 65 people in Lindau.")
    assert likeness(weigh(a), weigh(b)) == 1.0


def test_what_all_say_is_less_telling():
    """A concept that every statement of a collection has proposes fewer pairs than a rare one."""
    texts = [f"The Lindau flood reached {place} street." for place in ("Alder", "Birch", "Cedar", "Dogwood")]
    collection = Collection([Matter(text) for text in [*texts, "The Lindau flood reached Alder lane."]])
    assert (collection.pairs()[0].one, collection.pairs()[0].other) == (0, 4)


def test_pairs_do_not_grow_with_the_square():
    """However many statements there are on one story, each is compared with a few others."""
    words = [f"w{number}x" for number in range(400)]
    texts = [
        f"The {words[at % 400]} of Lindau met the {words[at * 7 % 400]} near {words[at * 13 % 400]} bridge"
        for at in range(3000)
    ]
    pairs = Collection([Matter(text) for text in texts]).pairs()
    assert 0 < len(pairs) <= 6 * len(texts)
