import type { PageVideoCalls, RemoteVideo, UploadWindow } from './page-types.ts';
import { isSuccess } from './parse-list.ts';
import { compact, fieldsOf, flagOf, idOf, numberOf, wordsOf, type Fields } from './read-values.ts';
import { formBody, multipartBody } from './request-body.ts';
import type { Sender } from './send.ts';

/** Feed videos of a Page, and the state of any video. Source: Video API guide, resumable upload. */
export function pageVideoCalls(sender: Sender): PageVideoCalls {
  return { ...uploadCalls(sender), ...stateCalls(sender) };
}

type StateCalls = Pick<PageVideoCalls, 'readVideo' | 'publishVideo'>;

function uploadCalls(sender: Sender): Omit<PageVideoCalls, keyof StateCalls> {
  return {
    startVideo: ({ pageId, sizeBytes }, options) =>
      sender.write(
        {
          node: pageId,
          edge: 'videos',
          body: formBody({ upload_phase: 'start', file_size: sizeBytes }),
        },
        parseStart,
        options,
      ),
    transferVideo: ({ pageId, sessionId, filePath, startOffset, endOffset }, options) =>
      sender.write(
        {
          node: pageId,
          edge: 'videos',
          isUpload: true,
          body: () =>
            multipartBody(
              { upload_phase: 'transfer', upload_session_id: sessionId, start_offset: startOffset },
              'video_file_chunk',
              { path: filePath, startByte: startOffset, endByte: endOffset },
            ),
        },
        parseWindow,
        options,
      ),
    finishVideo: ({ pageId, sessionId, title, description }, options) =>
      sender.write(
        {
          node: pageId,
          edge: 'videos',
          body: formBody({
            upload_phase: 'finish',
            upload_session_id: sessionId,
            published: false,
            title,
            description,
          }),
        },
        (body) => (isSuccess(body) ? { done: true } : undefined),
        options,
      ),
  };
}

function stateCalls(sender: Sender): StateCalls {
  return {
    readVideo: (videoId, options) =>
      sender.read(
        { node: videoId, query: { fields: 'id,status,published,post_id,permalink_url' } },
        parseVideo,
        options,
      ),
    publishVideo: (videoId, options) =>
      sender.show(
        { node: videoId, body: formBody({ published: true }) },
        (body) => (isSuccess(body) ? { videoId } : undefined),
        options,
      ),
  };
}

/** Offsets come as text. */
function parseWindow(body: Fields): UploadWindow | undefined {
  const startOffset = numberOf(body['start_offset']);
  const endOffset = numberOf(body['end_offset']);
  return startOffset !== undefined && endOffset !== undefined
    ? { startOffset, endOffset }
    : undefined;
}

function parseStart(
  body: Fields,
): ({ videoId: string; sessionId: string } & UploadWindow) | undefined {
  const window = parseWindow(body);
  const videoId = idOf(body['video_id']);
  const sessionId = idOf(body['upload_session_id']);
  return window && videoId !== undefined && sessionId !== undefined
    ? { videoId, sessionId, ...window }
    : undefined;
}

function parseVideo(body: Fields): RemoteVideo | undefined {
  const id = idOf(body['id']);
  if (id === undefined) return undefined;
  const status = fieldsOf(body['status']);
  const phase = (name: string): Fields | undefined => fieldsOf(status?.[name]);
  return compact({
    id,
    status: wordsOf(status?.['video_status']),
    uploadedBytes: uploadedBytesOf(phase('uploading_phase')),
    uploadingPhase: wordsOf(phase('uploading_phase')?.['status']),
    processingPhase: wordsOf(phase('processing_phase')?.['status']),
    publishingPhase: wordsOf(phase('publishing_phase')?.['status']),
    errorMessage: ['uploading_phase', 'processing_phase', 'publishing_phase']
      .map((name) => errorOf(phase(name)))
      .find((message) => message !== undefined),
    isPublished: flagOf(body['published']),
    postId: idOf(body['post_id']),
    permalink: wordsOf(body['permalink_url']),
  });
}

/** The network spells it both ways. */
export function uploadedBytesOf(phase: Fields | undefined): number | undefined {
  return numberOf(phase?.['bytes_transfered']) ?? numberOf(phase?.['bytes_transferred']);
}

function errorOf(phase: Fields | undefined): string | undefined {
  const errors = phase?.['errors'];
  const first = fieldsOf(Array.isArray(errors) ? errors[0] : phase?.['error']);
  return wordsOf(first?.['message']);
}
