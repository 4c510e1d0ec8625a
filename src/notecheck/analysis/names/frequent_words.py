"""Frequent English words, to tell a misspelt one from a name.

3,016 words of three letters or more that stand at least five times in the training part of the Universal Dependencies
English Web Treebank (v2.16, CC BY-SA 4.0, see ``models/``), at least twice in lower case, leaving out proper nouns and
what its annotators marked as typing errors; and a few words of thank-you notes that are rarer on the web.
"""

from __future__ import annotations

__all__ = ["FREQUENT_WORDS"]

_COUNTED = """
ability able about above abroad absolute absolutely abuse accept accepted access accident accord according accordingly
account accounting accounts accurate accused achieve across act acting action actions active activities activity acts
actual actually acupuncture add added adding addition additional address addressed addresses adjust adjusted
adjustments administration admitted adult adults advance advanced adventure advice advise advised affair affairs
affected afford affordable afraid after afternoon again against age agency agent agents ago agree agreed agreement
ahead aid air airport all allegations alleged allegedly alliance allies allocated allow allowed almost alone along
already also alternative alternatives although always amazing ambitious amendment american ammunition among amount
amounts analysis analyst analysts and anger animal animals announced another answer answered answers anthrax any
anybody anymore anyone anything anytime anyway anywhere apart apartment apartments apologize apparently appeared
appears application applied apply appointment appreciate appreciated approach appropriate appropriations approval
approve approved approximately are area areas argue argued argument armed arms army around arrange arrest arrested
arrive arrived arriving art article asian aside ask asked asking aspect aspects assassination assets assigned assist
assistance assistant associate associated assume assuming assured astronauts asymmetrical atmosphere attach attached
attachment attack attacks attempt attempted attempts attend attended attention attorney attorneys audit authentic
author authorities authority auto availability available average avoid award awarded aware away awesome awful babies
baby back backed background bad bag balance balances ball band bank banks bar barely barn barrels base based basic
basically basis bathroom beach bear bearded bears beat beautiful became because become becomes becoming bed bedding
bedroom been beers before began begin beginning begun behavior behind being beings belief believe believed believes
below benefit benefits best bet better between beyond big bigger biggest bill billing billion billions biological bird
birds birth birthday bit bite biting black blame blanket blind block blocks blog blood bloody blow blown blows blue
board boarding boat bodies body bombing bombings bombs bond book booked books border borders born both bother bottom
bought bowl box boy boyfriend boys brain branch brand brass bread break breakfast breaks breathe breed breeding brief
bright bring bringing brings broke broken bronze brother brought budget build building built bulb bunch bus buses
business businesses busy but button buy buying cabin cage cages cake calendar call called calling calls calm came
camera campaign campus can cancel cancer candidate cap capability capable capacity capital caps captured car carbon
card cards care career carefully cares caring carried carry carrying cars case cases cash cast cat catch category cats
caught cause caused causing cell cells cent center central centre century certain certainly certificate chain chair
chairman challenges challenging chance chances change changed changes changing charcoal charge charged charges cheap
cheaper cheapest check checked checking checks cheek cheese chef chemical chess chest chicken chickens chief child
children chiro chocolate choice choose chose church circle circles circularisation cities citizens city civet civil
civilized claim claimed claiming claims clan class clause clay clean cleaned cleaning clear clearly click client
climate climb close closed closely closer closing clothes clothing club coalition coast code coffee cold colleagues
collected collection collective college color colors combat come comes comfortable coming command comment comments
commercial commission commit commitments committee commodity common communication communities community companies
company compared comparison compassionate compensate compensation compete competition competitive complaining
complaint complete completed completely complex comprehensive compressor computer concern concerned concerning
concerns concluded conclusion condition conditions conduct conference conferences confidence confident confidential
confidentiality confirm confirmed confirming confirms conflict confused connection connections conscious consequences
consider considerable consideration considered considering consistent constantly construction contact contacted
contacts content contents continue continued continues contract contracts control convenient conversation
conversations conviction convince cooked cool cooperation coordinator copies copy core corner corners corporate
correct correctly correlation cost costs could counsel count counter counterparty countries country coup couple course
courses court cover coverage covered cozy crap crate create created creating creation creative credit crew crime
crimes criminal crisis critical crop cross crossed crucial crude cruel cruise cruises cultural culture curb cure
currency current currently curse curves custom customer customers cut cute cuts cutting dad daily damage dance danger
dangerous dark data date dated dates dating daughter day days dead deal dealer dealership dealing deals dealt dear
death deaths debate debt decade decades decent decide decided decision decisions declaration decline decor deep deeply
default defense defined definitely degenerate degree degrees delay delete delicious deliver delivered delivery demand
democracy democratic demonstrate dental dentist department depending depends deployed deposit derivatives described
description design designed designer desk despite destination destroy destroyed destruction detail detailed details
determine determined develop developed developer developing development developments device devoted did die died dies
difference differences different difficult difficulty digital dine dining dinner diplomacy direct directed direction
directions directly director dirty disability disappeared disappointed disaster discount discovered discuss discussed
discussion dish dishes dispatch distribution division divisions doctor document documentation documents does dog dogs
doing dollar dollars dominate donations done door doors double doubt down downtown draft dramatic draw dress dresses
dried drill drink drinking drinks drive driver driving drop dropped drove drug drugs dry due dumb during duty dwarf
each eager earlier early earned earth easier easiest easily east eastern easy eat eaten eating economic economy edit
education educational effect effective effects efficient effort efforts eggs either elected election elections
electric electrical electricity elements else elsewhere email emailed emails emergency emissions employed employees
employment encourage end endangered ended enemy energy enforcement engine enjoy enjoyable enjoyed enjoying enough
enovate ensure enter entering entertainment entire entirely entities entity entry environment environmental equal
equine equipment error escape especially essentially establish established establishment estimate estimated ethnic
evaluation even evening event events eventually ever every everybody everyday everyone everything everywhere evidence
evil exact exactly exam example examples excellent except exception excited execute executed execution executive exist
existed existing exists expanding expansion expect expectations expected expecting expense expensive experience
experienced experiences expert expertise experts explain explained explanation explore exposed exposure extend
extended extensive extent extra extreme extremely eye eyes fabulous face faced facilities facility facing fact factor
facts failed failure fair fairly faith fake fall fallen falls false familiar families family famous fan fancy
fantastic far farrier fast faster fat father fault favor favorite fax faxed fear feathers federal fee feed feeding
feel feeling feels fees feet fellow felt female females fence few field fight fighter fighting figure figured figures
file filed files filing fill filled film filter filters final finally finance financial find finding fine finger
finish finished fire firm first fish fit five fix fixed flakes flat flight floating floor flowers flowing flows fly
flying focus focused folks follow followed following follows food foods fool foot football for force forced forces
foreign foreigners forever forget forgot form formal format formed former forms forth forward found founder four free
freedom freeze french frequent fresh friend friendly friends fries from front fuel full fully fun fund fundamental
fundamentalist funded funding funds furniture further future fyi gain gains gallon game games garage gas gave gay gem
gender gene general generally generation generators gentle get gets getting gift girl girlfriend girls give given
gives giving glad global goal goals goes going golden gone good goods got gotten government governor grab graduate
grand grant granted great greater greatly green greeted greetings grew grill grip gross ground grounds group groups
grow growing guaranteed guerrillas guess guests guidance guide guidelines guilty guinea guns guy guys gym habitat had
hair haircut halal half hall hamster hand handle handled handling hands hang hanging happen happened happening happens
happier happiness happy hard has hate have having head headed heading headquarters heads health healthy hear heard
hearing hearings heart heat heavily heavy heel held helicopters hell help helped helpful helping helps hence hens her
here herself hesitate hidden hide hiding high higher highest highly him himself hire his historical history hit hoax
hold holding holds hole holiday holidays holy home homeland homes honest honestly honesty hope hopefully hopes hoping
horrible horse horses hospital hospitals host hosting hot hotel hotels hour hours house housing how however huge human
humans hundred hundreds hung hungry hurry hurt husband ice idea ideas ideation identity ignore ignored ill image
images imagine immediate immediately impact implement implementation implemented important impossible impressed
imprisoned incident incitement include included includes including income increase increased increases increasingly
incredible incredibly indeed independent individual individuals industry infinite inflation influence info information
informed ingredients initial initially initiated initiative injury inner innocent inquiries inside inspection inspired
instance instead instructions instructor insurance insurgents intellectual intelligence intend intended interconnect
interest interested interesting interests internal international internet interview interviewers interviews into
introduced invasion investigation investment invitation invited invoice involved involvement involving irish isda
islamists island islands isolated issue issued issues item items its itself jihad job jobs join joined joke judge
judges jump just justice kaoshikii keep keeping keeps kept key kid kidney kids kill killed killing kind kinds king
kitchen kitten kittens knew knife know knowing knowledge knowledgeable known knows lab lack ladies lady land language
lap laptop large largely larger largest laser last lasted late later latest latter launch law laws lawyer lawyers lay
lbs lead leader leaders leadership leading leads learn learned learning lease leash least leave leaving led left leg
legal legs less lesson let letter letters level levels lie lies life lifetime light lighter lighting lights like liked
likely likes likewise limited line lines link links liquidation list listed listen listening lists literally litter
little live lived lives living load lobby lobster local located location locations lock long longer look looked
looking looks loose lope losing loss lost lot lots love loved lovely loves loving low lower luck lucky lunch lyrics
machine mad made magic mail mailings main mainly mainstream maintain maintenance major majority make makes making male
males mama man manage managed management manager managers manner manual manufacturer many map mark market marketers
marketing markets marriage married marry mass massive master mate material materials matter matters mature may maybe
meal meals mean meaning means meant meanwhile measure meat mechanic mechanics mechanism media medical medium meet
meeting meetings melting member members memory men mental mention mentioned menu merely message messages met metal
method mexican mezza mice middle might mile miles militant military milk million millions mind mine minimal minimum
minister minor minute minutes miss missed missile missiles missing mission mistake mixed model models modem moderate
modern mom moment money monitor month monthly months moon moral morality more morning mosques most mostly mother
mountain mountains mouse mouth move moved movement movements movies moving much multiple murder murderers murders
muscle muscles music must mutual myself nail nails naked name named names nation national nations natural nature naval
navy near nearly necessarily necessary neck need needed needs negative negotiated neighbor neighborhood neighbors
neighbours neither nervous nest net network networks never new newly news newspaper next nice night nightmare nine
noise none noon nor normal normally north northeastern northern not notch note noted notes nothing notice noticed
notification notified now nuclear number numbers numerous obligation obtain obvious obviously occasions occupation
occur occurred off offer offered offering offers office officer officers offices official officials often oil okay old
older oldest once one ones ongoing online only onto open opened opening openly operate operating operation operations
operative operator opinion opportunities opportunity oppose opposed option options order ordered orders organization
organizations organized original originally other others otherwise our ourselves out outer outside outstanding over
overall overcome overpriced overseas overview overwhelming own owned owner owners pack package page pages paid pain
painful paint pair palace panel paper papers paperwork parakeet parent parents park parking part participants
participate participation particular particularly parties partners parts party pass passcode passed passing passport
password past paste path patience patient pay paying payment pays peace peaceful penny people peoples per percent
percentage perfect perfectly performance performed perhaps period periods permanent permission permit person personal
personality personally pet petroleum pets phase pho phone phones photo photos physical pick picked picking picture
pictures piece pieces pig pilot pinkies pipeline pizza place placed places plain plan plane planes planet planned
planning plans plant plants plaster plastic play played player playing plays pleasant pleased pleasure plenty plot
plus pocket point points poison polar police policies policy political politics pool pools poor pop popular populated
population port portion posed poses position positions positive possibilities possibility possible possibly post
posted posting potential pounds poverty power powerful practice practices precisely predators prefer premium prepare
prepared presence present presentation presented president presidential press pressure pretty prevent previous
previously price prices pricing primarily primary prime principle print printed printing prior privacy private
privileged probably problem problems procedure procedures proceed process processing produce producers product
production products professional professionalism program programme programs progress project projected projects
promise promised prompt proof proper properly property proposal propose proposed pros protect protected protection
proud prove provide provided provides providing pub public publicly published pull pulled puppy purchase purchased
purchasing pure purpose push pushed put puts putting qualified quality quantity question questions quick quickly quiet
quite quote quoted rabbit rabbits race racial radiation radical rain raise raised ran range rank rare rarely rat rate
rates rather rating rats rays reach reached reaction read reading ready real reality realize realized really rear
reason reasonable reasons rebels recall receipt receive received receives receiving recent recently reception
receptionist recipient recommend recommendation recommendations recommended reconciliation record recorded records
recruiting red reduce reduced refer reference referenced referred refers reflect reflects refund refused regard
regarding regardless regards regime region regional regions registered registration regret regular regularly
regulatory related relations relationship relatively relaxed release released relevant reliable relief religion
religious remain remained remains remember reminder remove removed renewed rent rep repair repeat repeatedly replace
replaced replacement reply report reported reportedly reporter reporting reports representative reputation request
requested requests require required requirement requirements requiring rescue research reservation reserves resolved
resources respect respond response responses responsibilities responsibility responsible rest restaurant restaurants
restrictions result resulted resulting results resume retired return returned returning revenues review reviewing
reviews revised revision revisions revolutionary reward rich ride riding right rights ring ripped rise risk risks road
rock role roll rolling rolls roof room rooms rough round route routine rude rule rules run running rush safe safer
safety said sake salad salary sale sales salon salsa same sandwich sat satisfactory satisfied satisfy save saved
saving saw say saying says scam scared scary scenario schedule scheduled school schools science scientific score
screen sea search searching season seat seats second secret section sector secure security see seeing seek seeking
seem seemed seems seen seized select selection self sell selling send sender sending senior sense sent separate
separated series serious seriously serve served server service services serving session set sets setting settle
settled settlement seven several severe sexual shall shape share shared she sheet ship shipped ships shocked shoe
shoot shooting shop shopping shops short shortly shot should shoulder show showed shower showing shown shows shut
shuttle sick side sides sight sign signature signed significant significantly signing signoff signs silent silkie
similar simple simply simultaneously since single sink sinking sister sit site sites sitting situation six size skill
skilled skills skin sleep slice slight slightly slow small smaller smart smoke smooth snake snakes social society soft
software soil sold soldiers solution some somebody somehow someone something sometime sometimes somewhat somewhere son
song soon sorry sort sought sound sounds source sources south southern space speak speaking special specialist species
specific specifically speech speed spend spending spent spirit spiritual spite split spoke spoken spokesman spot spots
spray spread spreadsheet spring stability stable staff stage stand standard standards standing stands star stars start
started starting starts state stated statement statements states station status stay stayed staying steak step stepped
steps stick still stock stop stopped storage store stores stories storm story straight strain strategy stream street
strength strengthen strike strong strongly structure stuck student students studies studio study studying stuff stupid
style subject subsequent substantial substantially success successful such suffer suggest suggested suggesting
suggestion suggestions suicide suit suite sum summary summer sump sun super supplies support supporters supporting
supposed supposedly supreme sure surface surgeon surgery surprise surprised surprisingly surrender surrounded
surrounding survived sushi suspect suspected sussex swap sweet switch sympathy system systems table tail take taken
takes taking talk talked talking talks tame tank target targets task taste tasted tattoo taught tax taxes taxi teacher
team teams technical technology teeth tell telling temperature ten tend tens tensions tent term terms terrible
territory terror terrorism terrorist terrorists test testimony testing tests text than thank thanks that thawed the
their them themselves then theory there therefore these they thing things think thinking thinks third this those
though thought thoughts thousands threat threatened threats three threw through throughout throw thus ticket tickets
tight tile till time timely times timing tip tire tires title today toes together told toll tomorrow tonight tons too
took tool top total totally touch tough tour tourist tourists tours toward towards towed town towns toxic toys track
trade trader traders trading traffic trail train trained training transaction transactions transfer transmitted
transport transportation transported trash travel traveled traveling travelling treat treated treatment treatments
trees trial tribe tried trillion trip troops trot trouble truck true truly trust truth try trying turn turned turns
twenty twice two type types typical typically unable under underground understand understanding understands
unfortunately unique unit united units unity university unknown unless unlimited until unusual update updated updates
upon urban urine use used useful user users uses using usual usually vacation valley value values variety various vast
vehicle vehicles vendors venture version very vet via vice victory video view views violence violent virtually visa
visible visit visited visiting visitors visits vital voice volumes vomiting vote voted wait waited waiter waiting wake
walk walked walking wall want wanted wanting wants war warfare warm warming warmth warn warned warning was wash waste
watch watched watching water waters wave way ways wealth weapon weapons wear wearing weather web website wedding week
weekend weekends weekly weeks weight well went were west western wet what whatever wheel when whenever where whether
which while white who whole whom whose why wide wife wild will willing win window windows wine wings winter wire wise
wish with within without wolf wolves woman women wonder wonderful wondering wood word words work worked workers
workforce working works world worldwide worms worried worry worse worst worth would write writing written wrong wrote
year yearly years yellow yesterday yet yoga you young your yourself
"""

_OF_NOTES = """
accommodate accomplishments additionally ambitious appreciated appreciation challenges collaborate collaborating
collaboration colleagues committee compelling consideration contribute contributed contributing contribution culture
dear definite delighted eager enjoyable enthusiasm enthusiastic environment excited excitement expectations expertise
familiar fantastic feedback grateful gratitude hesitate honored honoured hospitality impressed impressive insight
insightful insights inspiring interview interviewed interviewer interviewing interviews introduction knowledgeable
leadership mission occurred opportunities opportunity passionate perspective pleased pleasure positions preparation
professional qualifications recommendation referral regarding reiterate responsibilities resume separately sincere
sincerely strengthened thoughtful tremendous truly valuable welcoming
"""

FREQUENT_WORDS = frozenset(_COUNTED.split()) | frozenset(_OF_NOTES.split())
