import type { RemoteAttachment } from './comment-types.ts';
import type { MessageAttachment, RemoteMessage } from './conversation-types.ts';

/** What came with a message, as comments tell it: pictures and the pictures of films with their addresses, a
 *  sticker last. */
export function attachmentsOf({
  attachments,
  stickerUrl,
}: Pick<RemoteMessage, 'attachments' | 'stickerUrl'>): RemoteAttachment[] {
  const sticker = stickerUrl === undefined ? [] : [{ kind: 'image' as const, url: stickerUrl }];
  return [...attachments.map(toAttachment), ...sticker];
}

function toAttachment(one: MessageAttachment): RemoteAttachment {
  const { mimeType = '', url, previewUrl, widthPx, heightPx } = one;
  const size = {
    ...(widthPx === undefined ? {} : { widthPx }),
    ...(heightPx === undefined ? {} : { heightPx }),
  };
  if (mimeType.startsWith('video/') || previewUrl !== undefined)
    return { kind: 'film', ...(previewUrl === undefined ? {} : { url: previewUrl }), ...size };
  if (mimeType.startsWith('audio/')) return { kind: 'sound' };
  const isImage = mimeType.startsWith('image/') || widthPx !== undefined;
  if (!isImage) return { kind: 'file' };
  return { kind: 'image', ...(url === undefined ? {} : { url }), ...size };
}
