"""Verbs that mean the same with some nouns alone, and what may stand for them; see ``verb_table`` for the rows."""

VERBS_WITH_NOUNS = """
begin o/construction,work,production,operation,negotiation,career,campaign start
start o/construction,work,production,operation,negotiation,career,campaign begin
begin n/@event start
start n/@event begin
end n/@event come to an end
conclude n/@event,conference,meeting end
build o/@building construct
construct o/@building build
erect o/@building,statue,fence,memorial put up
demolish o/@building,quarter,ghetto tear down
establish o/@group set up
establish o/@town found
create o/committee,commission,agency,fund,office,ministry,department,court set up
acquire o/land,territory,property,right,island,company,area obtain
obtain o/land,food,information,permission,water,energy,resource,right,data acquire
obtain o/degree,diploma,doctorate earn
choose o/leader,member,site,name,president,king,candidate select
select o/leader,member,site,name,president,king,candidate choose
elect o/leader,president,king,pope,emperor,speaker choose
assist o/army,people,government,farmer,student,refugee,force,king help
aid o/army,people,government,farmer,student,refugee,force,king,ally help
employ o/technique,method,tactic,system,strategy,technology,term,tool,weapon,material use
use o/technique,method,tactic,strategy employ
demonstrate o/ability,effect,importance,power,existence show
display o/ability,effect,behaviour,behavior,property,characteristic,sign,pattern show
exhibit o/behaviour,behavior,property,pattern,characteristic,sign show
occur n/@incident take place
happen n/@incident take place
hold b/@held take place
cause a/death,collapse,decline,crisis,war,shortage,increase,conflict,famine,fall,rise,loss,inflation,recession lead to
trigger a/death,collapse,decline,crisis,war,shortage,increase,conflict,famine,fall,rise,recession,revolt lead to
cause o/change,collapse,decline,end,fall,crisis bring about
receive a/@award be awarded
win a/battle,war,election be victorious in
capture a/city,town,fort,fortress,castle,island,capital take
rule a/country,region,empire,state,land,province,kingdom govern
govern a/country,region,empire,state,land,province,kingdom rule
write a/@written be the author of
oppose a/@plan be against
support a/@plan be in favour of
favour a/@plan be in favour of
favor a/@plan support
reject o/proposal,offer,plan,bill,request,application,demand,motion turn down
cancel o/meeting,event,match,strike,plan,election,attack,flight,tour call off
delay o/construction,election,meeting,decision,attack,start hold up
increase n/@number rise
rise n/@number increase
grow n/@number increase
decrease n/@number fall
decline n/@number fall
drop n/@number fall
fall n/@number decrease
reduce o/price,cost,tax,spending,production,emission,budget,wage,consumption,tariff cut
cut o/price,cost,tax,spending,production,emission,budget,wage,consumption reduce
raise o/price,tax,wage,temperature,salary,rate,tariff increase
increase o/price,tax,wage,salary,tariff raise
ensure o/security,safety,stability,supply,success,survival guarantee
guarantee o/security,safety,stability,supply,success,survival ensure
gain o/independence,power,access achieve
become q/independent gain independence
attend a/school,university,college go to
constitute a/part,majority,%,percent,proportion make up
launch o/@launch start
initiate o/@launch,reform,talk,change start
conduct o/@study carry out
undertake o/@study carry out
perform o/@task carry out
carry+out o/@study conduct
implement o/plan,reform,policy,law,measure,decision,programme,program carry out
violate o/@law break
breach o/@law break
infringe o/@law violate
amend o/@law change
face a/problem,challenge,difficulty,opposition,threat,criticism,competition,crisis be confronted with
encounter a/resistance,opposition,difficulty,problem,criticism meet with
undergo a/change,transformation,period,revival,expansion,decline,reform go through
experience a/period,crisis,decline,change,revival,boom,recession,expansion go through
enjoy a/right,popularity,freedom,status,autonomy,privilege have
occupy a/office,position,post,seat hold
lead a/@lead be at the head of
head a/@lead,committee,commission,department be at the head of
collapse n/empire,government,dynasty,state,kingdom,regime fall
carry+out o/attack,raid,reform,massacre,execution conduct
take+over o/company,government,power,control,business,administration assume control of
make+up a/part,majority,%,percent,proportion constitute
give+up o/claim,right,power,control,territory,title relinquish
relinquish o/claim,right,power,control,territory,title give up
renounce o/claim,right,title,throne give up
abandon o/plan,idea,project,attempt,claim,siege give up
possess o/right,power,land,territory own
strengthen o/power,position,tie,relationship,control,authority,economy reinforce
weaken o/power,position,control,authority,economy undermine
hinder o/development,growth,progress,trade,effort hold back
halt o/advance,production,construction,progress,attack,expansion,spread stop
stop o/advance,production,construction,progress,expansion,spread halt
expel o/people,jew,population,inhabitant,troops,settler drive out
transport o/good,passenger,troops,coal,water,food,oil carry
join a/party,union,organization,organisation,alliance,club,community,society become a member of
sign a/treaty,agreement,contract,pact enter into
construct o/theory,model build
develop o/method,theory,system,technique,language,weapon,plan work out
represent a/%,percent,majority,half,third,quarter,share,proportion,part make up
recognize o/importance,need,right,fact acknowledge
recognise o/importance,need,right,fact acknowledge
send o/army,troops,force,expedition,fleet,ship,soldier dispatch
dispatch o/army,troops,force,expedition,fleet,ship,soldier send
involve a/use,study,loss,risk,transfer,change entail
introduce o/law,bill,tax,reform,system,measure bring in
enact o/law,bill,legislation,act,statute pass
address o/problem,issue,concern,question,need deal with
tackle o/problem,issue,crisis deal with
construct o/system,network,plant,pipeline build
shape o/development,policy,decision,culture,outcome,course influence
limit o/power,number,right,access,use,amount,growth,freedom restrict
restrict o/power,number,right,access,use,amount,growth,freedom limit
encourage o/growth,development,use,trade,investment,settlement,production,immigration promote
promote o/growth,development,use,trade,investment,settlement,production,immigration,cooperation encourage
pursue o/policy,goal,aim,strategy,objective,career follow
follow o/policy,strategy pursue
eliminate o/problem,need,risk,threat,tariff,barrier,possibility,competition remove
remove o/tariff,barrier,obstacle,restriction,threat eliminate
proclaim o/independence,republic,war,freedom declare
declare o/independence proclaim
examine o/effect,history,problem,behaviour,behavior,property,relationship,process,question study
seize o/land,property,ship,city,town,fort,power,control,territory take
cede o/territory,land,control,island,province,colony hand over
complete o/work,construction,study,project,building,education finish
finish o/work,construction,study,project,building,education complete
recruit o/soldier,worker,member,troops,student,army enlist
own o/land,house,property,company,ship,slave,newspaper possess
resolve o/problem,dispute,conflict,issue,crisis,question settle
settle o/problem,dispute,conflict,issue,question resolve
solve a/problem,puzzle,crisis find a solution to
preserve o/culture,language,peace,independence,identity,tradition,unity maintain
suppress o/revolt,rebellion,uprising,protest,revolution put down
crush o/revolt,rebellion,uprising,protest,revolution put down
accelerate o/process,growth,development,decline,change speed up
hasten o/process,growth,development,decline,change,end speed up
deliver o/speech,lecture,address give
give o/speech,lecture,address deliver
confer o/right,title,power,degree,status,honour,honor grant
grant o/right,title,power,status,permission,freedom give
enter a/war,competition,conflict,alliance,market,agreement,battle join
improve n/condition,quality,relation,situation,performance get better
worsen n/condition,situation,relation,crisis get worse
deteriorate n/condition,situation,relation,crisis,health get worse
retreat n/army,force,troops,soldier,enemy fall back
strengthen o/tie,relation,link,bond deepen
provoke o/war,crisis,revolt,protest,conflict,reaction,debate,response,outrage cause
spark o/war,crisis,revolt,protest,conflict,debate,outrage,riot cause
prompt o/war,crisis,revolt,protest,reaction,debate,response,change,reform cause
attain o/goal,aim,objective,result,success,independence achieve
evade o/tax,law,capture,blockade avoid
escape o/capture,persecution,arrest avoid
withdraw n/army,force,troops,soldier pull out
offer o/course,programme,program,service,support,protection,help provide
impose o/tax,restriction,tariff,sanction,embargo,ban,duty introduce
extend o/power,rule,influence,border,network,line,control expand
develop n/idea,style,culture,theory,language,tradition,technique,art evolve
support o/government,king,party,rebel,candidate,side,revolt,rebellion,union,movement back
cause o/panic,scarcity,problem,confusion,loss,death,change,delay,disease,conflict,deficit bring about
change o/law,policy,structure,life,culture,system,nature,course,direction,attitude,demographic,rule alter
begin n/construction,work,production,talk,negotiation,process,building,trial,career start
start n/construction,work,production,talk,negotiation,process,building,trial begin
expand o/territory,empire,city,army,building,museum enlarge
enlarge o/territory,empire,city,army,building,museum expand
regain o/control,territory,power,independence,throne,throne win back
assume o/control,power,command,office take
overthrow o/government,regime,king,emperor,dynasty,president,monarchy bring down
execute b/king,leader,prisoner,man,people,rebel,soldier be put to death
expel b/people,jew,population,inhabitant,settler be driven out
publish a/book,novel,article,paper,newspaper,collection,edition bring out
reach a/agreement,decision,conclusion,compromise come to
restore o/order,power,peace,monarchy,independence re-establish
restore o/building,palace,church,castle,house,painting renovate
end a/war,embargo,conflict,practice,policy,monopoly,slavery,strike put an end to
award o/@award give
provide o/service,support,protection,opportunity offer
express o/support,concern,opposition,opinion,wish,hope,doubt,fear voice
comprise a/member,part,library,county,island,state,town,district,province,elector,unit,building,team be made up of
"""
