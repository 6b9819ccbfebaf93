"""What the cache of answers keeps, for how long, and what it must never give."""

import pytest
from schakel_server.graph.kept import ASKED_MOST, OVERHEAD, AnswerCache, Form, Kept

OFFERS, THEMES = frozenset({"offer"}), frozenset({"theme"})


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(clock: Clock) -> AnswerCache:
    made = AnswerCache(1_000_000, 60, clock)
    made.reach(True)
    return made


def keep(cache: AnswerCache, name: str, tables: frozenset[str] = OFFERS, size: int = 10) -> Kept:
    return cache.made(name.encode(), b"x" * size, tables, cache.mark())


def ask(cache: AnswerCache, kept: Kept, *asked: bytes) -> None:
    cache.add_asked(asked, Form(kept, b"tag", [], kept.body))


def test_a_body_is_found_by_its_key_and_by_what_was_asked(cache):
    kept = keep(cache, "a")
    ask(cache, kept, b"query=a", b"")

    assert cache.body(b"a") is kept
    assert cache.find((b"query=a", b"")).kept is kept
    assert cache.find((b"query=b", b"")) is None
    assert cache.body(b"b") is None


def test_a_body_goes_when_a_table_it_was_read_from_changes(cache):
    offers, themes, both = keep(cache, "o"), keep(cache, "t", THEMES), keep(cache, "b", OFFERS | THEMES)
    for kept in (offers, themes, both):
        ask(cache, kept, kept.key)

    cache.changed({"offer"})

    assert [cache.find((key,)) is not None for key in (b"o", b"t", b"b")] == [False, True, False]
    assert [cache.body(key) is not None for key in (b"o", b"t", b"b")] == [False, True, False]
    assert cache.size == themes.size


def test_what_depends_on_every_table_goes_at_each_change(cache):
    keep(cache, "searched", frozenset({"offer", "*"}))
    keep(cache, "offers")
    mark = cache.mark()

    cache.changed({"theme"})

    assert cache.body(b"searched") is None
    assert cache.body(b"offers") is not None
    assert not cache.is_kept(cache.made(b"late", b"body", frozenset({"offer", "*"}), mark))


def test_everything_goes_when_it_is_not_known_what_changed(cache):
    keep(cache, "o")
    keep(cache, "constant", frozenset())

    cache.changed({"*"})

    assert (len(cache), cache.size) == (0, 0)


def test_what_was_read_before_a_change_is_not_kept_after_it(cache):
    mark = cache.mark()
    cache.changed({"offer"})

    old = cache.made(b"old", b"body", OFFERS, mark)
    other = cache.made(b"other", b"body", THEMES, mark)

    assert old.body == b"body"
    assert not cache.is_kept(old)
    assert cache.body(b"old") is None
    assert cache.is_kept(other)


@pytest.mark.parametrize("change", [lambda c: c.changed({"*"}), lambda c: (c.reach(False), c.reach(True))])
def test_what_was_read_before_nothing_was_sure_is_not_kept_after_it(cache, change):
    mark = cache.mark()
    change(cache)

    assert not cache.is_kept(cache.made(b"a", b"body", THEMES, mark))
    assert not cache.is_kept(cache.made(b"b", b"body", frozenset(), mark))
    assert cache.is_kept(keep(cache, "c"))


def test_nothing_is_kept_or_given_while_changes_are_not_heard(cache):
    kept = keep(cache, "a")
    ask(cache, kept, b"a")

    cache.reach(False)

    assert cache.find((b"a",)) is None
    assert cache.body(b"a") is None
    assert not cache.is_kept(keep(cache, "b"))


def test_a_cache_is_shut_until_changes_are_heard():
    cache = AnswerCache(1_000_000, 60)

    assert not cache.is_kept(keep(cache, "a"))


def test_a_body_goes_with_time(cache, clock):
    kept = keep(cache, "a")
    ask(cache, kept, b"a")

    clock.now += 59.9
    assert cache.find((b"a",)) is not None
    clock.now += 0.2
    assert cache.find((b"a",)) is None
    assert cache.body(b"a") is None
    assert cache.size == 0


@pytest.mark.parametrize(("max_bytes", "max_age_s"), [(0, 60), (1_000_000, 0)])
def test_a_cache_may_be_switched_off(max_bytes, max_age_s):
    cache = AnswerCache(max_bytes, max_age_s)
    cache.reach(True)

    assert not cache.is_kept(keep(cache, "a"))


def test_memory_is_bounded_and_what_was_used_last_stays(cache):
    cache.max_bytes = 10 * (OVERHEAD + 100)
    first = keep(cache, "first", size=100)
    ask(cache, first, b"first")
    for number in range(50):
        keep(cache, str(number), size=100)
        assert cache.find((b"first",)) is not None
        assert cache.size <= cache.max_bytes

    assert len(cache) == 9
    assert cache.body(b"49") is not None
    assert cache.body(b"30") is None


def test_a_body_that_would_push_out_all_others_is_not_kept(cache):
    assert not cache.is_kept(keep(cache, "a", size=200_000))
    assert cache.is_kept(keep(cache, "b", size=100_000))


def test_spellings_of_one_question_are_bounded_by_number_and_bytes(cache):
    kept = keep(cache, "a")
    for number in range(ASKED_MOST):
        ask(cache, kept, b"%03d" % number)
    small = cache.size
    for number in range(100):
        ask(cache, kept, b"%03d" % number + b"x" * 1000)

    assert len(cache._asked) == len(kept.asked) == ASKED_MOST
    assert cache.size == kept.size == small + ASKED_MOST * 1000


def test_compressed_bodies_count(cache):
    kept = keep(cache, "a", size=1000)
    before = cache.size

    cache.add_payload(kept, "", kept.body)
    cache.add_payload(kept, "br", b"y" * 300)
    cache.add_payload(kept, "br", b"y" * 300)

    assert cache.size == before + 300
    cache.changed({"offer"})
    assert cache.size == 0


def test_a_newer_body_takes_the_place_of_an_older_one(cache):
    ask(cache, keep(cache, "a", size=10), b"a")

    newer = keep(cache, "a", size=20)

    assert cache.find((b"a",)) is None
    assert cache.body(b"a") is newer
    assert cache.size == newer.size
