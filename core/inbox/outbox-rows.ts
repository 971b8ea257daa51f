import type { OutboxKind } from '../../shared/contract/inbox-deeds.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';

export type OutboxRow = {
  seq: bigint;
  id: string;
  kind: OutboxKind;
  accountId: string;
  threadId: string;
  /** What is answered, or what the deed is done to. */
  commentKey: bigint;
  /** Of a block: why. */
  text: string;
  hidden: boolean;
  /** Of a like or a block: sets it, or takes it back. */
  isOn: boolean;
  /** The picture that goes with it, and its bytes as they were when it was written. */
  assetId: string | null;
  assetHash: string | null;
  parentText: string;
  state: OutboxState;
  nextAt: number | null;
  looks: number;
  doubtAt: number | null;
  intentId: string | null;
  reasonCode: string | null;
  reasonUntil: number | null;
  questionCode: string | null;
  questionAt: number | null;
  createdAt: number;
};

export type NewItem = Pick<
  OutboxRow,
  | 'id'
  | 'kind'
  | 'accountId'
  | 'threadId'
  | 'commentKey'
  | 'text'
  | 'hidden'
  | 'isOn'
  | 'assetId'
  | 'assetHash'
  | 'parentText'
  | 'createdAt'
> & {
  /** UTC ms before which it does not leave; 0 for at once. */
  nextAt: number;
};

/** Where an item stands: what is left out is none. */
export type Standing = {
  state: OutboxState;
  nextAt: number | null;
  looks?: number;
  doubtAt?: number | null;
  intentId?: string | null;
  reasonCode?: string;
  reasonUntil?: number | undefined;
  questionCode?: string;
};

export const outboxColumns = `seq, id, kind, account_id AS accountId, thread_id AS threadId,
  comment_key AS commentKey, text, hidden, is_on AS isOn, asset_id AS assetId, asset_hash AS assetHash,
  parent_text AS parentText, state, next_at AS nextAt, looks, doubt_at AS doubtAt,
  intent_id AS intentId, reason_code AS reasonCode, reason_until AS reasonUntil,
  question_code AS questionCode, question_at AS questionAt, created_at AS createdAt`;

export type RawItem = { [K in keyof OutboxRow]: OutboxRow[K] | bigint };

const kept = new Set(['commentKey', 'seq']);

export function readItem(raw: RawItem): OutboxRow {
  const plain = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      typeof value === 'bigint' && !kept.has(name) ? Number(value) : value,
    ]),
  ) as unknown as OutboxRow;
  return { ...plain, hidden: Boolean(raw.hidden), isOn: Boolean(raw.isOn) };
}

/** Answers that a customer reads as words of the shop. */
export const isAnswer = ({ kind }: Pick<OutboxRow, 'kind'>): boolean =>
  kind === 'reply' || kind === 'private-reply' || kind === 'message';

/** Whose limit it uses up beside the account's. */
export const limitOf = ({ kind }: Pick<OutboxRow, 'kind'>): 'messages' | undefined =>
  kind === 'private-reply' || kind === 'message' ? 'messages' : undefined;

/** Nothing of it can be on the network: it may be changed, moved, or taken back. */
export const hasNotLeft = ({ state }: Pick<OutboxRow, 'state'>): boolean =>
  state === 'queued' || state === 'waiting';

const worded = new Set<OutboxRow['kind']>(['reply', 'private-reply', 'message', 'edit']);

/** Its words may be changed while it waits; a picture that goes alone has none. */
export const mayEdit = ({ kind, assetId, text }: OutboxRow): boolean =>
  worded.has(kind) && !(kind === 'message' && assetId !== null && text === '');
