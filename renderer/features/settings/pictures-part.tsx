import './pictures-part.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureStore } from '../../../shared/contract/pictures.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { PictureCheckResult } from './picture-check-result.tsx';
import { choiceOf, formOf, isChanged, lacksOf, type PictureForm } from './picture-form.ts';
import { BucketFields, UploadFields } from './picture-fields.tsx';
import { WayChoice } from './way-choice.tsx';

const ways = ['page-photo', 'bucket', 'upload'] as const;

/** Where Instagram fetches the shop's pictures from. */
export function PicturesPart() {
  const api = useApi();
  const problem = useProblem();
  const store = useQuery(api.pictures.store.queryOptions());
  if (store.error) return <ProblemBlock problem={problem(store.error)} />;
  return store.data ? <PicturesForm store={store.data} /> : <SkeletonRows />;
}

function PicturesForm({ store }: { store: PictureStore }) {
  const { t } = useTranslation('settings');
  const [form, setForm] = useState(() => formOf(store));
  const [isAsked, setAsked] = useState(false);
  const { check, keep, shown } = useDeeds(store, setForm);
  const lacks = lacksOf(form, store);
  const change = (patch: Partial<PictureForm>) => {
    setForm({ ...form, ...patch });
    check.reset();
    keep.reset();
  };
  /** Fields that must be filled in are only pointed at once somebody pressed a button. */
  const whenWhole = (run: () => void) => () => {
    setAsked(lacks.length > 0);
    if (lacks.length === 0) run();
  };
  const fields = { form, store, lacks: isAsked ? lacks : [], onChange: change };
  const isInUse = !isChanged(form, store);
  return (
    <div className="settings-form">
      <WayChoice
        label={t('pictures.label')}
        value={form.way}
        onChange={(way) => change({ way })}
        ways={ways.map((value) => ({
          value,
          title: t(`pictures.${value}.title`),
          text: t(`pictures.${value}.text`),
          note: value === store.way ? t('pictures.inUse') : undefined,
        }))}
      />
      {form.way === 'bucket' ? <BucketFields {...fields} /> : null}
      {form.way === 'upload' ? <UploadFields {...fields} /> : null}
      <div className="pictures-do">
        <Button
          size="lg"
          busy={check.isPending}
          onClick={whenWhole(() => check.mutate(choiceOf(form)))}
        >
          {t(check.isPending ? 'pictures.checking' : 'pictures.check')}
        </Button>
        <Button
          kind="primary"
          size="lg"
          busy={keep.isPending}
          disabled={isInUse}
          onClick={whenWhole(() => keep.mutate(choiceOf(form)))}
        >
          {t(isInUse ? 'pictures.isInUse' : 'pictures.use')}
        </Button>
      </div>
      {shown ? <ProblemBlock problem={shown} /> : null}
      {check.data ? <PictureCheckResult check={check.data} /> : null}
      {store.waiting > 0 ? (
        <p className="small muted">{t('pictures.waiting', { count: store.waiting })}</p>
      ) : null}
    </div>
  );
}

function useDeeds(store: PictureStore, setForm: (form: PictureForm) => void) {
  const api = useApi();
  const queries = useQueryClient();
  const problem = useProblem();
  const check = useMutation(api.pictures.checkStore.mutationOptions());
  const keep = useMutation(
    api.pictures.setStore.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.pictures.store.queryKey(), saved);
        setForm(formOf({ ...store, ...saved }));
      },
    }),
  );
  const failed = keep.error ?? check.error;
  return { check, keep, shown: failed ? problem(failed) : undefined };
}
