import { IconArrowBackUp, IconCheck, IconCircleOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../../shared/contract/automation.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** All that was done by itself, or was not and why; newest first. */
export function LogPart() {
  const { t } = useTranslation('rules');
  const api = useApi();
  const log = useInfiniteQuery(
    api.automation.log.infiniteOptions({
      input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = log.data?.pages.flatMap((page) => page.items);
  if (!items) return <SkeletonRows />;
  if (items.length === 0) return <p className="muted">{t('log.none')}</p>;
  return (
    <div className="rules-form">
      <ul className="rules-list">
        {items.map((deed) => (
          <LogLine key={deed.id} deed={deed} />
        ))}
      </ul>
      {log.hasNextPage ? (
        <div>
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const signs = {
  done: { tone: 'leaf', Icon: IconCheck },
  'not-done': { tone: 'sun', Icon: IconCircleOff },
  undone: { tone: 'muted', Icon: IconArrowBackUp },
} as const;

function LogLine({ deed }: { deed: Deed }) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const formats = useFormats();
  const navigate = useNavigate();
  const undo = useChange(api.automation.undo.mutationOptions());
  const { kind, state, source, ruleName, person, comment, text, reason, threadId } = deed;
  const { tone, Icon } = signs[state];
  return (
    <li>
      <div className="rules-line">
        <b>{t(`deed.${kind}`)}</b>
        <StateSign tone={tone} icon={<Icon aria-hidden />}>
          {t(`log.state.${state}`)}
        </StateSign>
        <span className="grow" />
        <span className="small muted num">{formats.dateTime(deed.at)}</span>
      </div>
      <p className="small">
        <TextButton onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}>
          <bdi>{calmText(person) || t('someone')}</bdi>
        </TextButton>{' '}
        <bdi className="muted">{calmText(comment)}</bdi>
      </p>
      {text ? <p className="rules-said small">{calmText(text)}</p> : null}
      {reason ? <p className="small">{reason.text}</p> : null}
      <div className="rules-line small">
        <span className="muted grow">
          {source === 'rule' ? (ruleName ?? t('log.ruleGone')) : t(`log.source.${source}`)}
        </span>
        {deed.canUndo ? (
          <Button
            kind="quiet"
            busy={undo.isPending}
            onClick={() => undo.mutate({ deedId: deed.id })}
          >
            {t('log.undo')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
