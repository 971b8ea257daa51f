/** Words that mean much the same to a shop, without accents: a model that has seen one knows the others. */
const classes = {
  laughs: `mdr lol ptdr haha hahaha hihi lmao rofl xd 😂 🤣 😅 😆 😄 😁 😜 🤪 😝`,
  loves: `😍 🥰 ❤ 💕 💖 💗 💛 💚 💙 🧡 💜 🖤 🤍 😘 💓 💞 ♥ 🫶 🤩 😻`,
  cheers: `👏 🙌 👍 👌 🔥 💯 ⭐ 🌟 ✨ 💪 🎉 🥳 🏆 ✅ 😎 🤗 ☺ 😊 🙂`,
  hungers: `😋 🤤 🍰 🎂 🍕 miam miaam yum yummy hungry faim delicieux delicieuse delicious tasty gourmand gourmandise
    savoureux regal regale regales succulent scrumptious mouthwatering appetissant goute`,
  rages: `😡 😠 🤬 👎 💩 🤮 😤 🙄 🤢 ☹`,
  weeps: `😢 😭 😞 😔 😩 😕 💔 🥺 😥 😿 😫`,
  thanks: `merci mercii thanks thank thx cheers ty remercie remercier merce thankyou tnx`,
  please: `svp stp please pls plz s'il plait pliz sil`,
  greets: `bonjour bjr bonsoir bsr salut coucou hello hi hey hiya slt cc morning evening yo`,
  wishes: `noel anniversaire annee joyeux joyeuse christmas birthday happy merry bonne weekend dimanche
    felicitations congratulations congrats`,
  positive: `beau bel belle belles beaux jolie joli jolies jolis magnifique magnifiques superbe superbes sublime
    sublimes splendide splendides adorable mignon mignonne chouette canon genial geniale geniaux top parfait parfaite
    impeccable nickel excellent excellente extra formidable fabuleux merveilleux merveilleuse merveille merveilles
    elegant elegante raffine raffinee charmant charmante ravissant ravissante somptueux somptueuse incroyable dingue
    ouf stylé style stylee classe chic craquant craquante bluffant bluffante epoustouflant remarquable soigne soignee
    gentil gentille sympa sympathique professionnel efficace souriant chaleureux bravo chapeau talent talentueuse
    talentueux doue conquise conquis ravie ravi enchantee satisfaite satisfait contente content adore adores adorons
    kiffe fan recommande conseille beautiful gorgeous stunning lovely pretty cute adorable amazing awesome fantastic
    fabulous brilliant perfect excellent great superb wonderful incredible unreal divine exquisite elegant classy
    stylish sleek dreamy magical delightful charming sweet cool neat nice good best better favourite favorite love
    loved loves loving luv adore obsessed impressed delighted pleased thrilled chuffed happy recommend talented
    gifted kind helpful friendly fab ace wow waouh wahou ouah omg whoa quality wonderful spectacular breathtaking
    phenomenal flawless comfy cosy cozy`,
  negative: `decu decue decus decevant decevante deception nul nulle nuls mauvais mauvaise mediocre horrible affreux
    affreuse catastrophe catastrophique lamentable inadmissible inacceptable scandaleux scandaleuse honte honteux
    arnaque arnaques arnaqueur voleur voleurs vol menteur mensonge mensongere pourri pourrie degoute degoutee
    degueulasse immangeable froid froide fane fanees moisi perime casse cassee casses cassees brise brisee abime
    abimee defectueux defectueuse dechire dechiree troue tache tachee perdu perdue rate ratee manque manquait manquant
    oubli oublie erreur trompe trompes jamais fuir eviter deconseille plainte reclamation litige remboursement
    rembourser rembourse remboursez impossible inexistant injoignable incompetent incompetents impoli desagreable
    malpoli agressif insupportable furieuse furieux enerve colere regrette disappointed disappointing disappointment
    terrible awful horrible bad worst worse poor rubbish trash garbage useless pathetic disgusting disgrace
    disgraceful appalling unacceptable ridiculous shocking shameful shame scam scammer scammers fraud fake fakes liar
    lies rude ignorant unprofessional broken broke break smashed shattered cracked damaged faulty defective torn ripped
    stained missing lost wrong ruined never refund refunds refunded complaint complain angry furious fuming annoyed
    annoying upset gutted avoid beware waste wasted mess joke overpriced unhappy inedible stale mouldy rotten dead
    leaking leaked died unbelievable failed fails terribly sick allergic rash burnt`,
  waits: `attends attend attente attendu patiente patienter retard relance toujours depuis waiting waited wait weeks
    late delay delayed overdue since still`,
  answers: `reponse repondez repond repondu repondre reply replies answer answers answered responded response respond
    ignoring ignored ignore`,
  days: `lundi mardi mercredi jeudi vendredi samedi dimanche weekend week-end we ferie feries monday tuesday wednesday
    thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu
    thur fri sat sun bank holiday vacances holidays noel christmas paques easter pentecote ascension toussaint
    armistice`,
  moments: `demain aujourd'hui aujourdhui ajd hui soir matin midi aprem maintenant hier tomorrow today tonight tmrw
    yesterday morning afternoon evening noon lunchtime now soon bientot janvier fevrier mars avril mai juin juillet
    aout septembre octobre novembre decembre january february march april june july august september october november
    december`,
  opens: `ouvert ouverte ouverts ouvre ouvrez ouvriez ouvrent rouvre ouverture ferme fermez fermes fermee fermeture
    horaire horaires open opens opening opened close closes closed closing shut shuts shutting hours reopen nocturne`,
  places: `paris lyon marseille lille bordeaux nantes toulouse rennes nice strasbourg corse belgique suisse
    luxembourg canada quebec reunion martinique guadeloupe guyane france etranger europe espagne allemagne italie
    angleterre geneve bruxelles maroc algerie tunisie senegal london leeds bath bristol manchester birmingham
    liverpool scotland wales ireland england dublin edinburgh glasgow cardiff usa us uk australia germany spain italy
    france europe abroad overseas america texas california york jersey zealand india dubai international worldwide`,
  posts: `livraison livrer livrez livre livres livreur envoi envois envoyer envoyez envoie expedier expediez
    expedition expedie expediee colis colissimo chronopost mondial relais relay poste postal timbre transporteur
    transport acheminement suivi retrait retirer recuperer enlever delivery deliver delivers delivered ship ships
    shipping shipped post postage posted courier parcel package tracking dispatch dispatched mail send sending
    collect collection pickup evri dpd ups fedex usps hermes`,
  sizes: `taille tailles taillent pointure pointures chausse chaussent dimension dimensions mesure mesures mesurer
    hauteur haut largeur large longueur long longue profondeur diametre poids pese epaisseur contenance volume
    capacite cm mm metre metres ml cl litre litres kg kilos grammes size sizes sizing sized small medium large xs xl
    xxl tall wide wider height width length depth diameter weight weigh heavy thick inches inch feet foot ft
    measurements measure measures fits fit fitting petite petit grand grande plus tour`,
  colours: `noir noire noirs noires blanc blanche blancs rouge rouges bleu bleue bleus vert verte verts jaune jaunes
    rose roses gris grise beige beiges marron marine bordeaux camel dore doree argente kaki violet violette turquoise
    coloris couleur couleurs black white red blue green yellow pink grey gray brown navy burgundy gold golden silver
    khaki purple cream teal colour colours color colors`,
  money: `€ $ £ euro euros eur dollar dollars pounds quid bucks balles centimes tva ttc prix tarif tarifs coute cout
    couter coutent vaut valent montant budget remise reduction promo promotion soldes solde soldee soldees negociable
    negocier cher chere cheres devis price prices priced pricing cost costs costing worth charge charges discount
    sale deal offer cheaper cheap expensive pricey dear quote fee fees budget negotiable`,
  stock: `dispo dispos disponible disponibles disponibilite stock stocks rupture epuise epuisee reassort restock
    restocked restocking reapprovisionne reste restent restant vendu vendue vendus vendues arrivage revient reviennent
    retour available availability avail left remaining sold gone instock unavailable back anymore`,
  buys: `acheter achete acheteur acheteuse achat commander commande commandes commandez reserver reserve reservation
    reservez reserver resa prendre prends prend prendrai preneur preneuse voudrais voudrai souhaite souhaiterais veux
    aimerais interesse interessee panier payer paye paiement virement acompte cheque paypal inscription inscrire
    inscris precommande buy buying bought purchase order orders ordered ordering reserve reserved book booking booked
    grab want wants wanna need take having pay paying paid payment transfer deposit cart basket checkout dibs
    interested preorder lien link`,
  asks: `quel quelle quels quelles quoi comment pourquoi ou quand combien qui est-ce what which how why where when who
    whose does do is are can could would will whats wheres hows`,
  stuffs: `matiere matieres matiere coton lin laine cuir soie polyester bois chene metal inox argent or acier verre
    ceramique plastique composition material materials cotton linen wool leather silk wood oak brass steel glass
    ceramic plastic acrylic silver handmade fabrique fabriquee fabrication made artisanal origine`,
  foods: `allergie allergique allergenes gluten lactose vegan vegetarien bio halal casher porc noix arachide ingredients
    ingredient sucre lait oeuf allergic allergy allergies allergens dairy nuts peanut vegetarian organic kosher sugar
    milk eggs`,
  cares: `lavage laver lavable lave machine vaisselle repasser repassage secher seche entretien entretenir arroser
    rempoter soleil ombre wash washing washable dishwasher iron dryer care clean cleaning water waterproof repot
    sun shade freezer congele congeler frigo fridge keep conserve conserver`,
  family: `maman papa mamie papi mere pere soeur frere fille fils mari femme cherie cheri copine copain ami amie grand
    voisine voisin cousine tante enfants enfant bebe mum mom dad nan nana gran sister brother daughter son husband wife
    girlfriend boyfriend friend neighbour aunt kids kid baby babies child`,
  gifts: `cadeau cadeaux offrir emballage gift gifts present wrap wrapping wrapped carte bon voucher vouchers`,
  others: `autre autres another other others different differents differente`,
  makes: `argent revenu revenus riche gagner gagne gagnez euros/jour earn earned earning income profit profits invest
    investment investissement investir bitcoin btc crypto forex trading trader casino loan loans pret prets credit
    credits whatsapp telegram followers abonnes likes follow abonnez abonne bio dm inbox promote collab ambassador
    ambassadrice feature featured winner gagnant selected selectionne voyance voyant medium marabout maitre spell
    caster guaranteed garanti garantis clique cliquez click subscribe`,
  memories: `souvenir souvenirs enfance rappelle jeunesse epoque remember reminds memories memory childhood nostalgia
    nostalgie used avais avait had`,
};

