import type { Call, ListPage, Paging, UploadOptions, CallOptions, Visible } from './result.ts';

export type MessagePlatform = 'messenger' | 'instagram';

/** A person in a conversation: an id of this Page or account only, good nowhere else. */
export type Participant = { id: string; name?: string; username?: string };

export type RemoteConversation = {
  id: string;
  /** UTC ms of its newest message. */
  updatedAt?: number;
  participants: Participant[];
  /** The beginning of the newest message. */
  snippet?: string;
  unreadCount?: number;
  messageCount?: number;
  canReply?: boolean;
};

export type MessageAttachment = {
  id?: string;
  name?: string;
  mimeType?: string;
  url?: string;
  /** Of a film: a picture of it. */
  previewUrl?: string;
  widthPx?: number;
  heightPx?: number;
  sizeBytes?: number;
};

export type RemoteMessage = {
  id: string;
  /** UTC ms; absent for messages of which only the id is still told. */
  createdAt?: number;
  from?: Participant;
  to: Participant[];
  /** Empty when the message is only a picture or a sticker. */
  text: string;
  attachments: MessageAttachment[];
  stickerUrl?: string;
};

/** One of these. Text: at most 2000 characters, on Instagram 1000 bytes. */
export type MessageContent =
  | { text: string }
  /** A public https address. */
  | { kind: 'image' | 'video' | 'audio' | 'file'; url: string }
  /** Streamed from disk. */
  | { kind: 'image' | 'video' | 'audio' | 'file'; filePath: string };

export type NewMessage = {
  pageId: string;
  /** As the conversation names the person. */
  personId: string;
  content: MessageContent;
  /** Between 24 hours and seven days after the person's last message, written by a human being. */
  asHumanAgent?: boolean;
  replyToMessageId?: string;
};

export type SenderAction = 'mark_seen' | 'typing_on' | 'typing_off';

export type ConversationCalls = {
  /** Newest first. An empty list on Instagram may mean that its owner has not allowed access to messages. */
  conversations(
    list: { pageId: string; platform: MessagePlatform; personId?: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteConversation>>;
  /** Newest first. Instagram tells details of the 20 newest only. */
  messages(
    list: { conversationId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteMessage>>;
  /** One message by itself. */
  readMessage(messageId: string, options?: CallOptions): Call<RemoteMessage>;
  sendMessage(
    message: NewMessage,
    options?: UploadOptions,
  ): Visible<{ messageId: string; recipientId?: string }>;
  /** The person sees it. */
  sendSenderAction(
    action: { pageId: string; personId: string; action: SenderAction },
    options?: CallOptions,
  ): Visible<{ recipientId: string }>;
};
