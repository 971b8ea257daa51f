import type { ConversationCalls, MessageContent, NewMessage } from './conversation-types.ts';
import { compact, idOf, wordsOf, type Fields } from './read-values.ts';
import { jsonBody, multipartBody } from './request-body.ts';
import type { UploadOptions } from './result.ts';
import type { BodySource } from './run-call.ts';
import type { Sender } from './send.ts';

/** Messages to one person. Source: Messenger Platform, Send API; Instagram messaging, send messages. */
export function messageCalls(
  sender: Sender,
): Pick<ConversationCalls, 'sendMessage' | 'sendSenderAction'> {
  return {
    sendMessage: (message, options) =>
      sender.show(
        {
          node: message.pageId,
          edge: 'messages',
          body: bodyOf(message, options),
          isUpload: 'filePath' in message.content,
        },
        parseSent,
        options,
      ),
    sendSenderAction: ({ pageId, personId, action }, options) =>
      sender.show(
        {
          node: pageId,
          edge: 'messages',
          body: jsonBody({ recipient: { id: personId }, sender_action: action }),
        },
        (body) => {
          const recipientId = idOf(body['recipient_id']);
          return recipientId === undefined ? undefined : { recipientId };
        },
        options,
      ),
  };
}

export function parseSent(body: Fields): { messageId: string; recipientId?: string } | undefined {
  const messageId = wordsOf(body['message_id']);
  if (messageId === undefined) return undefined;
  return compact({ messageId, recipientId: idOf(body['recipient_id']) });
}

/** A tag only goes with MESSAGE_TAG; inside the window a message is a RESPONSE. */
function bodyOf(message: NewMessage, options: UploadOptions | undefined): BodySource {
  const { personId, content, asHumanAgent, replyToMessageId } = message;
  const parameters = compact({
    recipient: { id: personId },
    messaging_type: asHumanAgent ? 'MESSAGE_TAG' : 'RESPONSE',
    tag: asHumanAgent ? 'HUMAN_AGENT' : undefined,
    reply_to: replyToMessageId === undefined ? undefined : { mid: replyToMessageId },
    message: messageOf(content),
  });
  if (!('filePath' in content)) return jsonBody(parameters);
  const file = { path: content.filePath, onProgress: options?.onProgress };
  return () => multipartBody(parameters, 'filedata', file);
}

function messageOf(content: MessageContent): object {
  if ('text' in content) return { text: content.text };
  const address = 'url' in content ? { url: content.url } : {};
  return { attachment: { type: content.kind, payload: { ...address, is_reusable: false } } };
}
