import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type UploadStorage = {
  url: string;
  files: Map<string, { bytes: Buffer; mime: string }>;
  /** Method, path and headers of every request. */
  requests: { method: string; path: string; headers: IncomingHttpHeaders }[];
  /** How an upload names its address: not at all, as JSON, or by a header. */
  names: 'nothing' | 'json' | 'location';
  canRemove: boolean;
  close(): Promise<void>;
};

/** A small server of a merchant's own: takes files by PUT under their name and by POST under one of its
 *  own, for whoever knows the key, and shows them to anybody. */
export async function startUploadStorage(key: string): Promise<UploadStorage> {
  const storage: UploadStorage = {
    url: '',
    files: new Map(),
    requests: [],
    names: 'nothing',
    canRemove: true,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  function put(
    path: string,
    bytes: Buffer,
    mime: string,
  ): [number, Record<string, string>, string] {
    storage.files.set(path, { bytes, mime });
    if (storage.names === 'location') return [201, { location: path }, ''];
    const body = storage.names === 'json' ? JSON.stringify({ url: `${storage.url}${path}` }) : '';
    return [201, {}, body];
  }

  function answer(
    method: string,
    path: string,
    headers: IncomingHttpHeaders,
    bytes: Buffer,
  ): [number, Record<string, string>, string | Buffer] {
    const file = storage.files.get(path);
    if (method === 'GET') {
      return file ? [200, { 'content-type': file.mime }, file.bytes] : [404, {}, ''];
    }
    if (headers['x-key'] !== key) return [401, {}, ''];
    const mime = headers['content-type'] ?? '';
    if (method === 'PUT') return put(path, bytes, mime);
    if (method === 'POST') return put(`/files/${storage.files.size + 1}.jpg`, bytes, mime);
    if (!storage.canRemove) return [405, {}, ''];
    return [storage.files.delete(path) ? 204 : 404, {}, ''];
  }

  const server = createServer((request, response) => {
    void request.toArray().then((parts: Buffer[]) => {
      const { method = '', url: path = '', headers } = request;
      storage.requests.push({ method, path, headers });
      const [status, given, body] = answer(method, path, headers, Buffer.concat(parts));
      response.writeHead(status, given).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  storage.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return storage;
}
