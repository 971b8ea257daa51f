import { IconArrowBackUp, IconCheck, IconCircleOff, IconClock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../../shared/contract/automation.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
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
  const problem = useProblem();
  const items = log.data?.pages.flatMap((page) => page.items);
  if (log.error && !items) return <ProblemBlock problem={problem(log.error)} />;
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
  const formats = useFormats();
  const navigate = useNavigate();
  const { kind, person, comment, text, reason, threadId } = deed;
  return (
    <li>
      <div className="rules-line">
        <b>{t(`deed.${kind}`)}</b>
        <DeedState deed={deed} />
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
      <LogFoot deed={deed} />
    </li>
  );
}

/** What came of it; of an answer also how far it got, of what was taken back how far that got. */
function DeedState({ deed: { state, sending, undoing } }: { deed: Deed }) {
  const { t } = useTranslation('rules');
  const { tone, Icon } = signs[state];
  const isWaiting = (of: Deed['sending']) => of !== undefined && of !== 'sent';
  const waits = state === 'undone' ? isWaiting(undoing) : false;
  return (
    <>
      <StateSign tone={tone} icon={<Icon aria-hidden />}>
        {t(`log.state.${state}`)}
      </StateSign>
      {state === 'done' && sending ? (
        <span className="small muted">{t(`log.sending.${sending}`)}</span>
      ) : null}
      {waits ? (
        <StateSign tone="sun" icon={<IconClock aria-hidden />}>
          {t('log.undoing')}
        </StateSign>
      ) : null}
      {undoing === 'refused' ? <span className="small">{t('log.undoRefused')}</span> : null}
    </>
  );
}

/** Who did it, and the way back or why there is none. */
function LogFoot({ deed }: { deed: Deed }) {
  const { t } = useTranslation('rules');
  const { source, ruleName, canUndo, undoWhy, state } = deed;
  return (
    <div className="rules-line small">
      <span className="muted grow">
        {source === 'rule' ? (ruleName ?? t('log.ruleGone')) : t(`log.source.${source}`)}
      </span>
      {canUndo ? <UndoButton deed={deed} /> : null}
      {!canUndo && undoWhy && state === 'done' ? (
        <span className="muted">{t('log.stays', { why: undoWhy.text })}</span>
      ) : null}
    </div>
  );
}

/** An answer that is out is deleted for good: that is asked about first. */
function UndoButton({ deed }: { deed: Deed }) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const [isAsking, setAsking] = useState(false);
  const undo = useChange(api.automation.undo.mutationOptions());
  const isDeleting = deed.undoWay === 'network' && deed.kind === 'reply';
  const run = () => {
    setAsking(false);
    undo.mutate({ deedId: deed.id, clientId: crypto.randomUUID() });
  };
  return (
    <>
      <Button
        kind="quiet"
        busy={undo.isPending}
        onClick={() => (isDeleting ? setAsking(true) : run())}
      >
        {t(isDeleting ? 'log.delete' : 'log.undo')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('log.deleteTitle')}
        text={t('log.deleteText', { text: calmText(deed.text ?? '') })}
        action={t('log.delete')}
        danger
        onConfirm={run}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
