"""What a cue says of its statement: its word, act, stance and polarity."""

import pytest

from quoth.analysis import Analysis, Token
from quoth.details.cues import cued
from quoth.details.cues.acts import ACTS
from quoth.details.cues.stances import STANCES
from quoth.documents import from_text
from quoth.reading.tokens import words
from quoth.records import Cued, Passage, Span, Statement


def statement(text: str) -> tuple[Statement, Analysis]:
    """A text of one sentence with its source in (), its cue in [] and its content in {}."""
    found: dict[str, list[Span]] = {"(": [], "[": [], "{": []}
    plain, opened = "", ("", 0)
    for character in text:
        if character in "([{":
            opened = (character, len(plain))
        elif character in ")]}":
            found[opened[0]].append(Span(opened[1], len(plain)))
        else:
            plain += character
    document = from_text(plain, "sentence")
    tokens = tuple(
        Token(w.text, w.start, w.end, w.block, 0, "X", n, "root", None, (n, n + 1), "O", 3.0)
        for n, w in enumerate(words(document))
    )
    analysis = Analysis(document, tokens)
    source, cue, content = (Passage(document, tuple(found[mark])) for mark in "([{")
    return (
        Statement(
            "s1",
            source if source.spans else None,
            cue if cue.spans else None,
            content,
            "indirect",
            None,
            1.0,
        ),
        analysis,
    )


def judged(text: str) -> Cued:
    found = cued(*statement(text))
    assert found is not None
    return found


def test_a_statement_without_a_cue_has_none() -> None:
    assert cued(*statement("(Orr): {the dam is sound}")) is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("(The clerk) [said] {that the dam is sound}", "assert"),
        ("(The Tidings) [reported] {that the dam had leaked}", "report"),
        ("(The board) [has flatly denied] {that it had known}", "deny"),
        ("(Orr) [accused] {the line of hiding it}", "accuse"),
        ("(The Reed League) [claimed responsibility for] {the fire}", "claim_responsibility"),
        ("(She) [conceded] {that the gate had stuck}", "admit"),
        ("(The mill) [confirmed] {the loss}", "confirm"),
        ("(Weavers) [called once again for] {an inquiry}", "demand"),
        ("(Orr) [vowed] {to rebuild the quay}", "promise"),
        ("(The mill) [threatened] {to close the port}", "threaten"),
        ("(The survey office) [expects] {that the river will rise}", "warn"),
        ("(The mayor) [threw her full support behind] {the plan}", "praise"),
        ("(Critics) [took issue with] {the plan}", "deny"),
        ("(Critics) [lashed out at] {the plan}", "condemn"),
        ("(He) [asked] {whether the gate was shut}", "question"),
        ("(He) [believes] {the gate was shut}", "think"),
        ("(The harbour board) [echoed] {her view}", "agree"),
        ("(The line) [apologised for] {the delay}", "apologise"),
        ("(The figures) [show] {that rents doubled}", "show"),
        ("(Orr) [cited] {the audit}", "cite"),
    ],
)
def test_a_word_performs_its_act(text: str, act: str) -> None:
    assert judged(text).act == act


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("(He) [was telling] {them that it leaked}", "tell"),
        ("(They) ['ve retweeted] {the claim}", "retweet"),
        ("[The denials by] (the board) {that it had known}", "denial"),
        ("[According to] (Orr), {it leaked}", "according to"),
        ("(Orr) [has also pointed out] {that it leaked}", "point out"),
        ("(Orr)[:] {It leaked.}", ":"),
    ],
)
def test_the_lemma_is_the_word_that_decides(text: str, lemma: str) -> None:
    assert judged(text).lemma == lemma


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("(Orr) [issued a statement denouncing] {the levy}", "condemn"),
        ("(Orr) [tried to explain] {why it leaked}", "assert"),
        ("(Orr) [is expected to endorse] {her}", "praise"),
        ("(Orr) [wanted to know] {who had the key}", "question"),
        ("(Orr) [said in a warning] {that it would leak}", "warn"),
        ("(Orr) [was not willing to say] {who}", "assert"),
        ("(Orr) [published a letter strongly disputing] {the count}", "deny"),
        ("(Orr) [stated in a press release] {that it leaked}", "assert"),
        ("(supporters) [of] {the levy}", "praise"),
        ("(Orr) [raised doubts about] {the count}", "question"),
        ("(his) [stated goal of] {a free port}", "promise"),
        ("[a bold – some say rash – pledge] {to dredge the canal}", "promise"),
        ("[growing criticism of] {the levy}", "condemn"),
    ],
)
def test_of_several_words_one_decides(text: str, act: str) -> None:
    assert judged(text).act == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("(Orr) [told] {them to leave}", "demand"),
        ("(Orr) [told] {them that he would leave}", "assert"),
        ("(Orr) [asked for] {a doctor}", "demand"),
        ("(Orr) [agreed] {to pay}", "promise"),
        ("(Orr) [agreed] {that it leaked}", "agree"),
        ("(Orr) [wants] {to go home}", "promise"),
        ("(Orr) [wants] {a doctor}", "demand"),
        ("(Orr) [called] {the levy a disgrace}", "condemn"),
        ("(Orr) [called] {the levy a triumph}", "praise"),
        ("(Orr) [called] {the levy a tax}", "assert"),
        ("(Orr) [described the levy as] {no disgrace}", "praise"),
        ("[According to] (a poll by Lisk Radio), {rents doubled}", "show"),
        ("[According to] (the Ellery Tidings), {rents doubled}", "report"),
        ("[According to] (Ada Orr of the Ellery Tidings), {rents doubled}", "assert"),
        ("(The study) [found] {that rents doubled}", "show"),
        ("(She) [found] {that rents had doubled}", "think"),
    ],
)
def test_the_content_and_the_source_turn_some_words(text: str, act: str) -> None:
    assert judged(text).act == act


