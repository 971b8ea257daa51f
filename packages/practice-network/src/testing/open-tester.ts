import sharp from 'sharp';
import {
  startPracticeNetwork,
  type PracticeOptions,
  type PracticeReady,
} from '../start-practice-network.ts';
import type { Effect } from '../world/ledger.ts';

/** An answer, its body both as text and parsed. */
export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
}

/** The text at a place in parsed JSON; empty when there is none. */
export function dig(value: unknown, ...path: readonly (string | number)[]): string {
  let part = value;
  for (const name of path) {
    if (typeof part !== 'object' || part === null) return '';
    part = (part as Record<string | number, unknown>)[name];
  }
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}

export type Values = Readonly<Record<string, unknown>>;

/** A practice network with a client that does as it is told, for tests over real HTTP. */
export interface Tester {
  ready: PracticeReady;
  get(path: string, token?: string): Promise<Answered>;
  post(path: string, values?: Values, token?: string): Promise<Answered>;
  del(path: string, token?: string): Promise<Answered>;
  form(path: string, values: Readonly<Record<string, string | Blob>>): Promise<Answered>;
  upload(url: string, bytes: Buffer, headers: Record<string, string>): Promise<Answered>;
  control(path: string, values?: Values): Promise<unknown>;
  ledger(): Promise<Effect[]>;
  advance(ms: number): Promise<void>;
  /** An unpublished photo; answers its id. */
  photo(values?: Readonly<Record<string, string>>): Promise<string>;
  /** An address on the picture server for a picture of this shape. */
  imageUrl(widthPx?: number, heightPx?: number): Promise<string>;
  /** A visible post with this text; answers its id. */
  visiblePost(message?: string): Promise<string>;
  /** A published Instagram picture; answers its id. */
  media(values?: Values): Promise<string>;
  close(): Promise<void>;
}

export function jpeg(widthPx = 1080, heightPx = 1350): Promise<Buffer> {
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#7a9e7e' } })
    .jpeg()
    .toBuffer();
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const isWhole = text.endsWith('}') || text.endsWith(']');
  const body: unknown = isJson && isWhole ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, body };
}

export function blob(bytes: Buffer, type = 'image/jpeg'): Blob {
  return new Blob([new Uint8Array(bytes)], { type });
}

/** Starts a network without customers (unless asked) and without late lists. */
export async function openTester(options: PracticeOptions = {}): Promise<Tester> {
  const settings = { personas: false, lag: false, ...options.settings };
  const network = await startPracticeNetwork({ ...options, settings });
  const { ready } = network;
  const send = async (
    method: string,
    path: string,
    token: string,
    body?: Values,
  ): Promise<Answered> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return answered(
      await fetch(`${ready.url}/v26.0${path}`, { method, headers, redirect: 'manual', ...sent }),
    );
  };
  const pageToken = ready.page.token;
  const form: Tester['form'] = async (path, values) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    const headers = { authorization: `Bearer ${pageToken}` };
    return answered(await fetch(`${ready.url}/v26.0${path}`, { method: 'POST', headers, body }));
  };
  const control: Tester['control'] = async (path, values) => {
    const headers = { authorization: `Bearer ${ready.token}` };
    const sent = values === undefined ? {} : { method: 'POST', body: JSON.stringify(values) };
    const response = await fetch(`${ready.control}${path}`, { headers, ...sent });
    const value: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const basics = {
    ready,
    close: () => network.close(),
    form,
    control,
    get: (path: string, token = pageToken) => send('GET', path, token),
    post: (path: string, values: Values = {}, token = pageToken) =>
      send('POST', path, token, values),
    del: (path: string, token = pageToken) => send('DELETE', path, token),
    upload: async (url: string, bytes: Buffer, headers: Record<string, string>) =>
      answered(await fetch(url, { method: 'POST', headers, body: blob(bytes) })),
    ledger: async () => (await control('/ledger')) as Effect[],
    advance: async (ms: number) => void (await control('/clock', { advanceMs: ms })),
  };
  return { ...basics, ...shortcuts(basics) };
}

type Basics = Omit<Tester, 'photo' | 'imageUrl' | 'visiblePost' | 'media'>;

function shortcuts(tester: Basics): Pick<Tester, 'photo' | 'imageUrl' | 'visiblePost' | 'media'> {
  const { page, instagram } = tester.ready;
  const upload = async (
    bytes: Buffer,
    values: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const fields = { published: 'false', ...values, source: blob(bytes) };
    return dig((await tester.form(`/${page.id}/photos`, fields)).body, 'id');
  };
  const imageUrl: Tester['imageUrl'] = async (widthPx, heightPx) => {
    const id = await upload(await jpeg(widthPx, heightPx), { temporary: 'true' });
    const { body } = await tester.get(`/${id}?fields=images`);
    return dig(body, 'images', 0, 'source');
  };
  return {
    imageUrl,
    photo: async (values = {}) => upload(await jpeg(), values),
    visiblePost: async (message = 'Bonjour') =>
      dig((await tester.post(`/${page.id}/feed`, { message })).body, 'id'),
    media: async (values = {}) => {
      const made = await tester.post(`/${instagram.id}/media`, {
        image_url: await imageUrl(),
        ...values,
      });
      await tester.advance(6000);
      const published = await tester.post(`/${instagram.id}/media_publish`, {
        creation_id: dig(made.body, 'id'),
      });
      return dig(published.body, 'id');
    },
  };
}
