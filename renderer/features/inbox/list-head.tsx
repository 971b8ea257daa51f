import {
  IconAdjustments,
  IconBolt,
  IconCheck,
  IconFileSpreadsheet,
  IconFilter,
  IconHourglassHigh,
  IconRefresh,
  IconSearch,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ListFilters, type ListDialog } from './filters/list-filters.tsx';
import { useCommands } from './hand/use-commands.ts';
import { AnswerTimesDialog } from './team/answer-times-dialog.tsx';
import { LateBanner } from './late-people.tsx';
import type { InboxView, ViewName } from './use-inbox-view.ts';

/** Title, search and views above the list. */
export function ListHead({ inbox }: { inbox: InboxView }) {
  const { t } = useTranslation('inbox-ui');
  const field = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const isSeeking = opened || inbox.text !== '';
  const seek = () => {
    // The next letter comes before the next frame: it belongs into the field, not to the keys of the inbox.
    flushSync(() => setOpened(true));
    field.current?.focus();
    // The palette gives the focus back as it closes.
    requestAnimationFrame(() => field.current?.focus());
  };
  const toggle = () => {
    if (!isSeeking) return seek();
    inbox.setText('');
    setOpened(false);
  };
  useCommands({ search: seek });
  const [isTiming, setTiming] = useState(false);
  const [asked, setAsked] = useState<ListDialog>();
  const items = useFilterItems(inbox, setAsked, () => setTiming(true));
  return (
    <header className="inbox-list-head">
      <div className="inbox-title">
        <h1>{t('title')}</h1>
        <span className="grow" />
        <IconButton
          label={t('search')}
          icon={<IconSearch aria-hidden />}
          aria-pressed={isSeeking}
          onClick={toggle}
        />
        <Menu
          target={
            <button type="button" className="btn btn-quiet btn-icon" aria-label={t('filter')}>
              <IconAdjustments aria-hidden />
            </button>
          }
          items={items}
        />
      </div>
      {isSeeking ? (
        <div
          className="inbox-seek"
          onKeyDown={(event) => {
            if (event.key === 'Escape') toggle();
          }}
        >
          <SearchField
            label={t('search')}
            placeholder={t('searchHint')}
            value={inbox.text}
            onChange={inbox.setText}
            inputRef={field}
          />
        </div>
      ) : null}
      <Views inbox={inbox} />
      <ListFilters inbox={inbox} asked={asked} onAsk={setAsked} />
      <LateBanner inbox={inbox} />
      {isTiming ? <AnswerTimesDialog onClose={() => setTiming(false)} /> : null}
    </header>
  );
}

/** In sight always; the others stand in the menu. */
const usual: ViewName[] = ['all', 'unanswered', 'waiting'];
const others = ['mine', 'customer', 'orders', 'questions', 'snoozed', 'done', 'spam'] as const;

function Views({ inbox: { view, setView, counts } }: { inbox: InboxView }) {
  const { t } = useTranslation('inbox-ui');
  const figures: Partial<Record<ViewName, { count: number | undefined; tone: string }>> = {
    unanswered: { count: counts?.unanswered, tone: 'accent' },
    waiting: { count: counts?.waiting, tone: 'sun' },
    mine: { count: counts?.mentions, tone: 'accent' },
  };
  // Whoever is named by a colleague finds the way to it.
  const extra = counts?.mentions ? (['mine', view] as const) : [view];
  const names = [...new Set([...usual, ...extra])];
  return (
    <nav className="inbox-views" aria-label={t('views')}>
      {names.map((name) => {
        const figure = figures[name];
        return (
          <button
            key={name}
            type="button"
            aria-current={view === name || undefined}
            onClick={() => setView(name)}
          >
            {t(`view.${name}`)}
            {figure?.count ? (
              <span className={`num inbox-count-${figure.tone}`}> {figure.count}</span>
            ) : null}
          </button>
        );
      })}
    </nav>
  );
}

/** Accounts to look at, the threads that are done, and reading the network now. */
function useFilterItems(
  inbox: InboxView,
  onAsk: (dialog: ListDialog) => void,
  onTimes: () => void,
): MenuItem[] {
  const { t: tRules } = useTranslation('rules');
  const navigate = useNavigate();
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const { t: tFilters } = useTranslation('inbox-filters');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const sync = useChange(
    api.inbox.sync.mutationOptions({
      onSuccess: async ({ stored, incomplete }) => {
        // Without a line nothing was read, which is not the same as nothing new.
        const { line } = await client.app.info();
        if (!line.online) toast({ text: t('syncOffline') });
        else toast({ text: t(incomplete ? 'syncedIncomplete' : 'synced', { count: stored }) });
      },
    }),
  );
  const tick = (on: boolean) =>
    on ? <IconCheck aria-hidden /> : <span className="inbox-no-tick" />;
  return [
    {
      label: t('allAccounts'),
      icon: tick(inbox.accountId === undefined),
      run: () => inbox.setAccountId(undefined),
    },
    ...accounts.map((account) => ({
      label: account.username ? `@${account.username}` : account.name,
      icon: tick(inbox.accountId === account.id),
      run: () => inbox.setAccountId(account.id),
    })),
    'line',
    ...others.map((name) => ({
      label: t(`view.${name}`),
      icon: tick(inbox.view === name),
      right: <span className="small muted num">{inbox.counts?.[name] || ''}</span>,
      run: () => inbox.setView(inbox.view === name ? 'all' : name),
    })),
    'line',
    {
      label: t('longest'),
      icon: tick(inbox.isLongest),
      run: () => inbox.showLongest(!inbox.isLongest),
    },
    {
      label: tFilters('narrow'),
      icon: <IconFilter aria-hidden />,
      run: () => onAsk({ kind: 'narrow' }),
    },
    {
      label: tFilters('export.open'),
      icon: <IconFileSpreadsheet aria-hidden />,
      run: () => onAsk({ kind: 'export' }),
    },
    'line',
    { label: tTeam('times.open'), icon: <IconHourglassHigh aria-hidden />, run: onTimes },
    { label: t('syncNow'), icon: <IconRefresh aria-hidden />, run: () => sync.mutate({}) },
    {
      label: tRules('title'),
      icon: <IconBolt aria-hidden />,
      run: () => void navigate({ to: '/inbox/rules' }),
    },
  ];
}
