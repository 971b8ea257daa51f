import { z } from 'zod';

const instantMs = z.number().int();

/** Why a target waits, failed or was missed: a language-free code and what its sentence names. */
export const why = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  untilAt: instantMs.optional(),
});
export type Why = z.infer<typeof why>;

/** Kept from the first unclear answer on, until the target is settled. */
export const doubt = z.object({
  sinceAt: instantMs,
  /** Repeats of the same call under the same remote id so far. */
  repeats: z.number().int(),
});
export type Doubt = z.infer<typeof doubt>;

const asked = z.object({ code: z.string(), at: instantMs });

/** The network's own scheduler has it. */
const handed = z.object({
  /** Unknown when only a person saw it there. */
  remoteId: z.string().optional(),
  at: instantMs,
  /** When the network shows it. */
  publishAt: instantMs,
});
export type Handed = z.infer<typeof handed>;

const scheduled = z.object({ state: z.literal('scheduled'), handed: handed.optional() });
const preparing = z.object({
  state: z.literal('preparing'),
  bootId: z.string(),
  /** Failures in a row of the invisible step under way. */
  tries: z.number().int(),
  doubt: doubt.optional(),
});
const ready = z.object({ state: z.literal('ready'), doubt: doubt.optional() });
const publishing = z.object({
  state: z.literal('publishing'),
  bootId: z.string(),
  intentId: z.string(),
  /** The network took it and is still working on it. */
  acceptedAt: instantMs.optional(),
  doubt: doubt.optional(),
});
const uncertain = z.object({
  state: z.literal('uncertain'),
  intentId: z.string(),
  doubt,
  /** Reads of the network that gave an answer, in this round. */
  looks: z.number().int(),
  /** False when the network answered something after which the same call is never made by itself. */
  mayRepeat: z.boolean(),
  asked: asked.optional(),
});
const published = z.object({ state: z.literal('published'), tries: z.number().int() });
const waiting = z.object({
  state: z.literal('waiting'),
  why,
  doubt: doubt.optional(),
  /** What the network's scheduler has is being taken back, for this. */
  handed: handed.optional(),
  aim: z.enum(['plan', 'cancel']).optional(),
});
const failed = z.object({ state: z.literal('failed'), why });
const missed = z.object({ state: z.literal('missed') });
const cancelled = z.object({ state: z.literal('cancelled') });

/** Where a target stands, with what that state needs and nothing else. Stored as JSON. */
export const targetProgress = z.discriminatedUnion('state', [
  scheduled,
  preparing,
  ready,
  publishing,
  uncertain,
  published,
  waiting,
  failed,
  missed,
  cancelled,
]);
export type TargetProgress = z.infer<typeof targetProgress>;
export type ProgressOf<S extends TargetProgress['state']> = Extract<TargetProgress, { state: S }>;

/** States in which a visible call may be on its way or its effect unclear: nothing else may touch it. */
export const lockedStates = ['publishing', 'uncertain'] as const;
