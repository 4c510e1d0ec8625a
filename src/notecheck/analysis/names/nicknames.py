"""Short forms of given names, which are a question and never an error: Bob may be how Robert is called.

Each line is one name with the short forms in common use among speakers of English, and of some neighbouring languages.
"""

from __future__ import annotations

__all__ = ["is_short_form"]

_TABLE = """
aaron ron ronnie
abigail abby abbie gail
abraham abe bram
adelaide addie
agnes aggie nessie
alan al
albert al bert bertie
alexander alex alec lex sandy sasha xander
alexandra alex alexa lexi sandra sandy sasha
alfred al alf alfie fred
alice allie
alison allie ali
amanda mandy
amelia amy millie
andrea andi drea
andrew andy drew
angela angie
anna annie nan anya
anthony tony ant
antonio tony toni toño
arthur art artie
augustus gus
barbara barb barbie babs
bartholomew bart
beatrice bea trixie
benedict ben
benjamin ben benny benji
bernard bernie
bernadette bernie
bradley brad
bridget bridie biddy
caleb cal
cameron cam
caroline carrie caro
cassandra cass cassie
catherine cathy cath cat kate katie kit kitty
cecilia cece celia
charles charlie chuck chas chip
charlotte charlie lottie char
chelsea chels
christina chris chrissy tina
christine chris chrissy tina
christopher chris kit topher
clarence clare
clifford cliff
clinton clint
constance connie
cynthia cindy
daniel dan danny
danielle dani
david dave davy
deborah deb debbie
delia dee
derek del
desmond des
dmitri dima mitya
dominic dom nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund ed eddie ned
eduardo edu lalo
edward ed eddie ned ted teddy
eileen ellie
eleanor ellie nell nora
elizabeth beth betty bess eliza liz lizzie libby lisa betsy elsie
ellen nell nellie
emily em emmy millie
enrique quique
ernest ernie
eugene gene
ezekiel zeke
fernando nando fer
florence flo flossie
frances fran frankie fanny
francesca fran frankie cesca
francis frank frankie fran
francisco paco pancho fran cisco
franklin frank
frederick fred freddie fritz rick
gabriel gabe
gabriela gabi gaby
gabrielle gabby elle
geoffrey geoff jeff
george georgie
gerald gerry jerry
gertrude trudy gert
gilbert gil bert
giovanni gianni nino
giuseppe beppe peppe
grace gracie
graham gray
gregory greg
gordon gord
guadalupe lupe
guillermo memo
gustavo gus
hannah annie
harold hal harry
harriet hattie
heather hettie
helen nell nellie lena
henry harry hank hal
herbert herb bert
howard howie
hubert bert hugh
ignacio nacho
immanuel manny
isaac ike zac
isabel bella izzy belle
isabella bella izzy belle
ivan vanya
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane janie
janet jan
jasmine jas jazz
jeffrey jeff
jennifer jen jenny
jeremiah jerry
jeremy jem jerry
jerome jerry
jessica jess jessie
jesus chuy
joan joanie
joanna jo annie
joaquin quino
john jack johnny
jonathan jon jonny nathan
joseph joe joey
josephine jo josie
jose pepe
joshua josh
judith judy jude
julia jules julie
julian jules
karen kari
katherine kathy kath kat kate katie kit kitty kay
kathleen kathy kath kate katie kay
kenneth ken kenny
kevin kev
kimberly kim
konstantin kostya
laurence larry laurie
laura laurie
lawrence larry laurie
leonard len lenny leo
leopold leo
leslie les
lillian lil lily
louis lou louie
louise lou
lucille lucy
lucinda lucy cindy
luis lucho
madeleine maddie
manuel manny manolo
marcus marc
margaret maggie meg peggy marge margie daisy greta rita peg
maria mia
martha marty
martin marty
mary molly polly mamie
matilda tilly
matthew matt matty
maureen mo
maurice mo
maximilian max
megan meg
melanie mel
melissa mel lissa missy
mercedes merche
michael mike mick mickey mikey misha
michelle shelly chelle
mikhail misha
mildred millie
miranda mandy randy
mitchell mitch
mohammed mo
mordecai mordy
nancy nan
natalie nat
natalia natasha tasha
natasha tasha
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico
nicola nicky
nicole nicky nikki
nikolai kolya
norman norm
oliver ollie
olivia liv ollie
oscar ozzie
pamela pam
patricia pat patty tricia trish
patrick pat paddy rick
paula polly
penelope penny nell
percival percy
peter pete
philip phil pip
philippa pippa
phyllis phyl
priscilla cilla
rachel rach
rafael rafa
raymond ray
rebecca becca becky
reginald reg reggie
ricardo rick ricky
richard dick rich rick ricky richie
robert bob bobby rob robbie bert
roberta bobbie
roberto beto
rodney rod
rodrigo rodri
roger rodge
roland rollie
ronald ron ronnie
rosemary rose rosie
roxanne roxy
rudolph rudy
russell russ
salvatore sal
samantha sam sammy
samuel sam sammy
sarah sally sadie
sebastian seb bash
sergei seryozha
sharon shaz
sidney sid
sigmund sig
simon si
sophia sophie
stanley stan
stephanie steph stevie
stephen steve stevie
steven steve stevie
stuart stu
susan sue suzie susie
susanna sue suzie susie
suzanne sue suzie
sylvester sly
sylvia syl
teresa terry tess tessa
terence terry
theodore ted teddy theo
theresa terry tess tessa
thomas tom tommy
timothy tim timmy
tobias toby
ursula uschi
valerie val
vanessa nessa
veronica ronnie nica
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
vladimir vlad volodya
walter walt wally
wilhelm willi
william bill billy will willy liam
winifred winnie
yevgeny zhenya
zachary zach zack
"""
_FAMILIES = tuple(frozenset(line.split()) for line in _TABLE.split("\n") if line)
_MEMBERS: dict[str, set[int]] = {}
for _number, _family in enumerate(_FAMILIES):
    for _name in _family:
        _MEMBERS.setdefault(_name, set()).add(_number)

_SHORTEST = 3
_LEAST_CUT = 2


def is_short_form(one: str, other: str) -> bool:
    """Whether one plain lower-case given name may be a short form of the other, or both short forms of a third.

    Besides those of the table, a name of at least three letters is one that the other begins with, at least two letters
    short of it: a single letter less is a slip.
    """
    if _MEMBERS.get(one, set()) & _MEMBERS.get(other, set()):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and len(long) - len(short) >= _LEAST_CUT and long.startswith(short)
