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

/** Edges that no list has, with their parameters. */
export const describedEdges: Readonly<Record<string, readonly string[]>> = {
  // Several calls in one.
  'POST ': ['batch', 'include_headers'],
  // Signing in, and what a token is.
  'GET debug_token': ['input_token'],
  'GET oauth/access_token': [
    'client_id',
    'client_secret',
    'code',
    'fb_exchange_token',
    'grant_type',
    'redirect_uri',
  ],
  // Bytes go to a host of their own; the rest travels in headers.
  'POST rupload/ig-api-upload/{id}': ['offset'],
  'POST rupload/video-upload/{id}': ['offset'],
  // Uploads that are asked how far they came.
  'GET rupload/ig-api-upload/{id}': ['offset'],
  'GET rupload/video-upload/{id}': ['offset'],
  // Page stories: listed as an edge of the Page in the reference of Page stories only.
  'GET {page}/stories': ['status'],
};

/** Parameters that the lists lack on edges that they have. */
export const describedParams: Readonly<Record<string, readonly string[]>> = {
  // The file itself.
  'POST {page}/photos': ['source'],
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
};