export type WordClass = keyof typeof classes;

/** Each word with the class it is of; where it could be of several, the first in the list. */
export function wordClasses(): Map<string, WordClass> {
  const found = new Map<string, WordClass>();
  for (const [name, words] of Object.entries(classes) as [WordClass, string][])
    for (const word of words.split(/\s+/)) if (word && !found.has(word)) found.set(word, name);
  return found;
}

/** How people shorten words, and the word they mean. */
export const shortWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    koi: 'quoi',
    kel: 'quel',
    kelle: 'quelle',
    kan: 'quand',
    qd: 'quand',
    kand: 'quand',
    ki: 'qui',
    ke: 'que',
    esk: 'est-ce',
    cb: 'combien',
    cmb: 'combien',
    cmbien: 'combien',
    vs: 'vous',
    ns: 'nous',
    pr: 'pour',
    pk: 'pourquoi',
    pq: 'pourquoi',
    tjs: 'toujours',
    tjr: 'toujours',
    tjrs: 'toujours',
    tjours: 'toujours',
    tt: 'tout',
    ds: 'dans',
    dsl: 'desole',
    bcp: 'beaucoup',
    tro: 'trop',
    trp: 'trop',
    bo: 'beau',
    jador: 'adore',
    jadore: 'adore',
    jveux: 'veux',
    jprends: 'prends',
    jsuis: 'suis',
    chui: 'suis',
    sa: 'ca',
    cest: 'est',
    ct: 'etait',
    mtn: 'maintenant',
    auj: "aujourd'hui",
    rdv: 'rendez-vous',
    dispos: 'dispo',
    qté: 'quantite',
    u: 'you',
    ur: 'your',
    r: 'are',
    y: 'why',
    hw: 'how',
    hm: 'how',
    mutch: 'much',
    wat: 'what',
    wot: 'what',
    wats: 'whats',
    wen: 'when',
    tym: 'time',
    dis: 'this',
    dat: 'that',
    da: 'the',
    avail: 'available',
    stil: 'still',
    availabel: 'available',
    avaliable: 'available',
    plz: 'please',
    pls: 'please',
    ppl: 'people',
    bc: 'because',
    gonna: 'going',
    wan: 'want',
    dus: 'does',
    wos: 'was',
    xmas: 'christmas',
    luv: 'love',
    gr8: 'great',
    thx: 'thanks',
    wrost: 'worst',
  }),
);
