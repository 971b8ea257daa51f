import { bulkField, type BulkField } from '../../shared/contract/bulk.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { foldText } from '../../shared/rules/fold-text.ts';

/** Headers of the files that this studio writes. */
export const ownHeaders: Record<Language, Record<BulkField, string>> = {
  fr: {
    date: 'Date',
    time: 'Heure',
    zone: 'Fuseau',
    accounts: 'Comptes',
    caption: 'Texte',
    captionFacebook: 'Texte Facebook',
    captionInstagram: 'Texte Instagram',
    kind: 'Type',
    media: 'Photos et vidéos',
    alt: 'Textes alternatifs',
    tags: 'Produits identifiés',
    link: 'Lien',
    firstComment: 'Premier commentaire',
    campaign: 'Campagne',
    hashtags: 'Hashtags',
    collaborators: 'Coauteurs Instagram',
  },
  en: {
    date: 'Date',
    time: 'Time',
    zone: 'Time zone',
    accounts: 'Accounts',
    caption: 'Caption',
    captionFacebook: 'Facebook caption',
    captionInstagram: 'Instagram caption',
    kind: 'Kind',
    media: 'Photos and videos',
    alt: 'Alt texts',
    tags: 'Product tags',
    link: 'Link',
    firstComment: 'First comment',
    campaign: 'Campaign',
    hashtags: 'Hashtags',
    collaborators: 'Instagram collaborators',
  },
};

/** As merchants and other planners name their columns; folded, the surest first. */
const otherHeaders: Record<BulkField, readonly string[]> = {
  date: ['jour', 'day', 'date de publication', 'publish date', 'post date', 'scheduled date'],
  time: ['heure de publication', 'horaire', 'hour', 'publish time', 'post time', 'heures'],
  zone: ['fuseau horaire', 'timezone', 'zone'],
  accounts: ['compte', 'account', 'pages', 'page', 'profil', 'profils', 'profile', 'profiles'],
  caption: ['legende', 'message', 'text', 'copy', 'description', 'post', 'contenu', 'content'],
  captionFacebook: ['legende facebook', 'caption facebook', 'facebook text', 'message facebook'],
  captionInstagram: ['legende instagram', 'caption instagram', 'instagram text'],
  kind: ['post type', 'type de publication', 'format', 'genre', 'media type'],
  media: [
    'medias',
    'media',
    'fichiers',
    'fichier',
    'files',
    'file',
    'images',
    'image',
    'photos',
    'photo',
    'visuels',
    'visuel',
    'video',
    'videos',
    'media files',
  ],
  alt: ['texte alternatif', 'alt text', 'alt', 'textes alt', 'texte alt'],
  tags: ['produits', 'produit', 'products', 'product', 'tags', 'identifications', 'sku', 'skus'],
  link: ['url', 'liens', 'links'],
  firstComment: ['1er commentaire', 'commentaire', 'comment'],
  campaign: ['campagnes', 'campaigns'],
  hashtags: ['hashtag', 'mots diese', 'mots cles'],
  collaborators: ['coauteurs', 'collaborateurs', 'collaborators', 'collab'],
};

const byName = new Map(
  bulkField.options.flatMap((field) =>
    [ownHeaders.fr[field], ownHeaders.en[field], ...otherHeaders[field]].map((name) => [
      foldHeader(name),
      field,
    ]),
  ),
);

export type Mapping = (BulkField | '')[];

/** Which field each header feeds; of two headers for one field the first wins. */
export function recogniseHeaders(headers: readonly string[]): Mapping {
  const taken = new Set<BulkField>();
  return headers.map((header) => {
    const field = byName.get(foldHeader(header));
    if (field === undefined || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** Index of the row among the first ten that names the most columns; undefined where none names two. */
export function findHeader(rows: readonly string[][]): number | undefined {
  let best: { index: number; known: number } | undefined;
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const known = recogniseHeaders(row).filter(Boolean).length;
    if (known > (best?.known ?? 1)) best = { index, known };
  }
  return best?.index;
}

function foldHeader(header: string): string {
  return foldText(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
