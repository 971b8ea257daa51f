import type { PageVideoCalls, RemoteVideo, UploadWindow } from './page-types.ts';
import { isSuccess } from './parse-list.ts';
import { compact, fieldsOf, flagOf, idOf, numberOf, wordsOf, type Fields } from './read-values.ts';
import { formBody, multipartBody } from './request-body.ts';
import type { UploadOptions } from './result.ts';
import { sendWindows } from './resume-upload.ts';
import type { Sender, WriteRequest } from './send.ts';

/** Feed videos of a Page, and the state of any video. Source: Video API guide, resumable upload. */
export function pageVideoCalls(sender: Sender): PageVideoCalls {
  return { ...uploadCalls(sender), ...stateCalls(sender) };
}

type StateCalls = Pick<
  PageVideoCalls,
  'readVideo' | 'publishVideo' | 'updateVideo' | 'setVideoThumbnail'
>;

function uploadCalls(sender: Sender): Omit<PageVideoCalls, keyof StateCalls> {
  const transferVideo: PageVideoCalls['transferVideo'] = (part, options) =>
    sender.write(transferRequest(part, options), parseWindow, options);
  return {
    transferVideo,
    uploadVideo: ({ startOffset, endOffset, ...part }, options) =>
      sendWindows(
        { startOffset, endOffset },
        (window, call) => transferVideo({ ...part, ...window }, call),
        options,
      ),
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
    finishVideo: (video, options) =>
      sender.write(finishRequest(video, { published: false }), parseDone, options),
    scheduleVideo: ({ publishAt, ...video }, options) =>
      sender.show(
        finishRequest(video, {
          published: false,
          unpublished_content_type: 'SCHEDULED',
          scheduled_publish_time: Math.round(publishAt / 1000),
        }),
        parseDone,
        options,
      ),
    cancelVideo: ({ pageId, sessionId }, options) =>
      sender.write(
        {
          node: pageId,
          edge: 'videos',
          body: formBody({ upload_phase: 'cancel', upload_session_id: sessionId }),
        },
        parseDone,
        options,
      ),
  };
}

type Part = Parameters<PageVideoCalls['transferVideo']>[0];
type FinishedVideo = Parameters<PageVideoCalls['finishVideo']>[0];

function transferRequest(
  { pageId, sessionId, filePath, startOffset, endOffset }: Part,
  options: UploadOptions | undefined,
): WriteRequest {
  const file = {
    path: filePath,
    startByte: startOffset,
    endByte: endOffset,
    onProgress: options?.onProgress,
  };
  const parameters = {
    upload_phase: 'transfer',
    upload_session_id: sessionId,
    start_offset: startOffset,
  };
  return {
    node: pageId,
    edge: 'videos',
    isUpload: true,
    body: () => multipartBody(parameters, 'video_file_chunk', file),
  };
}

function finishRequest(
  { pageId, sessionId, title, description }: FinishedVideo,
  state: Record<string, string | number | boolean>,
): WriteRequest {
  return {
    node: pageId,
    edge: 'videos',
    body: formBody({
      upload_phase: 'finish',
      upload_session_id: sessionId,
      ...state,
      title,
      description,
    }),
  };
}

function parseDone(body: Fields): { done: true } | undefined {
  return isSuccess(body) ? { done: true } : undefined;
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
    // The title of a new video is called name once it is there.
    updateVideo: ({ videoId, title, description }, options) =>
      sender.show(
        { node: videoId, body: formBody({ name: title, description }) },
        (body) => (isSuccess(body) ? { videoId } : undefined),
        options,
      ),
    setVideoThumbnail: ({ videoId, filePath }, options) =>
      sender.show(
        {
          node: videoId,
          edge: 'thumbnails',
          isUpload: true,
          body: () =>
            multipartBody({ is_preferred: true }, 'source', {
              path: filePath,
              onProgress: options?.onProgress,
            }),
        },
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
