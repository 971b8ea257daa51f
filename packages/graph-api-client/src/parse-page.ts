import type { LinkedInstagram, ManagedPage } from './identity-types.ts';
import {
  compact,
  fieldsOf,
  flagOf,
  idOf,
  listOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';

/** What is asked of a Page wherever Pages are listed. */
export const pageFields =
  'id,name,username,access_token,category,tasks,picture{url},link,is_published,' +
  'instagram_business_account{id,username,name,profile_picture_url}';

export function parsePage(row: Fields): ManagedPage | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    name: textOf(row['name']) ?? id,
    username: wordsOf(row['username']),
    token: wordsOf(row['access_token']),
    category: wordsOf(row['category']),
    tasks: listOf(row['tasks']).filter((task) => typeof task === 'string'),
    pictureUrl: wordsOf(fieldsOf(fieldsOf(row['picture'])?.['data'])?.['url']),
    link: wordsOf(row['link']),
    isPublished: flagOf(row['is_published']),
    instagram: parseLinked(fieldsOf(row['instagram_business_account'])),
  });
}

export function parseLinked(row: Fields | undefined): LinkedInstagram | undefined {
  const id = idOf(row?.['id']);
  if (id === undefined || !row) return undefined;
  return compact({
    id,
    username: wordsOf(row['username']),
    name: wordsOf(row['name']),
    pictureUrl: wordsOf(row['profile_picture_url']),
  });
}
