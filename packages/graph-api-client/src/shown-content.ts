import { compact, fieldsOf, flagOf, idOf, rowsOf, wordsOf, type Fields } from './read-values.ts';
import { parseList } from './parse-list.ts';
import type { Sender } from './send.ts';
import type { ShownCalls, ShownMedia, ShownPost, ShownVideo } from './shown-types.ts';

const postFields =
  'id,message,is_published,attachments{type,url,target{id},subattachments{target{id}}}';
const videoFields = 'id,title,description,published';
const mediaFields = 'id,caption,alt_text';
const childFields = 'id,alt_text';

/** Posts, videos and media as they stand. Source: Graph API reference, Post, Video and IG Media. */
export function shownContentCalls(sender: Sender): ShownCalls {
  const read = <T>(fields: string, parse: (body: Fields) => T | undefined) => {
    return (node: string, options?: Parameters<ShownCalls['shownPost']>[1]) =>
      sender.read({ node, query: { fields } }, parse, options);
  };
  return {
    shownPost: read(postFields, parsePost),
    shownVideo: read(videoFields, parseVideo),
    shownMedia: read(mediaFields, parseMedia),
    shownChildren: (mediaId, options) =>
      sender.read(
        { node: mediaId, edge: 'children', query: { fields: childFields } },
        (body) => parseList(body, parseMedia)?.items,
        options,
      ),
  };
}

function parsePost(body: Fields): ShownPost | undefined {
  const id = idOf(body['id']);
  if (id === undefined) return undefined;
  const attachments = rowsOf(body['attachments']) ?? [];
  const link = attachments.find((one) => one['type'] === 'share');
  return compact({
    id,
    message: wordsOf(body['message']),
    isPublished: flagOf(body['is_published']),
    mediaIds: attachments.filter((one) => one !== link).flatMap(mediaOf),
    linkUrl: unwrapped(wordsOf(link?.['url'])),
  });
}

/** An album names its pictures; a single attachment is its own picture or video. */
function mediaOf(attachment: Fields): string[] {
  const parts = rowsOf(attachment['subattachments']) ?? [];
  return (parts.length > 0 ? parts : [attachment])
    .map((part) => idOf(fieldsOf(part['target'])?.['id']))
    .filter((id) => id !== undefined);
}

/** Links of posts lead over the network's own page, which holds the address as a parameter. */
function unwrapped(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  const isWrapper = url !== null && /^lm?\.(?:facebook|instagram)\.com$/.test(url.hostname);
  return (isWrapper ? url.searchParams.get('u') : undefined) ?? address;
}

function parseVideo(body: Fields): ShownVideo | undefined {
  const id = idOf(body['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    title: wordsOf(body['title']),
    description: wordsOf(body['description']),
    isPublished: flagOf(body['published']),
  });
}

function parseMedia(body: Fields): ShownMedia | undefined {
  const id = idOf(body['id']);
  if (id === undefined) return undefined;
  return compact({ id, caption: wordsOf(body['caption']), altText: wordsOf(body['alt_text']) });
}
