"""Opposites of ordinary English: two words of one line that stand on different sides of the bar cannot both be true.

Guarantees: written as lemmas, compared as lexemes, symmetric; grouped by what a reader would call the difference: a direction
or size, or a status. A pair is here because exchanging one for the other turns a sentence round, not because the words are merely
different.
"""

from groundwire.grounding.lexemes import lexeme

_DIRECTION = """
rise increase grow climb gain jump surge soar up upward raise boost expand enlarge swell escalate widen strengthen improve ascend
 | fall decrease decline drop shrink plunge plummet slump down downward lower reduce cut contract dwindle diminish narrow weaken worsen descend sink slide lessen halve
increase growth rise gain surge | decrease decline drop fall loss cut reduction slump
more greater larger bigger higher | less fewer smaller lower lesser less-than
most greatest largest biggest highest maximum | least fewest smallest lowest minimum
many | few
large big huge vast enormous major | small tiny little minor slight
high | low
tall long | short
long lengthy | brief short
longer taller | shorter
longest tallest | shortest
easier | harder
easy | hard
improvement | deterioration
before | after
initially originally | finally eventually ultimately
earlier sooner | later
precede | follow
previous preceding prior | following subsequent next
ahead | behind
early | late
earliest | latest
above over exceed | below under beneath
over above beyond | under below
best better | worst worse
good great excellent positive | bad poor terrible negative
faster quicker sooner | slower later
fast quick rapid swift | slow
fastest quickest | slowest
first | last
north northern | south southern
east eastern | west western
northern | eastern western
north | east west
south | east west
southern | eastern western
closer nearer | further farther
at-least more-than over above greater higher more | at-most less-than under below
close near nearby | far distant remote
closest nearest | furthest farthest
strong strengthen stronger | weak weaken weaker
strongest | weakest
heavy heavier | light lighter
rich wealthy richer | poor poorer
old older elder | young new newer younger
oldest | youngest newest
hot warm hotter warmer | cold cool colder cooler
expensive costly | cheap inexpensive
win victory beat winner victor triumph | lose defeat loss loser
win | defeat lose
arrive enter come entry arrival | leave depart exit departure
inside indoor within internal | outside outdoor external
import | export
buy purchase buyer | sell sale seller
give donate | take receive
lend | borrow
deep deeper | shallow shallower
wide wider broad | narrow narrower
thick | thin
full | empty
majority | minority
maximum | minimum
top | bottom
front | back rear
left | right
surplus profit | deficit loss shortfall
advance | retreat withdraw
accelerate | slow decelerate
more often frequently | rarely seldom
always | never sometimes rarely
often frequent usual | rare seldom infrequent
upper | lower
superior | inferior
overestimate | underestimate
inflow | outflow
optimistic | pessimistic
friend ally | enemy foe opponent
success successful succeed | failure unsuccessful fail
success | failure
"""

