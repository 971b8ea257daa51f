import './repeats.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repeat } from '../../../../shared/contract/repeats.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { nextGoodHour } from '../composer/read-when.ts';
import type { PostDraft } from '../composer/use-post-draft.ts';
import { usePostZone } from '../composer/use-post-zone.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { beginForm, formOf, ruleOf } from './repeat-form.ts';
import { RepeatPreview } from './repeat-preview.tsx';
import { useRuleWords } from './use-rule-words.ts';
import { VariantFields } from './variant-fields.tsx';

type Props = {
  draft: PostDraft;
  wall: string | undefined;
  /** The series that the post belongs to: its rhythm is changed from this post on. */
  series?: Repeat | undefined;
  onClose: () => void;
};

/** Makes a post the first of a series, or gives those that follow another rhythm. */
export function RepeatDialog({ draft, wall, series, onClose }: Props) {
  const { t } = useTranslation(['repeats', 'ui']);
  const words = usePostZone(draft.content.accountIds);
  const now = Date.parse(useNow());
  const problem = useProblem();
  const [form, setForm] = useState(() =>
    series ? formOf(series.rule) : beginForm(wall ?? nextGoodHour(now, words.zone)),
  );
  const [variants, setVariants] = useState<readonly string[]>(series?.variants ?? []);
  const rule = ruleOf(form);
  const texts = variants.map((text) => text.trim()).filter((text) => text !== '');
  const save = useSaveSeries(draft, series, onClose);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(series ? 'form.change' : 'form.title')}
      widthPx={560}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('ui:back')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={save.isPending}
            disabled={!rule}
            onClick={() => rule && save.mutate({ rule, variants: texts })}
          >
            {t(series ? 'form.saveChange' : 'form.save')}
          </Button>
        </>
      }
    >
      <div className="repeat-form">
        {save.error ? <ProblemBlock problem={problem(save.error)} /> : null}
        <RepeatFields form={form} onChange={(patch) => setForm({ ...form, ...patch })} />
        {rule ? <RepeatPreview rule={rule} words={words} texts={texts.length + 1} /> : null}
        <VariantFields variants={variants} onChange={setVariants} />
      </div>
    </Dialog>
  );
}

type Asked = { rule: NonNullable<ReturnType<typeof ruleOf>>; variants: string[] };

function useSaveSeries(draft: PostDraft, series: Repeat | undefined, onDone: () => void) {
  const { t } = useTranslation('repeats');
  const { client } = useStudio();
  const words = useRuleWords();
  const toast = useToast();
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ rule, variants }: Asked) => {
      // What is being written is the post that repeats.
      const postId = await draft.flush();
      const { days, time, endDate } = rule;
      return series
        ? client.repeats.changeFollowing({ postId, rule: { days, time, endDate }, variants })
        : client.repeats.create({ postId, rule, variants });
    },
    onSuccess: ({ rule }) => {
      toast({ text: series ? t('form.changed') : t('form.done', { when: words(rule) }) });
      onDone();
    },
  });
}
