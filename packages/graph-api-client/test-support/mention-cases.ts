import { shop, type CallCase } from './call-case.ts';

export const mentionCases: CallCase[] = [
  {
    name: 'taggedMedia',
    run: (client) => client.taggedMedia({ igId: shop.instagram, after: 'QVFJ' }),
    request: `GET /${shop.instagram}/tags`,
    parameters: {
      fields: 'id,caption,username,timestamp,permalink,media_url,thumbnail_url',
      limit: '25',
      after: 'QVFJ',
    },
    spec: { file: 'IGUser', edge: 'GET tags' },
    fieldsOf: 'IGMedia',
    answer: {
      data: [
        {
          id: shop.media,
          caption: 'My mug',
          username: 'eva.k',
          timestamp: '2026-11-20T09:20:01+0000',
          permalink: 'https://www.instagram.com/p/1/',
          media_url: 'https://cdn/mug.jpg',
        },
        {
          id: '17900000000000010',
          media_url: 'https://cdn/m.mp4',
          thumbnail_url: 'https://cdn/m.jpg',
        },
      ],
    },
    value: {
      items: [
        {
          id: shop.media,
          text: 'My mug',
          from: { username: 'eva.k' },
          createdAt: Date.UTC(2026, 10, 20, 9, 20, 1),
          permalink: 'https://www.instagram.com/p/1/',
          pictureUrl: 'https://cdn/mug.jpg',
        },
        { id: '17900000000000010', text: '', pictureUrl: 'https://cdn/m.jpg' },
      ],
    },
  },
  {
    name: 'taggedPosts',
    run: (client) => client.taggedPosts({ pageId: shop.page }),
    request: `GET /${shop.page}/tagged`,
    parameters: {
      fields: 'id,message,from,created_time,permalink_url,full_picture',
      limit: '25',
    },
    spec: { file: 'Page', edge: 'GET tagged' },
    fieldsOf: 'PagePost',
    answer: {
      data: [
        {
          id: '5123_77',
          message: 'Look at this shop',
          from: { id: shop.person, name: 'Eva K', email: '5123@facebook.com' },
          created_time: '2026-11-20T09:20:01+0000',
          permalink_url: 'https://www.facebook.com/77',
          full_picture: 'https://cdn/shop.jpg',
        },
      ],
    },
    value: {
      items: [
        {
          id: '5123_77',
          text: 'Look at this shop',
          from: { id: shop.person, name: 'Eva K' },
          createdAt: Date.UTC(2026, 10, 20, 9, 20, 1),
          permalink: 'https://www.facebook.com/77',
          pictureUrl: 'https://cdn/shop.jpg',
        },
      ],
    },
  },
];
