import { afterEach, expect, it } from 'vitest';
import { startRawNetwork, type RawNetwork } from '../test-support/raw-network.ts';
import { attachmentsOf } from './attachments.ts';

let network: RawNetwork | undefined;
afterEach(() => network?.close());

async function commentWith(attachment: object) {
  network = await startRawNetwork((_request, response) => {
    const comment = { id: '7710_9001', created_time: '2026-11-20T09:15:27+0000', attachment };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(comment));
  });
  const read = await network.client().readFacebookComment('7710_9001');
  if (!read.ok) throw new Error(read.failure.message);
  const { attachmentUrl, attachments } = read.value;
  return { attachmentUrl, attachments };
}
const media = { image: { src: 'https://cdn/a.jpg', width: 720, height: 960 } };
const size = { url: 'https://cdn/a.jpg', widthPx: 720, heightPx: 960 };

it.each([
  ['photo', 'image'],
  ['sticker', 'image'],
  ['animated_image_share', 'image'],
  ['video_inline', 'film'],
])('a comment with a %s tells a picture of it', async (type, kind) => {
  expect(await commentWith({ type, media, url: 'https://f/p' })).toEqual({
    attachmentUrl: 'https://cdn/a.jpg',
    attachments: [{ kind, ...size }],
  });
});

it('a comment with a link has no picture, whatever preview the network shows', async () => {
  expect(await commentWith({ type: 'share', media, url: 'https://shop.example' })).toEqual({
    attachmentUrl: undefined,
    attachments: undefined,
  });
});

it('a photo without an address of its bytes is still one', async () => {
  expect(await commentWith({ type: 'photo', url: 'https://f/p' })).toEqual({
    attachmentUrl: 'https://f/p',
    attachments: [{ kind: 'image' }],
  });
});

it('messages tell all that came with them', () => {
  const attachments = [
    { id: '1', mimeType: 'image/jpeg', url: 'https://cdn/m.jpg', widthPx: 4, heightPx: 3 },
    { id: '2', mimeType: 'video/mp4', url: 'https://cdn/m.mp4', previewUrl: 'https://cdn/p.jpg' },
    { id: '3', mimeType: 'video/mp4', url: 'https://cdn/m.mp4' },
    { id: '4', mimeType: 'audio/mpeg', url: 'https://cdn/m.mp3' },
    { id: '5', name: 'bill.pdf', url: 'https://cdn/b.pdf' },
  ];
  expect(attachmentsOf({ attachments, stickerUrl: 'https://cdn/s.png' })).toEqual([
    { kind: 'image', url: 'https://cdn/m.jpg', widthPx: 4, heightPx: 3 },
    { kind: 'film', url: 'https://cdn/p.jpg' },
    { kind: 'film' },
    { kind: 'sound' },
    { kind: 'file' },
    { kind: 'image', url: 'https://cdn/s.png' },
  ]);
});
