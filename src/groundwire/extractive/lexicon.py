"""Closed classes and common verbs of English: enough to tell a clause from a noun phrase without a parser.

Guarantee: words are casefolded with straight apostrophes. The lists are of the language, not of any text.
"""

from typing import Final

from groundwire.text.reporting import inflections


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS: Final = _set(
    "a an the this that these those every each some any no all both either neither another several many few most "
    "much my your his her its our their whose such"
)
CONJUNCTIONS: Final = _set("and or but nor yet")
SUBORDINATORS: Final = _set(
    "that because while although though if when whereas unless until since as whether why how where before after once "
    "lest what so than"
)
RELATIVES: Final = _set("who whom which whose")
QUESTION_WORDS: Final = _set("whether why how where what who when which if")
PREPOSITIONS: Final = _set(
    "of in on at to from by with for about into over under between among against during through within without upon "
    "toward towards across near behind beyond despite amid amongst along around outside inside per via regarding "
    "concerning following including except throughout onto off versus like as since until till after before"
)
AUXILIARIES: Final = _set(
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't "
    "couldn't mayn't mightn't mustn't ain't ought"
)
ADVERBS: Final = _set(
    "not never also then later now still just even already again too very soon often always once twice ever yesterday "
    "today tomorrow however meanwhile moreover furthermore therefore thus instead nevertheless nonetheless perhaps maybe "
    "earlier recently separately repeatedly here there back away together further n't rather quite almost only"
)
NUMBER_WORDS: Final = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen "
    "first second third half"
)
NOT_GERUNDS: Final = _set(
    "building meeting morning evening spring king thing nothing something everything anything during ring wing string "
    "sibling ceiling feeling finding hearing ruling warning killing shooting bombing offering briefing filing training "
    "funding housing wedding painting beijing opening landing being posting"
)
NOT_PASTS: Final = _set(
    "need speed indeed hundred seed feed breed weed greed deed bed red shed united alleged so-called armed limited "
    "related unprecedented unidentified undisclosed interested naked sacred wicked advanced married "
    "embed exceed proceed succeed bleed hatred kindred infrared supposed unspecified"
)
IRREGULAR_PASTS: Final = _set(
    "went came saw took gave made got had was were became began broke brought built bought caught chose cut dealt drew "
    "drove ate fell fed fought fled flew forgot froze grew heard held hid hit hurt kept knew laid led left lent let lay lit "
    "lost meant met paid put quit ran rose said sang sank sat sought sold sent set shook shot shut slept spoke spent stood "
    "stole struck stuck swam swept swore taught thought threw told tore understood woke won wore wound wrote withdrew "
    "underwent overcame spread burst bet bore bound bred dug flung ground hung leapt shrank slid split sprang "
    "swung undertook upheld arose awoke beat bent cast cost dreamt drank forbade forgave gone done seen taken given known "
    "written broken chosen driven fallen flown forgotten grown hidden ridden risen shaken shown spoken stolen sworn thrown "
    "torn worn begun come become run drunk sung found felt"
)
PRETERITES: Final = _set(
    "went saw took gave began broke chose drew drove ate fell fled flew forgot froze grew hid knew rose sang sank shook spoke "
    "stole swam swore threw woke wore wrote withdrew underwent overcame arose awoke bore did drank forbade forgave rode shrank "
    "sprang tore helped was were had became came ran"
)
"""Pasts that are no participles: they always make a clause."""
_COMMON_VERBS: Final = """
    accept accompany accuse achieve act add address adopt affect agree aim allow appeal appear apply approve argue arrest arrive
    ask attack attempt attend attract avoid back ban base become begin believe belong block blame bring build buy call cancel
    carry cause celebrate challenge change charge choose claim close collapse collect come compare compete complete concern conduct
    confirm consider consist contain continue contribute control cost cover create cross cut deal decide declare decline
    decrease defeat defend deliver demand deny depend deploy describe deserve destroy detain determine develop die differ
    disappear discover discuss distribute divide draw drive drop earn eat emerge enable encourage end enjoy enter escape
    establish examine exceed exist expand expect experience explain explode expose express extend face fail fall fear feature
    feel fight fill find finish fire flee fly focus follow force form gather get give go grow happen harm hate have help hit
    hold honor hope host identify ignore impact improve include increase indicate inspire intend introduce invade
    investigate invite involve issue join jump keep kill know lack land last launch lead learn leave lie like link live look lose
    love maintain make manage mark mean measure meet mention mix move need note observe obtain occur offer open operate
    oppose order own participate pass pay perform permit plan play point pose prepare present press prevent produce promise
    promote protect prove provide publish pull pursue push raise range reach read receive recognize recommend record recover
    reduce refer reflect refuse regard reject relate release rely remain remember remove replace represent require rescue
    resign resolve respond rest result retain retire return reveal rise run save see seek seem sell send serve settle
    share show sign sit speak spend spread stand start state stay step stop strike struggle study submit suffer suggest support
    suppress surround survive suspend take talk target tell tend think threaten throw tie train travel treat trust try turn
    understand urge use vary visit vote wait walk want warn watch weigh welcome win wish withdraw work worry write
"""
COMMON_VERBS: Final = frozenset(_COMMON_VERBS.split())
VERB_S: Final = frozenset(
    form for verb in COMMON_VERBS for form in inflections(verb) if form.endswith("s") and form != verb
)

