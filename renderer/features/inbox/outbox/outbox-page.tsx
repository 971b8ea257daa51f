import './outbox-page.css';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { arrangeOutbox } from './arrange-outbox.ts';
import { OutboxList } from './outbox-list.tsx';
import { UndoField } from './undo-field.tsx';
import { useOutbox, type Outbox } from './use-outbox.ts';

/** What has not left yet: why it waits, and what can still be done about it. */
export function OutboxPage() {
  const { t } = useTranslation('outbox');
  const navigate = useNavigate();
  const outbox = useOutbox();
  const count = outbox.items.filter(({ state }) => state !== 'refused').length;
  return (
    <div className="outbox-page">
      <PageHead
        title={t('title')}
        beside={
          count > 0 ? <span className="muted num">{t('waiting', { count })}</span> : undefined
        }
      >
        <UndoField />
        <IconButton
          label={t('toInbox')}
          icon={<IconArrowLeft aria-hidden />}
          onClick={() => void navigate({ to: '/inbox' })}
        />
      </PageHead>
      <Body outbox={outbox} />
      <BulkBar count={outbox.selected.size} onClear={outbox.clear}>
        <Button
          icon={<IconArrowBackUp aria-hidden />}
          onClick={() => outbox.withdraw([...outbox.selected])}
        >
          {t('withdraw')}
        </Button>
      </BulkBar>
    </div>
  );
}

function Body({ outbox }: { outbox: Outbox }) {
  const { t } = useTranslation('outbox');
  const navigate = useNavigate();
  const problem = useProblem();
  const { list, items } = outbox;
  if (list.error) return <ProblemBlock problem={problem(list.error)} />;
  if (list.isPending) return <SkeletonRows />;
  if (items.length === 0)
    return (
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Button kind="primary" size="lg" onClick={() => void navigate({ to: '/inbox' })}>
            {t('empty.action')}
          </Button>
        }
      />
    );
  return <Groups outbox={outbox} />;
}

function Groups({ outbox }: { outbox: Outbox }) {
  const { t } = useTranslation('outbox');
  const { asks, lanes, refused } = arrangeOutbox(outbox.items);
  const groups: { key: string; title: React.ReactNode; name: string; items: OutboxItem[] }[] = [
    { key: 'asks', title: t('asks'), name: t('asks'), items: asks },
    ...lanes.map(({ accountId, account, network, items }) => ({
      key: accountId,
      title: (
        <>
          <NetworkIcon network={network} /> {account}
        </>
      ),
      name: t('of', { account }),
      items,
    })),
    { key: 'refused', title: t('refused'), name: t('refused'), items: refused },
  ];
  const shown = groups.filter(({ items }) => items.length > 0);
  const order = shown.flatMap(({ items }) => items.map(({ id }) => id));
  return (
    <>
      {shown.map(({ key, title, name, items }) => (
        <section key={key} aria-label={name}>
          <h2 className="outbox-group">{title}</h2>
          <OutboxList name={name} items={items} order={order} outbox={outbox} />
        </section>
      ))}
    </>
  );
}
