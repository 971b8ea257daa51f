import { shop, writeUpload, type CallCase } from './call-case.ts';

const at = Date.UTC(2026, 10, 26, 17, 30);
const postAnswer = {
  id: shop.post,
  message: 'Hello',
  is_published: true,
  is_hidden: false,
  created_time: '2026-11-20T09:15:27+0000',
  updated_time: '2026-11-20T10:15:27+0000',
  permalink_url: 'https://www.facebook.com/p/7712',
  attachments: {
    data: [
      {
        target: { id: 'album' },
        subattachments: { data: [{ target: { id: '5501' } }, { target: { id: '5502' } }] },
      },
    ],
  },
  comments: { data: [], summary: { total_count: 12 } },
  reactions: { data: [], summary: { total_count: 41 } },
};
const postValue = {
  id: shop.post,
  message: 'Hello',
  isPublished: true,
  isHidden: false,
  createdAt: Date.UTC(2026, 10, 20, 9, 15, 27),
  updatedAt: Date.UTC(2026, 10, 20, 10, 15, 27),
  permalink: 'https://www.facebook.com/p/7712',
  mediaIds: ['5501', '5502'],
  commentCount: 12,
  reactionCount: 41,
};
const postFields =
  'id,message,is_published,is_hidden,created_time,updated_time,scheduled_publish_time,permalink_url,full_picture,attachments{target{id},subattachments{target{id}}}';
const feed = { file: 'Page', edge: 'POST feed' };
const update = { file: 'PagePost', edge: '#update' };

export const postCases: CallCase[] = [
  {
    name: 'uploadPhoto',
    run: (client) =>
      client.uploadPhoto({
        pageId: shop.page,
        filePath: writeUpload(),
        altText: 'Blue mug',
        temporary: true,
      }),
    request: `POST /${shop.page}/photos`,
    parameters: {
      published: 'false',
      temporary: 'true',
      alt_text_custom: 'Blue mug',
      source: '0123456789',
    },
    spec: { file: 'Page', edge: 'POST photos' },
    answer: { id: shop.photo },
    value: { photoId: shop.photo },
  },
  {
    name: 'readPhoto',
    run: (client) => client.readPhoto(shop.photo),
    request: `GET /${shop.photo}`,
    parameters: { fields: 'id,images,page_story_id,link,alt_text_custom' },
    fieldsOf: 'Photo',
    answer: {
      id: shop.photo,
      page_story_id: shop.post,
      images: [
        { source: 'https://cdn/s.jpg', width: 320, height: 400 },
        { source: 'https://cdn/l.jpg', width: 1080, height: 1350 },
      ],
    },
    value: {
      id: shop.photo,
      postId: shop.post,
      images: [
        { url: 'https://cdn/l.jpg', widthPx: 1080, heightPx: 1350 },
        { url: 'https://cdn/s.jpg', widthPx: 320, heightPx: 400 },
      ],
    },
  },
  {
    name: 'createHiddenPost',
    run: (client) =>
      client.createHiddenPost({
        pageId: shop.page,
        message: 'Été & #vert',
        photoIds: ['5501', '5502'],
      }),
    request: `POST /${shop.page}/feed`,
    parameters: {
      message: 'Été & #vert',
      attached_media: '[{"media_fbid":"5501"},{"media_fbid":"5502"}]',
      published: 'false',
    },
    spec: feed,
    answer: { id: shop.post },
    value: { postId: shop.post },
  },
  {
    name: 'createPost',
    run: (client) =>
      client.createPost({
        pageId: shop.page,
        message: 'Hi',
        link: 'https://shop.example/mug',
        photoIds: [],
      }),
    request: `POST /${shop.page}/feed`,
    parameters: { message: 'Hi', link: 'https://shop.example/mug', published: 'true' },
    spec: feed,
    answer: { id: shop.post },
    value: { postId: shop.post },
  },
  {
    name: 'publishPost',
    run: (client) => client.publishPost(shop.post),
    request: `POST /${shop.post}`,
    parameters: { is_published: 'true' },
    spec: update,
    answer: { success: true },
    value: { postId: shop.post },
  },
  {
    name: 'schedulePost',
    run: (client) => client.schedulePost({ pageId: shop.page, message: 'Later', publishAt: at }),
    request: `POST /${shop.page}/feed`,
    parameters: {
      message: 'Later',
      published: 'false',
      unpublished_content_type: 'SCHEDULED',
      scheduled_publish_time: String(at / 1000),
    },
    spec: feed,
    answer: { id: shop.post },
    value: { postId: shop.post },
  },
  {
    name: 'readPost',
    run: (client) => client.readPost(shop.post),
    request: `GET /${shop.post}`,
    parameters: { fields: postFields },
    fieldsOf: 'PagePost',
    answer: postAnswer,
    value: postValue,
  },
  {
    name: 'publishedPosts',
    run: (client) => client.publishedPosts({ pageId: shop.page, after: 'QVFI' }),
    request: `GET /${shop.page}/published_posts`,
    parameters: {
      fields: `${postFields},comments.limit(0).summary(true),reactions.limit(0).summary(true)`,
      limit: '25',
      after: 'QVFI',
    },
    spec: { file: 'Page', edge: 'GET published_posts' },
    fieldsOf: 'PagePost',
    answer: {
      data: [postAnswer],
      paging: { cursors: { after: 'QVFJ' }, next: 'https://graph/next?access_token=EAAxxxxxxxx' },
    },
    value: { items: [postValue], after: 'QVFJ' },
  },
  {
    name: 'scheduledPosts',
    run: (client) => client.scheduledPosts({ pageId: shop.page, limit: 5 }),
    request: `GET /${shop.page}/scheduled_posts`,
    parameters: { fields: postFields, limit: '5' },
    spec: { file: 'Page', edge: 'GET scheduled_posts' },
    fieldsOf: 'PagePost',
    answer: {
      data: [{ id: shop.post, is_published: false, scheduled_publish_time: at / 1000 }],
      paging: { cursors: { after: 'QVFJ' } },
    },
    value: { items: [{ id: shop.post, isPublished: false, scheduledAt: at, mediaIds: [] }] },
  },
  {
    name: 'updatePost',
    run: (client) =>
      client.updatePost({
        postId: shop.post,
        message: 'New',
        publishAt: at,
        isHidden: false,
        isPinned: true,
      }),
    request: `POST /${shop.post}`,
    parameters: {
      message: 'New',
      is_hidden: 'false',
      is_pinned: 'true',
      scheduled_publish_time: String(at / 1000),
    },
    spec: update,
    answer: { success: true },
    value: { postId: shop.post },
  },
  {
    name: 'deleteObject',
    run: (client) => client.deleteObject(shop.post),
    request: `DELETE /${shop.post}`,
    parameters: {},
    spec: { file: 'PagePost', edge: '#delete' },
    answer: { success: true },
    value: { id: shop.post },
  },
  {
    name: 'discardHidden',
    run: (client) => client.discardHidden(shop.photo),
    request: `DELETE /${shop.photo}`,
    parameters: {},
    spec: { file: 'Photo', edge: '#delete' },
    answer: { success: true },
    value: { id: shop.photo },
  },
];