def test_what_the_source_is_can_be_told() -> None:
    assert cued(*statement("[According to] (the Lantern), {it leaked}"), "outlet").act == "report"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("(Orr) [begrimbled] {them to leave}", "demand"),
        ("(Orr) [begrimbled] {to leave}", "promise"),
        ("(Orr) [begrimbled] {whether it leaked}", "question"),
        ("(Orr) [begrimbled] {that it leaked}", "assert"),
    ],
)
def test_a_word_in_no_list_is_judged_by_what_it_takes(text: str, act: str) -> None:
    found = judged(text)
    assert (found.act, found.stance, found.basis) == (act, "neutral", None)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("(Orr) [said] {it leaked}", "neutral"),
        ("(Orr) [pointed out] {that it leaked}", "endorses"),
        ("(Orr) [realised] {that it leaked}", "endorses"),
        ("(Orr) [did not acknowledge] {that it leaked}", "endorses"),
        ("(Orr) [rightly said] {that it leaked}", "endorses"),
        ("(Orr) [was furious] {that it leaked}", "endorses"),
        ("(Orr) [claimed] {that it leaked}", "distances"),
        ("(Orr) [did not claim] {that it leaked}", "distances"),
        ("(Orr) [allegedly told] {them that it leaked}", "distances"),
        ("what (Orr) [calls] {a reform}", "distances"),
        ("(Orr) [calls] {it a reform}", "neutral"),
        ("(The League) [claimed responsibility for] {the fire}", "neutral"),
        ("(Orr) [knows of] {a better place}", "neutral"),
        ("(Orr) [demanded] {a doctor}", "neutral"),
    ],
)
def test_the_choice_of_the_word_takes_a_stance(text: str, stance: str) -> None:
    assert judged(text).stance == stance


def test_a_stance_names_what_it_rests_on() -> None:
    assert judged("(Orr) [realised] {that it leaked}").basis == "Hooper 1975, semifactive"
    assert judged("(Orr) [claimed] {that it leaked}").basis == "Recasens et al. 2013, assertive"


@pytest.mark.parametrize(
    "text",
    [
        "(Orr) [did not say] {why}",
        "(Orr) [didn't say] {why}",
        "(Orr) [won’t say] {why}",
        "(Orr) [refused to say] {why}",
        "(Orr) [declined] {to comment}",
        "(Orr) [has yet to explain] {why}",
        "(Orr) [would not confirm] {the loss}",
        "(Orr) [no longer believes] {it}",
        "(Nobody) [told us] {that it leaked}",
        "(Few) [believe] {that it leaked}",
        "(Orr) [doubts] {that it leaked}",
        "(Orr) [made no mention of] {the leak}",
        "(Orr) [rejected] {the charge}",
        "[his refusal] {to go}",
    ],
)
def test_what_is_denied_or_not_said_is_negative(text: str) -> None:
    assert judged(text).polarity == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "(Orr) [said] {it had not leaked}",
        "(Orr) [warned them not to] {sail}",
        "(Orr) [not only said] {that it leaked}",
        "(Orr) [never tires of saying] {that it leaked}",
        "(Orr) [made no secret of] {her dismay}",
        "(Orr) [did not deny] {that it leaked}",
        "(Orr) [opposes] {the levy}",
    ],
)
def test_what_is_put_forward_is_positive(text: str) -> None:
    assert judged(text).polarity == "positive"


def test_a_refusal_reaches_over_and_and_or() -> None:
    one, analysis = statement("(Orr) refuses to pay or [explain] {why}")
    tokens = list(analysis.tokens)
    for number, head, relation in ((3, 1, "xcomp"), (5, 3, "conj"), (6, 5, "obj")):
        tokens[number] = tokens[number]._replace(head=head, relation=relation, pos="VERB")
    parsed = Analysis(analysis.document, tuple(tokens))
    found = cued(one, parsed)
    assert found is not None
    assert found.polarity == "negative"


def test_the_same_word_says_the_same_whoever_uses_it() -> None:
    for cue in ("claimed", "admitted", "lashed out at", "would not confirm"):
        one, other = (
            judged(f"({who}) [{cue}] {{the charge}}") for who in ("Orr", "the Vennick men")
        )
        assert one == other


def test_odd_cues_have_an_answer() -> None:
    for cue in (":", "—", "'", "12", "[ESPN.]", "s", "to", "not"):
        assert judged(f"(Orr) [{cue.strip('[]')}] {{it leaked}}").act in set(ACTS.values())


def test_words_with_a_stance_have_an_act() -> None:
    assert len(ACTS) > 1500
    assert set(STANCES) <= set(ACTS)
