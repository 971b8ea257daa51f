import type { CallKind } from './classify.ts';
import { graphAddress, type Target } from './graph-address.ts';
import { groupOf } from './pacer.ts';
import { probeNetwork } from './probe-network.ts';
import type { Parse } from './read-answer.ts';
import type { Parameters } from './request-body.ts';
import type { CallOptions, GraphResult, VisibleResult } from './result.ts';
import { createRunCall, type BodySource, type SenderSettings } from './run-call.ts';

export type ReadRequest = Target & {
  query?: Parameters;
  /** Parameters that must never be read anywhere. */
  secrets?: readonly string[];
};
export type WriteRequest = Target & {
  method?: 'POST' | 'DELETE';
  /** For DELETE, which has no body. */
  query?: Parameters;
  body?: BodySource;
  /** Uploads get ten times the patience. */
  isUpload?: boolean;
};
export type BytesRequest = {
  address: string;
  headers: Record<string, string>;
  body: BodySource;
};

/** The three ways to call. A visible call asks for no fields: a read-back that fails would turn a done
 *  write into an error. */
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

const uploadPatience = 10;

/** Without a token nothing is authorised: only for calls that need none. */
export function createSender(settings: SenderSettings): Sender {
  const { token, timeoutMs = 30_000 } = settings;
  const run = createRunCall(settings);
  const authorized = (scheme: 'Bearer' | 'OAuth'): Record<string, string> =>
    token === undefined ? {} : { authorization: `${scheme} ${token}` };

  function write<T>(
    kind: CallKind,
    request: WriteRequest,
    parse: Parse<T>,
    options?: CallOptions,
  ): Promise<GraphResult<T>> {
    const { method = 'POST', isUpload, body } = request;
    const call = {
      kind,
      group: groupOf(request.edge),
      method,
      address: graphAddress(settings, request, request.query),
      headers: authorized('Bearer'),
      body,
      isUpload,
      timeoutMs: isUpload ? timeoutMs * uploadPatience : timeoutMs,
    };
    return run(call, parse, options);
  }

  return {
    read(request, parse, options) {
      const call = {
        kind: 'read',
        group: groupOf(request.edge),
        method: 'GET',
        address: graphAddress(settings, request, request.query),
        headers: authorized('Bearer'),
        timeoutMs,
        secrets: request.secrets,
      } as const;
      return run(call, parse, options);
    },
    write: (request, parse, options) => write('invisible', request, parse, options),
    async show(request, parse, options) {
      return { ...(await write('visible', request, parse, options)), visible: true };
    },
    sendBytes({ address, headers, body }, parse, options) {
      const call = {
        kind: 'invisible',
        group: 'other',
        method: 'POST',
        address,
        headers: { ...authorized('OAuth'), ...headers },
        body,
        isUpload: true,
        timeoutMs: timeoutMs * uploadPatience,
      } as const;
      return run(call, parse, options);
    },
    probe: (options) => probeNetwork({ ...settings, ...options }),
  };
}