_STATUS = """
launch announce schedule | cancel scrap postpone
launch | cancel
prevent avoid avert | cause provoke trigger
agree | refuse decline
win | lose
defend | condemn attack criticise
criticise condemn | praise laud hail
elect | reject defeat
hold | release
demand | offer
attract | repel
cheer applaud | boo jeer
invite | expel bar
qualify | disqualify
connect | disconnect
appear | disappear vanish
appearance | disappearance
arm | disarm
load | unload
veto | pass approve
win | concede
ally | rival enemy
welcome | condemn reject
grant | refuse deny revoke
renew | cancel expire
promote | demote
succeed | precede
cooperate | resist
comply | refuse
sign | reject
uphold | overturn quash
overturn quash | uphold
ratify | reject
recognise | ignore
raise | lower
restore | suspend remove
reopen | close
resume | suspend
confirm verify acknowledge admit | deny refute reject dispute
confirm | dismiss
support back endorse favour favor advocate welcome praise approve | oppose criticise condemn denounce reject object
supporter proponent advocate | opponent critic
support | opposition
for favour with | against
allow permit let enable authorise legalise license | ban forbid prohibit bar block outlaw prevent disallow prevent stop
legal lawful | illegal unlawful
accept agree approve | reject refuse decline
accept | refuse reject
agree | disagree refuse
agreement | disagreement
include contain | exclude omit
able | unable
manage succeed | fail
begin start launch open commence initiate | end finish stop close conclude complete cease halt
open | close shut
opened | closed
continue resume proceed persist | stop halt end cease suspend discontinue
alive living survive survivor | dead die kill deceased
survive | die perish
kill murder | save rescue spare
guilty convict condemn | innocent acquit exonerate clear
convict | acquit
arrest detain imprison jail capture | release free
free release | imprison jail detain arrest
true correct accurate right | false incorrect inaccurate wrong untrue
truth | lie falsehood
real genuine authentic | fake false bogus counterfeit
safe secure | dangerous unsafe risky
safety | danger
possible | impossible
likely probable | unlikely improbable
necessary required mandatory compulsory obligatory | optional voluntary unnecessary
public | private secret
known | unknown
reveal disclose publish expose show | conceal hide withhold suppress
release publish | withhold
remember | forget
love like enjoy | hate dislike loathe detest
happy glad pleased | sad unhappy
join | leave quit
stay remain | leave go depart
remain | change
create build make construct found establish | destroy demolish dismantle abolish dissolve
build | demolish destroy
add | remove subtract
attack | defend
protect preserve | harm damage destroy endanger
help assist aid | hinder harm obstruct impede
save | abandon waste
keep retain | lose abandon discard drop
pass approve adopt | reject veto block fail
appoint hire employ elect recruit | dismiss fire sack
hire | fire
present attend | absent miss
presence | absence
peace | war conflict
peaceful nonviolent | violent
war | peace
healthy well | sick ill unwell
victim | perpetrator
innocent | guilty
permanent | temporary interim
temporary | permanent
complete total full entire | partial incomplete
complete | incomplete
male man boy son father brother husband | female woman girl daughter mother sister wife
man | woman
boy | girl
father | mother
son | daughter
brother | sister
husband | wife
king | queen
actor | actress
same similar identical alike | different distinct
common | rare uncommon
easy simple | difficult hard complex
easily | hardly
clear | unclear vague
certain sure | uncertain unsure doubtful
popular | unpopular
willing | unwilling reluctant
ready | unready
responsible | irresponsible
equal | unequal
fair | unfair
stable | unstable
aware | unaware
official | unofficial
direct | indirect
domestic local | foreign international
urban | rural
military | civilian
active | inactive passive dormant
natural | artificial synthetic
modern | ancient traditional
increase | decrease
visible | invisible hidden
armed | unarmed
married | divorced single unmarried
employed | unemployed
former ex | current
current present | former past
voluntary | forced compulsory
trust | distrust mistrust
unite | divide separate
lift remove | impose
impose | lift
recover | relapse
ignore neglect | heed consider
obey comply | disobey defy violate
encourage urge | discourage deter
enthusiastic | reluctant
proud | ashamed
rise | set
float | sink
lock | unlock
wrap cover | uncover
blame | praise
hope optimism | despair fear
calm | panic
calm | tense
friendly | hostile
conservative | liberal progressive
left-wing | right-wing
pro | anti
winner | loser
strength | weakness
benefit advantage | disadvantage drawback
benefit | harm
praise | criticise
deny | admit
alone | together
everything | nothing
everyone everybody | nobody
somebody | nobody
something | nothing
anything | nothing
everywhere | nowhere
both | neither
either | neither
always ever | never
already | yet
still | no-longer
all every | none
minimum | maximum
theoretical | practical
individual | collective group
exclusive | inclusive
literally | figuratively
prosecution prosecutor | defence defender
plaintiff | defendant
employer | employee
teacher | student pupil
parent | child
landlord | tenant
doctor | patient
buyer | seller
attacker | defender
host | guest
predator | prey
morning | evening afternoon night
evening | morning
day | night
today | yesterday tomorrow
yesterday | tomorrow
summer | winter
spring | autumn
sunrise | sunset
dry | wet
bright | dark
loud | quiet
clean | dirty
sharp | blunt
heavy | light
hard | soft
sweet | bitter
beautiful | ugly
smart clever intelligent | stupid foolish
brave | cowardly
honest | dishonest
polite | rude
kind | cruel
generous | stingy
wise | foolish
useful | useless
helpful | unhelpful
careful | careless
hopeful | hopeless
powerful | powerless
meaningful | meaningless
"""


def _pairs(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.strip().replace("\n |", " |").splitlines():
        left, right = (frozenset(map(lexeme, side.split())) for side in line.split("|"))
        for one in left - right:
            found.setdefault(one, set()).update(right - {one})
        for one in right - left:
            found.setdefault(one, set()).update(left - {one})
    return {word: frozenset(others) for word, others in found.items()}


_DIRECTIONS = _pairs(_DIRECTION)
_STATUSES = _pairs(_STATUS)
_PREFIXES = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "mis", "anti"})
_PREFIX_LETTERS = frozenset(prefix[0] for prefix in _PREFIXES)


def is_opposite_direction(one: str, other: str) -> bool:
    """Whether two lexemes are opposite in direction, size, order or rank."""
    return other in _DIRECTIONS.get(one, ())


def is_opposite(one: str, other: str) -> bool:
    """Whether two lexemes are opposite in any way, by the lists or by a negating prefix."""
    return is_opposite_direction(one, other) or other in _STATUSES.get(one, ()) or _by_prefix(one, other)


def _by_prefix(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if long[0] not in _PREFIX_LETTERS:
        return False
    return len(short) > 3 and long.endswith(short) and long[: -len(short)].rstrip("-") in _PREFIXES
