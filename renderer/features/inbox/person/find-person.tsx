import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownPerson } from '../../../../shared/contract/customers.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { Row } from '../../../ui/row.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import type { OpenThread } from '../use-open-thread.ts';

/** Chooses who of other accounts is the same person: a name proves nothing, whoever answers knows. */
export function FindPerson({
  thread: { threadId },
  onChoose,
  onClose,
}: {
  thread: OpenThread;
  onChoose: (person: KnownPerson) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const [text, setText] = useState('');
  const words = text.trim();
  const input = { threadId, ...(words !== '' && { text: words }) };
  const found = useQuery(api.customers.likely.queryOptions({ input })).data?.items;
  return (
    <Dialog opened onClose={onClose} title={t('same.choose')} widthPx={440}>
      <p className="small muted">{t('same.help')}</p>
      <SearchField
        label={t('same.search')}
        placeholder={t('same.search')}
        value={text}
        onChange={setText}
      />
      {found?.length === 0 ? <p className="muted">{t('same.none')}</p> : null}
      <div>
        {found?.map((person) => (
          <Row key={person.threadId} tall onClick={() => onChoose(person)}>
            <Avatar name={calmText(person.name)} />
            <span className="cut grow">
              <bdi className="inbox-block cut">{calmText(person.name)}</bdi>
              <span className="small muted num">
                {accounts.find(({ id }) => id === person.accountId)?.name} ·{' '}
                {formats.near(person.lastAt, now)}
              </span>
            </span>
            <NetworkIcon network={person.network} />
          </Row>
        ))}
      </div>
    </Dialog>
  );
}
