import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import type { StudioClient } from '../../../link/studio-api.ts';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import type { OpenThread } from '../use-open-thread.ts';
import { FindPerson } from './find-person.tsx';

type Same = Awaited<ReturnType<StudioClient['customers']['get']>>['same'];

/** Who of other accounts somebody said to be this person: beside them, never mixed with them. */
export function SamePerson({ thread, same }: { thread: OpenThread; same: Same }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const toast = useToast();
  const [isFinding, setFinding] = useState(false);
  const link = useChange(api.customers.link.mutationOptions());
  const unlink = useChange(api.customers.unlink.mutationOptions());
  const { threadId } = thread;
  const take = (other: { threadId: string; name: string }) => {
    unlink.mutate({ threadId: other.threadId });
    toast({
      text: t('same.unlinked', { person: calmText(other.name) }),
      undo: () => link.mutate({ threadId, otherThreadId: other.threadId }),
    });
  };
  return (
    <>
      {same.length > 0 ? <h4 className="small muted">{t('same.title')}</h4> : null}
      <ul className="inbox-others">
        {same.map((other) => (
          <li key={other.threadId} className="inbox-same">
            <OtherPerson other={other} />
            <TextButton className="small" onClick={() => take(other)}>
              {t('same.unlink')}
            </TextButton>
          </li>
        ))}
      </ul>
      <TextButton className="small" onClick={() => setFinding(true)}>
        {t('same.find')}
      </TextButton>
      {isFinding ? (
        <FindPerson
          thread={thread}
          onChoose={(other) => {
            setFinding(false);
            link.mutate({ threadId, otherThreadId: other.threadId });
            toast({
              text: t('same.linked', { person: calmText(other.name) }),
              undo: () => unlink.mutate({ threadId: other.threadId }),
            });
          }}
          onClose={() => setFinding(false)}
        />
      ) : null}
    </>
  );
}

function OtherPerson({ other }: { other: Same[number] }) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const { threadId, name, network, lastAt, tags } = other;
  const person = useQuery(api.inbox.person.queryOptions({ input: { threadId } })).data;
  return (
    <button
      type="button"
      className="inbox-other"
      onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}
    >
      <span className="inbox-same-name">
        <NetworkIcon network={network} />
        <bdi className="cut">{calmText(name)}</bdi>
      </span>
      <span className="small muted num">
        {person ? `${t('threadsOf', { count: person.threads })} · ` : ''}
        {formats.near(lastAt, now)}
        {tags.map((tag) => ` · ${tag.name}`)}
      </span>
    </button>
  );
}
