import { shop, type CallCase } from './call-case.ts';

const comment = '7710_9001';
const igComment = '17858893269000001';
const facebookFields =
  'id,message,from{id,name},created_time,parent{id},attachment,can_hide,can_comment,can_reply_privately,is_hidden,like_count,user_likes,comment_count,permalink_url';
const instagramFields = 'id,text,timestamp,username,from{id,username},like_count,hidden,parent_id';
const facebookAnswer = {
  id: comment,
  message: 'How much?',
  from: { id: '5123', name: 'Eva K' },
  created_time: '2026-11-20T09:15:27+0000',
  parent: { id: '7710_9000' },
  can_hide: true,
  can_comment: true,
  can_reply_privately: true,
  is_hidden: false,
  like_count: 2,
  comment_count: 1,
  permalink_url: 'https://f/9001',
  attachment: { type: 'photo', media: { image: { src: 'https://cdn/c.jpg' } }, url: 'https://f/c' },
};
const facebookValue = {
  id: comment,
  text: 'How much?',
  from: { id: '5123', name: 'Eva K' },
  createdAt: Date.UTC(2026, 10, 20, 9, 15, 27),
  parentId: '7710_9000',
  canHide: true,
  canReply: true,
  canReplyPrivately: true,
  isHidden: false,
  likeCount: 2,
  replyCount: 1,
  permalink: 'https://f/9001',
  attachmentUrl: 'https://cdn/c.jpg',
  attachments: [{ kind: 'image', url: 'https://cdn/c.jpg' }],
};
const instagramAnswer = {
  id: igComment,
  text: 'Combien ?',
  timestamp: '2026-11-20T09:15:27+0000',
  username: 'eva.k',
  from: { id: '17841', username: 'eva.k' },
  like_count: 0,
  hidden: true,
};
const instagramValue = {
  id: igComment,
  text: 'Combien ?',
  createdAt: Date.UTC(2026, 10, 20, 9, 15, 27),
  from: { id: '17841', username: 'eva.k' },
  likeCount: 0,
  isHidden: true,
};

const readCases: CallCase[] = [
  {
    name: 'listFacebookComments',
    run: (client) => client.listFacebookComments({ objectId: shop.post }),
    request: `GET /${shop.post}/comments`,
    parameters: {
      fields: facebookFields,
      filter: 'stream',
      order: 'reverse_chronological',
      limit: '50',
    },
    spec: { file: 'PagePost', edge: 'GET comments' },
    fieldsOf: 'Comment',
    answer: {
      data: [facebookAnswer, { id: '7710_9002', created_time: '2026-11-20T09:15:28+0000' }],
    },
    value: {
      items: [
        facebookValue,
        {
          id: '7710_9002',
          text: '',
          createdAt: Date.UTC(2026, 10, 20, 9, 15, 28),
          lacksText: true,
          likeCount: 0,
        },
      ],
    },
  },
  {
    name: 'listFacebookComments',
    run: (client) =>
      client.listFacebookComments({
        objectId: shop.video,
        order: 'oldest',
        levels: 'top',
        sinceAt: Date.UTC(2026, 10, 20),
      }),
    request: `GET /${shop.video}/comments`,
    parameters: {
      fields: facebookFields,
      filter: 'toplevel',
      order: 'chronological',
      since: String(Date.UTC(2026, 10, 20) / 1000),
      limit: '50',
    },
    spec: { file: 'AdVideo', edge: 'GET comments' },
    fieldsOf: 'Comment',
    answer: { data: [] },
    value: { items: [] },
  },
  {
    name: 'listFacebookReplies',
    run: (client) => client.listFacebookReplies({ commentId: comment, limit: 10 }),
    request: `GET /${comment}/comments`,
    parameters: {
      fields: facebookFields,
      filter: 'toplevel',
      order: 'reverse_chronological',
      limit: '10',
    },
    spec: { file: 'Comment', edge: 'GET comments' },
    fieldsOf: 'Comment',
    answer: { data: [facebookAnswer] },
    value: { items: [facebookValue] },
  },
  {
    name: 'readFacebookComment',
    run: (client) => client.readFacebookComment(comment),
    request: `GET /${comment}`,
    parameters: { fields: `${facebookFields},private_reply_conversation` },
    fieldsOf: 'Comment',
    answer: { ...facebookAnswer, private_reply_conversation: { id: 't_1' } },
    value: { ...facebookValue, hasPrivateReply: true },
  },
  {
    name: 'listInstagramComments',
    run: (client) => client.listInstagramComments({ mediaId: shop.media, after: 'X' }),
    request: `GET /${shop.media}/comments`,
    parameters: {
      fields: `${instagramFields},replies.limit(50){${instagramFields}}`,
      limit: '50',
      after: 'X',
    },
    spec: { file: 'IGMedia', edge: 'GET comments' },
    fieldsOf: 'IGComment',
    answer: {
      data: [
        {
          ...instagramAnswer,
          replies: { data: [{ ...instagramAnswer, id: '18000000000000002', hidden: false }] },
        },
      ],
    },
    value: {
      items: [
        instagramValue,
        { ...instagramValue, id: '18000000000000002', isHidden: false, parentId: igComment },
      ],
    },
  },
  {
    name: 'listInstagramReplies',
    run: (client) => client.listInstagramReplies({ commentId: igComment }),
    request: `GET /${igComment}/replies`,
    parameters: { fields: instagramFields, limit: '50' },
    spec: { file: 'IGComment', edge: 'GET replies' },
    fieldsOf: 'IGComment',
    answer: { data: [{ ...instagramAnswer, id: '18000000000000002', parent_id: igComment }] },
    value: { items: [{ ...instagramValue, id: '18000000000000002', parentId: igComment }] },
  },
  {
    name: 'readInstagramComment',
    run: (client) => client.readInstagramComment(igComment),
    request: `GET /${igComment}`,
    parameters: { fields: instagramFields },
    fieldsOf: 'IGComment',
    answer: { ...instagramAnswer, username: undefined },
    value: instagramValue,
  },
];

