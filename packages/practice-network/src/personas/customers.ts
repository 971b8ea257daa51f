/** A customer of the practice world. */
export interface Customer {
  name: string;
  handle: string;
  language: 'fr' | 'en';
  habit: Topic;
}

export type Topic = 'price' | 'size' | 'delivery' | 'praise' | 'complaint' | 'stock' | 'gift';

export const customers: readonly Customer[] = [
  { name: 'Élise Marchand', handle: 'elise.marchand', language: 'fr', habit: 'price' },
  { name: 'Karim Benali', handle: 'karim_bnl', language: 'fr', habit: 'delivery' },
  { name: 'Louise Petit', handle: 'louise.et.ses.plantes', language: 'fr', habit: 'size' },
  { name: 'Thomas Girard', handle: 'tgirard', language: 'fr', habit: 'stock' },
  { name: 'Maëlle Le Goff', handle: 'maelle.lgf', language: 'fr', habit: 'praise' },
  { name: 'Nadia Haddad', handle: 'nadia.hdd', language: 'fr', habit: 'gift' },
  { name: 'Jean-Paul Roussel', handle: 'jp.roussel', language: 'fr', habit: 'complaint' },
  { name: 'Inès Moreau', handle: 'ines.mro', language: 'fr', habit: 'praise' },
  { name: 'Emma Clarke', handle: 'emma.clarke', language: 'en', habit: 'price' },
  { name: 'Oliver Wright', handle: 'oliwright', language: 'en', habit: 'delivery' },
  { name: 'Priya Nair', handle: 'priya.grows', language: 'en', habit: 'size' },
  { name: 'Hannah Berg', handle: 'hannahberg', language: 'en', habit: 'praise' },
  { name: 'Marcus Bell', handle: 'marcus.bell', language: 'en', habit: 'stock' },
  { name: 'Sofia Rossi', handle: 'sofia.rossi', language: 'en', habit: 'complaint' },
];

/** Whoever says this shows it: on Facebook a photo comes along. */
export const shownWith: ReadonlySet<string> = new Set([
  'Reçue hier, elle est superbe 🌿',
  'La mienne est arrivée avec une feuille cassée, que puis-je faire ?',
  'Mine arrived yesterday, it is perfect 🌿',
  'Mine came with a crack, what can I do?',
]);

export const sayings: Readonly<Record<Customer['language'], Record<Topic, readonly string[]>>> = {
  fr: {
    price: [
      'Bonjour, quel est le prix s’il vous plaît ?',
      'C’est combien ? 😊',
      'Le prix comprend-il le cache-pot ?',
    ],
    size: [
      'Quelle taille fait-elle environ ?',
      'Vous l’avez en plus grand ?',
      'Quelles sont les dimensions exactes ? C’est pour une étagère de 30 cm.',
    ],
    delivery: [
      'Livrez-vous à Lyon ?',
      'Combien de temps pour la livraison ?',
      'Peut-on passer la prendre en boutique samedi ?',
    ],
    praise: [
      'Magnifique ! 😍',
      'Quelle belle lumière, j’adore.',
      'Reçue hier, elle est superbe 🌿',
    ],
    complaint: [
      'Ma commande de la semaine dernière n’est toujours pas arrivée…',
      'La mienne est arrivée avec une feuille cassée, que puis-je faire ?',
    ],
    stock: ['Il vous en reste ?', 'Sera-t-elle de nouveau disponible avant Noël ?'],
    gift: [
      'Faites-vous un emballage cadeau ?',
      'C’est pour un anniversaire, vous ajoutez une carte ?',
    ],
  },
  en: {
    price: ['How much is this one?', 'Is the pot included in the price?', 'Price please 🙏'],
    size: ['How big is it roughly?', 'Do you have a smaller one?', 'What are the dimensions?'],
    delivery: [
      'Do you ship to Belgium?',
      'How long does delivery take?',
      'Could I pick it up on Saturday?',
    ],
    praise: [
      'Gorgeous 😍',
      'So pretty, love the colours.',
      'Mine arrived yesterday, it is perfect 🌿',
    ],
    complaint: [
      'Still waiting for last week’s order, can you check?',
      'Mine came with a crack, what can I do?',
    ],
    stock: ['Any left?', 'Will it be back in stock soon?'],
    gift: ['Do you gift wrap?', 'Can you add a card? It is a present.'],
  },
};
