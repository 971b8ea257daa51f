import { writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphClient } from '../src/client-types.ts';
import type { GraphResult } from '../src/result.ts';

/** One function of the client: what it must put on the wire and what it makes of an answer. */
export type CallCase = {
  name: keyof GraphClient;
  run(client: GraphClient, network: { url: string }): Promise<GraphResult<unknown>>;
  /** Method and path without the version. */
  request: string;
  /** Every parameter on the wire, as text. */
  parameters: Record<string, string>;
  /** The published list that must know those names; absent for what Meta publishes no list of. */
  spec?: { file: string; edge: string };
  /** The list that must know the names in `fields`. */
  fieldsOf?: string;
  answer: unknown;
  value: unknown;
};

export const shop = {
  page: '104600',
  instagram: '17841400000000001',
  catalogue: '9601',
  photo: '5501',
  post: '104600_7712',
  video: '8802',
  container: '17889000000000001',
  media: '17900000000000009',
  business: '700100',
  person: '5123',
  product: '3231775643511089',
  thread: 't_10158',
  message: 'm_kXa1b2c3d4e5f6-g7h8',
} as const;

/** Ten bytes that a multipart parser must find again. */
export const fileText = '0123456789';

/** A file to upload; its folder is left to the system's own cleaning. */
export function writeUpload(name = 'mug blue.jpg'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'graph-upload-')), name);
  writeFileSync(path, fileText);
  return path;
}
