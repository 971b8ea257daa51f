import { RPCLink } from '@orpc/client/message-port';
import type { Carrier } from './carrier.ts';

/** What the desktop shell's preload puts on the window. */
export type DesktopBridge = {
  /** Asks the shell for a new port; it comes as a message `vitrine-port` to this window. */
  requestPort?: (language: string) => void;
  port?: MessagePort;
  /** The path of a dropped or chosen file. */
  pathForFile?: (file: File) => string;
};

declare global {
  interface Window {
    vitrine?: DesktopBridge;
  }
}

/** Wraps a port of the desktop shell. A port never reconnects by itself: a new one is asked for. */
export function portCarrier(port: MessagePort): Carrier {
  let open = true;
  const closed = new Promise<void>((resolve) => {
    port.addEventListener('close', () => {
      open = false;
      resolve();
    });
  });
  const link = new RPCLink({ port });
  port.start();
  return {
    call: (path, input, options) => link.call(path, input, options),
    isOpen: () => open,
    closed,
    close: () => {
      port.close();
      // Only the other side hears the closing of a port.
      port.dispatchEvent(new Event('close'));
    },
  };
}

/** Takes the port that stands ready, or asks for one and waits for it. Only messages of this very
 *  window are believed. */
export function openPort(bridge: DesktopBridge, language: string): Promise<Carrier> {
  if (bridge.port) return Promise.resolve(portCarrier(bridge.port));
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'vitrine-port' || !port) return;
      window.removeEventListener('message', listen);
      resolve(portCarrier(port));
    };
    window.addEventListener('message', listen);
    bridge.requestPort?.(language);
  });
}
