export type LookLanguage = 'fr' | 'en';

const fr = {
  stripe: 'Exercice – rien de tout cela n’est sur Facebook ni Instagram',
  title: 'Réseau d’exercice',
  intro: 'Ici paraît ce que vous publiez pour vous exercer. Aucun client réel ne le voit.',
  page: 'Page Facebook',
  instagram: 'Compte Instagram',
  nothing: 'Rien n’est encore publié.',
  comments: 'Commentaires',
  noComments: 'Pas encore de commentaire.',
  hidden: 'Commentaire masqué',
  products: 'Produits identifiés',
  gone: 'Cette publication n’existe pas, ou plus.',
  notYet: 'Cette publication n’est pas encore visible.',
  story: 'Story',
  reel: 'Reel',
  back: 'Retour',
  older: 'Plus anciennes',
  privately: 'Réponse privée envoyée',
};

const en: typeof fr = {
  stripe: 'Practice – nothing here is on Facebook or Instagram',
  title: 'Practice network',
  intro: 'What you publish while practising appears here. No real customer sees it.',
  page: 'Facebook Page',
  instagram: 'Instagram account',
  nothing: 'Nothing is published yet.',
  comments: 'Comments',
  noComments: 'No comments yet.',
  hidden: 'Hidden comment',
  products: 'Tagged products',
  gone: 'This post does not exist, or no longer does.',
  notYet: 'This post is not visible yet.',
  story: 'Story',
  reel: 'Reel',
  back: 'Back',
  older: 'Older',
  privately: 'Private answer sent',
};

export type LookTexts = typeof fr;

export const lookTexts: Readonly<Record<LookLanguage, LookTexts>> = { fr, en };

/** French when the browser prefers it, else English. */
export function preferredLanguage(header: string | undefined): LookLanguage {
  const [first = ''] = (header ?? '').split(',');
  return first.trim().toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
