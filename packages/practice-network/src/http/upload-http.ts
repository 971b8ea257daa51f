import type { IncomingMessage } from 'node:http';
import { judgeVideo } from '../edges/instagram-media-check.ts';
import { growFile, type Grown } from '../edges/grow-file.ts';
import { fetchFromLoopback } from '../edges/fetch-media.ts';
import { completeVideo, readVideo } from '../edges/videos.ts';
import { bendAnswer, type Delivery } from '../faults/bend-answer.ts';
import { refusalOf } from '../faults/fault-errors.ts';
import { takeStrikes, type Strike } from '../faults/fault-store.ts';
import { GraphError, UploadError } from '../graph/graph-error.ts';
import { checkToken } from '../graph/token-check.ts';
import type { Network } from '../network.ts';
import type { ContainerRow } from '../nodes/instagram-rows.ts';
import { settleWorld } from '../settle-world.ts';
import { processingMs } from '../world/delays.ts';
import { finishJournal, noteRequest } from '../world/journal.ts';
import { growingPath, keepFile, mediaPath } from '../world/media-files.ts';
import { readSettings } from '../world/settings.ts';
import { jsonAnswer, type HttpAnswer } from './answer.ts';
import { earlyEnd, errorAnswer, lateRefusal } from './graph-http.ts';

const maxBytes = 1024 * 1024 * 1024;

/** Takes the bytes of a reel, a story or an Instagram clip. */
export async function handleUpload(
  network: Network,
  request: IncomingMessage,
  url: URL,
): Promise<Delivery> {
  const { world } = network;
  settleWorld(world, readSettings(world));
  const segments = url.pathname
    .split('/')
    .filter((part) => part !== '' && !/^v\d+\.\d+$/.test(part));
  const seen = { method: request.method ?? 'POST', segments, kind: undefined };
  const strikes = world.transact(() => takeStrikes(world, seen, () => true));
  const line = noteRequest(world, seen.method, url.pathname, strikes);
  const early = earlyEnd(strikes);
  if (early !== undefined) return early;
  const answer = await answerUpload(network, request, segments, strikes);
  if (answer === 'cut') return { kind: 'reset' };
  finishJournal(world, line, answer.status, { offset: request.headers['offset'] });
  return bendAnswer(answer, strikes);
}

