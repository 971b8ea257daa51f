import { statSync } from 'node:fs';
import type { ByteUpload, ReelCalls } from './page-types.ts';
import { isSuccess } from './parse-list.ts';
import { compact, idOf, wordsOf, type Fields } from './read-values.ts';
import { fileBody, formBody } from './request-body.ts';
import type { Call, CallOptions } from './result.ts';
import type { Sender } from './send.ts';

/** Reels of a Page: start, bytes, finish. Source: Reels Publishing API guide. */
export function reelCalls(sender: Sender): ReelCalls {
  return {
    startReel: ({ pageId }, options) =>
      sender.write(
        { node: pageId, edge: 'video_reels', body: formBody({ upload_phase: 'start' }) },
        parseStart,
        options,
      ),
    uploadReelBytes: (upload, options) => sendFile(sender, upload, options),
    finishReel: ({ pageId, videoId, description, title, publishAt }, options) =>
      sender.show(
        {
          node: pageId,
          edge: 'video_reels',
          body: formBody({
            upload_phase: 'finish',
            video_id: videoId,
            video_state: publishAt === undefined ? 'PUBLISHED' : 'SCHEDULED',
            scheduled_publish_time:
              publishAt === undefined ? undefined : Math.round(publishAt / 1000),
            description,
            title,
          }),
        },
        (body) =>
          isSuccess(body) ? compact({ videoId, postId: idOf(body['post_id']) }) : undefined,
        options,
      ),
  };
}

export function parseStart(body: Fields): { videoId: string; uploadUrl: string } | undefined {
  const videoId = idOf(body['video_id']);
  const uploadUrl = wordsOf(body['upload_url']);
  return videoId !== undefined && uploadUrl !== undefined ? { videoId, uploadUrl } : undefined;
}

/** The rest of a file to an address of the byte host; both networks take it alike. */
export function sendFile(
  sender: Sender,
  { uploadUrl, filePath, offset = 0 }: ByteUpload,
  options?: CallOptions,
): Call<{ done: true }> {
  const sizeBytes = statSync(filePath, { throwIfNoEntry: false })?.size ?? 0;
  return sender.sendBytes(
    {
      address: uploadUrl,
      headers: { offset: String(offset), file_size: String(sizeBytes) },
      body: () => fileBody({ path: filePath, startByte: offset }),
    },
    (body) => (isSuccess(body) ? { done: true } : undefined),
    options,
  );
}
