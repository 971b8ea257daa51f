import { shop, type CallCase } from './call-case.ts';

const comment = '7710_9001';

export const moderationCases: CallCase[] = [
  {
    name: 'setLike',
    run: (client) => client.setLike({ objectId: comment, liked: true }),
    request: `POST /${comment}/likes`,
    parameters: {},
    spec: { file: 'Comment', edge: 'POST likes' },
    answer: { success: true },
    value: { objectId: comment },
  },
  {
    name: 'setLike',
    run: (client) => client.setLike({ objectId: shop.post, liked: false }),
    request: `DELETE /${shop.post}/likes`,
    parameters: {},
    spec: { file: 'PagePost', edge: 'DELETE likes' },
    answer: { success: true },
    value: { objectId: shop.post },
  },
  {
    name: 'editFacebookComment',
    run: (client) => client.editFacebookComment({ commentId: comment, text: '13 €' }),
    request: `POST /${comment}`,
    parameters: { message: '13 €' },
    spec: { file: 'Comment', edge: '#update' },
    answer: { success: true },
    value: { commentId: comment },
  },
  {
    name: 'blockPerson',
    run: (client) => client.blockPerson({ pageId: shop.page, personId: shop.person }),
    request: `POST /${shop.page}/blocked`,
    parameters: { user: `["${shop.person}"]` },
    spec: { file: 'Page', edge: 'POST blocked' },
    answer: { [shop.person]: true },
    value: { personId: shop.person },
  },
  {
    name: 'unblockPerson',
    run: (client) => client.unblockPerson({ pageId: shop.page, personId: shop.person }),
    request: `DELETE /${shop.page}/blocked`,
    parameters: { user: shop.person },
    spec: { file: 'Page', edge: 'DELETE blocked' },
    answer: { success: true },
    value: { personId: shop.person },
  },
  {
    name: 'blockedPeople',
    run: (client) => client.blockedPeople({ pageId: shop.page }),
    request: `GET /${shop.page}/blocked`,
    parameters: { fields: 'id,name', limit: '25' },
    spec: { file: 'Page', edge: 'GET blocked' },
    fieldsOf: 'Profile',
    answer: { data: [{ id: shop.person, name: 'Eva K' }] },
    value: { items: [{ id: shop.person, name: 'Eva K' }] },
  },
];
