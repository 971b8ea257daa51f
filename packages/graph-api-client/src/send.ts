import { failureBeforeSending, failureOfLoss, type CallKind } from './classify.ts';
import type { GraphClientOptions } from './client-types.ts';
import { createConnectionPool, exchange } from './http-exchange.ts';
import { isOwnAddress } from './own-hosts.ts';
import { probeNetwork } from './probe-network.ts';
import { readAnswer, type Parse } from './read-answer.ts';
import { readUsage } from './read-usage.ts';
import { redactTokens } from './redact-tokens.ts';
import { parameterText, type Parameters, type RequestBody } from './request-body.ts';
import type { CallOptions, GraphFailure, GraphResult, VisibleResult } from './result.ts';

export type Target = { node: string; edge?: string };
/** Opened late, so that a file that cannot be read is an answer and not a throw. */
export type BodySource = RequestBody | (() => Promise<RequestBody>);

export type ReadRequest = Target & { query?: Parameters };
export type WriteRequest = Target & {
  method?: 'POST' | 'DELETE';
  body?: BodySource;
  /** Uploads get ten times the patience. */
  isUpload?: boolean;
};
export type BytesRequest = {
  address: string;
  headers: Record<string, string>;
  body: BodySource;
};

/** The three ways to call. A visible call takes no query: a read-back that fails would turn a done write
 *  into an error. */
export type Sender = {
  read<T>(request: ReadRequest, parse: Parse<T>, options?: CallOptions): Promise<GraphResult<T>>;
  write<T>(request: WriteRequest, parse: Parse<T>, options?: CallOptions): Promise<GraphResult<T>>;
  show<T>(request: WriteRequest, parse: Parse<T>, options?: CallOptions): Promise<VisibleResult<T>>;
  /** Bytes to an address that a start call answered. */
  sendBytes<T>(
    request: BytesRequest,
    parse: Parse<T>,
    options?: CallOptions,
  ): Promise<GraphResult<T>>;
  /** Without the token. */
  probe(options?: CallOptions): Promise<GraphResult<{ httpStatus: number }>>;
};

type Prepared = {
  kind: CallKind;
  method: 'GET' | 'POST' | 'DELETE';
  address: string;
  headers: Record<string, string>;
  body?: BodySource | undefined;
  timeoutMs: number;
};
type Run = <T>(call: Prepared, parse: Parse<T>, options?: CallOptions) => Promise<GraphResult<T>>;

const nodeShape = /^(me|debug_token|\d{1,40}(_\d{1,40}){0,3})$/;
const uploadPatience = 10;

export function createSender(settings: GraphClientOptions): Sender {
  const { token, timeoutMs = 30_000 } = settings;
  const run = createRun(settings);
  const authorization = `Bearer ${token}`;

  function write<T>(
    kind: CallKind,
    request: WriteRequest,
    parse: Parse<T>,
    options?: CallOptions,
  ): Promise<GraphResult<T>> {
    const call: Prepared = {
      kind,
      method: request.method ?? 'POST',
      address: addressOf(settings, request),
      headers: { authorization },
      body: request.body,
      timeoutMs: request.isUpload ? timeoutMs * uploadPatience : timeoutMs,
    };
    return run(call, parse, options);
  }

  return {
    read(request, parse, options) {
      const address = addressOf(settings, request, request.query);
      const headers = { authorization };
      return run({ kind: 'read', method: 'GET', address, headers, timeoutMs }, parse, options);
    },
    write: (request, parse, options) => write('invisible', request, parse, options),
    async show(request, parse, options) {
      return { ...(await write('visible', request, parse, options)), visible: true };
    },
    sendBytes(request, parse, options) {
      const { address, body } = request;
      const headers = { authorization: `OAuth ${token}`, ...request.headers };
      const patience = timeoutMs * uploadPatience;
      return run(
        { kind: 'invisible', method: 'POST', address, headers, body, timeoutMs: patience },
        parse,
        options,
      );
    },
    probe: (options) => probeNetwork({ ...settings, ...options }),
  };
}

/** One call from its preparation to its meaning. */
function createRun(settings: GraphClientOptions): Run {
  const pool = createConnectionPool();
  const refuse = (meaning: string, message: string): { ok: false; failure: GraphFailure } => ({
    ok: false,
    failure: failureBeforeSending(meaning, message),
  });

  return async (call, parse, options = {}) => {
    if (call.address === '') return refuse('bad-id', 'this is not the shape of an id');
    if (!isOwnAddress(call.address, settings.baseUrls)) {
      return refuse('foreign-address', 'the address is not on a host of this account');
    }
    const body = await openBody(call.body);
    if (body && 'unreadable' in body) {
      return refuse('file-unreadable', `the file cannot be read: ${body.unreadable}`);
    }
    const result = await exchange({
      method: call.method,
      url: new URL(call.address),
      headers: { ...call.headers, ...(body && { 'content-type': body.contentType }) },
      ...(body && { body }),
      timeoutMs: options.timeoutMs ?? call.timeoutMs,
      signal: options.signal,
      reuse: call.kind === 'read' ? pool : undefined,
    });
    if (result.kind === 'lost')
      return cleaned({ ok: false, failure: failureOfLoss(result) }, settings);
    const usage = readUsage(result.headers);
    if (usage.length > 0) settings.onUsage?.(usage);
    const nowMs = (settings.now ?? Date.now)();
    return cleaned(readAnswer(call.kind, result, usage, parse, nowMs), settings);
  };
}

/** Empty when the node is not an id: nothing from outside may bend the path. */
function addressOf(settings: GraphClientOptions, target: Target, query: Parameters = {}): string {
  if (!nodeShape.test(target.node)) return '';
  const { baseUrls, version = 'v26.0' } = settings;
  const path = [version, target.node, target.edge].filter((part) => part !== undefined).join('/');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, parameterText(value));
  }
  return `${baseUrls.graph.replace(/\/+$/, '')}/${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

async function openBody(
  source: BodySource | undefined,
): Promise<RequestBody | { unreadable: string } | undefined> {
  if (typeof source !== 'function') return source;
  try {
    return await source();
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code ?? 'unknown reason' };
  }
}

function cleaned<T>(result: GraphResult<T>, { token }: GraphClientOptions): GraphResult<T> {
  if (result.ok) return result;
  const { failure } = result;
  const { userTitle, userMessage, blame } = failure;
  return {
    ok: false,
    failure: {
      ...failure,
      message: redactTokens(failure.message, token),
      ...(userTitle !== undefined && { userTitle: redactTokens(userTitle, token) }),
      ...(userMessage !== undefined && { userMessage: redactTokens(userMessage, token) }),
      ...(blame && { blame: blame.map((name) => redactTokens(name, token)) }),
    },
  };
}
