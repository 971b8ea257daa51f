import type { GraphClient, GraphFailure } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact, AssetFact } from '../../shared/facts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { FrozenContent, FrozenMedia } from './frozen-content.ts';
import { handedOf } from './hand-on.ts';
import { doubtOf } from './next-progress.ts';
import { refuse, staged, stop, type RecipeContext, type Staged } from './recipes/recipe.ts';
import type { RemoteTag, StepBook } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import type { RemoteStep } from './step-store.ts';
import type { TargetRow } from './store.ts';

/** Puts together what a recipe works with for one target. */
export function createRecipeContext(
  parts: EngineParts,
  row: TargetRow & { content: FrozenContent },
  account: AccountFact,
  client: GraphClient,
): RecipeContext {
  const { content } = row;
  const parent = row.parentId ? parts.targets.find(row.parentId) : undefined;
  return {
    content,
    account,
    client,
    dueAt: row.dueAt,
    wasCalled: doubtOf(row.progress) !== undefined,
    calledOn: parts.calls.handles(row.id),
    calledAt: parts.calls.firstAt(row.id),
    parentRemoteId: parent?.remoteId ?? (parent && handedOf(parent.progress)?.remoteId),
    parent: parent && {
      recipe: parent.content?.recipe,
      calledOn: parts.calls.handles(parent.id).at(-1),
    },
    now: parts.now,
    steps: createStepBook(parts, row),
    fileOf: (index) => approvedFile(parts, row, content.media[index]),
    coverFile: () => approvedFile(parts, row, content.cover),
    async putPublicImage(filePath) {
      const put = await parts.uses.putPublicImage(row.accountId, filePath, row.id);
      return put.ok ? staged(put.value.url) : stop({ kind: 'failed', failure: put.failure });
    },
    remoteTags: (index) => remoteTags(parts, row, content, index),
    isTaken(remoteId) {
      const other = parts.targets.byRemoteId(row.accountId, remoteId);
      return (other !== undefined && other.id !== row.id) || parts.steps.isKept(remoteId, row.id);
    },
  };
}

/** Each save is its own commit, and is refused once the target was decided otherwise: what the
 *  network keeps by then is noted for removal. */
function createStepBook(parts: EngineParts, row: TargetRow): StepBook {
  const { steps, targets, tools } = parts;
  const isOurs = () => targets.find(row.id)?.claim === row.claim;
  return {
    get(name, lifeMs) {
      const found = steps.read(row.id).find((step) => step.name === name);
      const neededAt = Math.max(parts.now(), row.dueAt);
      if (!found || (lifeMs !== undefined && neededAt - found.at > lifeMs)) return undefined;
      return found;
    },
    save: (name, remoteId, detail = {}) =>
      tools.transact(() => {
        if (!isOurs()) {
          discardStep(parts, row, { name, remoteId });
          return false;
        }
        replaceHidden(parts, row, name, remoteId);
        steps.save(row.id, { name, remoteId, detail, at: parts.now() });
        return true;
      }),
    drop: (...names) =>
      tools.transact(() => {
        if (!isOurs()) return;
        for (const name of names) steps.drop(row.id, name);
      }),
  };
}

/** Notes what is hidden on the network for removal there. What a visible call was ever meant for, or
 *  holds, is never removed: it may be what customers see. */
export function discardStep(
  parts: EngineParts,
  row: TargetRow,
  { name, remoteId }: Pick<RemoteStep, 'name' | 'remoteId'>,
): void {
  const [kind = name] = name.split(':');
  const hidden = row.content ? recipes[row.content.recipe].hiddenSteps : [];
  if (!hidden.includes(name) && !hidden.includes(kind)) return;
  const isPart = hidden.includes('post') && kind !== 'post';
  const wasCalled = isPart
    ? parts.calls.firstAt(row.id) !== undefined
    : parts.calls.wasCalled(row.id, remoteId);
  if (!wasCalled) parts.steps.discard(row.accountId, remoteId, parts.now());
}

/** What grew too old is removed when its successor is there. */
function replaceHidden(parts: EngineParts, row: TargetRow, name: string, remoteId: string): void {
  const before = parts.steps.read(row.id).find((step) => step.name === name);
  if (before && before.remoteId !== remoteId) discardStep(parts, row, before);
}

/** The file as it was approved; a changed or missing one holds the post. */
async function approvedFile(
  parts: EngineParts,
  row: TargetRow,
  medium: Pick<FrozenMedia, 'assetId' | 'hash' | 'name'> | undefined,
): Promise<Staged<AssetFact>> {
  const asset = medium && parts.uses.readAsset(medium.assetId);
  if (!medium || !asset) return refuse('picture-missing', { name: medium?.name ?? '' });
  const isSame = asset.hash === medium.hash && (await parts.uses.verifyAsset(medium.assetId));
  if (!isSame) return stop({ kind: 'held', why: changedPicture(parts, medium.name) });
  const path = (await parts.uses.fileFor?.(asset, row.network)) ?? asset.path;
  return staged({ ...asset, path });
}

/** Looked at again later: the approved file may be put back. */
export function changedPicture(parts: EngineParts, name: string) {
  return { code: 'picture-changed', params: { name }, untilAt: parts.now() + 5 * 60_000 };
}

async function remoteTags(
  parts: EngineParts,
  row: TargetRow,
  content: FrozenContent,
  index: number,
): Promise<Staged<RemoteTag[]>> {
  const tags = content.media[index]?.tags ?? [];
  if (tags.length === 0) return staged([]);
  const productIds = tags.map((tag) => tag.productId);
  const items = await catalogueItems(parts, row.accountId, productIds);
  if (!items.ok) return items;
  const itemIds = items.value;
  const named: RemoteTag[] = [];
  for (const { productId, x, y } of tags) {
    const itemId = itemIds.get(productId);
    // Never published without a tag in silence: the merchant decides.
    if (!itemId) return refuse('tag-refused', { name: content.media[index]?.name ?? '' });
    named.push({
      productId: itemId,
      ...(x === undefined ? {} : { x }),
      ...(y === undefined ? {} : { y }),
    });
  }
  return staged(named);
}

/** The catalogue may be busy or out of reach: the failure it throws says whether later will do. */
async function catalogueItems(
  parts: EngineParts,
  accountId: string,
  productIds: string[],
): Promise<Staged<Map<string, string>>> {
  try {
    return staged(await parts.uses.ensureRemoteItems(accountId, productIds));
  } catch (error) {
    const failure = (error as { failure?: GraphFailure } | null)?.failure;
    if (failure) return stop({ kind: 'failed', failure });
    // Nobody is signed in who may change the catalogue.
    if (error instanceof Problem) return stop({ kind: 'held', why: { code: 'sign-in' } });
    throw error;
  }
}
