import { bulkField, type BulkField } from '../../shared/contract/bulk.ts';

/** A file that a window hands to its person; small enough to travel as text. */
export type WrittenFile = { name: string; mime: string; base64: string };

export const mimes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const widths: Partial<Record<BulkField, number>> = {
  accounts: 24,
  caption: 44,
  captionFacebook: 30,
  captionInstagram: 30,
  media: 30,
  alt: 30,
  tags: 24,
  link: 30,
  firstComment: 24,
};
/** In characters. */
export const columnWidths = bulkField.options.map((field) => widths[field] ?? 14);
