import type { Intent } from './understanding.ts';

/** Words and phrases of up to three words, without accents, that speak for an intent. */
const phrases: Partial<Record<Intent, string>> = {
  price: `prix, combien, tarif, tarifs, coute, cout, promo, promotion, soldes, solde, reduction, remise,
    negociable, devis, cb, € ?, moins cher, trop cher, hors de prix, frais de port, fdp, price, prices, cost, costs,
    how much, discount, sale price, on sale, quote, cheaper, expensive, pricey, postage cost, promo code, code promo,
    preis, was kostet, wie viel kostet, kosten, wie teuer, rabatt, precio, cuanto cuesta, cuanto vale, cuanto es,
    descuento, prezzo, quanto costa, quanto viene, sconto, prijs, wat kost, hoe duur, korting, preco, quanto custa,
    quanto e, desconto, السعر, سعر, بكام, كم`,
  available: `dispo, disponible, disponibles, disponibilite, stock, reste, rupture, epuise, reassort, vendu, vendue,
    tjs dispo, tjr dispo, toujours dispo, encore dispo, vous l'avez, en avez vous, il en reste, arrivage, coloris,
    available, left, sold out, restock, in stock, back in, still got, do you have, any left, still for sale,
    verfugbar, noch da, noch zu haben, habt ihr noch, ausverkauft, disponibile, ce l'avete, esaurito, queda, quedan,
    agotado, teneis, beschikbaar, te koop, hebben jullie, disponivel, ainda tem, esgotado, متوفر, موجود`,
  size: `taille, tailles, dimension, dimensions, pointure, mesure, mesures, hauteur, largeur, longueur, diametre,
    profondeur, chausse, chaussent, contenance, format, poids, size, sizes, sizing, how big, how tall, how wide,
    how long is, measurements, true to size, fit, large, height, width, small, medium, grosse, wie gross, masse,
    talla, tallas, medidas, taglia, taglie, misure, maat, maten, hoe groot, tamanho, tamanhos, مقاس`,
  delivery: `livraison, livrez, livrer, livre, livrez vous, envoi, envoyez, expediez, expedition, expedie, colis,
    colissimo, relais, retrait, retirer, click and collect, suivi, frais de port, fdp, recevoir, deliver, delivery,
    ship, shipping, post, postage, courier, tracking, parcel, collect, pick up, pickup, dispatch, versand, liefert,
    lieferung, verschickt, paket, envio, envios, enviais, enviar, entrega, spedite, spedizione, consegna, pacco,
    verzenden, verzendkosten, levering, pakket, entregam, entregas, frete, encomenda, توصيل`,
  hours: `horaire, horaires, ouvert, ouverts, ouverte, ouvrez, fermez, fermes, ferme, ouverture, quelle heure, open,
    opening, opening hours, opening times, close, closed, hours, what time, geoffnet, offnungszeiten, offen, abierto,
    abiertos, abren, abris, horario, aperti, aperto, orari, chiudete, openingstijden, hoe laat, geopend, aberto,
    abertos, abrem, تفتحون`,
  order: `commander, commande, reserver, reserve, reservez, je prends, je le prends, je la prends, de cote, preneuse,
    preneur, j'achete, acheter, interesse, interessee, je la veux, je le veux, j'en veux, precommander, lien, order,
    buy, purchase, reserve, book, i'll take, ill take, i want, mine please, interested, put aside, dibs, link,
    preorder, bestellen, ich nehme, haben will, lo quiero, me lo llevo, comprar, pedido, lo prendo, ordinare, lo
    voglio, ik neem, wil graag, vou levar, eu quero, quero, أريد`,
  complaint: `decu, decue, arnaque, honte, honteux, inadmissible, rembourser, remboursement, remboursez, casse, cassee,
    abime, toujours pas, jamais recu, toujours rien, mauvaise qualite, nul, reclamation, scandaleux, disappointed,
    disappointing, scam, refund, broken, broke, terrible, awful, worst, never arrived, still waiting, no reply,
    not happy, rubbish, rude, shocking, damaged, wrong item, money back, kaputt, enttauscht, frechheit, geld zuruck,
    roto, devuelvan, decepcionada, rotto, rimborso, delusa, stuk, kapot, teleurgesteld, geld terug, partida, defeito,
    dinheiro de volta, estragou, مكسور, 😡, 😠, 👎`,
  praise: `magnifique, superbe, sublime, j'adore, jadore, bravo, parfait, parfaite, top, belle, beau, joli, jolie,
    canon, genial, delicieux, regal, recommande, trop bon, merveille, beautiful, gorgeous, stunning, lovely, love,
    amazing, perfect, great, cute, best, obsessed, delicious, recommend, fantastic, awesome, wunderschon, schon,
    toll, precioso, preciosa, bonito, bonita, me encanta, lindo, linda, amei, bellissimo, bellissima, bello,
    stupendo, mooi, prachtig, جميل, 😍, 🥰, 🔥, 👏, ❤, 💕, 🤩, 😋`,
  spam: `xlinkx, whatsapp, telegram, bitcoin, crypto, forex, trading, pret entre, credit, abonnes, followers, follow,
    dm us, link in bio, lien en bio, en bio, my bio, ma bio, bio, cliquez ici, cliquez, click here, click the,
    gagnez, investissez, voyance, marabout, casino, loan, earn, invest, collab, ambassador, 🔞`,
  question: `est ce que, comment, pourquoi, quelle matiere, ou etes, adresse, c'est quoi, matiere, allergique, is it,
    are they, what is, where are, can you, can i, does it, do you, which, who`,
};

const order = Object.keys(phrases) as Intent[];
const tokens = /\p{L}+(?:'\p{L}+)*|\d+|[€?]|\p{Extended_Pictographic}/gu;

export type IntentRules = (folded: string) => Intent[];

/** Which intents the words of a text speak for, by the list above alone. `question` only where none of
 *  the others holds and something is asked. */
export function intentRules(): IntentRules {
  const masks = new Map<string, number>();
  const beginnings = new Set<string>();
  order.forEach((intent, bit) => {
    for (const phrase of (phrases[intent] ?? '').split(',')) {
      const key = phrase.trim().replace(/\s+/g, ' ');
      masks.set(key, (masks.get(key) ?? 0) | (1 << bit));
      if (key.includes(' ')) beginnings.add(key.slice(0, key.indexOf(' ')));
    }
  });
  const question = 1 << order.indexOf('question');
  return (folded) => {
    let mask = 0;
    let before = '';
    let beforeThat = '';
    for (const [word] of folded.matchAll(tokens)) {
      mask |= masks.get(word) ?? 0;
      if (beginnings.has(before)) mask |= masks.get(`${before} ${word}`) ?? 0;
      if (beginnings.has(beforeThat)) mask |= masks.get(`${beforeThat} ${before} ${word}`) ?? 0;
      beforeThat = before;
      before = word;
    }
    if (mask !== question) mask &= ~question;
    if (mask === 0 && folded.includes('?')) mask = question;
    return order.filter((_, bit) => mask & (1 << bit));
  };
}
