import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptionTemplate } from '../../../../shared/contract/series.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useShopFocus } from '../../../link/shop-focus.tsx';
import { defaultWish, readWish, rememberWish, type RememberedWish } from './remember-wish.ts';

export type Words = RememberedWish['words'];

/** Steps 2 and 3: pictures, words, accounts and hours, as they were left last time. */
export function useWish() {
  const api = useApi();
  const [kept, setKept] = useState(() => readWish(window.localStorage) ?? defaultWish);
  const change = (more: Partial<RememberedWish>) =>
    setKept((before) => {
      const next = { ...before, ...more };
      rememberWish(window.localStorage, next);
      return next;
    });
  const { has } = useShopFocus();
  const found = useQuery(api.accounts.list.queryOptions());
  const publishing =
    found.data?.accounts.filter((one) => one.can.includes('publish') && has(one.id)) ?? [];
  const known = new Set(publishing.map((account) => account.id));
  const accountIds = kept.accountIds?.filter((id) => known.has(id)) ?? [...known];
  const networks = new Set(
    publishing.filter(({ id }) => accountIds.includes(id)).map(({ network }) => network),
  );
  // Tall pictures take most of Instagram's feed; a Page alone shows squares best.
  const wished: Format = networks.has('instagram') || networks.size === 0 ? '4:5' : '1:1';
  const listed = useQuery(api.studio.templates.queryOptions({ input: { kind: 'picture' } }));
  const templates = listed.data?.items ?? [];
  const template = templates.find(({ id }) => id === kept.picture.templateId) ?? templates[0];
  const format = template?.formats.includes(wished) ? wished : (template?.formats[0] ?? wished);
  const captions = useQuery(api.series.templates.queryOptions());
  const words = kept.words.text === '' ? wordsOf(captions.data?.items[0], kept.words) : kept.words;
  return {
    ...{ accounts: publishing, accountIds, networks, templates, format, words },
    templateId: template?.id,
    captionTemplates: captions.data?.items ?? [],
    picture: kept.picture,
    slots: kept.slots,
    setPicture: (picture: RememberedWish['picture']) => change({ picture }),
    setWords: (next: Words) => change({ words: next }),
    setSlots: (slots: RememberedWish['slots']) => change({ slots }),
    setAccountIds: (ids: string[]) => change({ accountIds: ids }),
    isLoading: found.isPending || listed.isPending || captions.isPending,
  };
}

export type Wish = ReturnType<typeof useWish>;

/** A template's words in place of those that were there; the hashtags stay. */
export function wordsOf(template: CaptionTemplate | undefined, before: Words): Words {
  if (!template) return before;
  const { text, captions } = template;
  return {
    ...before,
    text,
    facebook: captions.facebook ?? '',
    instagram: captions.instagram ?? '',
  };
}
