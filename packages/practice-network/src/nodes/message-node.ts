import { GraphError } from '../graph/graph-error.ts';
import type { NodeType, ReadContext } from '../graph/graph-node.ts';
import { graphTime } from '../practice-clock.ts';
import { cdnAddress } from '../world/media-files.ts';
import { partiesOf, type Party } from './thread-node.ts';
import type { KeptAttachment, ThreadMessageRow, ThreadRow } from './thread-rows.ts';

/** So many of a conversation's newest messages Instagram tells in full. */
const toldInFull = 20;

/** How one message is read; there is no published list of its fields. */
export function messageType(): NodeType<ThreadMessageRow> {
  type Field = NodeType<ThreadMessageRow>['fields'][string];
  /** Of an older message on Instagram only that it was there is told. */
  const detail =
    (read: Field): Field =>
    (row, context) =>
      isToldInFull(row, context) ? read(row, context) : undefined;
  return {
    typeName: 'UnifiedMessage',
    extra: ['sticker', 'shares', 'tags', 'reactions', 'story', 'is_unsupported'],
    defaults: ['created_time'],
    fields: {
      created_time: (row) => graphTime(row.created_at),
      message: detail((row) => row.text),
      from: detail((row, context) => sides(row, context).from),
      to: detail((row, context) => ({ data: [sides(row, context).to] })),
      attachments: detail((row, context) => attachmentsOf(row, context)),
    },
    edges: {},
  };
}

function threadOf(row: ThreadMessageRow, { world }: ReadContext): ThreadRow {
  const thread = world.get<ThreadRow>('SELECT * FROM threads WHERE id = ?', row.thread_id);
  if (thread === undefined) throw new GraphError(1, 'An unknown error has occurred.');
  return thread;
}

function sides(row: ThreadMessageRow, context: ReadContext): { from: Party; to: Party } {
  const { person, page } = partiesOf(context.world, threadOf(row, context));
  return row.from_page === 1 ? { from: page, to: person } : { from: person, to: page };
}

function isToldInFull(row: ThreadMessageRow, context: ReadContext): boolean {
  if (threadOf(row, context).network === 'fb') return true;
  const newer = context.world.get<{ total: number }>(
    'SELECT count(*) AS total FROM thread_messages WHERE thread_id = ? AND n > ?',
    row.thread_id,
    row.n,
  );
  return (newer?.total ?? 0) < toldInFull;
}

/** Pictures, films and files each have their address in a place of their own. */
function placeOf(
  kept: KeptAttachment,
  world: ReadContext['world'],
  nowMs: number,
): Record<string, unknown> {
  const url = cdnAddress(world, kept.file, nowMs);
  const { widthPx: width, heightPx: height } = kept;
  if (kept.type === 'image') return { image_data: { width, height, url, preview_url: url } };
  if (kept.type !== 'video') return { file_url: url };
  const preview = kept.preview === undefined ? url : cdnAddress(world, kept.preview, nowMs);
  return { video_data: { width, height, url, preview_url: preview } };
}

function attachmentsOf(row: ThreadMessageRow, { world, nowMs }: ReadContext): unknown {
  if (row.attachment === null) return undefined;
  const kept = JSON.parse(row.attachment) as KeptAttachment | KeptAttachment[];
  const all = Array.isArray(kept) ? kept : [kept];
  return {
    data: all.map((one, place) => {
      const id = place === 0 ? `a${row.n}` : `a${row.n}-${place}`;
      const about = { id, mime_type: one.mimeType, name: one.name };
      return { ...about, size: one.sizeBytes, ...placeOf(one, world, nowMs) };
    }),
  };
}
