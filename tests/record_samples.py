"""Records of meetings and letters made up for the tests, in the form of real ones."""

from __future__ import annotations

VERBATIM = """United Nations

A/99/PV.12

General Assembly

Ninety-ninth session

12th plenary meeting

Tuesday, 5 October 2044, 10 a.m. New York

President: Ms. Adeyemi . . . . . . . . . . (Nigeria)

The meeting was called to order at 10.05 a.m.

Agenda item 7

Lakes and rivers

Draft resolution (A/99/L.3)

The President: The Assembly has before it draft resolution A/99/L.3.

Mr. Van der Berg (Netherlands): I thank you, Madam President.

My delegation welcomes the report. My country supports the plan.

Ms. Silva Costa (Brazil) (spoke in Portuguese; English interpretation provided by the delegation): I \
have the honour to speak on behalf of the Group of 77 and China. We propose a second meeting.

Mr. Kim (Democratic People’s Republic of Korea): We regret the delay.

Mr. Kim (Republic of Korea) (spoke in French): We support the text.

Ms. Rossi (European Union): We welcome the text.

The Acting President: I now put the draft resolution to the vote.

A recorded vote was taken.

In favour:

Brazil, Côte d’Ivoire, Iran (Islamic Republic of), Netherlands

Against: None

Abstaining: Mali

Draft resolution A/99/L.3 was adopted by 4 votes to none, with 1 abstention (resolution 99/14).

Mr. Bah (Guinea), Vice-President, took the Chair.

The meeting was suspended at 1.10 p.m. and resumed at 3 p.m.

The Secretary-General (spoke in French): I thank the Assembly.

It was so decided.

The meeting rose at 6 p.m.

This record contains the text of speeches delivered in English. Corrections should be sent.
"""

SUMMARY = """United Nations

CCPR/C/SR.4000

International Covenant on Civil and Political Rights

Distr.: General

19 November 2044

Human Rights Committee

One hundred and ninth session

Summary record of the 4000th meeting

Held at the Palais Wilson, Geneva, on Friday, 30 October 2044, at 10 a.m.

Chairperson: Mr. Okoye

The meeting was called to order at 10.10 a.m.

1. The Chairperson invited the delegation of Ruritania to take a place at the table.

2. Ms. Dubois said that the report was late. She thanked the delegation.

3. Her delegation had asked for more time.

4. Mr. de la Cruz (Peru), speaking on behalf of the Group of African States, said that progress \
had been made.

5. Mr. Okoye took the Chair.

6. It was so decided.

The meeting rose at 1 p.m.
"""
