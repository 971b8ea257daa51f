import { createHash } from 'node:crypto';
import type { KeptAttachment, ThreadRow } from '../nodes/thread-rows.ts';
import { planAnswer } from '../personas/plan-messages.ts';
import { newNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';

/** Whom a Page talks to, and where. */
export interface Correspondent {
  pageId: string;
  network: 'fb' | 'ig';
  personId: string;
  personName: string;
}

export interface IncomingMessage extends Correspondent {
  text: string;
  atMs: number;
  /** `persona` or `control`. */
  by: string;
  /** Pictures and files that come with it. */
  attachments?: readonly KeptAttachment[];
}

export interface OutgoingMessage {
  text: string;
  attachment?: KeptAttachment;
  /** The comment that is answered privately. */
  commentId?: string;
  atMs: number;
}

/** The conversation with a person; undefined when nobody has written yet. */
export function findThread(
  world: World,
  { pageId, personId }: Pick<Correspondent, 'pageId' | 'personId'>,
): ThreadRow | undefined {
  return world.get<ThreadRow>(
    'SELECT * FROM threads WHERE page_id = ? AND person_id = ?',
    pageId,
    personId,
  );
}

/** The conversation with a person, begun when there is none. */
export function openThread(world: World, who: Correspondent, atMs: number): ThreadRow {
  const known = findThread(world, who);
  if (known !== undefined) return known;
  const id = newNode(world, 'conversation', (number) => `t_${number}`);
  world.run(
    'INSERT INTO threads VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, 0)',
    id,
    who.pageId,
    who.network,
    who.personId,
    who.personName,
    atMs,
    atMs,
  );
  return openThread(world, who, atMs);
}

/** A person writes to the Page: this opens the window for answers. Answers the message's id. */
export function receiveMessage(world: World, message: IncomingMessage): string {
  const atMs = Math.round(message.atMs);
  const thread = openThread(world, message, atMs);
  const id = insertMessage(world, thread, { ...message, atMs }, false);
  world.run(
    'UPDATE threads SET updated_at = max(updated_at, ?1), heard_at = max(coalesce(heard_at, 0), ?1), unread = unread + 1 WHERE id = ?2',
    atMs,
    thread.id,
  );
  const details = { pageId: message.pageId, text: message.text, by: message.by };
  noteEffect(world, 'message', id, { ...details, parentId: thread.id }, atMs);
  return id;
}

/** The Page writes to a person, in a transaction of the caller. Answers the message's id. */
export function sendMessage(
  world: World,
  settings: Settings,
  thread: ThreadRow,
  message: OutgoingMessage,
): string {
  const atMs = Math.round(message.atMs);
  const id = insertMessage(world, thread, { ...message, atMs }, true);
  world.run(
    'UPDATE threads SET updated_at = max(updated_at, ?), unread = 0, answered = 1 WHERE id = ?',
    atMs,
    thread.id,
  );
  planAnswer(world, settings, thread, id, atMs);
  return id;
}

function insertMessage(
  world: World,
  thread: ThreadRow,
  message: OutgoingMessage & Pick<IncomingMessage, 'attachments'>,
  fromPage: boolean,
): string {
  const last = world.get<{ n: number | null }>('SELECT max(n) AS n FROM thread_messages');
  const n = (last?.n ?? 0) + 1;
  const id = spellMessageId(world, thread.network, n);
  const kept = message.attachments ?? (message.attachment && [message.attachment]);
  world.run('INSERT INTO nodes VALUES (?, ?)', id, 'message');
  world.run(
    'INSERT INTO thread_messages VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    n,
    id,
    thread.id,
    fromPage ? 1 : 0,
    message.text,
    message.commentId ?? null,
    kept === undefined || kept.length === 0 ? null : JSON.stringify(kept),
    message.atMs,
  );
  return id;
}

/** Long and telling nothing, each network in its own spelling; the same in each world of a seed. */
function spellMessageId(world: World, network: 'fb' | 'ig', n: number): string {
  const hash = createHash('sha256').update(`${world.seed}|message|${n}`).digest('base64url');
  return network === 'fb' ? `m_${hash}` : `aWdfZAG1faXRlbToxOk${hash}`;
}
