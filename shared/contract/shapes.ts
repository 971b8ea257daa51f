import { oc } from '@orpc/contract';
import { z } from 'zod';
import { problemErrors } from './problems.ts';

/** The base of every procedure: POST /rpc/<feature>/<name>, JSON in and out. */
export function procedure<const P extends `/${string}/${string}`>(path: P) {
  return oc.errors(problemErrors).route({ method: 'POST', path });
}

/** ISO 8601 in UTC, as `2026-11-26T17:30:00.000Z`. */
export const instant = z.iso.datetime();
export const id = z.string().min(1).max(80);
/** Chosen by the caller; the same change with the same clientId is applied once. */
export const clientId = z.string().min(1).max(100).optional();
/** Opaque; hand back what the answer before gave. */
export const cursor = z.string().max(400).optional();
export const limit = z.number().int().min(1).max(200).optional();
export const network = z.enum(['facebook', 'instagram']);
export type Network = z.infer<typeof network>;
export const language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof language>;
/** Those that both networks take as a post, a story or a reel; videos are made in these. */
export const classicFormats = ['1:1', '4:5', '9:16', '1.91:1'] as const;
export type ClassicFormat = (typeof classicFormats)[number];
/** `2:3` is Pinterest's, `a6` a card and `label` a shelf label, both to be printed at 300 dpi. */
export const format = z.enum([
  ...classicFormats,
  '3:4',
  '2:3',
  '16:9',
  'page-cover',
  'a6',
  'label',
]);
export type Format = z.infer<typeof format>;
/** Integer minor units of an ISO 4217 currency. */
export const minorUnits = z.number().int().min(0).max(1_000_000_000_000);
export const currency = z.string().regex(/^[A-Z]{3}$/);
/** A path under the app's own origin, as `/media/0198…/thumb`. */
export const mediaUrl = z.string();
export const empty = z.object({}).optional();
export const ok = z.object({ ok: z.literal(true) });

export const jobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;
export const targetState = z.enum([
  'scheduled',
  'preparing',
  'ready',
  'publishing',
  'published',
  'uncertain',
  'waiting',
  'failed',
  'missed',
  'cancelled',
]);
export type TargetState = z.infer<typeof targetState>;
export const outboxState = z.enum([
  'queued',
  'sending',
  'sent',
  'uncertain',
  'waiting',
  'refused',
  'withdrawn',
]);
export type OutboxState = z.infer<typeof outboxState>;
export const answer = z.enum(['there', 'not-there', 'look-again']);
export type Answer = z.infer<typeof answer>;

/** Asked of a person when reading the network could not decide. `openUrl` is where to look. */
export const question = z.object({
  code: z.string(),
  text: z.string(),
  openUrl: z.string().optional(),
  answers: z.array(answer),
  since: instant,
});
export type Question = z.infer<typeof question>;

/** Why something waits or failed: a language-free code and its sentence. */
export const reason = z.object({
  code: z.string(),
  text: z.string(),
  todo: z.string().optional(),
  until: instant.optional(),
});
export type Reason = z.infer<typeof reason>;
