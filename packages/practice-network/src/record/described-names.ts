/** Names that the written reference of the Graph API has and the published lists lack. */

/** Taken by every call. */
export const everywhere: readonly string[] = [
  'limit',
  'after',
  'before',
  'since',
  'until',
  'summary',
  'locale',
  'appsecret_proof',
];

/** Modifiers of a field that is an edge: its parameters, and these. */
export const modifiers: readonly string[] = ['limit', 'after', 'order', 'summary', 'filter', 'as'];

interface DescribedEdge {
  params: readonly string[];
  /** The shape it answers; none where `fields` cannot be asked for. */
  answers?: string;
}

/** Edges that no list has. */
export const describedEdges: Readonly<Record<string, DescribedEdge>> = {
  // Several calls in one.
  'POST ': { params: ['batch', 'include_headers'] },
  // Signing in, and what a token is.
  'GET debug_token': { params: ['input_token'] },
  'GET oauth/access_token': {
    params: [
      'client_id',
      'client_secret',
      'code',
      'fb_exchange_token',
      'grant_type',
      'redirect_uri',
    ],
  },
  // Taking one permission back; the list has taking back all.
  'DELETE me/permissions/{id}': { params: [] },
  // Bytes go to a host of their own; the rest travels in headers.
  'POST rupload/ig-api-upload/{id}': { params: ['offset'] },
  'POST rupload/video-upload/{id}': { params: ['offset'] },
  // Uploads that are asked how far they came.
  'GET rupload/ig-api-upload/{id}': { params: ['offset'] },
  'GET rupload/video-upload/{id}': { params: ['offset'] },
  // Only the reference of stories has it.
  'GET {page}/stories': { params: ['status'] },
  'GET {message}': { params: [], answers: 'UnifiedMessage' },
};

/** Parameters that the lists lack on edges that they have. */
export const describedParams: Readonly<Record<string, readonly string[]>> = {
  // The files themselves.
  'POST {page}/photos': ['source'],
  'POST {page}/messages': ['filedata'],
};

/** Shapes that no list describes, by their type or by the list and field that hold them. */
export const describedFields: Readonly<Record<string, readonly string[]>> = {
  // Only what /me/accounts says of a Page has its tasks.
  Page: ['tasks'],
  ProfilePictureSource: ['height', 'is_silhouette', 'url', 'width'],
  StoryAttachment: ['description', 'media', 'subattachments', 'target', 'title', 'type', 'url'],
  'StoryAttachment.target': ['id', 'url'],
  'StoryAttachment.subattachments': ['description', 'media', 'target', 'title', 'type', 'url'],
  'StoryAttachment.subattachments.target': ['id', 'url'],
  ContentPublishingLimitResponse: ['config', 'quota_usage'],
  'Comment.from': ['id', 'name'],
  IGCommentFromUser: ['id', 'username'],
  UnifiedMessage: [
    'attachments',
    'created_time',
    'from',
    'id',
    'message',
    'shares',
    'sticker',
    'to',
  ],
  ShadowIGUserCatalogProductVariant: ['product_id', 'variant_name'],
};
