import type { Page } from '@playwright/test';

export type HeldCalls = {
  /** From now on calls that fit wait. */
  hold(): void;
  /** What waited goes, in its order, and nothing waits any longer. */
  letGo(): void;
  /** How many wait. */
  count(): number;
};

/** Lets calls of the window wait as long as a test wants, as in a studio that has much to do. It holds for
 *  connections that the page makes from then on: load it anew. */
export async function holdCalls(
  page: Page,
  /** Given the frame in which a call goes out. */
  fits: (frame: string) => boolean,
): Promise<HeldCalls> {
  let isHeld = false;
  const waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/rpc-ws/, (socket) => {
    const studio = socket.connectToServer();
    socket.onMessage((message) => {
      const send = () => studio.send(message);
      if (isHeld && fits(message.toString())) waiting.push(send);
      else send();
    });
  });
  return {
    hold: () => void (isHeld = true),
    letGo() {
      isHeld = false;
      for (const send of waiting.splice(0)) send();
    },
    count: () => waiting.length,
  };
}
