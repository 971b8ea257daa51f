import { shop, writeUpload, type CallCase } from './call-case.ts';

const videos = { file: 'Page', edge: 'POST videos' };
const reels = { file: 'Page', edge: 'POST video_reels' };
const stories = { file: 'Page', edge: 'POST video_stories' };
const uploadUrl = 'https://rupload.facebook.com/video-upload/v26.0/8803';

export const videoCases: CallCase[] = [
  {
    name: 'startVideo',
    run: (client) => client.startVideo({ pageId: shop.page, sizeBytes: 10 }),
    request: `POST /${shop.page}/videos`,
    parameters: { upload_phase: 'start', file_size: '10' },
    spec: videos,
    answer: {
      upload_session_id: '9901',
      video_id: shop.video,
      start_offset: '0',
      end_offset: '10',
    },
    value: { videoId: shop.video, sessionId: '9901', startOffset: 0, endOffset: 10 },
  },
  {
    name: 'transferVideo',
    run: (client) =>
      client.transferVideo({
        pageId: shop.page,
        sessionId: '9901',
        filePath: writeUpload('a.mp4'),
        startOffset: 2,
        endOffset: 6,
      }),
    request: `POST /${shop.page}/videos`,
    parameters: {
      upload_phase: 'transfer',
      upload_session_id: '9901',
      start_offset: '2',
      video_file_chunk: '2345',
    },
    spec: videos,
    answer: { start_offset: '6', end_offset: '6' },
    value: { startOffset: 6, endOffset: 6 },
  },
  {
    name: 'finishVideo',
    run: (client) =>
      client.finishVideo({
        pageId: shop.page,
        sessionId: '9901',
        title: 'Mugs',
        description: 'Blue',
      }),
    request: `POST /${shop.page}/videos`,
    parameters: {
      upload_phase: 'finish',
      upload_session_id: '9901',
      published: 'false',
      title: 'Mugs',
      description: 'Blue',
    },
    spec: videos,
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'uploadVideo',
    run: (client) =>
      client.uploadVideo(
        {
          pageId: shop.page,
          sessionId: '9901',
          filePath: writeUpload('a.mp4'),
          startOffset: 6,
          endOffset: 10,
        },
        { delayMs: () => undefined },
      ),
    request: `POST /${shop.page}/videos`,
    parameters: {
      upload_phase: 'transfer',
      upload_session_id: '9901',
      start_offset: '6',
      video_file_chunk: '6789',
    },
    spec: videos,
    answer: { start_offset: '10', end_offset: '10' },
    value: { done: true },
  },
  {
    name: 'scheduleVideo',
    run: (client) =>
      client.scheduleVideo({
        pageId: shop.page,
        sessionId: '9901',
        description: 'Blue',
        publishAt: Date.UTC(2026, 10, 26),
      }),
    request: `POST /${shop.page}/videos`,
    parameters: {
      upload_phase: 'finish',
      upload_session_id: '9901',
      published: 'false',
      unpublished_content_type: 'SCHEDULED',
      scheduled_publish_time: String(Date.UTC(2026, 10, 26) / 1000),
      description: 'Blue',
    },
    spec: videos,
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'cancelVideo',
    run: (client) => client.cancelVideo({ pageId: shop.page, sessionId: '9901' }),
    request: `POST /${shop.page}/videos`,
    parameters: { upload_phase: 'cancel', upload_session_id: '9901' },
    spec: videos,
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'updateVideo',
    run: (client) => client.updateVideo({ videoId: shop.video, title: 'Mugs', description: 'New' }),
    request: `POST /${shop.video}`,
    parameters: { name: 'Mugs', description: 'New' },
    spec: { file: 'AdVideo', edge: '#update' },
    answer: { success: true },
    value: { videoId: shop.video },
  },
  {
    name: 'setVideoThumbnail',
    run: (client) => client.setVideoThumbnail({ videoId: shop.video, filePath: writeUpload() }),
    request: `POST /${shop.video}/thumbnails`,
    parameters: { is_preferred: 'true', source: '0123456789' },
    spec: { file: 'AdVideo', edge: 'POST thumbnails' },
    answer: { success: true },
    value: { videoId: shop.video },
  },
  {
    name: 'listReels',
    run: (client) => client.listReels({ pageId: shop.page }),
    request: `GET /${shop.page}/video_reels`,
    parameters: { fields: 'id,description,updated_time', limit: '25' },
    spec: { file: 'Page', edge: 'GET video_reels' },
    fieldsOf: 'AdVideo',
    answer: {
      data: [{ id: '8803', description: 'Blue', updated_time: '2026-11-20T09:15:27+0000' }],
    },
    value: {
      items: [{ id: '8803', description: 'Blue', updatedAt: Date.UTC(2026, 10, 20, 9, 15, 27) }],
    },
  },
  {
    name: 'uploadReel',
    run: (client, { url }) =>
      client.uploadReel(
        { uploadUrl: `${url}/v26.0/8803`, filePath: writeUpload('a.mp4'), videoId: '8803' },
        { delayMs: () => undefined },
      ),
    request: 'POST /8803',
    parameters: { bytes: '0123456789', offset: '0', file_size: '10' },
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'readVideo',
    run: (client) => client.readVideo(shop.video),
    request: `GET /${shop.video}`,
    parameters: { fields: 'id,status,published,post_id,permalink_url' },
    fieldsOf: 'AdVideo',
    answer: {
      id: shop.video,
      published: false,
      status: {
        video_status: 'processing',
        uploading_phase: { status: 'complete', bytes_transfered: 7340032 },
        processing_phase: { status: 'error', errors: [{ code: 1363008, message: 'too short' }] },
        publishing_phase: { status: 'not_started' },
      },
    },
    value: {
      id: shop.video,
      status: 'processing',
      isPublished: false,
      uploadedBytes: 7340032,
      uploadingPhase: 'complete',
      processingPhase: 'error',
      publishingPhase: 'not_started',
      errorMessage: 'too short',
    },
  },
  {
    name: 'publishVideo',
    run: (client) => client.publishVideo(shop.video),
    request: `POST /${shop.video}`,
    parameters: { published: 'true' },
    spec: { file: 'AdVideo', edge: '#update' },
    answer: { success: true },
    value: { videoId: shop.video },
  },
  {
    name: 'startReel',
    run: (client) => client.startReel({ pageId: shop.page }),
    request: `POST /${shop.page}/video_reels`,
    parameters: { upload_phase: 'start' },
    spec: reels,
    answer: { video_id: '8803', upload_url: uploadUrl },
    value: { videoId: '8803', uploadUrl },
  },
  {
    name: 'uploadReelBytes',
    run: (client, { url }) =>
      client.uploadReelBytes({
        uploadUrl: `${url}/v26.0/8803`,
        filePath: writeUpload('a.mp4'),
        offset: 4,
      }),
    request: 'POST /8803',
    parameters: { bytes: '456789', offset: '4', file_size: '10' },
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'finishReel',
    run: (client) =>
      client.finishReel({ pageId: shop.page, videoId: '8803', description: 'Blue', title: 'Mugs' }),
    request: `POST /${shop.page}/video_reels`,
    parameters: {
      upload_phase: 'finish',
      video_id: '8803',
      video_state: 'PUBLISHED',
      description: 'Blue',
      title: 'Mugs',
    },
    spec: reels,
    answer: { success: true, post_id: '7714' },
    value: { videoId: '8803', postId: '7714' },
  },
  {
    name: 'photoStory',
    run: (client) => client.photoStory({ pageId: shop.page, photoId: shop.photo }),
    request: `POST /${shop.page}/photo_stories`,
    parameters: { photo_id: shop.photo },
    spec: { file: 'Page', edge: 'POST photo_stories' },
    answer: { success: true, post_id: '7714' },
    value: { postId: '7714' },
  },
  {
    name: 'startVideoStory',
    run: (client) => client.startVideoStory({ pageId: shop.page }),
    request: `POST /${shop.page}/video_stories`,
    parameters: { upload_phase: 'start' },
    spec: stories,
    answer: { video_id: '8803', upload_url: uploadUrl },
    value: { videoId: '8803', uploadUrl },
  },
  {
    name: 'finishVideoStory',
    run: (client) => client.finishVideoStory({ pageId: shop.page, videoId: '8803' }),
    request: `POST /${shop.page}/video_stories`,
    parameters: { upload_phase: 'finish', video_id: '8803' },
    spec: stories,
    answer: { success: true },
    value: {},
  },
  {
    name: 'pageStories',
    run: (client) => client.pageStories({ pageId: shop.page }),
    request: `GET /${shop.page}/stories`,
    parameters: { status: '["PUBLISHED","ARCHIVED"]', limit: '25' },
    spec: { file: 'Page', edge: 'GET stories' },
    answer: {
      data: [
        {
          post_id: '7715',
          status: 'published',
          creation_time: '1763600000',
          media_id: '5503',
          url: 'https://f/7715',
        },
      ],
    },
    value: {
      items: [
        {
          postId: '7715',
          status: 'published',
          createdAt: 1_763_600_000_000,
          mediaId: '5503',
          url: 'https://f/7715',
        },
      ],
    },
  },
];
