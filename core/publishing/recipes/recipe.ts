import type { GraphClient, GraphFailure, GraphResult } from 'graph-api-client';
import type { AccountFact, AssetFact } from '../../../shared/facts.ts';
import type { FrozenContent, RecipeName } from '../frozen-content.ts';
import type { Patience } from '../patience.ts';
import type { RemoteStep, StepDetail } from '../step-store.ts';
import type { Why } from '../target-progress.ts';

/** What a recipe works with. Everything it saves is committed before it goes on. */
export type RecipeContext = {
  content: FrozenContent;
  account: AccountFact;
  client: GraphClient;
  dueAt: number;
  /** A visible call was made before under these steps: they keep their ids. */
  wasCalled: boolean;
  /** What earlier visible calls acted on. */
  calledOn: string[];
  /** When the first visible call was about to be made. */
  calledAt?: number | undefined;
  /** The object a first comment goes under, or that is changed. */
  parentRemoteId?: string | undefined;
  /** How that object came to be there. */
  parent?: ParentFact | undefined;
  now(): number;
  steps: StepBook;
  /** The file of a medium, after its hash was compared with the approved one. */
  fileOf(index: number): Promise<Staged<AssetFact>>;
  /** The same of the picture that stands for a reel. */
  coverFile(): Promise<Staged<AssetFact>>;
  putPublicImage(filePath: string): Promise<Staged<string>>;
  /** The catalogue items of the products tagged on a medium. */
  remoteTags(index: number): Promise<Staged<RemoteTag[]>>;
  /** True when another target already goes by this remote id. */
  isTaken(remoteId: string): boolean;
};

export type ParentFact = {
  recipe: RecipeName | undefined;
  /** What its visible call acted on: of a reel the video. */
  calledOn: string | undefined;
};

export type RemoteTag = { productId: string; x?: number; y?: number };

export type StepBook = {
  /** What the network keeps under this name, unless it would be older than `lifeMs` when the target
   *  comes due. */
  get(name: string, lifeMs?: number): RemoteStep | undefined;
  /** False when the target was decided otherwise meanwhile. */
  save(name: string, remoteId: string, detail?: StepDetail): boolean;
  drop(...names: string[]): void;
};

/** Why preparing does not go on at once. */
export type Stop =
  | { kind: 'failed'; failure: GraphFailure; mediaName?: string | undefined }
  | { kind: 'later'; at: number }
  | { kind: 'held'; why: Why }
  | { kind: 'refused'; why: Why }
  | { kind: 'lost' };

export type Staged<T> = { ok: true; value: T } | { ok: false; stop: Stop };

export type CallAnswer =
  /** `accepted`: the network took it and still works on it; reading will tell when it is there. */
  | {
      kind: 'done';
      remoteId?: string | undefined;
      accepted?: boolean;
      traceId?: string | undefined;
    }
  | { kind: 'failed'; failure: GraphFailure };

/** What reading the network says about a call whose outcome is unclear. */
export type Reading =
  /** `handed`: the network's scheduler has it and shows it at its time. */
  | {
      kind: 'found';
      remoteId?: string | undefined;
      permalink?: string | undefined;
      handed?: boolean;
    }
  /** The id itself says that nobody can see it. */
  | { kind: 'unpublished' }
  | { kind: 'in-progress' }
  /** The id cannot be read. */
  | { kind: 'gone' }
  /** Searched, and there is none like ours. */
  | { kind: 'none' }
  | { kind: 'several' }
  | { kind: 'refused'; why: Why }
  | { kind: 'unread'; failure: GraphFailure };

export type Followed = { remoteId?: string | undefined; permalink?: string | undefined };

/** How one kind of post reaches one network. */
export type Recipe = {
  /** How long before its time the invisible work begins. */
  leadMs: number;
  patience: Patience;
  /** The visible call, as the intent names it. */
  call: string;
  /** Steps whose objects are hidden on the network until the visible call, by name or by what stands
   *  before its colon. */
  hiddenSteps: string[];
  /** The call hands the post to the network's own scheduler, long before its time. */
  handsOver?: true;
  /** Reading by id decides everything: nobody is ever asked, but what the network keeps refusing fails
   *  with this code. */
  undone?: string;
  /** Does what is missing of the invisible steps; a step that was saved is not done again. */
  prepare(context: RecipeContext): Promise<Staged<void>>;
  /** The remote id that the visible call acts on. */
  handle(context: RecipeContext): string | undefined;
  /** Makes the visible call: one request. */
  publish(context: RecipeContext): Promise<CallAnswer>;
  look(context: RecipeContext): Promise<Reading>;
  /** Reads address and id afterwards; cosmetic. */
  follow(context: RecipeContext, remoteId: string | undefined): Promise<Followed | undefined>;
};

export const minuteMs = 60_000;

/** What the visible call is made for. Once it was called its age counts no more: only the same id may
 *  be shown again. */
export function livingStep(
  context: RecipeContext,
  name: string,
  lifeMs: number,
): RemoteStep | undefined {
  return context.steps.get(name, context.wasCalled ? undefined : lifeMs);
}

export function staged<T>(value: T): Staged<T> {
  return { ok: true, value };
}

export function stop(stopped: Stop): { ok: false; stop: Stop } {
  return { ok: false, stop: stopped };
}

export function refuse(code: string, params?: Why['params']): { ok: false; stop: Stop } {
  return stop({ kind: 'refused', why: params ? { code, params } : { code } });
}

/** Does an invisible step unless it was done before, and saves what came of it. What belonged to a
 *  lapsed one (`with`) goes with it. */
export async function once<T>(
  context: RecipeContext,
  step: { name: string; lifeMs?: number; with?: string[]; mediaName?: string | undefined },
  work: () => Promise<GraphResult<T>>,
  keep: (value: T) => { remoteId: string; detail?: StepDetail },
): Promise<Staged<RemoteStep>> {
  const before = context.steps.get(step.name, step.lifeMs);
  if (before) return staged(before);
  if (step.with && context.steps.get(step.name)) context.steps.drop(...step.with);
  const result = await work();
  if (!result.ok) {
    return stop({ kind: 'failed', failure: result.failure, mediaName: step.mediaName });
  }
  const { remoteId, detail = {} } = keep(result.value);
  if (!context.steps.save(step.name, remoteId, detail)) return stop({ kind: 'lost' });
  return staged({ name: step.name, remoteId, detail, at: context.now() });
}

/** An answer to a visible call, as the engine takes it. */
export function answered<T>(
  result: GraphResult<T>,
  read: (value: T) => { remoteId?: string | undefined; accepted?: boolean },
): CallAnswer {
  if (!result.ok) return { kind: 'failed', failure: result.failure };
  return { kind: 'done', ...read(result.value), traceId: result.traceId };
}

/** A failed read of an object by its id: gone, or not read at all. */
export function unread(failure: GraphFailure): Reading {
  return failure.reaction === 'gone' ? { kind: 'gone' } : { kind: 'unread', failure };
}
