import { z } from 'zod';
import {
  clientId,
  currency,
  cursor,
  id,
  limit,
  mediaUrl,
  minorUnits,
  procedure,
} from './shapes.ts';

export const productPhoto = z.object({ assetId: id, url: mediaUrl, thumbUrl: mediaUrl });

export const product = z.object({
  id,
  sku: z.string(),
  gtin: z.string().optional(),
  title: z.string(),
  description: z.string(),
  price: minorUnits,
  salePrice: minorUnits.optional(),
  currency,
  stock: z.number().int(),
  link: z.string().optional(),
  photos: z.array(productPhoto),
  /** The catalogue item of the network that a product tag names, once known. */
  remoteItemId: z.string().optional(),
  /** When a post that shows it was last published. */
  lastPostedAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime(),
});
export type Product = z.infer<typeof product>;

/** Prices in minor units; what is left out of an existing product stays as it is. */
export const productInput = z.object({
  id: id.optional(),
  sku: z.string().min(1).max(100).optional(),
  gtin: z.string().max(14).nullable().optional(),
  title: z.string().min(1).max(200).optional(),
  description: z.string().max(9999).optional(),
  price: minorUnits.optional(),
  salePrice: minorUnits.nullable().optional(),
  stock: z.number().int().min(-1_000_000).max(10_000_000).optional(),
  link: z.union([z.url({ protocol: /^https?$/ }).max(2000), z.literal('')]).optional(),
  photoAssetIds: z.array(id).max(30).optional(),
  clientId,
});
export type ProductInput = z.infer<typeof productInput>;

/** Which header (as in the file) feeds which field. */
export const importMapping = z.record(z.string(), z.string());

export const importProblem = z.object({
  /** The header is row 1. */
  row: z.number().int(),
  column: z.string(),
  reason: z.string(),
  code: z.string(),
  /** The row as the file has it, unless very many are wrong. */
  cells: z.array(z.string()).optional(),
});

export const catalogue = {
  search: procedure('/catalogue/search')
    .input(
      z
        .object({
          text: z.string().max(200).optional(),
          filter: z.enum(['all', 'low-stock', 'no-photo', 'never-posted']).optional(),
          inStock: z.boolean().optional(),
          onSale: z.boolean().optional(),
          /** Not in a published post for so many days. */
          notPostedDays: z.number().int().min(1).max(3650).optional(),
          cursor,
          limit,
        })
        .optional(),
    )
    .output(
      z.object({ items: z.array(product), next: z.string().optional(), total: z.number().int() }),
    ),
  get: procedure('/catalogue/get')
    .input(z.object({ productId: id }))
    .output(product),
  /** Creates without `id` (sku, title and price needed), else changes what is given. */
  save: procedure('/catalogue/save').input(productInput).output(product),
  remove: procedure('/catalogue/remove')
    .input(z.object({ productIds: z.array(id).min(1).max(500), clientId }))
    .output(z.object({ removed: z.number().int() })),
  /** Undo of remove. */
  restore: procedure('/catalogue/restore')
    .input(z.object({ productIds: z.array(id).min(1).max(500), clientId }))
    .output(z.object({ restored: z.number().int() })),
  importFile: procedure('/catalogue/importFile')
    .input(
      z
        .object({
          path: z.string().min(1).max(4096).optional(),
          /** A file that came in by upload instead of a path. */
          assetId: id.optional(),
          confirm: z.boolean(),
          mapping: importMapping.optional(),
          encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
          /** Which of two rows with the same SKU wins. */
          duplicates: z.enum(['keep-last', 'keep-first']).optional(),
          /** How the file writes 12 and a half, where its prices do not say (`1.299`). */
          decimalMark: z.enum([',', '.']).optional(),
          clientId,
        })
        .refine((file) => Boolean(file.path) !== Boolean(file.assetId)),
    )
    .output(
      z.object({
        rows: z.number().int(),
        valid: z.number().int(),
        problems: z.array(importProblem),
        imported: z.number().int(),
        /** How the file was read, and its first rows, to be looked at before confirming. */
        reading: z.object({
          encoding: z.string(),
          separator: z.string(),
          decimalMark: z.enum([',', '.']).optional(),
          headers: z.array(z.string()),
          mapping: importMapping,
          preview: z.array(z.array(z.string())),
        }),
      }),
    ),
  /** Attaches photos whose file name is a SKU (`POT-DOR-12.jpg`, `POT-DOR-12_2.jpg`). */
  attachByName: procedure('/catalogue/attachByName')
    .input(
      z.object({
        photos: z.array(z.object({ assetId: id, name: z.string().max(300) })).max(2000),
        clientId,
      }),
    )
    .output(
      z.object({
        attached: z.array(z.object({ assetId: id, productId: id })),
        unmatched: z.array(id),
      }),
    ),
  counts: procedure('/catalogue/counts')
    .input(z.object({}).optional())
    .output(
      z.object({
        all: z.number().int(),
        lowStock: z.number().int(),
        noPhoto: z.number().int(),
        neverPosted: z.number().int(),
      }),
    ),
  /** Posts and creations that show this product. */
  usedIn: procedure('/catalogue/usedIn')
    .input(z.object({ productId: id }))
    .output(
      z.object({
        posts: z.array(
          z.object({
            postId: id,
            title: z.string(),
            state: z.string(),
            at: z.iso.datetime().optional(),
            thumbUrl: mediaUrl.optional(),
          }),
        ),
        creations: z.number().int(),
      }),
    ),
};
