import { stat } from 'node:fs/promises';
import type { ByteUpload, ReelCalls, RemoteReel } from './page-types.ts';
import { uploadedBytesOf } from './page-videos.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import { compact, fieldsOf, idOf, instantOf, wordsOf, type Fields } from './read-values.ts';
import { fileBody, formBody } from './request-body.ts';
import type { Call, UploadOptions } from './result.ts';
import { sendWholeFile } from './resume-upload.ts';
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
    uploadReel: ({ videoId, ...upload }, options) =>
      sendWholeFile(
        {
          filePath: upload.filePath,
          send: (offset, call) => sendFile(sender, { ...upload, offset }, call),
          readOffset: (call) =>
            sender.read(
              { node: videoId, query: { fields: 'status' } },
              (body) => uploadedBytesOf(uploadingPhaseOf(body)) ?? 0,
              call,
            ),
        },
        options,
      ),
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
    listReels: ({ pageId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'video_reels',
          query: { fields: 'id,description,updated_time', ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parseReel),
        options,
      ),
  };
}

function parseReel(row: Fields): RemoteReel | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    description: wordsOf(row['description']),
    updatedAt: instantOf(row['updated_time']),
  });
}

function uploadingPhaseOf(body: Fields): Fields | undefined {
  return fieldsOf(fieldsOf(body['status'])?.['uploading_phase']);
}

export function parseStart(body: Fields): { videoId: string; uploadUrl: string } | undefined {
  const videoId = idOf(body['video_id']);
  const uploadUrl = wordsOf(body['upload_url']);
  return videoId !== undefined && uploadUrl !== undefined ? { videoId, uploadUrl } : undefined;
}

/** The rest of a file to an address of the byte host; both networks take it alike. */
export async function sendFile(
  sender: Sender,
  { uploadUrl, filePath, offset = 0 }: ByteUpload,
  options?: UploadOptions,
): Call<{ done: true }> {
  const { onProgress } = options ?? {};
  // A file that is not there is found out when its bytes are opened.
  const sizeBytes = await stat(filePath).then(
    (file) => file.size,
    () => 0,
  );
  return sender.sendBytes(
    {
      address: uploadUrl,
      headers: { offset: String(offset), file_size: String(sizeBytes) },
      body: () => fileBody({ path: filePath, startByte: offset, onProgress }),
    },
    (body) => (isSuccess(body) ? { done: true } : undefined),
    options,
  );
}
