"""AKN4UN files of invented content, in the form of the published ones."""

from __future__ import annotations

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

META = """
<meta>
  <identification source="#DGACM">
    <FRBRWork>
      <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-05/86-900/!main/"/>
      <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-05/86-900/"/>
      <FRBRdate date="2031-12-05" name="adoption"/>
      <FRBRauthor href="ga" as="author"/>
    </FRBRWork>
    <FRBRExpression>
      <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-05/86-900/eng@/"/>
      <FRBRdate date="2031-12-19" name="publication"/>
      <FRBRlanguage language="eng"/>
    </FRBRExpression>
  </identification>
  <classification source="http://metadata.un.org/sdg">
    <keyword value="14" href="http://metadata.un.org/sdg/14" showAs="sdg_14" dictionary="SDGO"/>
    <keyword value="tide_pools" href="http://metadata.un.org/thesaurus/9990001" showAs="tide_pools"
             dictionary="UNBIS"/>
  </classification>
  <classification source="DHLAUTH">
    <keyword refersTo="agenda" value="18b" showAs="Tide pools." dictionary="A/86/251"/>
  </classification>
  <workflow source="#un">
    <step date="2031-11-02" outcome="draftResolution" as="A/C.2/86/L.77/Rev.1" by="Iceland and Chad"/>
    <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by=""/>
    <step date="0001-01-01" outcome="recommendedForAdoption" as="A/86/461" by="" refersTo="31"/>
    <step date="2031-12-05" outcome="adopted" as="A/86/PV.49" by=""/>
  </workflow>
  <analysis source="#un"><parliamentary>
    <voting outcome="adoptedRecordedVote">
      <count value="003" refersTo="inFavour"><voters>
        <organization refersTo="memberState">ICELAND</organization>
        <organization refersTo="memberState">CHAD</organization>
        <organization refersTo="memberState">UNITED KINGDOM</organization>
      </voters></count>
      <count value="1" refersTo="abstaining"><voters>
        <organization refersTo="memberState">NAURU</organization>
      </voters></count>
    </voting>
  </parliamentary></analysis>
  <notes source="#DGACM"><note><p>*\tReissued for technical reasons on 3 January 2032.</p></note></notes>
</meta>"""

COVER = """
<coverPage>
  <p><span refersTo="#publisher"><docAuthority refersTo="#publisher">United Nations</docAuthority></span></p>
  <p class="upperRight"><docNumber refersTo="#symbol">A/RES/86/900</docNumber></p>
  <p class="upperLeft"><img src="logo-un.jpg"/>
    <docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
  <p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>
  <p><docDate date="2031-12-19" refersTo="#dateOfIssuance">19 December 2031</docDate></p>
  <p><session refersTo="#generalAssembly" value="86">Eighty-sixth session</session></p>
  <p><inline title="18 (b)" name="agenda item">Agenda item 18 (b)</inline></p>
  <p><inline name="agenda item name">Tide pools and their keepers</inline></p>
  <p><docTitle>Resolution adopted by the General Assembly on 5 December 2031</docTitle></p>
  <p><docProponent refersTo="#secondCommittee">[on the report of the Second Committee
    (<inline name="originating document">A/86/461, para. 31</inline>)]</docProponent></p>
</coverPage>
<preface><p><docNumber>86/900.</docNumber>
  <docTitle refersTo="#resolutionTitle"><span class="bold">\tKeeping tide pools</span></docTitle></p></preface>"""

PREAMBLE = """
<preamble>
  <formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
  <container name="Recalling"><p xml:space="preserve">\t<span class="italic">Recalling</span> its
    resolution <a href="https://undocs.org/en/A/RES/85/71">85/71</a><authorialNote marker="1"><p>See
    <a href="https://undocs.org/en/A/85/33">A/85/33</a>.</p></authorialNote> of 4 December 2030,</p></container>
</preamble>"""

BODY = """
<mainBody>
  <paragraph class="SingleTxt"><num>1.</num><content><p>\t<span class="italic">Requests</span> the
    Secretary-General to count the pools;</p></content></paragraph>
  <paragraph class="H23"><subheading>Of keepers</subheading></paragraph>
  <paragraph class="SingleTxt"><num>2.</num><list>
    <intro><p><span class="italic">Invites</span> keepers:</p></intro>
    <point><num>(a)</num><content><p>To keep;</p></content></point>
    <sublist><point><num>(i)</num><content><p>By day;</p></content></point>
      <point><num>(ii)</num><content><p>By night;</p></content></point></sublist>
    <point><num>(b)</num><content><p>To count:</p></content></point></list></paragraph>
  <container name="table"><table><tr><th><p>Pool</p></th><th><p>Crabs</p></th></tr>
    <tr><td><p>North</p></td><td><p>12</p></td></tr></table></container>
</mainBody>
<conclusions><p><inline name="adoptionMeeting" title="49th">49th plenary meeting</inline><eol/>
  <docDate date="2031-12-05" refersTo="#adoptionDate">5 December 2031</docDate></p></conclusions>
<attachments><attachment><doc name="annex"><mainBody>
  <paragraph class="H1"><heading>Annex</heading></paragraph>
  <paragraph class="SingleTxt"><num>1.</num><content><p>Pools are small.</p></content></paragraph>
  <paragraph class="SingleTxt"><content><p>(a)\tVery small;</p></content></paragraph>
</mainBody></doc></attachment></attachments>"""


def resolution(
    *, meta: str = META, cover: str = COVER, preamble: str = PREAMBLE, body: str = BODY
) -> bytes:
    """A whole file."""
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">'
        f"{meta}{cover}{preamble}{body}</statement></akomaNtoso>"
    ).encode()
