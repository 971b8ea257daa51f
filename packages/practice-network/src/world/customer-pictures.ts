import { ControlError, number, text, type ControlInput } from '../control/control-input.ts';
import type { KeptAttachment } from '../nodes/thread-rows.ts';
import { drawPicture } from '../personas/draw-picture.ts';
import { keepBytes } from './media-files.ts';
import type { World } from './world.ts';

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  bin: 'application/octet-stream',
};
const kinds = ['image', 'video', 'audio', 'file'] as const;
/** As a conversation takes at most. */
const mostPictures = 10;

/** What the picture server says that a kept file is; undefined for what it does not hand out. */
export function contentTypeOf(name: string): string | undefined {
  return types[name.slice(name.lastIndexOf('.') + 1)];
}

/** A picture such as customers send, drawn here: the same for the same seed. */
export function keepDrawn(world: World, seed: number): KeptAttachment {
  const { bytes, widthPx, heightPx } = drawPicture(seed);
  const file = keepBytes(world, bytes, 'png');
  const about = { name: 'photo.png', mimeType: 'image/png', sizeBytes: bytes.length };
  return { type: 'image', file, ...about, widthPx, heightPx };
}

/** `pictures` of a control call: numbers draw one, objects bring their own bytes, whatever these are. */
export function readPictures(world: World, input: ControlInput): KeptAttachment[] {
  const given = input['pictures'];
  if (given === undefined) return [];
  if (!Array.isArray(given) || given.length > mostPictures)
    throw new ControlError(`pictures must be a list of at most ${mostPictures}.`);
  return given.map((one: unknown) => {
    if (typeof one === 'number') return keepDrawn(world, one);
    if (typeof one === 'object' && one !== null) return keepGiven(world, { ...one });
    throw new ControlError('A picture is a number, or {bytes, extension?, type?}.');
  });
}

function keepGiven(world: World, given: ControlInput): KeptAttachment {
  const extension = text(given, 'extension') ?? 'jpg';
  const mimeType = types[extension];
  if (mimeType === undefined) throw new ControlError(`There are no pictures in ${extension}.`);
  const type = kinds.find((kind) => kind === (text(given, 'type') ?? 'image'));
  if (type === undefined) throw new ControlError(`type must be one of ${kinds.join(', ')}.`);
  const bytes = Buffer.from(text(given, 'bytes') ?? '', 'base64');
  const preview = type === 'video' ? keepDrawn(world, 1).file : undefined;
  return {
    type,
    file: keepBytes(world, bytes, extension),
    name: `attachment.${extension}`,
    mimeType,
    sizeBytes: bytes.length,
    widthPx: number(given, 'widthPx') ?? 1200,
    heightPx: number(given, 'heightPx') ?? 900,
    ...(preview === undefined ? {} : { preview }),
  };
}
