import type { CustomerPicture } from '../../shared/contract/customer-pictures.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { PictureRow } from './picture-store.ts';

const kinds = { image: 'photo', film: 'film', sound: 'sound', file: 'file' } as const;

export const nameOf = ({ key, place }: Pick<PictureRow, 'key' | 'place'>): string =>
  `${key}-${place}`;

/** Undefined for what is no id of a picture. */
export function readName(pictureId: string): { key: bigint; place: number } | undefined {
  const [, key, place] = /^(\d{1,19})-(\d{1,2})$/.exec(pictureId) ?? [];
  if (key === undefined || place === undefined) return undefined;
  const found = BigInt(key);
  return found < 2n ** 63n ? { key: found, place: Number(place) } : undefined;
}

/** Why it is not here; `later` is a passing reason that no row keeps. */
function reasonOf(row: PictureRow, later: string | undefined): string | undefined {
  if (row.state === 'here') return undefined;
  if (row.kind === 'sound' || row.kind === 'file') return row.kind;
  if (row.kind === 'film' && row.url === null) return 'film';
  return row.state === 'no' ? (row.code ?? 'unreadable') : later;
}

/** A picture as a window shows it. */
export function presentPicture(
  say: Say,
  language: Language,
  row: PictureRow,
  later?: string,
): CustomerPicture {
  const code = reasonOf(row, later);
  const size = row.widthPx !== null && row.heightPx !== null;
  const isNever = row.kind === 'sound' || row.kind === 'file' || code === 'film';
  const why: Reason | undefined = code === undefined ? undefined : sayWhy(say, language, code);
  return {
    pictureId: nameOf(row),
    kind: kinds[row.kind],
    state: row.state === 'here' ? 'here' : row.state === 'no' || isNever ? 'refused' : 'waiting',
    ...(row.hash === null
      ? {}
      : { url: `/media/customers/${nameOf(row)}?${row.hash.slice(0, 8)}` }),
    ...(size ? { widthPx: row.widthPx ?? 0, heightPx: row.heightPx ?? 0 } : {}),
    ...(row.moves ? { moves: true } : {}),
    ...(why === undefined ? {} : { why }),
  };
}

function sayWhy(say: Say, language: Language, code: string): Reason {
  const part = (name: 'text' | 'todo') => say(language, `customer-pictures:why.${code}.${name}`);
  return { code, text: part('text'), todo: part('todo') };
}
