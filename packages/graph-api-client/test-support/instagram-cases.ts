import { shop, writeUpload, type CallCase } from './call-case.ts';

const media = { file: 'IGUser', edge: 'POST media' };
const created = { answer: { id: shop.container }, value: { containerId: shop.container } };
const uri = 'https://rupload.facebook.com/ig-api-upload/v26.0/17889000000000001';
const uploading = {
  answer: { id: shop.container, uri },
  value: { containerId: shop.container, uploadUrl: uri },
};
const mediaFields =
  'id,caption,media_type,media_product_type,timestamp,permalink,media_url,thumbnail_url,comments_count,like_count';
const mediaAnswer = {
  id: shop.media,
  caption: 'Été',
  media_type: 'IMAGE',
  media_product_type: 'FEED',
  timestamp: '2026-11-20T09:15:27+0000',
  permalink: 'https://www.instagram.com/p/x',
  comments_count: 3,
  like_count: 7,
};
const mediaValue = {
  id: shop.media,
  caption: 'Été',
  mediaType: 'IMAGE',
  productType: 'FEED',
  createdAt: Date.UTC(2026, 10, 20, 9, 15, 27),
  permalink: 'https://www.instagram.com/p/x',
  commentCount: 3,
  likeCount: 7,
};

export const instagramCases: CallCase[] = [
  {
    name: 'createImageContainer',
    run: (client) =>
      client.createImageContainer({
        igId: shop.instagram,
        imageUrl: 'https://cdn/l.jpg?oe=1&x=2',
        caption: 'Été #vert',
        altText: 'Blue mug',
        userTags: [{ username: 'rosa', x: 0.5, y: 0.25 }],
        productTags: [{ productId: '3231775643511089', x: 0.5, y: 0.8 }],
        collaborators: ['brand'],
        locationId: '77',
      }),
    request: `POST /${shop.instagram}/media`,
    parameters: {
      image_url: 'https://cdn/l.jpg?oe=1&x=2',
      caption: 'Été #vert',
      alt_text: 'Blue mug',
      user_tags: '[{"username":"rosa","x":0.5,"y":0.25}]',
      product_tags: '[{"product_id":"3231775643511089","x":0.5,"y":0.8}]',
      collaborators: '["brand"]',
      location_id: '77',
    },
    spec: media,
    ...created,
  },
  {
    name: 'createReelContainer',
    run: (client) =>
      client.createReelContainer({
        igId: shop.instagram,
        caption: 'Reel',
        shareToFeed: true,
        thumbOffsetMs: 1500,
        coverUrl: 'https://cdn/c.jpg',
        userTags: [{ username: 'rosa' }],
        productTags: [{ productId: '9' }],
      }),
    request: `POST /${shop.instagram}/media`,
    parameters: {
      media_type: 'REELS',
      upload_type: 'resumable',
      caption: 'Reel',
      share_to_feed: 'true',
      thumb_offset: '1500',
      cover_url: 'https://cdn/c.jpg',
      user_tags: '[{"username":"rosa"}]',
      product_tags: '[{"product_id":"9"}]',
    },
    spec: media,
    ...uploading,
  },
  {
    name: 'uploadContainerBytes',
    run: (client, { url }) =>
      client.uploadContainerBytes({ uploadUrl: `${url}/v26.0/1`, filePath: writeUpload('a.mp4') }),
    request: 'POST /1',
    parameters: { bytes: '0123456789', offset: '0', file_size: '10' },
    answer: { success: true, message: 'Upload successful.' },
    value: { done: true },
  },
  {
    name: 'uploadContainer',
    run: (client, { url }) =>
      client.uploadContainer(
        { uploadUrl: `${url}/v26.0/1`, filePath: writeUpload('a.mp4'), containerId: '1' },
        { delayMs: () => undefined },
      ),
    request: 'POST /1',
    parameters: { bytes: '0123456789', offset: '0', file_size: '10' },
    answer: { success: true },
    value: { done: true },
  },
  {
    name: 'createCarouselItem',
    run: (client) =>
      client.createCarouselItem({
        igId: shop.instagram,
        imageUrl: 'https://cdn/l.jpg',
        altText: 'Mug',
      }),
    request: `POST /${shop.instagram}/media`,
    parameters: { is_carousel_item: 'true', image_url: 'https://cdn/l.jpg', alt_text: 'Mug' },
    spec: media,
    ...created,
  },
  {
    name: 'createCarouselItem',
    run: (client) => client.createCarouselItem({ igId: shop.instagram }),
    request: `POST /${shop.instagram}/media`,
    parameters: { is_carousel_item: 'true', media_type: 'VIDEO', upload_type: 'resumable' },
    spec: media,
    ...uploading,
  },
  {
    name: 'createCarousel',
    run: (client) =>
      client.createCarousel({ igId: shop.instagram, children: ['171', '172'], caption: 'Two' }),
    request: `POST /${shop.instagram}/media`,
    parameters: { media_type: 'CAROUSEL', children: '["171","172"]', caption: 'Two' },
    spec: media,
    ...created,
  },
  {
    name: 'createStoryContainer',
    run: (client) =>
      client.createStoryContainer({ igId: shop.instagram, imageUrl: 'https://cdn/l.jpg' }),
    request: `POST /${shop.instagram}/media`,
    parameters: { media_type: 'STORIES', image_url: 'https://cdn/l.jpg' },
    spec: media,
    ...created,
  },
  {
    name: 'createStoryContainer',
    run: (client) =>
      client.createStoryContainer({ igId: shop.instagram, userTags: [{ username: 'rosa' }] }),
    request: `POST /${shop.instagram}/media`,
    parameters: {
      media_type: 'STORIES',
      upload_type: 'resumable',
      user_tags: '[{"username":"rosa"}]',
    },
    spec: media,
    ...uploading,
  },
  {
    name: 'readContainer',
    run: (client) => client.readContainer(shop.container),
    request: `GET /${shop.container}`,
    parameters: { fields: 'id,status_code,status,video_status' },
    fieldsOf: 'ShadowIGMediaBuilder',
    answer: {
      id: shop.container,
      status_code: 'ERROR',
      status: 'Error: Media upload has failed with error code 2207076',
      video_status: { uploading_phase: { status: 'in_progress', bytes_transferred: 50002 } },
    },
    value: {
      id: shop.container,
      statusCode: 'ERROR',
      status: 'Error: Media upload has failed with error code 2207076',
      subcode: 2207076,
      uploadedBytes: 50002,
    },
  },
  {
    name: 'publishContainer',
    run: (client) => client.publishContainer({ igId: shop.instagram, containerId: shop.container }),
    request: `POST /${shop.instagram}/media_publish`,
    parameters: { creation_id: shop.container },
    spec: { file: 'IGUser', edge: 'POST media_publish' },
    answer: { id: shop.media },
    value: { mediaId: shop.media },
  },
  {
    name: 'publishingLimit',
    run: (client) => client.publishingLimit(shop.instagram),
    request: `GET /${shop.instagram}/content_publishing_limit`,
    parameters: { fields: 'quota_usage,config' },
    spec: { file: 'IGUser', edge: 'GET content_publishing_limit' },
    answer: { data: [{ quota_usage: 2, config: { quota_total: 50, quota_duration: 86400 } }] },
    value: { used: 2, total: 50, windowMs: 86_400_000 },
  },
  {
    name: 'listMedia',
    run: (client) => client.listMedia({ igId: shop.instagram, limit: 10 }),
    request: `GET /${shop.instagram}/media`,
    parameters: { fields: mediaFields, limit: '10' },
    spec: { file: 'IGUser', edge: 'GET media' },
    fieldsOf: 'IGMedia',
    answer: { data: [mediaAnswer, { caption: 'a row without id' }] },
    value: { items: [mediaValue] },
  },
  {
    name: 'listStories',
    run: (client) => client.listStories({ igId: shop.instagram }),
    request: `GET /${shop.instagram}/stories`,
    parameters: { fields: 'id,media_type,media_product_type,timestamp,permalink', limit: '50' },
    spec: { file: 'IGUser', edge: 'GET stories' },
    fieldsOf: 'IGMedia',
    answer: { data: [{ id: shop.media }] },
    value: { items: [{ id: shop.media }] },
  },
  {
    name: 'readMedia',
    run: (client) => client.readMedia(shop.media),
    request: `GET /${shop.media}`,
    parameters: { fields: mediaFields },
    fieldsOf: 'IGMedia',
    answer: mediaAnswer,
    value: mediaValue,
  },
  {
    name: 'mediaChildren',
    run: (client) => client.mediaChildren(shop.media),
    request: `GET /${shop.media}/children`,
    parameters: { fields: 'id,media_type,media_url,timestamp' },
    spec: { file: 'IGMedia', edge: 'GET children' },
    fieldsOf: 'IGMedia',
    answer: { data: [{ id: '181' }, { id: '182' }] },
    value: [{ id: '181' }, { id: '182' }],
  },
  {
    name: 'productTags',
    run: (client) => client.productTags(shop.media),
    request: `GET /${shop.media}/product_tags`,
    parameters: {},
    spec: { file: 'IGMedia', edge: 'GET product_tags' },
    answer:
      '{"data":[{"product_id":32317756435110891,"name":"Mug","x":0.5,"y":0.80000001192093,"review_status":"approved"}]}',
    value: [
      {
        productId: '32317756435110891',
        name: 'Mug',
        reviewStatus: 'approved',
        x: 0.5,
        y: 0.80000001192093,
      },
    ],
  },
  {
    name: 'updateProductTags',
    run: (client) =>
      client.updateProductTags({
        mediaId: shop.media,
        tags: [{ productId: shop.product, x: 0.2, y: 0.2 }],
        childIndex: 1,
      }),
    request: `POST /${shop.media}/product_tags`,
    parameters: {
      updated_tags: `[{"product_id":"${shop.product}","x":0.2,"y":0.2}]`,
      child_index: '1',
    },
    spec: { file: 'IGMedia', edge: 'POST product_tags' },
    answer: { success: true },
    value: { mediaId: shop.media },
  },
  {
    name: 'collaborators',
    run: (client) => client.collaborators(shop.media),
    request: `GET /${shop.media}/collaborators`,
    parameters: {},
    spec: { file: 'IGMedia', edge: 'GET collaborators' },
    answer: { data: [{ id: '17841', username: 'brand', invite_status: 'Pending' }, { id: '1' }] },
    value: [{ id: '17841', username: 'brand', inviteStatus: 'Pending' }],
  },
  {
    name: 'setCommentsEnabled',
    run: (client) => client.setCommentsEnabled({ mediaId: shop.media, enabled: false }),
    request: `POST /${shop.media}`,
    parameters: { comment_enabled: 'false' },
    spec: { file: 'IGMedia', edge: '#update' },
    answer: { success: true },
    value: { mediaId: shop.media },
  },
];
