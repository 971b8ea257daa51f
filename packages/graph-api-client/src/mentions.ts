import type { MentionCalls, RemoteMention } from './mention-types.ts';
import { pagingQuery, parseList } from './parse-list.ts';
import { compact, fieldsOf, idOf, instantOf, textOf, wordsOf, type Fields } from './read-values.ts';
import type { Sender } from './send.ts';

const mediaFields = 'id,caption,username,timestamp,permalink,media_url,thumbnail_url';
const postFields = 'id,message,from,created_time,permalink_url,full_picture';

/** Where others name an account. Source: Instagram Platform reference, IG User tags; Graph API reference, Page
 *  tagged. */
export function mentionCalls(sender: Sender): MentionCalls {
  return {
    taggedMedia: ({ igId, ...paging }, options) =>
      sender.read(
        { node: igId, edge: 'tags', query: { fields: mediaFields, ...pagingQuery(paging, 25) } },
        (body) => parseList(body, parseMedia),
        options,
      ),
    taggedPosts: ({ pageId, ...paging }, options) =>
      sender.read(
        { node: pageId, edge: 'tagged', query: { fields: postFields, ...pagingQuery(paging, 25) } },
        (body) => parseList(body, parsePost),
        options,
      ),
  };
}

function parseMedia(row: Fields): RemoteMention | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const username = wordsOf(row['username']);
  return compact({
    id,
    text: textOf(row['caption']) ?? '',
    from: username === undefined ? undefined : { username },
    createdAt: instantOf(row['timestamp']),
    permalink: wordsOf(row['permalink']),
    pictureUrl: wordsOf(row['thumbnail_url']) ?? wordsOf(row['media_url']),
  });
}

function parsePost(row: Fields): RemoteMention | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const from = fieldsOf(row['from']);
  return compact({
    id,
    text: textOf(row['message']) ?? '',
    from: from && compact({ id: idOf(from['id']), name: wordsOf(from['name']) }),
    createdAt: instantOf(row['created_time']),
    permalink: wordsOf(row['permalink_url']),
    pictureUrl: wordsOf(row['full_picture']),
  });
}
