import busboy from 'busboy';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseExactJson } from '../graph/exact-json.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { UploadedFile } from '../graph/params.ts';

export interface ReadBody {
  values: Record<string, unknown>;
  files: Record<string, UploadedFile>;
}

const maxTextBytes = 32 * 1024 * 1024;
const maxFileBytes = 1024 * 1024 * 1024;

/** Reads a body of any of the accepted kinds; files land in `dir` and must be removed after. */
export async function readBody(request: IncomingMessage, dir: string): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request, dir);
  const text = (await readBytes(request, maxTextBytes)).toString('utf8');
  return { values: readText(text, type), files: {} };
}

/** All bytes of a body, up to a limit. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    sizeBytes += part.length;
    if (sizeBytes > maxBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(): GraphError {
  return new GraphError(1, 'Please reduce the amount of data you send', { status: 413 });
}

function readText(text: string, type: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  // Real clients also send bodies without a type.
  const isJson = type.includes('json') || (type === '' && text.trimStart().startsWith('{'));
  if (!isJson) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value = parseExactJson(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Told below.
  }
  throw new GraphError(100, '(#100) Invalid JSON for postcard');
}

async function readMultipart(request: IncomingMessage, dir: string): Promise<ReadBody> {
  const body: ReadBody = { values: {}, files: {} };
  const writing: Promise<void>[] = [];
  const limits = { fieldSize: 8 * 1024 * 1024, fields: 200, files: 4, fileSize: maxFileBytes };
  const parser = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  parser.on('field', (name, value) => {
    body.values[name] = value;
  });
  parser.on('file', (name, stream, info) => {
    writing.push(
      keepPart(stream, dir).then((part) => {
        body.files[name] = { ...part, filename: info.filename, mimeType: info.mimeType };
      }),
    );
  });
  try {
    await pipeline(request, parser);
    await Promise.all(writing);
  } catch (error) {
    await Promise.allSettled(writing);
    await dropFiles(body);
    if (error instanceof GraphError) throw error;
    throw new GraphError(100, '(#100) The multipart body could not be read.');
  }
  return body;
}

async function keepPart(
  stream: Readable,
  dir: string,
): Promise<{ path: string; sizeBytes: number }> {
  const path = join(dir, 'media', `${randomUUID()}.part`);
  const file = createWriteStream(path);
  await pipeline(stream, file);
  if ('truncated' in stream && stream.truncated === true) {
    await rm(path, { force: true });
    throw tooLarge();
  }
  return { path, sizeBytes: file.bytesWritten };
}

/** Removes uploads that nobody took. */
export async function dropFiles(body: Pick<ReadBody, 'files'>): Promise<void> {
  await Promise.all(Object.values(body.files).map((file) => rm(file.path, { force: true })));
}
