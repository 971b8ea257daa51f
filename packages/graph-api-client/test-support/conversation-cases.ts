import { fileText, shop, writeUpload, type CallCase } from './call-case.ts';

const send = { file: 'Page', edge: 'POST messages' };
const sent = {
  answer: { recipient_id: shop.person, message_id: 'm_AbC' },
  value: { messageId: 'm_AbC', recipientId: shop.person },
};
const to = { pageId: shop.page, personId: shop.person };
const recipient = `{"id":"${shop.person}"}`;
const eva = { id: shop.person, name: 'Eva K' };

export const conversationCases: CallCase[] = [
  {
    name: 'conversations',
    run: (client) =>
      client.conversations({ pageId: shop.page, platform: 'instagram', personId: shop.person }),
    request: `GET /${shop.page}/conversations`,
    parameters: {
      platform: 'instagram',
      user_id: shop.person,
      fields: 'id,updated_time,participants,snippet,unread_count,can_reply,message_count',
      limit: '25',
    },
    spec: { file: 'Page', edge: 'GET conversations' },
    fieldsOf: 'UnifiedThread',
    answer: {
      data: [
        {
          id: shop.thread,
          updated_time: '2026-11-20T09:20:01+0000',
          participants: { data: [eva, { id: shop.instagram, username: 'atelier.rosa' }] },
          snippet: 'Is it blue?',
          unread_count: 1,
          message_count: 4,
          can_reply: true,
        },
      ],
      paging: { cursors: { after: 'QVFJ' }, next: 'https://graph/next?access_token=EAAxxxxxxxx' },
    },
    value: {
      items: [
        {
          id: shop.thread,
          updatedAt: Date.UTC(2026, 10, 20, 9, 20, 1),
          participants: [eva, { id: shop.instagram, username: 'atelier.rosa' }],
          snippet: 'Is it blue?',
          unreadCount: 1,
          messageCount: 4,
          canReply: true,
        },
      ],
      after: 'QVFJ',
    },
  },
  {
    name: 'readMessage',
    run: (client) => client.readMessage(shop.message),
    request: `GET /${shop.message}`,
    // Meta publishes no list of a message at all.
    parameters: { fields: 'id,created_time,from,to,message,attachments,sticker' },
    answer: {
      id: shop.message,
      created_time: '2026-11-20T09:20:01+0000',
      from: eva,
      to: { data: [{ id: shop.page, name: 'Atelier Rosa' }] },
      message: 'Is it blue?',
    },
    value: {
      id: shop.message,
      createdAt: Date.UTC(2026, 10, 20, 9, 20, 1),
      from: eva,
      to: [{ id: shop.page, name: 'Atelier Rosa' }],
      text: 'Is it blue?',
      attachments: [],
    },
  },
  {
    name: 'messages',
    run: (client) => client.messages({ conversationId: shop.thread, after: 'QVFJ' }),
    request: `GET /${shop.thread}/messages`,
    parameters: {
      fields: 'id,created_time,from,to,message,attachments,sticker',
      limit: '25',
      after: 'QVFJ',
    },
    // Meta publishes no list of the fields of a message.
    spec: { file: 'UnifiedThread', edge: 'GET messages' },
    answer: {
      data: [
        {
          id: 'm_1',
          created_time: '2026-11-20T09:20:01+0000',
          from: { ...eva, email: '5123@facebook.com' },
          to: { data: [{ id: shop.page, name: 'Atelier Rosa' }] },
          message: 'Is it blue?',
          attachments: {
            data: [
              {
                id: '91',
                mime_type: 'image/jpeg',
                name: 'mug.jpg',
                size: 2048,
                image_data: { url: 'https://cdn/m.jpg' },
              },
              { id: '92', mime_type: 'video/mp4', video_data: { url: 'https://cdn/m.mp4' } },
              { id: '93', name: 'bill.pdf', file_url: 'https://cdn/b.pdf' },
            ],
          },
        },
        { id: 'm_0', sticker: 'https://cdn/thumb.png' },
      ],
    },
    value: {
      items: [
        {
          id: 'm_1',
          createdAt: Date.UTC(2026, 10, 20, 9, 20, 1),
          from: eva,
          to: [{ id: shop.page, name: 'Atelier Rosa' }],
          text: 'Is it blue?',
          attachments: [
            {
              id: '91',
              mimeType: 'image/jpeg',
              name: 'mug.jpg',
              sizeBytes: 2048,
              url: 'https://cdn/m.jpg',
            },
            { id: '92', mimeType: 'video/mp4', url: 'https://cdn/m.mp4' },
            { id: '93', name: 'bill.pdf', url: 'https://cdn/b.pdf' },
          ],
        },
        { id: 'm_0', to: [], text: '', attachments: [], stickerUrl: 'https://cdn/thumb.png' },
      ],
    },
  },
  {
    name: 'sendMessage',
    run: (client) => client.sendMessage({ ...to, content: { text: 'Oui, bleu' } }),
    request: `POST /${shop.page}/messages`,
    parameters: { recipient, messaging_type: 'RESPONSE', message: '{"text":"Oui, bleu"}' },
    spec: send,
    ...sent,
  },
  {
    name: 'sendMessage',
    run: (client) =>
      client.sendMessage({
        ...to,
        content: { kind: 'image', url: 'https://cdn/m.jpg' },
        asHumanAgent: true,
        replyToMessageId: 'm_1',
      }),
    request: `POST /${shop.page}/messages`,
    parameters: {
      recipient,
      messaging_type: 'MESSAGE_TAG',
      tag: 'HUMAN_AGENT',
      reply_to: '{"mid":"m_1"}',
      message:
        '{"attachment":{"type":"image","payload":{"url":"https://cdn/m.jpg","is_reusable":false}}}',
    },
    spec: send,
    ...sent,
  },
  {
    name: 'sendMessage',
    run: (client) =>
      client.sendMessage({ ...to, content: { kind: 'image', filePath: writeUpload() } }),
    request: `POST /${shop.page}/messages`,
    parameters: {
      recipient,
      messaging_type: 'RESPONSE',
      message: '{"attachment":{"type":"image","payload":{"is_reusable":false}}}',
      filedata: fileText,
    },
    spec: send,
    ...sent,
  },
  {
    name: 'sendSenderAction',
    run: (client) => client.sendSenderAction({ ...to, action: 'mark_seen' }),
    request: `POST /${shop.page}/messages`,
    parameters: { recipient, sender_action: 'mark_seen' },
    spec: send,
    answer: { recipient_id: shop.person },
    value: { recipientId: shop.person },
  },
];