const writeCases: CallCase[] = [
  {
    name: 'createComment',
    run: (client) => client.createComment({ objectId: shop.post, text: 'Merci !' }),
    request: `POST /${shop.post}/comments`,
    parameters: { message: 'Merci !' },
    spec: { file: 'PagePost', edge: 'POST comments' },
    answer: { id: '7712_9003' },
    value: { commentId: '7712_9003' },
  },
  {
    name: 'replyFacebook',
    run: (client) => client.replyFacebook({ commentId: comment, text: '12 €' }),
    request: `POST /${comment}/comments`,
    parameters: { message: '12 €' },
    spec: { file: 'Comment', edge: 'POST comments' },
    answer: { id: '7710_9003' },
    value: { commentId: '7710_9003' },
  },
  {
    name: 'replyFacebook',
    run: (client) =>
      client.replyFacebook({ commentId: comment, text: '', pictureUrl: 'https://cdn/c.jpg' }),
    request: `POST /${comment}/comments`,
    parameters: { message: '', attachment_url: 'https://cdn/c.jpg' },
    spec: { file: 'Comment', edge: 'POST comments' },
    answer: { id: '7710_9003' },
    value: { commentId: '7710_9003' },
  },
  {
    name: 'createComment',
    run: (client) =>
      client.createComment({ objectId: shop.post, text: 'Here', photoId: shop.photo }),
    request: `POST /${shop.post}/comments`,
    parameters: { message: 'Here', attachment_id: shop.photo },
    spec: { file: 'PagePost', edge: 'POST comments' },
    answer: { id: '7712_9004' },
    value: { commentId: '7712_9004' },
  },
  {
    name: 'replyToMention',
    run: (client) =>
      client.replyToMention({
        igId: shop.instagram,
        mediaId: shop.media,
        commentId: igComment,
        text: 'Merci',
      }),
    request: `POST /${shop.instagram}/mentions`,
    parameters: { media_id: shop.media, comment_id: igComment, message: 'Merci' },
    spec: { file: 'IGUser', edge: 'POST mentions' },
    answer: { id: '18000000000000004' },
    value: { commentId: '18000000000000004' },
  },
  {
    name: 'replyInstagram',
    run: (client) => client.replyInstagram({ commentId: igComment, text: '@eva.k 12 €' }),
    request: `POST /${igComment}/replies`,
    parameters: { message: '@eva.k 12 €' },
    spec: { file: 'IGComment', edge: 'POST replies' },
    answer: { id: '18000000000000003' },
    value: { commentId: '18000000000000003' },
  },
  {
    name: 'setHiddenFacebook',
    run: (client) => client.setHiddenFacebook({ commentId: comment, hidden: true }),
    request: `POST /${comment}`,
    parameters: { is_hidden: 'true' },
    spec: { file: 'Comment', edge: '#update' },
    answer: { success: true },
    value: { commentId: comment },
  },
  {
    name: 'setHiddenInstagram',
    run: (client) => client.setHiddenInstagram({ commentId: igComment, hidden: false }),
    request: `POST /${igComment}`,
    parameters: { hide: 'false' },
    spec: { file: 'IGComment', edge: '#update' },
    answer: { success: true },
    value: { commentId: igComment },
  },
  {
    name: 'privateReply',
    run: (client) => client.privateReply({ pageId: shop.page, commentId: comment, text: 'Hello' }),
    request: `POST /${shop.page}/messages`,
    parameters: {
      recipient: '{"comment_id":"7710_9001"}',
      message: '{"text":"Hello"}',
      messaging_type: 'RESPONSE',
    },
    spec: { file: 'Page', edge: 'POST messages' },
    answer: { recipient_id: '5123', message_id: 'm_AbC' },
    value: { messageId: 'm_AbC', recipientId: '5123' },
  },
];

export const commentCases = [...readCases, ...writeCases];
