import { join } from 'node:path';
import type { GraphFailure, RemoteAttachment } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import { sniff, type Sniffed } from '../media/sniff.ts';
import type { FetchFault } from '../network/fetch-picture.ts';
import { isLapsed, judgePictureAddress } from '../network/picture-address.ts';
import type { CustomerPicturesUses } from './customer-pictures-uses.ts';
import type { KeptStill, PictureOrigin, PictureRow } from './picture-store.ts';
import { readAgain } from './read-again.ts';

/** `no`: it cannot be shown, and asking again will hardly change that; `later`: this time it did not come. */
export type Brought =
  | { is: 'here'; still: KeptStill; path: string }
  | { is: 'no'; code: string }
  | { is: 'later'; code: string };

export type BringTools = {
  uses: CustomerPicturesUses;
  now(): number;
  /** Whether one more question may be put to the account's network for a new address. */
  mayAskAgain(accountId: string): boolean;
  /** Keeps the addresses that the network has just told. */
  noteAddresses(key: bigint, attachments: readonly RemoteAttachment[]): void;
};

/** Longest side of a still, in pixels. */
const longSidePx = 1280;
/** A picture is read in a second or two; one that keeps a decoder busy this long is none. */
const limits = { limitMs: 30_000, urgent: true };

const laterFaults: Partial<Record<FetchFault, string>> = {
  slow: 'slow',
  cut: 'slow',
  unreachable: 'unreachable',
  insecure: 'unreachable',
  busy: 'busy',
  stopped: 'stopped',
};

/** Fetches what a customer sent and makes a small still of it in `folder`. */
export async function bringPicture(
  tools: BringTools,
  row: PictureRow,
  origin: PictureOrigin,
  folder: string,
  signal: AbortSignal,
): Promise<Brought> {
  const { uses } = tools;
  const practiceGraph = uses.practiceGraph(origin.accountId);
  const judge = (url: string) => judgePictureAddress(url, practiceGraph);
  const path = join(folder, 'came');
  let seen: Sniffed | undefined;
  const isWanted = (head: Buffer): boolean => {
    seen = sniff(head);
    return seen.kind === 'photo';
  };
  const fetch = (url: string) => uses.fetch({ url, outPath: path, judge, isWanted, signal });

  const isGood = row.url !== null && !isLapsed(row.url, tools.now()) && judge(row.url);
  let fetched = isGood && row.url !== null ? await fetch(row.url) : undefined;
  if (!fetched || (!fetched.ok && (fetched.fault === 'stale' || fetched.fault === 'address'))) {
    const told = await newAddress(tools, row, origin);
    if ('is' in told) return told;
    fetched = await fetch(told.url);
  }
  if (fetched.ok) return makeStill(uses, path, folder, seen, signal);
  const { fault } = fetched;
  if (fault === 'kind') return { is: 'no', code: codeOf(seen) };
  const later = laterFaults[fault];
  if (later !== undefined) return { is: 'later', code: later };
  return { is: 'no', code: fault === 'stale' ? 'gone' : fault };
}

/** The network is asked for it once more: what it told before is good no longer. */
async function newAddress(
  tools: BringTools,
  { key, place }: PictureRow,
  origin: PictureOrigin,
): Promise<{ url: string } | Extract<Brought, { is: 'no' | 'later' }>> {
  const { uses } = tools;
  const account = uses.readAccount(origin.accountId);
  if (!account) return { is: 'no', code: 'account-gone' };
  if (!tools.mayAskAgain(origin.accountId)) return { is: 'later', code: 'budget' };
  const client = await uses.clientFor(origin.accountId).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  if (!client) return { is: 'later', code: 'sign-in' };
  const answer = await readAgain(client, origin, account.remoteId);
  if (!answer.ok) return failed(answer.failure);
  const attachments = answer.value ?? [];
  if (attachments.length > 0) tools.noteAddresses(key, attachments);
  const url = attachments[place]?.url;
  return url === undefined ? { is: 'no', code: 'gone' } : { url };
}

function failed({ reaction, offline }: GraphFailure): Extract<Brought, { is: 'no' | 'later' }> {
  if (offline) return { is: 'later', code: 'unreachable' };
  if (reaction === 'gone') return { is: 'no', code: 'gone' };
  if (reaction === 'reconnect' || reaction === 'permission')
    return { is: 'later', code: 'sign-in' };
  return { is: 'later', code: reaction === 'wait' ? 'budget' : 'busy' };
}

function codeOf(seen: Sniffed | undefined): string {
  if (seen?.kind === 'video') return 'film';
  if (seen?.kind === 'audio') return 'sound';
  return seen?.kind === 'refused' && seen.code === 'svg-refused' ? 'drawing' : 'not-a-picture';
}

const problemCodes: Partial<Record<Problem['code'], string>> = {
  'picture-incomplete': 'damaged',
  'heic-refused': 'damaged',
  'picture-too-large': 'too-large',
  'file-too-large': 'too-heavy',
};

async function makeStill(
  { workers }: CustomerPicturesUses,
  came: string,
  folder: string,
  seen: Sniffed | undefined,
  signal: AbortSignal,
): Promise<Brought> {
  const outPath = join(folder, 'still.webp');
  const run = { ...limits, signal };
  try {
    let path = came;
    if (seen?.kind === 'photo' && seen.mime === 'image/heic') {
      path = join(folder, 'decoded');
      await workers.run('decodeHeic', { path: came, outPath: path }, run);
    }
    const still = await workers.run('viewPicture', { path, outPath, maxSidePx: longSidePx }, run);
    return { is: 'here', still, path: outPath };
  } catch (error) {
    if (signal.aborted) return { is: 'later', code: 'stopped' };
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'disk-full') return { is: 'later', code: 'disk-full' };
    return { is: 'no', code: problemCodes[error.code] ?? 'unreadable' };
  }
}
