import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Told = { status: number; text: string };
/** What of the network's answer comes through, or another one in its place. */
export type Bend = (told: Told, request: { method: string; url: URL }) => Told;

/** The same network, whose comment pages lead nowhere, as Instagram's are documented. */
export function startPagelessProxy(target: string): ReturnType<typeof startBentProxy> {
  return startBentProxy(target, ({ status, text }, { url }) => ({
    status,
    text: url.pathname.endsWith('/comments') ? withoutPaging(text) : text,
  }));
}

/** The same network, which words its answers otherwise. */
export async function startBentProxy(
  target: string,
  bend: Bend,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', target);
    void forward(url, request).then((told) => {
      const { status, text } = bend(told, { method: request.method ?? 'GET', url });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function forward(url: URL, request: IncomingMessage): Promise<Told> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization, 'content-type': type } = request.headers;
  // A place in a list of the bent answers means nothing to the network behind them.
  const asked = new URL(url);
  asked.searchParams.delete('offset');
  const answer = await fetch(asked, {
    method: request.method ?? 'GET',
    headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  return { status: answer.status, text: await answer.text() };
}

function withoutPaging(text: string): string {
  const { paging: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(rest);
}
