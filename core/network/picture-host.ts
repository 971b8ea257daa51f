import { randomBytes } from 'node:crypto';
import type { HostAnswer } from './picture-trouble.ts';

export type PictureFile = { bytes: Buffer; mime: string; name: string };
export type HostedPicture = { url: string; removeUrl?: string | undefined };

/** A storage of the shop that gives a picture a public address. */
export type PictureHost = {
  /** What DELETE will be asked of, as far as it is known before the upload. */
  removeUrlOf(name: string): string | undefined;
  put(file: PictureFile): Promise<HostAnswer<HostedPicture>>;
  /** What is no longer there counts as removed. */
  remove(removeUrl: string): Promise<HostAnswer<undefined>>;
};

const kinds: readonly { mime: string; ending: string; starts: readonly number[] }[] = [
  { mime: 'image/jpeg', ending: 'jpg', starts: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', ending: 'png', starts: [0x89, 0x50, 0x4e, 0x47] },
];

/** Gives a picture a name that nobody can guess and that says nothing of the shop. Undefined when it
 *  is no picture that the networks take. */
export function nameForPublic(bytes: Buffer): PictureFile | undefined {
  const kind = kinds.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  return (
    kind && {
      bytes,
      mime: kind.mime,
      name: `${randomBytes(16).toString('hex')}.${kind.ending}`,
    }
  );
}
