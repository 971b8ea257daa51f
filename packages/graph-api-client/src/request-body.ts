import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import type { UploadProgress } from './result.ts';

/** A parameter: lists and objects travel as JSON text, `undefined` does not travel. */
export type Parameter = string | number | boolean | object | undefined;
export type Parameters = Record<string, Parameter>;

export type RequestBody = {
  contentType: string;
  lengthBytes: number;
  open(): Readable | Buffer;
};

/** Bytes of a file, from `startByte` up to `endByte` (not included) or its end. */
export type FilePart = {
  path: string;
  startByte?: number;
  endByte?: number;
  /** Told of each piece on its way out. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
};

const contentTypes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
};

/** Reads ahead by bytes, not by pieces: what is told as sent has all but left. */
const byteStream = { objectMode: false };

export function parameterText(value: Exclude<Parameter, undefined>): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function formBody(parameters: Parameters): RequestBody {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) form.set(name, parameterText(value));
  }
  return bufferBody('application/x-www-form-urlencoded', form.toString());
}

export function jsonBody(value: object): RequestBody {
  return bufferBody('application/json', JSON.stringify(value));
}

/** Fields and one file, streamed. Rejects when the file cannot be looked at. */
export async function multipartBody(
  parameters: Parameters,
  fileField: string,
  file: FilePart,
): Promise<RequestBody> {
  const boundary = `part-${randomBytes(12).toString('hex')}`;
  const fileName = basename(file.path).replace(/[^\w.-]/g, '_');
  const type = contentTypes[extname(file.path).toLowerCase()] ?? 'application/octet-stream';
  const fields = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${parameterText(value)}\r\n`,
        ],
  );
  const head = Buffer.from(
    `${fields.join('')}--${boundary}\r\n` +
      `Content-Disposition: form-data; name="${fileField}"; filename="${fileName}"\r\n` +
      `Content-Type: ${type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = await fileBody(file);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    lengthBytes: head.length + bytes.lengthBytes + tail.length,
    open: () => Readable.from(chain(head, file, bytes.totalBytes, tail), byteStream),
  };
}

/** Rejects when the file cannot be looked at. */
export async function fileBody(file: FilePart): Promise<RequestBody & { totalBytes: number }> {
  const { size } = await stat(file.path);
  const start = file.startByte ?? 0;
  const end = Math.min(file.endByte ?? size, size);
  return {
    contentType: 'application/octet-stream',
    lengthBytes: Math.max(0, end - start),
    totalBytes: size,
    open: () => Readable.from(readPart(file, size), byteStream),
  };
}

async function* chain(
  head: Buffer,
  file: FilePart,
  totalBytes: number,
  tail: Buffer,
): AsyncGenerator<Buffer> {
  yield head;
  yield* readPart(file, totalBytes);
  yield tail;
}

async function* readPart(file: FilePart, totalBytes: number): AsyncGenerator<Buffer> {
  const start = file.startByte ?? 0;
  if (file.endByte !== undefined && file.endByte <= start) return;
  const stream = createReadStream(file.path, {
    start,
    ...(file.endByte !== undefined && { end: file.endByte - 1 }),
  }) as AsyncIterable<Buffer>;
  let sentBytes = start;
  for await (const chunk of stream) {
    yield chunk;
    // Back here only once the piece was taken.
    sentBytes += chunk.length;
    file.onProgress?.({ sentBytes, totalBytes });
  }
}

function bufferBody(contentType: string, text: string): RequestBody {
  const bytes = Buffer.from(text);
  return { contentType, lengthBytes: bytes.length, open: () => bytes };
}
