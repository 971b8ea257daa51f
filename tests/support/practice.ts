import { createGraphClient, type GraphClient } from 'graph-api-client';
import {
  startPracticeNetwork,
  type Effect,
  type PracticeNetwork,
  type PracticeOptions,
  type PracticeReady,
  type Settings,
} from 'practice-network';

/** A visible effect, as the network itself wrote it down. */
export type LedgerEntry = Effect;
export type { PracticeReady };

export type FaultOrder = {
  /** As `POST /{ig}/media_publish`; `*` for any. Every mode: packages/practice-network. */
  edge: string;
  mode: string;
  count?: number;
  chance?: number;
  seed?: number;
} & Record<string, unknown>;

export type PracticeControl = {
  setClock(at: number | string): Promise<void>;
  advance(ms: number): Promise<void>;
  fault(order: FaultOrder): Promise<void>;
  clearFaults(): Promise<void>;
  /** As a customer; answers the new comment's id. */
  addComment(comment: {
    object: string;
    message: string;
    from?: string;
    createdTime?: string;
  }): Promise<string>;
  editComment(id: string, message: string): Promise<void>;
  deleteComment(id: string): Promise<void>;
  /** Takes a post, media or picture away, as somebody in the network's own app would. */
  removeObject(id: string): Promise<void>;
  expireToken(order: {
    token?: string;
    user?: boolean;
    page?: string | true;
    subcode?: number;
  }): Promise<void>;
  restoreTokens(): Promise<void>;
  setPermission(permission: string, granted: boolean): Promise<void>;
  reviewProduct(order: { retailerId?: string; productId?: string; status: string }): Promise<void>;
  settings(change: Record<string, unknown>): Promise<void>;
  /** Both from number `after` on. */
  ledger(after?: number): Promise<LedgerEntry[]>;
  journal(after?: number): Promise<Record<string, unknown>[]>;
  /** Any other control endpoint. */
  post(path: string, body: object): Promise<Record<string, unknown>>;
};

export type PracticeForTests = {
  ready: PracticeReady;
  control: PracticeControl;
  /** Speaks as the practice Page, or with another token. */
  client: (token?: string) => GraphClient;
  close: () => Promise<void>;
};

export type PracticeForTestsOptions = {
  seed?: number;
  clockFile?: string;
  /** The network's clock below the movable one, as a test's own. */
  readClock?: () => number;
  /** Kept when given; else a folder that goes with `close`. */
  dataDir?: string;
  port?: number;
  /** Over quick processing, no customers of its own and no late reads. */
  settings?: Partial<Settings>;
  /** Where its requests are written down; that of the whole run unless told. */
  recordFile?: string;
};

/** A practice network in this process with no customers of its own, quick processing and no late reads:
 *  what happens is only what the test does. */
export async function startPractice(
  options: PracticeForTestsOptions = {},
): Promise<PracticeForTests> {
  const { settings, ...rest } = options;
  const network = await openNetwork({ seed: 1, ...rest, settings });
  const { ready } = network;
  return {
    ready,
    control: practiceControl(ready),
    client: (token = ready.page.token) =>
      createGraphClient({ baseUrls: { graph: ready.url }, token, timeoutMs: 5_000 }),
    close: () => network.close(),
  };
}

/** A network as tests want it. Its requests are written down where the whole run is recorded. */
export function openNetwork({ settings, ...rest }: PracticeOptions): Promise<PracticeNetwork> {
  const recordFile = process.env['PRACTICE_RECORD'];
  return startPracticeNetwork({
    ...(recordFile === undefined ? {} : { recordFile }),
    ...rest,
    settings: { processing: 'fast', personas: false, lag: false, ...settings },
  });
}

/** The control endpoints of a practice network that runs anywhere on this machine. */
export function practiceControl(ready: Pick<PracticeReady, 'control' | 'token'>): PracticeControl {
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const ask = () =>
      fetch(`${ready.control}${path}`, {
        method,
        headers: { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    // A kept connection may end just as it is taken up again, before the network has read a byte.
    const response = await ask().catch(ask);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as unknown);
  }
  const post = async (path: string, body: object): Promise<Record<string, unknown>> =>
    (await call('POST', path, body)) as Record<string, unknown>;
  const rows = (answer: unknown, key: string): unknown[] => {
    if (Array.isArray(answer)) return answer;
    const list = (answer as Record<string, unknown>)[key];
    return Array.isArray(list) ? list : [];
  };

  return {
    post,
    setClock: async (at) => void (await post('/clock', { set: new Date(at).toISOString() })),
    advance: async (ms) => void (await post('/clock', { advanceMs: ms })),
    fault: async (order) => void (await post('/faults', order)),
    clearFaults: async () => void (await post('/faults/clear', {})),
    addComment: async (comment) => {
      const answer = await post('/comments', { action: 'add', ...comment });
      return String(answer['id']);
    },
    editComment: async (id, message) =>
      void (await post('/comments', { action: 'edit', id, message })),
    deleteComment: async (id) => void (await post('/comments', { action: 'delete', id })),
    removeObject: async (id) => void (await post('/remove', { object: id })),
    expireToken: async (order) => void (await post('/tokens/expire', order)),
    restoreTokens: async () => void (await post('/tokens/restore', {})),
    setPermission: async (permission, granted) =>
      void (await post('/permissions', { permission, granted })),
    reviewProduct: async (order) => void (await post('/products/review', order)),
    settings: async (change) => void (await post('/settings', change)),
    ledger: async (after = 0) =>
      rows(await call('GET', `/ledger?after=${after}`), 'ledger') as LedgerEntry[],
    journal: async (after = 0) =>
      rows(await call('GET', `/journal?after=${after}`), 'journal') as Record<string, unknown>[],
  };
}