ROLES: Final = _set(
    "president minister secretary spokesman spokeswoman spokesperson spokespeople coach ambassador director chief chairman "
    "chairwoman chair chairperson leader governor senator representative congressman congresswoman mayor general colonel major "
    "captain lieutenant sergeant admiral commander officer professor doctor judge justice king queen prince princess pope "
    "bishop archbishop cardinal founder co-founder cofounder owner manager analyst expert author co-author coauthor "
    "researcher scientist lawyer attorney prosecutor solicitor barrister inspector detective sheriff chancellor premier "
    "undersecretary administrator curator editor journalist reporter correspondent blogger activist economist historian "
    "biologist physicist mp mep ceo cfo cto actor actress singer player captain striker goalkeeper driver pilot executive "
    "superintendent commissioner councillor councilor deputy envoy treasurer head teacher student member candidate winner "
    "champion resident witness survivor mother father brother sister son daughter wife husband widow uncle aunt boss "
    "psychologist engineer developer musician artist writer lecturer academic adviser advisor aide dean rector principal "
    "imam rabbi reverend father pastor priest constable counsel specialist consultant spokesmen lord lady sir dame mr mrs ms "
    "miss dr prof rep sen gov gen col lt sgt capt hon"
)
HE_ROLES: Final = _set(
    "spokesman chairman congressman king prince pope father brother son husband uncle actor mr sir lord boy man"
)
SHE_ROLES: Final = _set(
    "spokeswoman chairwoman congresswoman queen princess mother sister daughter wife widow aunt actress mrs ms miss dame lady girl woman"
)
PEOPLE: Final = _set(
    "police officials authorities soldiers troops scientists researchers analysts experts witnesses residents protesters "
    "investigators prosecutors lawyers doctors critics supporters organisers organizers activists reports media sources leaders "
    "lawmakers politicians companies forces rebels militants people women men children students teachers parents families "
    "members players fans voters workers defenders captives prisoners passengers survivors victims firefighters relatives neighbours "
    "neighbors economists campaigners ministers estimates figures results findings they who"
)
"""Plural nouns that can speak; a singular pronoun never stands for them."""

GENERIC_OPENERS: Final = _set(
    "local several some many most government state police officials authorities witnesses analysts experts researchers scientists "
    "residents critics supporters recent other both military federal city investigators prosecutors doctors lawyers media reports "
    "figures estimates results another one two three four five our his her their its my your no every each all few more"
)
"""Words whose capital at the start of a sentence is the sentence's, not the name's."""

PERSONS: Final = (
    ROLES
    | _set(
        "man woman boy girl child baby infant toddler person official worker employee soldier sailor prisoner customer passenger insider protester "
        "suspect farmer nurse fisherman teenager guard tourist bartender technician patient victim neighbour neighbor friend "
        "colleague partner girlfriend boyfriend lady gentleman officer politician lawmaker senator speaker caller user"
    )
) - _set(
    "head chief general major deputy counsel lord sir dame mr mrs ms miss dr prof rep sen gov gen col lt sgt capt hon mp mep"
)
"""Singular nouns for one person, who may be the next `he` or `she`."""

BODIES: Final = _set(
    "ministry department agency service institute university council committee commission party government court "
    "association union bank company group corporation foundation church army police force office bureau board authority times "
    "post news herald press journal guardian radio television network college school club team state states kingdom republic "
    "federation nations organisation organization center centre society league parliament senate congress house street "
    "administration day act bill award cup league games prize magazine review monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december media inc ltd corp co plc secretariat directorate academy museum hospital fund campaign embassy"
)
"""Words in the names of bodies that are not people."""

PLACE_OPENERS: Final = _set(
    "new north south east west northern southern eastern western central san los las united lake mount cyclone hurricane typhoon "
    "tropical international national federal european american british the black red supreme high santa santo saint st port "
    "fort cape mont rio island isle"
)
"""First words of capitalised phrases that name places, storms and bodies rather than people."""

LINKING: Final = _set(
    "seemed seems appeared appears means includes included comes follows followed remains remained makes helps helped leaves "
    "happens happened requires required allows allowed causes caused shows showed"
)
"""Verbs that make a determiner before them a pronoun: `This seemed …`."""
ARTICLES: Final = _set("the a an")
FIRST_PERSON: Final = _set("i i'm i've i'd i'll")
PRONOMINALS: Final = _set("this these those some many most all both few several that")
"""Determiners that can stand alone as a subject."""
LY_NOUNS: Final = _set(
    "family assembly italy july supply reply ally bully rally friendly elderly daily weekly monthly only"
)
ORDERS: Final = (
    COMMON_VERBS
    | _set(
        "ignore disregard forget visit subscribe click download print output translate summarize summarise imagine enter sign "
        "check stay donate contact email share tweet repeat insert append execute delete list name generate suggest describe "
        "explain compute convert classify identify rewrite answer respond reply pretend consider note please do don't let let's "
        "be tell give make use add remember integrate incorporate embed attach begin"
    )
) - _set("work report need support plan force attack strike lack concern result aim hope")
"""Verbs that order when they open a sentence; left out are those that open one more often as nouns."""
