import { RPCLink } from '@orpc/client/websocket';
import type { Carrier } from './carrier.ts';

/** Opens the loopback host's WebSocket; rejects when it cannot be opened. */
export function openWebSocket(url: string): Promise<Carrier> {
  const socket = new WebSocket(url);
  const link = new RPCLink({ websocket: socket });
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve(), { once: true });
  });
  const carrier: Carrier = {
    call: (path, input, options) => link.call(path, input, options),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    closed,
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(carrier), { once: true });
    void closed.then(() => reject(new Error('The studio does not answer.')));
  });
}

/** Where this page's own host listens, with the language in which it is to answer. */
export function socketUrl(page: { protocol: string; host: string }, language: string): string {
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${page.host}/rpc-ws?lang=${encodeURIComponent(language)}`;
}
