import { shop, type CallCase } from './call-case.ts';

export const shownCases: CallCase[] = [
  {
    name: 'shownPost',
    run: (client) => client.shownPost(shop.post),
    request: `GET /${shop.post}`,
    parameters: {
      fields: 'id,message,is_published,attachments{type,url,target{id},subattachments{target{id}}}',
    },
    fieldsOf: 'PagePost',
    answer: {
      id: shop.post,
      message: 'Mugs',
      is_published: true,
      attachments: {
        data: [
          {
            type: 'share',
            url: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fshop.example%2Fmug&h=AT0x',
            target: { url: 'https://l.facebook.com/l.php?u=x' },
          },
        ],
      },
    },
    value: {
      id: shop.post,
      message: 'Mugs',
      isPublished: true,
      mediaIds: [],
      linkUrl: 'https://shop.example/mug',
    },
  },
  {
    name: 'shownPost',
    run: (client) => client.shownPost(shop.post),
    request: `GET /${shop.post}`,
    parameters: {
      fields: 'id,message,is_published,attachments{type,url,target{id},subattachments{target{id}}}',
    },
    fieldsOf: 'PagePost',
    answer: {
      id: shop.post,
      attachments: {
        data: [
          {
            type: 'album',
            url: 'https://www.facebook.com/a',
            target: { id: '77' },
            subattachments: { data: [{ target: { id: '5501' } }, { target: { id: '5502' } }] },
          },
        ],
      },
    },
    value: { id: shop.post, mediaIds: ['5501', '5502'] },
  },
  {
    name: 'shownVideo',
    run: (client) => client.shownVideo(shop.video),
    request: `GET /${shop.video}`,
    parameters: { fields: 'id,title,description,published' },
    fieldsOf: 'AdVideo',
    answer: { id: shop.video, title: 'Mugs', description: 'New mugs', published: true },
    value: { id: shop.video, title: 'Mugs', description: 'New mugs', isPublished: true },
  },
  {
    name: 'shownMedia',
    run: (client) => client.shownMedia(shop.media),
    request: `GET /${shop.media}`,
    parameters: { fields: 'id,caption,alt_text' },
    fieldsOf: 'IGMedia',
    answer: { id: shop.media, caption: 'Mugs', alt_text: 'A blue mug' },
    value: { id: shop.media, caption: 'Mugs', altText: 'A blue mug' },
  },
  {
    name: 'shownChildren',
    run: (client) => client.shownChildren(shop.media),
    request: `GET /${shop.media}/children`,
    parameters: { fields: 'id,alt_text' },
    spec: { file: 'IGMedia', edge: 'GET children' },
    fieldsOf: 'IGMedia',
    answer: { data: [{ id: '17901', alt_text: 'A blue mug' }, { id: '17902' }] },
    value: [{ id: '17901', altText: 'A blue mug' }, { id: '17902' }],
  },
];
