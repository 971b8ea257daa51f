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

function attachmentsOf(row: ThreadMessageRow, { world, nowMs }: ReadContext): unknown {
  if (row.attachment === null) return undefined;
  const kept = JSON.parse(row.attachment) as KeptAttachment;
  const url = cdnAddress(world, kept.file, nowMs);
  const place =
    kept.type === 'image'
      ? { image_data: { width: kept.widthPx, height: kept.heightPx, url, preview_url: url } }
      : kept.type === 'video'
        ? { video_data: { url, preview_url: url } }
        : { file_url: url };
  const about = { id: `a${row.n}`, mime_type: kept.mimeType, name: kept.name };
  return { data: [{ ...about, size: kept.sizeBytes, ...place }] };
}
