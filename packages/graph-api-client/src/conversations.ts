import type {
  ConversationCalls,
  MessageAttachment,
  Participant,
  RemoteConversation,
  RemoteMessage,
} from './conversation-types.ts';
import { pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  countOf,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  rowsOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { messageCalls } from './send-message.ts';
import type { Sender } from './send.ts';

const conversationFields =
  'id,updated_time,participants,snippet,unread_count,can_reply,message_count';
const messageFields = 'id,created_time,from,to,message,attachments,sticker';

/** A Page's inbox and that of its Instagram account, with the Page's token. Source: Messenger Platform and
 *  Instagram messaging, conversations. */
export function conversationCalls(sender: Sender): ConversationCalls {
  return {
    conversations: ({ pageId, platform, personId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'conversations',
          query: {
            platform,
            user_id: personId,
            fields: conversationFields,
            ...pagingQuery(paging, 25),
          },
        },
        (body) => parseList(body, parseConversation),
        options,
      ),
    messages: ({ conversationId, ...paging }, options) =>
      sender.read(
        {
          node: conversationId,
          isThread: true,
          edge: 'messages',
          query: { fields: messageFields, ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parseMessage),
        options,
      ),
    readMessage: (messageId, options) =>
      sender.read(
        { node: messageId, isThread: true, query: { fields: messageFields } },
        parseMessage,
        options,
      ),
    ...messageCalls(sender),
  };
}

function parseConversation(row: Fields): RemoteConversation | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    updatedAt: instantOf(row['updated_time']),
    participants: parsePeople(row['participants']),
    snippet: wordsOf(row['snippet']),
    unreadCount: countOf(row['unread_count']),
    messageCount: countOf(row['message_count']),
    canReply: flagOf(row['can_reply']),
  });
}

function parseMessage(row: Fields): RemoteMessage | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    createdAt: instantOf(row['created_time']),
    from: parsePerson(fieldsOf(row['from'])),
    to: parsePeople(row['to']),
    text: textOf(row['message']) ?? '',
    attachments: (rowsOf(row['attachments']) ?? []).map(parseAttachment),
    stickerUrl: wordsOf(row['sticker']),
  });
}

function parsePeople(value: unknown): Participant[] {
  return (rowsOf(value) ?? []).map(parsePerson).filter((person) => person !== undefined);
}

function parsePerson(row: Fields | undefined): Participant | undefined {
  const id = idOf(row?.['id']);
  if (id === undefined) return undefined;
  return compact({ id, name: wordsOf(row?.['name']), username: wordsOf(row?.['username']) });
}

/** Pictures, clips and files each keep their address in a place of their own. */
function parseAttachment(row: Fields): MessageAttachment {
  const media = fieldsOf(row['image_data']) ?? fieldsOf(row['video_data']);
  return compact({
    id: idOf(row['id']),
    name: wordsOf(row['name']),
    mimeType: wordsOf(row['mime_type']),
    url: wordsOf(media?.['url']) ?? wordsOf(row['file_url']),
    previewUrl: wordsOf(fieldsOf(row['video_data'])?.['preview_url']),
    widthPx: countOf(media?.['width']),
    heightPx: countOf(media?.['height']),
    sizeBytes: countOf(row['size']),
  });
}
