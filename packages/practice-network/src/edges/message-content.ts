import type { Call } from '../graph/call.ts';
import { badParameter, GraphError } from '../graph/graph-error.ts';
import type { KeptAttachment } from '../nodes/thread-rows.ts';
import { keepBytes } from '../world/media-files.ts';
import { codePointCount } from './caption-check.ts';
import { fetchFromLoopback } from './fetch-media.ts';
import { pictureFormat, pictureSize } from './picture-check.ts';
import { readFile } from 'node:fs/promises';

const maxChars = 2000;
const maxInstagramBytes = 1000;
const mib = 1024 * 1024;

export interface MessageContent {
  text: string;
  attachment?: KeptAttachment;
}

interface SentMessage {
  text?: unknown;
  attachment?: { type?: unknown; payload?: { url?: unknown } };
}

/** What a message says or shows; files are fetched and looked at, as the network does. */
export async function readContent(call: Call, network: 'fb' | 'ig'): Promise<MessageContent> {
  const sent = (call.params.json('message') ?? {}) as SentMessage;
  const text = typeof sent.text === 'string' ? sent.text : '';
  if (sent.attachment !== undefined) {
    if (text !== '')
      throw badParameter('message', 'Message cannot have both text and an attachment.');
    return { text: '', attachment: await readAttachment(call, sent.attachment, network) };
  }
  if (text === '')
    throw badParameter('message', 'Message cannot be empty, must provide valid attachment or text');
  if (network === 'fb' && codePointCount(text) > maxChars)
    throw badParameter('message', `Length of param message[text] must be at most ${maxChars}`);
  if (network === 'ig' && Buffer.byteLength(text) > maxInstagramBytes)
    throw badParameter('message', `Message text must be at most ${maxInstagramBytes} bytes.`);
  return { text };
}

const kinds = ['image', 'video', 'audio', 'file'] as const;

async function readAttachment(
  call: Call,
  sent: NonNullable<SentMessage['attachment']>,
  network: 'fb' | 'ig',
): Promise<KeptAttachment> {
  const type = kinds.find((kind) => kind === sent.type);
  if (type === undefined)
    throw badParameter(
      'message',
      'Param attachment[type] must be one of {image, video, audio, file}',
    );
  const maxBytes = network === 'ig' && type === 'image' ? 8 * mib : 25 * mib;
  const file = await readFileOf(call, sent.payload?.url, maxBytes);
  if (file.bytes.length > maxBytes)
    throw new GraphError(100, '(#100) Attachment size exceeds allowable limit', {
      subcode: 2018047,
    });
  const format = pictureFormat(file.bytes);
  if (type === 'image' && format === undefined) throw uploadFailure();
  const size = type === 'image' ? await pictureSize(file.bytes).catch(() => undefined) : undefined;
  if (type === 'image' && size === undefined) throw uploadFailure();
  const extension = { image: format ?? 'jpeg', video: 'mp4', audio: 'mp3', file: 'bin' }[type];
  return {
    type,
    file: keepBytes(call.world, file.bytes, extension.replace('jpeg', 'jpg')),
    name: file.name,
    mimeType: type === 'image' ? `image/${format}` : file.mimeType,
    sizeBytes: file.bytes.length,
    ...size,
  };
}

interface SentFile {
  bytes: Buffer;
  name: string;
  mimeType: string;
}

async function readFileOf(call: Call, url: unknown, maxBytes: number): Promise<SentFile> {
  const part = call.params.files['filedata'];
  if (part !== undefined) {
    if (part.sizeBytes > maxBytes) return { ...part, bytes: Buffer.alloc(maxBytes + 1), name: '' };
    const bytes = await readFile(part.path);
    return { bytes, name: part.filename, mimeType: part.mimeType };
  }
  if (typeof url !== 'string') throw badParameter('message', 'The attachment has no url.');
  const fetched = await fetchFromLoopback(url, maxBytes);
  if (fetched.bytes === undefined) throw uploadFailure();
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return { bytes: fetched.bytes, name, mimeType: 'application/octet-stream' };
}

function uploadFailure(): GraphError {
  return new GraphError(100, '(#100) Upload attachment failure.', { subcode: 2018008 });
}
