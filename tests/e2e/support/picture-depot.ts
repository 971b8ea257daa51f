import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PictureDepot = {
  /** Where files are sent, and where anybody reads them. */
  url: string;
  /** What lies there for now. */
  names(): string[];
  /** How many were sent in all. */
  received(): number;
  close(): Promise<void>;
};

const limitBytes = 20_000_000;

/** A merchant's own website as far as it takes and serves pictures: PUT with `key` as the header
 *  `X-Depot-Key`, GET by anybody, DELETE. */
export async function startPictureDepot(key: string): Promise<PictureDepot> {
  const files = new Map<string, Buffer>();
  let received = 0;
  const server = createServer((request, response) => {
    const answer = (status: number, body?: Buffer) =>
      response
        .writeHead(status, { 'Content-Type': body ? 'image/jpeg' : 'text/plain' })
        .end(body ?? '');
    const name = request.url ?? '';
    const file = files.get(name);
    if (request.method === 'GET' || request.method === 'HEAD')
      return void (file ? answer(200, file) : answer(404));
    if (request.headers['x-depot-key'] !== key) {
      request.resume();
      return void answer(403);
    }
    if (request.method === 'DELETE') return void answer(files.delete(name) ? 204 : 404);
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      files.set(name, Buffer.concat(chunks));
      received += 1;
      answer(201);
    });
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    names: () => [...files.keys()],
    received: () => received,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
