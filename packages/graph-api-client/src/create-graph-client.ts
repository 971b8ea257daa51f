import { catalogueCalls } from './catalogue.ts';
import type { GraphClient, GraphClientOptions } from './client-types.ts';
import { conversationCalls } from './conversations.ts';
import { discoveryCalls } from './discovery.ts';
import { facebookCommentCalls } from './facebook-comments.ts';
import { identityCalls } from './identity.ts';
import { insightCalls } from './insights.ts';
import { instagramCommentCalls } from './instagram-comments.ts';
import { containerCalls } from './instagram-containers.ts';
import { instagramMediaCalls } from './instagram-media.ts';
import { mentionCalls } from './mentions.ts';
import { moderationCalls } from './moderation.ts';
import { checkBaseUrls } from './own-hosts.ts';
import { pagePostCalls } from './page-posts.ts';
import { pageStoryCalls } from './page-stories.ts';
import { pageVideoCalls } from './page-videos.ts';
import { reelCalls } from './reels.ts';
import { createSender } from './send.ts';
import { shownContentCalls } from './shown-content.ts';

/** Calls in the name of one token. Throws TypeError on a base address that would carry it in clear. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  checkBaseUrls(options.baseUrls);
  if (!/^[\x21-\x7e]+$/.test(options.token)) throw new TypeError('this is not a token');
  const sender = createSender(options);
  return {
    ...identityCalls(sender),
    ...discoveryCalls(sender),
    ...pagePostCalls(sender),
    ...pageVideoCalls(sender),
    ...reelCalls(sender),
    ...pageStoryCalls(sender),
    ...containerCalls(sender),
    ...instagramMediaCalls(sender),
    ...facebookCommentCalls(sender),
    ...instagramCommentCalls(sender),
    ...moderationCalls(sender),
    ...conversationCalls(sender),
    ...mentionCalls(sender),
    ...catalogueCalls(sender),
    ...insightCalls(sender),
    ...shownContentCalls(sender),
    probe: (call) => sender.probe(call),
  };
}
