import { z } from 'zod';
import { problemText, type ProblemText } from '../../shared/contract/problems.ts';
import type { StudioClient } from './studio-api.ts';

const uploaded = z.object({ assetId: z.string() });
const refused = z.object({ code: z.string(), problem: problemText });

export class UploadRefused extends Error {
  readonly code: string;
  readonly problem: ProblemText;

  constructor(code: string, problem: ProblemText) {
    super(code);
    this.code = code;
    this.problem = problem;
  }
}

/** Brings the bytes of one file into the studio's folder; `media/importUploads` or
 *  `catalogue/importFile` then says what becomes of them. */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<{ assetId: string }> {
  const answer = await fetch(new URL('/upload', window.location.href), {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    },
    body: file,
    signal: signal ?? null,
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return uploaded.parse(body);
  const why = refused.safeParse(body);
  if (why.success) throw new UploadRefused(why.data.code, why.data.problem);
  throw new Error(`upload answered ${answer.status}`);
}

export type ImportedFile = { name: string; assetId: string };
export type RefusedFile = { name: string; problem: ProblemText };
export type ImportResult = { imported: ImportedFile[]; refused: RefusedFile[] };

export type ImportItem = Awaited<ReturnType<StudioClient['media']['importFiles']>>['items'][number];

/** Brings one file into the library and says what became of it: by path where the desktop shell knows
 *  one (of what was pasted there is none), else by upload, which `signal` breaks off. */
export async function bringFile(
  client: StudioClient,
  file: File,
  signal?: AbortSignal,
): Promise<ImportItem> {
  const path = window.vitrine?.pathForFile?.(file);
  if (path) return firstOf(await client.media.importFiles({ paths: [path] }));
  try {
    const { assetId } = await uploadFile(file, signal);
    return firstOf(await client.media.importUploads({ assetIds: [assetId] }));
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    return { path: file.name, code: error.code, problem: error.problem };
  }
}

function firstOf({ items: [item] }: { items: ImportItem[] }): ImportItem {
  if (!item) throw new Error('The import answered nothing.');
  return item;
}

/** Brings photos and videos into the library: by path where the desktop shell knows it, else by
 *  upload. `onProgress` gets how many files are through. */
export async function importFiles(
  client: StudioClient,
  files: readonly File[],
  onProgress: (done: number) => void = () => {},
): Promise<ImportResult> {
  const paths = files.map((file) => window.vitrine?.pathForFile?.(file) ?? '');
  if (paths.every(Boolean)) {
    const { items } = await client.media.importFiles({ paths });
    onProgress(files.length);
    return sortItems(items, files);
  }
  const result: ImportResult = { imported: [], refused: [] };
  let done = 0;
  for (const portion of portions(files, 4)) {
    const sent = await Promise.all(portion.map((file) => sendOne(file)));
    const arrived = sent.filter((one) => 'assetId' in one);
    result.refused.push(...sent.filter((one) => 'problem' in one));
    if (arrived.length > 0) {
      const assetIds = arrived.map((one) => one.assetId);
      const { items } = await client.media.importUploads({ assetIds });
      const sorted = sortItems(items, arrived);
      result.imported.push(...sorted.imported);
      result.refused.push(...sorted.refused);
    }
    done += portion.length;
    onProgress(done);
  }
  return result;
}

async function sendOne(file: File): Promise<ImportedFile | RefusedFile> {
  try {
    return { name: file.name, assetId: (await uploadFile(file)).assetId };
  } catch (error) {
    if (error instanceof UploadRefused) return { name: file.name, problem: error.problem };
    throw error;
  }
}

/** The answers come in the order of the question; a folder's come with their own paths. */
function sortItems(items: readonly ImportItem[], asked: readonly { name: string }[]): ImportResult {
  const result: ImportResult = { imported: [], refused: [] };
  items.forEach((item, index) => {
    const same = items.length === asked.length ? asked[index]?.name : undefined;
    const name = same ?? item.path.split(/[\\/]/).at(-1) ?? item.path;
    if ('assetId' in item) result.imported.push({ name, assetId: item.assetId });
    else result.refused.push({ name, problem: item.problem });
  });
  return result;
}

function* portions<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
