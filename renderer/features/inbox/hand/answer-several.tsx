import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledReplyView } from '../../../../shared/contract/inbox-replies.ts';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { canAnswer, type AnsweredSoFar } from './answer-one-by-one.ts';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { useSeveralAnswers } from './use-several-answers.ts';
import { VariableButtons } from '../replies/variable-buttons.tsx';

const own = '';

/** One text for several people: shown as each will get it, then answered one by one. */
export function AnswerSeveral({
  threads,
  onClose,
}: {
  threads: readonly Thread[];
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-hand');
  const [threadIds] = useState(() => threads.map(({ threadId }) => threadId).slice(0, 200));
  const [text, setText] = useState('');
  const [savedReplyId, setSaved] = useState(own);
  const filled = useFilled(threadIds, { text, savedReplyId });
  const answers = useSeveralAnswers();
  const items = answers.items ?? filled.items;
  const ready = items.filter(canAnswer).length;
  const { progress, isRunning } = answers;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('several.title', { count: threadIds.length })}
      widthPx={640}
      footer={
        progress ? (
          <AnswersFoot
            progress={progress}
            isRunning={isRunning}
            onStop={answers.stop}
            onGoOn={() => void answers.start(items)}
            onClose={onClose}
          />
        ) : (
          <Button
            kind="primary"
            size="lg"
            disabled={ready === 0 || filled.isOld}
            onClick={() => void answers.start(items)}
          >
            {t('several.send', { count: ready })}
          </Button>
        )
      }
    >
      {progress ? null : (
        <SeveralWords text={text} onText={setText} savedReplyId={savedReplyId} onSaved={setSaved} />
      )}
      <ul className="several-list" aria-label={t('several.list')}>
        {items.map((item) => (
          <SeveralLine key={item.threadId} item={item} progress={progress} />
        ))}
      </ul>
    </Dialog>
  );
}

/** As each person would get it; a moment after the last letter. */
function useFilled(
  threadIds: string[],
  { text, savedReplyId }: { text: string; savedReplyId: string },
) {
  const api = useApi();
  const [settled] = useDebouncedValue(text, 250);
  const isOwn = savedReplyId === own;
  const found = useQuery(
    api.inbox.fillReplies.queryOptions({
      input: { threadIds, ...(isOwn ? { text: settled } : { savedReplyId }) },
      placeholderData: keepPreviousData,
    }),
  );
  const isUnsettled = isOwn && (text !== settled || text.trim() === '');
  return { items: found.data?.items ?? [], isOld: isUnsettled || found.isPlaceholderData };
}

function SeveralWords({
  text,
  onText,
  savedReplyId,
  onSaved,
}: {
  text: string;
  onText: (text: string) => void;
  savedReplyId: string;
  onSaved: (id: string) => void;
}) {
  const { t } = useTranslation('inbox-hand');
  const api = useApi();
  const saved = useQuery(api.savedReplies.list.queryOptions({ input: {} })).data?.items ?? [];
  return (
    <div className="several-words">
      {saved.length === 0 ? null : (
        <SelectField
          label={t('several.saved')}
          value={savedReplyId}
          options={[
            { value: own, label: t('several.own') },
            ...saved.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={onSaved}
        />
      )}
      {savedReplyId === own ? (
        <>
          <TextArea
            label={t('several.text')}
            rows={3}
            value={text}
            maxLength={2000}
            onChange={onText}
            autoFocus
            data-autofocus
          />
          <VariableButtons onTake={(variable) => onText(`${text}{${variable}}`)} />
        </>
      ) : null}
    </div>
  );
}

function SeveralLine({
  item,
  progress,
}: {
  item: FilledReplyView;
  progress: AnsweredSoFar | undefined;
}) {
  const { t } = useTranslation('inbox-hand');
  const { t: tReplies } = useTranslation('replies');
  const failure = progress?.failed.find(({ threadId }) => threadId === item.threadId);
  const why =
    failure?.why ??
    (item.alreadySaid
      ? t('several.said')
      : item.commentId === undefined
        ? t('several.gone')
        : item.unfilled.length > 0
          ? t('several.unfilled', {
              names: item.unfilled.map((name) => tReplies(`variable.${name}`)).join(', '),
            })
          : undefined);
  return (
    <li className="several-line">
      <bdi className="inbox-name cut">{calmText(item.person)}</bdi>
      <span className={why === undefined ? 'small' : 'small muted'}>{item.text}</span>
      {progress?.done.includes(item.threadId) ? (
        <StateSign tone="leaf" icon={<IconCheck aria-hidden />}>
          {t('several.noted')}
        </StateSign>
      ) : why === undefined || item.text === '' ? null : (
        <StateSign tone={failure ? 'berry' : 'sun'} icon={<IconAlertTriangle aria-hidden />}>
          {why}
        </StateSign>
      )}
    </li>
  );
}

function AnswersFoot({
  progress,
  isRunning,
  onStop,
  onGoOn,
  onClose,
}: {
  progress: AnsweredSoFar;
  isRunning: boolean;
  onStop: () => void;
  onGoOn: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-hand');
  const { done, failed, total } = progress;
  const told = done.length + failed.length;
  const words = t('several.progress', { done: done.length, total });
  return (
    <div className="several-foot">
      <span className="grow" role="status">
        <span className="num">{words}</span>
        <ProgressBar frac={total === 0 ? 1 : told / total} label={words} />
      </span>
      {isRunning ? (
        <Button size="lg" onClick={onStop}>
          {t('several.stop')}
        </Button>
      ) : (
        <>
          {done.length < total ? (
            <Button size="lg" onClick={onGoOn}>
              {t('several.goOn')}
            </Button>
          ) : null}
          <Button kind="primary" size="lg" onClick={onClose}>
            {t('several.close')}
          </Button>
        </>
      )}
    </div>
  );
}
