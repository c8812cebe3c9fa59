"""What the sentence before makes certain: who ruled, before whom one spoke, what a letter says."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Act, Assertions
from ungraph.pipeline import BuildOptions, build_document

CASE = "CCPR/C/88/D/1424/2005"
REPORT = "A/HRC/31/77"
Line = tuple[str, str, str, str]


def read(text: str, symbol: str = CASE) -> Assertions:
    data = f"{symbol}\n\n{text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def lines(found: Assertions) -> list[Line]:
    names = {agent.key: agent.label for agent in found.agents}

    def told(act: Act) -> Line:
        who, whom = (
            "; ".join(names.get(key, key) for key in keys) for keys in (act.agents, act.addressees)
        )
        return str(act.act_type), who, whom, str(act.date or "")

    return [told(act) for act in found.acts]


FOLLOWED: list[tuple[str, Line]] = [
    (
        "2.1. On 3 May 2001, the author appealed to the Regional Court of Oland. The appeal was "
        "dismissed on 4 June 2001.",
        ("decline", "Regional Court of Oland", "author", "2001-06-04"),
    ),
    (
        "2.1. The author filed an appeal with the Supreme Court, which was rejected on 4 June 2001.",
        ("decline", "Supreme Court", "author", "2001-06-04"),
    ),
    (
        "2.1. A complaint was submitted to the Supreme Court; but it was dismissed on 9 June 2009.",
        ("decline", "Supreme Court", "", "2009-06-09"),
    ),
    (
        "2.1. On 10 October 2009, the author spoke to the police. He stated that he had left.",
        ("state", "author", "police", ""),
    ),
    (
        "2.1. During the trial before the Oland District Court, the author claimed that he had left.",
        ("state", "author", "Oland District Court", ""),
    ),
    (
        "2.1. On 5 July 1995 the author appealed to the Constitutional Court, alleging a violation "
        "of his rights.",
        ("state", "author", "Constitutional Court", "1995-07-05"),
    ),
    (
        "2.1. The author submitted an appeal to the Supreme Court. On 6 June 2017, he supplemented "
        "his appeal with additional filings.",
        ("submit", "author", "Supreme Court", "2017-06-06"),
    ),
    (
        "2.1. The author was in prison. On 18 June 2004, the Minister of Justice decided that the "
        "author should remain there.",
        ("decide", "Minister of Justice", "author", "2004-06-18"),
    ),
    (
        "2.1. On 28 January 1998, the author applied for a permit. On 2 May 1998 the Ministry of "
        "Justice rejected two further applications for a permit.",
        ("request", "author", "Ministry of Justice", ""),
    ),
    (
        "2.1. On 14 March 2006, the author filed an application with the Administrative Court of "
        "Oland, and requested the suspension of his deportation.",
        ("request", "author", "Administrative Court of Oland", "2006-03-14"),
    ),
    (
        "2.1. His complaint was transmitted by the court of first instance to the military "
        "prosecutor. The author left. The court of first instance refused to reopen the author's "
        "case.",
        ("decline", "court of first instance", "author", ""),
    ),
    (
        "1.3. On 17 July 2018, the Committee received information that the author had been deported "
        "despite the request for interim measures to the State party.",
        ("request", "Human Rights Committee", "State party", ""),
    ),
]


@pytest.mark.parametrize(("text", "line"), FOLLOWED)
def test_a_paragraph_tells_before_whom_and_by_whom(text: str, line: Line) -> None:
    assert line in lines(read(text))


STANDING: list[tuple[str, Line]] = [
    (
        "27. On 3 March 1992 the Special Rapporteur wrote a letter to the Government of the Sudan in "
        "which he asked whether the talks would go on.",
        ("request", "Special Rapporteur", "Government of the Sudan", "1992-03-03"),
    ),
    (
        "27. On 16 June 1997, the Government of Mali submitted an opinion which challenged the report.",
        ("decline", "Government of Mali", "", "1997-06-16"),
    ),
    (
        "27. In a letter dated 24 March 1997, the Government of Mali wrote to the Special Rapporteur "
        "as follows: “We hereby inform you that the talks are over.”",
        ("state", "Government of Mali", "Special Rapporteur", "1997-03-24"),
    ),
    (
        "27. The Government of Mali has invited the Special Rapporteur, an initiative for which he "
        "is most grateful.",
        ("welcome", "Special Rapporteur", "Government of Mali", ""),
    ),
    (
        "27. On 3 May 2001 the Government of Mali sent a telegram to the Government of Chad "
        "denouncing the talks.",
        ("condemn", "Government of Mali", "Government of Chad", "2001-05-03"),
    ),
]


@pytest.mark.parametrize(("text", "line"), STANDING)
def test_what_stands_in_a_letter_is_of_who_sent_it(text: str, line: Line) -> None:
    assert line in lines(read(text, REPORT))


def test_what_a_court_considers_it_tells_nobody() -> None:
    found = lines(
        read(
            "2.1. On 6 February 2019, the Supreme Court informed the author of its ruling. The Court "
            "considered that the appeal was late."
        )
    )
    assert ("state", "Supreme Court", "author", "2019-02-06") in found
    assert ("state", "Supreme Court", "", "") in found


def test_what_parties_say_to_the_treaty_body_has_no_other_forum() -> None:
    found = lines(
        read(
            "2.1. The author appealed to the Supreme Court of Oland. The author stated that he had "
            "exhausted domestic remedies."
        )
    )
    assert ("state", "author", "", "") in found


def test_a_court_two_sentences_back_is_not_certain() -> None:
    found = lines(
        read(
            "2.1. The author appealed to the Regional Court. The Ministry of Justice issued a permit. "
            "His sister left. The request was dismissed on 4 June 2001."
        )
    )
    assert ("decline", "", "", "2001-06-04") in found


def test_each_link_names_its_reason_and_the_words_it_rests_on() -> None:
    text = "2.1. The author appealed to the Regional Court. The appeal was dismissed."
    found = read(text)
    act = next(a for a in found.acts if a.act_type == "decline")
    reasons = {i.property: (i.reason, i.evidence) for i in act.inferences}
    assert reasons["ung:agent"][0] == "before whom it was brought"
    assert reasons["ung:addressee"][0] == "who brought it"
    assert all(evidence for _, evidence in reasons.values())


PRONOUNS: list[tuple[str, Line]] = [
    (
        "4.1. The Committee notes that the State party challenges the claim. It further notes that "
        "the author left.",
        ("state", "Human Rights Committee", "", ""),
    ),
    (
        "4.1. The State party informed the Committee that it had accepted the request.",
        ("accept", "State party", "", ""),
    ),
    (
        "2.4. The authors were fined: (a) Mr. Silva was fined. He left; (b) Mr. Perez was fined. He "
        "appealed to the Oland City Court.",
        ("submit", "Mr. Perez", "Oland City Court", ""),
    ),
    (
        "2.4. The author wrote to the Director. He adds that the Director was ill. He claims that "
        "this was wrong.",
        ("state", "author", "", ""),
    ),
    (
        "2.4. The author knows C's house. The police questioned C. He stated that he had left.",
        ("state", "C", "police", ""),
    ),
    (
        "2.4. The Court in Vilno denied the request of the author. The court noted that it was late.",
        ("state", "Court in Vilno", "", ""),
    ),
]


@pytest.mark.parametrize(("text", "line"), PRONOUNS)
def test_pronouns_and_short_names_go_on_with_the_subject_before(text: str, line: Line) -> None:
    assert line in lines(read(text))


SUBJECTS: list[tuple[str, Line]] = [
    (
        "4.1. The State party informed the Committee that it did not wish to challenge the complaint.",
        ("decline", "State party", "", ""),
    ),
    (
        "2.1. The author filed an appeal with the Oland Provincial Court, which dismissed it on 24 "
        "March 2015, and subsequently submitted an application to the Constitutional Court.",
        ("submit", "author", "Constitutional Court", ""),
    ),
    (
        "2.1. The author left. Mr. Silva's case was then transmitted to another lawyer.",
        ("submit", "", "lawyer", ""),
    ),
    (
        "2.1. The authors appealed to the Oland Regional Court. The latter upheld the ban, stating that "
        "it was late.",
        ("state", "Oland Regional Court", "", ""),
    ),
    (
        "2.1. The officers who held the author demanded a confession.",
        ("urge", "officers", "", ""),
    ),
    (
        "2.1. The author was held, until a judge granted his release.",
        ("authorize", "judge", "", ""),
    ),
    (
        "2.1. The author left. On 3 May 2001, the author's newly appointed counsel came and asked that "
        "the prosecution witnesses be heard.",
        ("request", "counsel", "", "2001-05-03"),
    ),
    (
        "2.1. The author wrote to the Central Authority. In a letter to the Ministry of Labour, dated "
        "15 January 2007, the Constitutional Court stated that it agreed.",
        ("state", "Constitutional Court", "Ministry of Labour", "2007-01-15"),
    ),
    (
        "2.1. On 7 July 2008, the author filed an appeal to the Brest Court, which granted it on "
        "24 July 2008 and ordered a new trial.",
        ("decide", "Brest Court", "", "2008-07-24"),
    ),
]


@pytest.mark.parametrize(("text", "line"), SUBJECTS)
def test_the_subject_is_who_acts_and_not_who_stands_nearest(text: str, line: Line) -> None:
    assert line in lines(read(text))


def test_the_second_of_two_passives_is_done_to_the_same_person() -> None:
    found = lines(
        read("2.1. The author was convicted on 3 May 2001 of a theft and sentenced to death.")
    )
    assert ("decide", "", "author", "2001-05-03") in found
    assert not any(line[1] == "author" for line in found)


def test_a_single_name_that_speaks_is_a_person() -> None:
    found = lines(read("2.1. The author left. Amal told the author that it was late."))
    assert ("state", "Amal", "author", "") in found


def test_he_or_she_with_a_stroke_is_nobody() -> None:
    found = read("2.1. The author left. A person knows what he/she was convicted of.")
    assert all("author" not in key for act in found.acts for key in act.addressees)


def test_a_commission_of_inquiry_is_the_commission_of_its_paragraph() -> None:
    found = lines(
        read(
            "54. The National Commission of Inquiry was established in May. The Commission urged the "
            "parties to accept its report.",
            "E/CN.4/2002/60",
        )
    )
    assert any(line[0] == "urge" and line[1] == "National Commission of Inquiry" for line in found)


def test_the_sister_of_the_author_is_the_one_named_before() -> None:
    found = read(
        "2.1. The authors moved in with Ms. Silva's sister. The author's sister requested a permit."
    )
    assert ("request", "Ms. Silva’s sister", "", "") in lines(found)


DATES: list[tuple[str, Line]] = [
    (
        "2.1. On 10 October 2009, the police interrogated the author. He stated that he had left.",
        ("state", "author", "police", "2009-10-10"),
    ),
    (
        "2.1. The author left after the proposal of the Supreme Court of 21 July 1994.",
        ("propose", "Supreme Court", "", "1994-07-21"),
    ),
    (
        "2.1. Both authors appealed the decision of 21 August 2008, but their appeal was rejected by "
        "the Regional Court on 2 December 2008.",
        ("decline", "Regional Court", "authors", "2008-12-02"),
    ),
    (
        "2.1. On 20 May 1976, the author appealed to the Ministry of Education, but his appeal was "
        "rejected.",
        ("decline", "Ministry of Education", "author", ""),
    ),
    (
        "2.1. The author complained. On 25 July 2006, while recognizing that she was ill, the "
        "District Court rejected her appeal.",
        ("decline", "District Court", "author", "2006-07-25"),
    ),
    (
        "2.1. The author had left. The Supreme Court, in its decision of 18 June 2008, decided that "
        "the appeal was late.",
        ("decide", "Supreme Court", "", "2008-06-18"),
    ),
    (
        "2.1. The author was ordered to leave by a judgment of 13 June 2017 of the District Court.",
        ("decide", "District Court", "author", "2017-06-13"),
    ),
]


@pytest.mark.parametrize(("text", "line"), DATES)
def test_what_came_of_an_act_has_a_day_of_its_own(text: str, line: Line) -> None:
    assert line in lines(read(text))


def test_the_same_day_is_that_of_the_act_not_of_a_paper_named_in_between() -> None:
    found = lines(
        read(
            "2.1. The Board adopted a decision on 4 March 2009, rescinding the decision of 7 January "
            "2004. On the same day, the Board ordered the author to leave."
        )
    )
    assert any(line[0] in {"decide", "urge"} and line[3] == "2009-03-04" for line in found[1:])
