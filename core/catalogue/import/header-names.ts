import { foldText } from '../../../shared/rules/fold-text.ts';

/** What a column may feed. Those from `comparePrice` on serve only to work out the others. */
export type ImportField =
  | 'sku'
  | 'title'
  | 'price'
  | 'gtin'
  | 'description'
  | 'salePrice'
  | 'stock'
  | 'link'
  | 'currency'
  | 'comparePrice'
  | 'availability'
  | 'handle'
  | 'parent'
  | 'type'
  | 'option1'
  | 'option2'
  | 'option3';

/** Headers as Shopify, WooCommerce, PrestaShop, Etsy, Meta and Google write them, and as merchants
 *  name their own columns in French and English; folded, the surest first. Prices without tax are
 *  left out on purpose: nobody sells at them. */
export const headerNames: Record<ImportField, readonly string[]> = {
  sku: [
    'variant sku',
    'sku',
    'ugs',
    'retailer id',
    'reference',
    'ref',
    'reference produit',
    'ref produit',
    'reference article',
    'ref article',
    'code article',
    'code produit',
    'product code',
    'item code',
    'code',
    'item number',
    'article no',
    'id',
  ],
  title: [
    'title',
    'name',
    'product name',
    'item name',
    'nom',
    'nom du produit',
    'nom produit',
    'titre',
    'designation',
    'libelle',
    'intitule',
    'produit',
    'product',
    'article',
    'item',
  ],
  price: [
    'variant price',
    'regular price',
    'tarif regulier',
    'tarif normal',
    'prix ttc',
    'prix de vente ttc',
    'prix unitaire ttc',
    'pu ttc',
    'tarif ttc',
    'price tax included',
    'price',
    'prix',
    'prix de vente',
    'prix public',
    'prix final',
    'final price',
    'prix unitaire',
    'unit price',
    'retail price',
    'selling price',
    'tarif',
  ],
  gtin: [
    'variant barcode',
    'gtin',
    'gtin upc ean or isbn',
    'ean13',
    'ean 13',
    'ean',
    'code barres',
    'code barre',
    'code a barres',
    'barcode',
    'upc',
    'isbn',
  ],
  description: [
    'body html',
    'description',
    'description produit',
    'product description',
    'descriptif',
    'short description',
    'description courte',
    'summary',
    'resume',
    'recapitulatif',
  ],
  salePrice: [
    'sale price',
    'tarif promo',
    'prix solde',
    'prix promo',
    'prix promotionnel',
    'prix remise',
    'prix reduit',
    'discount price',
    'discounted price',
    'promo',
  ],
  stock: [
    'variant inventory qty',
    'stock',
    'quantity to sell on facebook',
    'quantity',
    'quantite',
    'qte',
    'qty',
    'inventory',
    'stock quantity',
    'quantite en stock',
    'qte stock',
  ],
  link: [
    'link',
    'lien',
    'lien de vente',
    'url',
    'product url',
    'url produit',
    'external url',
    'url externe',
    'permalink',
    'page produit',
    'lien produit',
  ],
  currency: ['currency code', 'currency', 'devise', 'monnaie'],
  comparePrice: [
    'variant compare at price',
    'compare at price',
    'prix barre',
    'ancien prix',
    'old price',
    'prix avant remise',
  ],
  availability: ['availability', 'in stock', 'en stock', 'disponibilite', 'disponible'],
  handle: ['handle'],
  parent: ['parent'],
  type: ['type'],
  option1: ['option1 value'],
  option2: ['option2 value'],
  option3: ['option3 value'],
};

/** What a product cannot be without. */
export const neededFields = ['sku', 'title', 'price'] as const;

export function isImportField(name: string): name is ImportField {
  return Object.hasOwn(headerNames, name);
}

/** `Réf. produit`, `image_link` and `Prix TTC (€)` as the table above has them. */
export function foldHeader(header: string): string {
  return foldText(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (eur|euro|euros|chf|usd|gbp|cad)$/, '');
}
