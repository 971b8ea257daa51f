import './blocks.css';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Something only a person can decide: one sentence, plain buttons, what happens otherwise. */
export function QuestionBlock({
  text,
  answers,
  otherwise,
}: {
  text: ReactNode;
  answers: ReactNode;
  otherwise?: ReactNode;
}) {
  return (
    <section className="question">
      <p className="question-line">
        <IconHelpCircle aria-hidden />
        <span>{text}</span>
      </p>
      <div className="question-answers">{answers}</div>
      {otherwise ? <p className="question-else">{otherwise}</p> : null}
    </section>
  );
}