async function answerUpload(
  network: Network,
  request: IncomingMessage,
  [, edge, id = '']: readonly string[],
  strikes: readonly Strike[],
): Promise<HttpAnswer | 'cut'> {
  try {
    for (const strike of strikes) {
      const refusal = refusalOf(strike);
      if (refusal !== undefined) throw refusal;
    }
    const [, token] = /^OAuth (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    checkToken(network.world, token);
    const target =
      edge === 'ig-api-upload' ? containerTarget(network, id) : videoTarget(network, id, strikes);
    const cut = strikes.find((strike) => strike.mode === 'reset-mid-upload');
    const arrived = await receive(network, request, target, cut?.options.share ?? (cut ? 0.7 : 1));
    if (cut !== undefined) return 'cut';
    if (!arrived.complete)
      throw new UploadError('PartialRequestError', 'Fewer bytes came than were announced.');
    const value = await target.complete();
    const late = lateRefusal(strikes);
    return late === undefined ? jsonAnswer(200, value) : errorAnswer(late);
  } catch (error) {
    if (error instanceof GraphError) return errorAnswer(error);
    if (error instanceof UploadError) return uploadProblem(error);
    throw error;
  }
}

interface UploadTarget {
  id: string;
  receivedBytes: number;
  noteReceived(receivedBytes: number, sizeBytes: number): void;
  complete(): Promise<unknown>;
}

function containerTarget({ world }: Network, id: string): UploadTarget {
  const row = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', id);
  if (row === undefined || row.waits_for_bytes === 0) {
    throw new UploadError('NotFoundError', 'There is no container waiting for bytes here.', {
      status: 404,
    });
  }
  return {
    id,
    receivedBytes: row.received_bytes,
    noteReceived: (received, size) =>
      void world.run(
        'UPDATE containers SET received_bytes = ?, size_bytes = ? WHERE id = ?',
        received,
        size,
        id,
      ),
    complete: () => completeContainer(world, row),
  };
}

async function completeContainer(world: Network['world'], row: ContainerRow): Promise<unknown> {
  const file = keepFile(world, growingPath(world, row.id), `c${row.id}.mp4`);
  const made = await judgeVideo(mediaPath(world, file), file, row.kind);
  const nowMs = world.clock.now();
  const readyAtMs = nowMs + processingMs(world, readSettings(world), 'reel', row.id);
  world.run(
    `UPDATE containers SET waits_for_bytes = 0, file = ?, facts = ?, error_subcode = ?, ready_at = ?
     WHERE id = ?`,
    file,
    made.facts === undefined ? null : JSON.stringify(made.facts),
    made.errorSubcode ?? null,
    readyAtMs,
    row.id,
  );
  // Bytes that are no clip at all are refused on the spot; a wrong clip shows at the status.
  if (made.facts === undefined) {
    throw new UploadError(
      'ProcessingFailedError',
      'Video process failed with error: the file is not a video',
    );
  }
  return { success: true, message: 'Upload successful.' };
}

function videoTarget({ world }: Network, id: string, strikes: readonly Strike[]): UploadTarget {
  const row = readVideo(world, id);
  if (row === undefined || row.file !== null) {
    throw new UploadError('NotFoundError', 'There is no video waiting for bytes here.', {
      status: 404,
    });
  }
  const stuck = strikes.some((strike) => strike.mode === 'stuck-processing');
  return {
    id,
    receivedBytes: row.received_bytes,
    noteReceived: (received, size) =>
      void world.run(
        'UPDATE videos SET received_bytes = ?, size_bytes = ? WHERE id = ?',
        received,
        size,
        id,
      ),
    complete: async () => {
      const path = growingPath(world, id);
      await completeVideo(world, readSettings(world), row, path, world.clock.now(), stuck);
      return { success: true };
    },
  };
}

async function receive(
  { world }: Network,
  request: IncomingMessage,
  target: UploadTarget,
  share: number,
): Promise<Grown> {
  const offset = wholeNumber(request.headers['offset']);
  if (offset === undefined)
    throw new UploadError('HeaderError', 'Header Offset not convertable to unsigned long');
  if (offset !== target.receivedBytes) {
    throw new UploadError('OffsetInvalidError', `The offset should be ${target.receivedBytes}`);
  }
  const hosted = request.headers['file_url'];
  const fetched = typeof hosted === 'string' ? await fetchHosted(hosted) : undefined;
  const sizeBytes = fetched?.length ?? wholeNumber(request.headers['file_size']);
  if (sizeBytes === undefined) throw new UploadError('HeaderError', 'Header file_size is missing');
  if (sizeBytes > maxBytes) throw new UploadError('FileSizeError', 'The file is too large.');
  const endBytes = Math.floor(sizeBytes * share);
  const source = fetched === undefined ? bodyOf(request) : one(fetched);
  const grown = await growFile(growingPath(world, target.id), offset, endBytes, source);
  target.noteReceived(grown.receivedBytes, sizeBytes);
  return grown;
}

/** The body, without ending the line when only a part is taken. */
function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

async function fetchHosted(url: string): Promise<Buffer> {
  const fetched = await fetchFromLoopback(url, maxBytes);
  if (fetched.bytes === undefined) throw new UploadError('ProcessingFailedError', fetched.why);
  return fetched.bytes;
}

function wholeNumber(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

function uploadProblem(error: UploadError): HttpAnswer {
  const message = JSON.stringify({ success: false, error: { message: error.message } });
  return jsonAnswer(error.status, {
    debug_info: { retriable: error.retriable, type: error.type, message },
  });
}
