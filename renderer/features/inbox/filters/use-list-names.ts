import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { commentIntent } from '../../../../shared/contract/automation.ts';
import type { FilterContent } from '../../../../shared/contract/inbox-filters.ts';
import { replyLanguage } from '../../../../shared/contract/saved-replies.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useShopFocus } from '../../../link/shop-focus.tsx';

type Choice = { value: string; label: string };
type Named = 'shopId' | 'accountId' | 'tagId' | 'intent' | 'language';
export type ListChoices = Record<Named, Choice[]>;

/** What a list can be narrowed to, each by the name that people know it by. */
export function useListChoices(): ListChoices {
  const { t } = useTranslation(['rules', 'replies']);
  const api = useApi();
  const { shops } = useShopFocus();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const tags = useQuery(api.customers.tags.queryOptions({ input: {} })).data?.items ?? [];
  // What is none of all these has no name of its own.
  const intents = commentIntent.options.filter((one) => one !== 'other');
  return {
    shopId: shops.map(({ id, name }) => ({ value: id, label: name })),
    accountId: accounts.map(({ id, name, username }) => ({
      value: id,
      label: username ? `@${username}` : name,
    })),
    tagId: tags.map(({ id, name }) => ({ value: id, label: name })),
    intent: intents.map((value) => ({
      value,
      label: value === 'spam' ? t('when.spam') : t(`replies:intents.${value}`),
    })),
    language: replyLanguage.options.map((value) => ({
      value,
      label: t(`replies:language.${value}`),
    })),
  };
}

/** What a part of a list is called; undefined where it is no longer there. */
export function nameIn(
  choices: ListChoices,
  part: Named,
  content: FilterContent,
): string | undefined {
  return choices[part].find(({ value }) => value === content[part])?.label;
}
