import { IconAlertTriangle, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../shared/contract/inbox.ts';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { Tone } from '../ui/chip.tsx';
import { QuestionAnswers } from '../ui/question-answers.tsx';
import { StateSign } from '../ui/state-sign.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useToast } from '../ui/toast.tsx';

const tones: Partial<Record<OutboxItem['state'], Tone>> = {
  uncertain: 'sun',
  waiting: 'sun',
  refused: 'berry',
};

/** A reply, a hiding or a private message that is not through yet. */
export function OutboxLine({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const toast = useToast();
  const withdraw = useChange(
    api.inbox.withdraw.mutationOptions({ onSuccess: () => toast({ text: t('outbox.withdrawn') }) }),
  );
  const tone = tones[item.state];
  const Icon = tone === 'berry' ? IconAlertTriangle : item.question ? IconHelpCircle : IconClock;
  const words =
    (item.kind === 'block' ? '' : item.text) ||
    t(`outbox.deed.${item.kind}`, { person: item.person, context: item.on === false ? 'off' : '' });
  const canWithdraw = item.state === 'queued' || item.state === 'waiting';
  return (
    <li>
      <div className="outbox-line">
        <Avatar name={item.person} />
        <span className="outbox-words">
          <span className="cut">{words}</span>
          <StateSign tone={tone ?? 'muted'} icon={<Icon aria-hidden />}>
            {item.waitsFor?.text ?? t(`outbox.state.${item.state}`)}
          </StateSign>
        </span>
        {canWithdraw ? (
          <TextButton onClick={() => withdraw.mutate({ id: item.id })}>
            {t('outbox.withdraw')}
          </TextButton>
        ) : null}
      </div>
      {item.question ? <OutboxQuestion item={item} question={item.question} /> : null}
    </li>
  );
}

function OutboxQuestion({
  item,
  question,
}: {
  item: OutboxItem;
  question: NonNullable<OutboxItem['question']>;
}) {
  const api = useApi();
  const answer = useChange(api.inbox.answer.mutationOptions());
  return (
    <>
      <p className="small">{question.text}</p>
      <div className="outbox-answers">
        <QuestionAnswers
          of="reply"
          answers={question.answers}
          openUrl={question.openUrl}
          busy={answer.isPending}
          onAnswer={(one) => answer.mutate({ id: item.id, answer: one })}
        />
      </div>
    </>
  );
}
