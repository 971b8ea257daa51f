import type { IpcMainEvent, WebContents } from 'electron';
import { isOwnAddress } from './own-origin.ts';

/** Is this message from the top frame of our own window, still showing our own page? */
export function isTrustedSender(
  event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  own: WebContents,
): boolean {
  const frame = event.senderFrame;
  if (!frame || own.isDestroyed() || event.sender !== own) return false;
  return frame === own.mainFrame && isOwnAddress(frame.url);
}

/** A language tag from the page, or nothing. */
export function readLanguage(value: unknown): string | undefined {
  return typeof value === 'string' && /^(fr|en)$/.test(value) ? value : undefined;
}
