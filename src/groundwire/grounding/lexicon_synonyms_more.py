"""More words that may stand for one another: of markets, crime, diplomacy, sport and science.

Guarantee: as in `lexicon_synonyms`; words that say more or less than their neighbours ("kill", "murder") are not on one line.
"""

GROUPS = """
amid amidst
among amongst
biggest largest
smallest tiniest
greatest largest
stock share equity
profit earning
revenue turnover
top beat exceed surpass outperform
forecast projection outlook
forecast predict project
expect anticipate foresee
guidance forecast outlook
investor shareholder
stake holding shareholding
listing flotation float ipo
takeover acquisition buyout
merger tie-up
jump leap surge soar
plunge plummet slump tumble
drop slip slide dip
climb edge
loan credit lending
debt borrowing
tax levy duty
tariff duty levy
fine penalty
worth value
abduct kidnap
abduction kidnapping
free release liberate
gunman shooter attacker
assailant attacker
steal rob
thief robber
swap exchange
trade exchange swap
meddle interfere intervene
meddling interference
unveil present introduce
publish release issue
issue release
unveil reveal disclose
journey trip voyage
journey travel
flight trip
world globe
global worldwide international
educator teacher
professor lecturer academic
scholar academic
pupil schoolchild
challenging difficult tough demanding
tough hard
demanding challenging
plea appeal call
call ask appeal
urge call press
urge encourage
back endorse
envoy ambassador diplomat
foe enemy opponent
rival competitor
competitor opponent contestant
ally partner
truce ceasefire armistice
treaty pact accord
summit meeting
deploy station
bombard shell
rebel insurgent militant
insurgent guerrilla
captive hostage
unrest turmoil disorder
riot unrest
rioter protester
siege blockade
lawmaker legislator parliamentarian
legislator politician
parliament legislature assembly
ballot poll
candidate contender
campaign drive
premier prime-minister
cabinet government
verdict ruling judgment decision
ruling decision
judge rule
witness testify
testimony evidence statement
probe investigate
evidence proof
hearing trial
custody detention
bail bond
clue lead
vaccine jab shot
vaccination immunisation inoculation
symptom sign
treatment therapy
surgery operation
infant baby
toddler child
teenager teen adolescent youth
youngster child kid
elderly aged
mum mother mom
dad father
couple pair
relative family
pal friend
spacecraft probe spaceship
cosmos universe
experiment test trial
test trial
finding result discovery
theory hypothesis
species animal
rain rainfall
wildfire blaze
evacuate rescue
rescue save
debris rubble wreckage
train railway
railway railroad
motorway highway freeway
lorry truck
petrol gasoline fuel
airport airfield
harbour port
dock moor
pilot captain
passenger traveller commuter
tourist visitor traveller
concert gig show
song track
album record
singer vocalist musician
band group
director filmmaker
audience viewer public
coach manager trainer
striker forward
goalkeeper goalie keeper
championship title
tournament competition contest
season campaign
defeat beat
draw tie
stadium ground arena
contest competition
app application
smartphone phone handset mobile
laptop computer
software program
device gadget
launch introduce release
customer client consumer
shopper customer consumer
store shop outlet
retailer shop merchant
brand label
manufacturer maker producer
factory plant
supply delivery
shortage lack scarcity
surplus excess
delay postpone
delayed postponed
scrap abandon axe
cancel scrap
resume restart
extend prolong
shrink contract
widen broaden expand
expand enlarge
speed accelerate
slow decelerate
ease relax loosen
tighten strengthen
boost increase lift
curb limit restrict
limit restrict cap
restriction curb limit
seek look
look search
choose opt
entitled named
dubbed nicknamed
purchase buying
maximum most
minimum least
lawful legal
unlawful illegal
almost virtually
merely only
chiefly mainly
swift quick
huge enormous massive vast
enormous giant
tiny minuscule
brief short
lengthy long
vital essential crucial
essential necessary
complex complicated
simple easy
cheap inexpensive
costly expensive
empty vacant
quiet calm silent
loud noisy
scared afraid frightened
proud pleased
surprised astonished stunned shocked
astonishing surprising stunning
beautiful lovely
terrible awful dreadful
great excellent
clever smart intelligent
stupid foolish
brave courageous
keen eager
ready prepared
fortunate lucky
""".strip()
