import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { InboxView } from './use-inbox-view.ts';

/** An empty list says why it is empty and where to go from there. */
export function InboxEmpty({ inbox }: { inbox: InboxView }) {
  const { t } = useTranslation('inbox-ui');
  const navigate = useNavigate();
  if (inbox.sought !== '')
    return (
      <EmptyState
        title={t('empty.search', { text: inbox.sought })}
        action={<Button onClick={() => inbox.setText('')}>{t('empty.clear')}</Button>}
      />
    );
  const { accountId, tagId, intent, language } = inbox.content;
  if ([accountId, tagId, intent, language].some((part) => part !== undefined))
    return (
      <EmptyState
        title={t('empty.narrowed')}
        action={
          <Button onClick={() => inbox.show({ view: inbox.view })}>{t('empty.widen')}</Button>
        }
      />
    );
  if (inbox.view !== 'all')
    return (
      <EmptyState
        title={t(`empty.${inbox.view}`)}
        action={<Button onClick={() => inbox.setView('all')}>{t('empty.showAll')}</Button>}
      />
    );
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button onClick={() => void navigate({ to: '/plan', search: { new: '1' } })}>
          {t('empty.write')}
        </Button>
      }
    />
  );
}
