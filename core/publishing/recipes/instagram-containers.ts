import type { ContainerState, GraphFailure, GraphResult } from 'graph-api-client';
import type { AssetFact } from '../../../shared/facts.ts';
import { containerLifeMs, publicImageLifeMs } from '../patience.ts';
import type { RemoteStep } from '../step-store.ts';
import { later } from './facebook-video.ts';
import { once, staged, stop, type RecipeContext, type Staged } from './recipe.ts';

/** Names of the steps of one container, all of which go when it has to be made anew. */
export function stepsOf(name: string): string[] {
  return [name, ...partsOf(name)];
}

function partsOf(name: string): string[] {
  return [`${name}:finished`, `${name}:begun`, `${name}:sent`];
}

/** The address under which Instagram fetches a picture; good for about an hour. */
export function stageImage(context: RecipeContext, index: number): Promise<Staged<string>> {
  return stagePublic(context, `public:${index}`, () => context.fileOf(index));
}

/** The same of the picture that stands for a reel. */
export function stageCover(context: RecipeContext): Promise<Staged<string>> {
  return stagePublic(context, 'public:cover', () => context.coverFile());
}

async function stagePublic(
  context: RecipeContext,
  name: string,
  approve: () => Promise<Staged<AssetFact>>,
): Promise<Staged<string>> {
  const before = context.steps.get(name, publicImageLifeMs);
  if (before) return staged(before.remoteId);
  const file = await approve();
  if (!file.ok) return file;
  const put = await context.putPublicImage(file.value.path);
  if (!put.ok) return put;
  return context.steps.save(name, put.value) ? put : stop({ kind: 'lost' });
}

/** Makes a container unless there is one already that still lives. */
export async function makeContainer(
  context: RecipeContext,
  name: string,
  mediaName: string | undefined,
  create: () => Promise<GraphResult<{ containerId: string; uploadUrl?: string }>>,
): Promise<Staged<RemoteStep>> {
  const made = await once(
    context,
    { name, lifeMs: containerLifeMs, with: partsOf(name), mediaName },
    create,
    ({ containerId, uploadUrl }) => ({
      remoteId: containerId,
      ...(uploadUrl ? { detail: { uploadUrl } } : {}),
    }),
  );
  if (!made.ok) dropPicturesAfter(context, made.stop);
  return made;
}

/** An address that could not be fetched is not tried twice. */
function dropPicturesAfter(context: RecipeContext, stopped: { kind: string }): void {
  if (stopped.kind !== 'failed') return;
  const pictures = context.content.media.map((_, index) => `public:${index}`);
  context.steps.drop(...pictures, 'public:cover');
}

/** Sends a video's bytes to its container, from where they broke off. */
export async function sendContainerBytes(
  context: RecipeContext,
  name: string,
  container: RemoteStep,
  file: AssetFact,
): Promise<Staged<void>> {
  if (context.steps.get(`${name}:sent`)) return staged(undefined);
  const offset = await uploadedBytes(context, name, container.remoteId);
  const sent = await once(
    context,
    { name: `${name}:sent`, mediaName: file.name },
    () =>
      context.client.uploadContainerBytes({
        uploadUrl: String(container.detail.uploadUrl),
        filePath: file.path,
        offset,
      }),
    () => ({ remoteId: container.remoteId }),
  );
  if (sent.ok) return staged(undefined);
  if (sent.stop.kind === 'failed' && ['rebuild', 'gone'].includes(sent.stop.failure.reaction)) {
    context.steps.drop(...stepsOf(name));
  }
  return sent;
}

async function uploadedBytes(
  context: RecipeContext,
  name: string,
  containerId: string,
): Promise<number> {
  if (!context.steps.get(`${name}:begun`)) {
    context.steps.save(`${name}:begun`, containerId);
    return 0;
  }
  const read = await context.client.readContainer(containerId);
  return read.ok ? (read.value.uploadedBytes ?? 0) : 0;
}

/** Waits until the network is done with a container; a broken or expired one is dropped so that the
 *  next try makes a new one in its place, and only that one. */
export async function awaitFinished(
  context: RecipeContext,
  name: string,
  mediaName?: string,
): Promise<Staged<void>> {
  if (context.steps.get(`${name}:finished`, containerLifeMs)) return staged(undefined);
  const container = context.steps.get(name);
  if (!container) return stop({ kind: 'later', at: context.now() });
  const read = await context.client.readContainer(container.remoteId);
  if (!read.ok) return stop({ kind: 'failed', failure: read.failure, mediaName });
  switch (read.value.statusCode) {
    case 'FINISHED':
    case 'PUBLISHED':
      if (context.steps.save(`${name}:finished`, container.remoteId)) return staged(undefined);
      return stop({ kind: 'lost' });
    case 'ERROR':
    case 'EXPIRED':
      context.steps.drop(...stepsOf(name));
      return stop({ kind: 'failed', failure: brokenContainer(read.value), mediaName });
    default:
      return later(context, container.at, 'instagram-processing');
  }
}

/** A container that came to nothing, in the shape of a failed call. */
function brokenContainer(container: ContainerState): GraphFailure {
  return {
    outcome: 'not-done',
    reaction: 'rebuild',
    meaning: container.statusCode === 'EXPIRED' ? 'container-expired' : 'container-broken',
    message: container.status ?? container.statusCode,
    ...(container.subcode === undefined ? {} : { subcode: container.subcode }),
  };
}
