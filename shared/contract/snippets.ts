import { z } from 'zod';
import { clientId, id, network, ok, procedure } from './shapes.ts';

/** `text` is put in as it is; `hashtags` is a set of them; `mention` is a name worth remembering. */
export const snippetKind = z.enum(['text', 'hashtags', 'mention']);
export type SnippetKind = z.infer<typeof snippetKind>;

export const snippet = z.object({
  id,
  kind: snippetKind,
  name: z.string(),
  text: z.string(),
  updatedAt: z.iso.datetime(),
});
export type Snippet = z.infer<typeof snippet>;

export const suggestion = z.object({
  /** Put in at the caret, with its `#` or `@`. */
  text: z.string(),
  /** `set`: a set of hashtags by its name; `used`: in earlier posts; `account`: one of the shop's own;
   *  `customer`: has commented; `saved`: kept by the merchant. */
  from: z.enum(['set', 'used', 'account', 'customer', 'saved']),
  /** What tells it apart beside the text. */
  note: z.string().optional(),
  /** In how many posts, or how many comments. */
  uses: z.number().int().optional(),
  network: network.optional(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** Words kept for the next post: sets of hashtags, saved sentences, names. */
export const snippets = {
  list: procedure('/snippets/list')
    .input(z.object({ kind: snippetKind.optional() }).optional())
    .output(z.object({ items: z.array(snippet) })),
  /** Makes one, or changes the one named. */
  save: procedure('/snippets/save')
    .input(
      z.object({
        id: id.optional(),
        kind: snippetKind,
        name: z.string().trim().min(1).max(80),
        text: z.string().trim().min(1).max(5000),
        clientId,
      }),
    )
    .output(snippet),
  remove: procedure('/snippets/remove').input(z.object({ id, clientId })).output(ok),
  /** Undo of remove. */
  restore: procedure('/snippets/restore').input(z.object({ id, clientId })).output(ok),
  /** What fits behind a `#` or `@` that is being written, best first. */
  suggest: procedure('/snippets/suggest')
    .input(z.object({ sign: z.enum(['#', '@']), text: z.string().max(60) }))
    .output(z.object({ items: z.array(suggestion) })),
};
